"""The invented map: a coast, thirteen counties that part the land between them, and parks inside their counties.

Counties are the cells nearest their seats, cut from a coarse outline; every border is then made to wander by
midpoint displacement, seeded by its own two ends, so that both sides of a border wander alike. The whole lies in
open sea, where it can be taken for no real place. Grid units are about a kilometre.
"""

import math
from collections import Counter
from random import Random

from ballast.site.golden.places import COUNTIES, PARKS, Place

Point = tuple[float, float]
Ring = list[Point]
WEST, SOUTH, DEGREES_EAST, DEGREES_NORTH = 123.02, 38.02, 0.0118, 0.0093

OUTLINE: Ring = [
    (4, 90), (18, 93), (34, 97), (52, 98), (70, 94), (86, 85), (97, 70), (99, 57), (95, 46), (90, 36),
    (79, 32), (72, 40), (66, 37), (64, 27), (57, 21), (47, 17), (44, 8), (33, 6), (27, 17), (16, 18),
    (6, 24), (3, 40), (2, 58), (1, 76),
]  # fmt: skip
COAST_ENDS_AT = 70.0


def shapes(seed: int) -> dict[str, Ring]:
    """The outline of every county and park by its code, in longitude and latitude, closed."""
    cells = {place.code: _cell(place) for place in COUNTIES}
    shared = Counter(_edge(a, b) for ring in cells.values() for a, b in _sides(ring))
    drawn = {code: _wandering(ring, shared, seed) for code, ring in cells.items()}
    for park in PARKS:
        drawn[park.code] = _park(park, drawn[park.parent], seed)
    return {code: [_on_earth(point) for point in [*ring, ring[0]]] for code, ring in drawn.items()}


def inside(point: Point, ring: Ring) -> bool:
    """Whether a point lies within a closed ring."""
    x, y = point
    within = False
    for (ax, ay), (bx, by) in _sides(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            within = not within
    return within


def somewhere(ring: Ring, chance: Random, avoiding: list[Ring]) -> Point:
    """A point within ``ring`` and outside every ring of ``avoiding``."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    while True:
        point = (
            round(chance.uniform(min(xs), max(xs)), 6),
            round(chance.uniform(min(ys), max(ys)), 6),
        )
        if inside(point, ring) and not any(inside(point, other) for other in avoiding):
            return point


def area(ring: Ring) -> float:
    """The area within a ring, in its own units squared."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in _sides(ring))) / 2


def _cell(place: Place) -> Ring:
    ring = OUTLINE
    for other in COUNTIES:
        if other is not place:
            ring = _nearer(ring, place.seat, other.seat)
    return [(round(x, 3), round(y, 3)) for x, y in ring]


def _nearer(ring: Ring, seat: Point, other: Point) -> Ring:
    """The part of ``ring`` that lies nearer to ``seat`` than to ``other``."""

    def beyond(point: Point) -> float:
        return math.dist(point, seat) ** 2 - math.dist(point, other) ** 2

    kept: Ring = []
    for a, b in _sides(ring):
        at_a, at_b = beyond(a), beyond(b)
        if at_a <= 0:
            kept.append(a)
        if (at_a < 0 < at_b) or (at_b < 0 < at_a):
            share = at_a / (at_a - at_b)
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return kept


def _wandering(ring: Ring, shared: "Counter[tuple[Point, Point]]", seed: int) -> Ring:
    walked: Ring = []
    for a, b in _sides(ring):
        first, last = _edge(a, b)
        coast = shared[first, last] == 1 and min(a[1], b[1]) < COAST_ENDS_AT and min(a[0], b[0]) > 4
        path = _wander(first, last, 5, 0.3 if coast else 0.13, Random(f"{seed} {first} {last}"))
        walked += path[:-1] if first == a else path[:0:-1]
    return walked


def _wander(a: Point, b: Point, depth: int, swing: float, chance: Random) -> Ring:
    if depth == 0 or math.dist(a, b) < 1.2:
        return [a, b]
    sway = chance.uniform(-swing, swing)
    middle = ((a[0] + b[0]) / 2 + sway * (b[1] - a[1]), (a[1] + b[1]) / 2 - sway * (b[0] - a[0]))
    return _wander(a, middle, depth - 1, swing, chance)[:-1] + _wander(middle, b, depth - 1, swing, chance)


def _park(park: Place, county: Ring, seed: int) -> Ring:
    chance = Random(f"{seed} {park.code}")
    radius = 2.6
    while True:
        ring = [
            (
                park.seat[0] + radius * chance.uniform(0.75, 1.2) * math.cos(turn * math.tau / 9),
                park.seat[1] + radius * chance.uniform(0.75, 1.2) * math.sin(turn * math.tau / 9),
            )
            for turn in range(9)
        ]
        if all(inside(point, county) for point in ring):
            return ring
        radius *= 0.95


def _sides(ring: Ring) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def _edge(a: Point, b: Point) -> tuple[Point, Point]:
    return (a, b) if a < b else (b, a)


def _on_earth(point: Point) -> Point:
    return (round(WEST + point[0] * DEGREES_EAST, 6), round(SOUTH + point[1] * DEGREES_NORTH, 6))
