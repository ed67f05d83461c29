"""How a picture looks, in 64 bits: pictures scaled, recompressed or brightened keep nearly all of them.

The difference hash: the picture shrunk to nine by eight grey points, a bit for every point darker than its right
neighbour. Two pictures that differ in at most three bits agree wholly in one of four quarters, so that near-identical
ones are found by four equalities in an index instead of a walk over every picture ever taken.
"""

from PIL import Image

WIDE, HIGH = 9, 8
QUARTERS, BITS = 4, 16
# A wall, a fog, a white page: too little in it for a likeness to mean anything.
LEAST_CONTRAST, FEWEST_BITS = 12, 6


def look(image: Image.Image) -> str:
    """The 64 bits of an upright picture in hexadecimal; empty for one with too little in it to compare."""
    grey = image.convert("L").resize((WIDE, HIGH), Image.Resampling.LANCZOS)
    points = grey.tobytes()
    if max(points) - min(points) < LEAST_CONTRAST:
        return ""
    bits = 0
    for row in range(HIGH):
        for column in range(WIDE - 1):
            place = row * WIDE + column
            bits = bits << 1 | (points[place] < points[place + 1])
    if not FEWEST_BITS <= bits.bit_count() <= 64 - FEWEST_BITS:
        return ""
    return f"{bits:016x}"


def bands(look_: str) -> list[int]:
    """The four quarters of a look, each a number of sixteen bits."""
    bits = int(look_, 16) if look_ else 0
    return [bits >> BITS * quarter & (1 << BITS) - 1 for quarter in range(QUARTERS)] if look_ else []


def alike(one: str, other: str, *, bits: int) -> bool:
    """Whether two looks differ in at most ``bits`` bits."""
    return bool(one and other) and (int(one, 16) ^ int(other, 16)).bit_count() <= bits
