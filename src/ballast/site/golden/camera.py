"""Photos of building sites, drawn when the city is built: none is kept in the repository, none shows a real place."""

import io
from datetime import datetime
from random import Random

from PIL import Image, ImageDraw
from PIL.ExifTags import IFD, Base

WIDE, HIGH = 640, 480
OFFSET = "+08:00"


def photo(seed: str, taken: datetime) -> bytes:
    """A site at work, another one for another seed, with the time a telephone writes (the city's own)."""
    chance = Random(seed)
    picture = Image.new("RGB", (WIDE, HIGH), (150 + chance.randrange(40), 190, 225))
    pen = ImageDraw.Draw(picture)
    ground = HIGH - chance.randrange(110, 170)
    pen.rectangle((0, ground, WIDE, HIGH), fill=(150, 120 + chance.randrange(25), 92))
    for _ in range(chance.randrange(3, 7)):
        _building(pen, chance, ground)
    _crane(pen, chance.randrange(60, WIDE - 200), ground, chance)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=78, exif=_exif(taken))
    return out.getvalue()


def _building(pen: ImageDraw.ImageDraw, chance: Random, ground: int) -> None:
    """A frame under way: floors and columns, some of them closed already."""
    left, floors = chance.randrange(-40, WIDE - 90), chance.randrange(2, 8)
    across, high = chance.randrange(90, 210), chance.randrange(26, 40)
    shade = chance.randrange(140, 215)
    for floor in range(floors):
        top = ground - (floor + 1) * high
        closed = floor < floors - 2
        pen.rectangle((left, top, left + across, top + high), fill=(shade, shade, shade + 8) if closed else None,
                      outline=(70, 78, 92), width=2)  # fmt: skip
        for column in range(left, left + across, 30):
            pen.line((column, top, column, top + high), fill=(95, 100, 112), width=2)


def _crane(pen: ImageDraw.ImageDraw, left: int, ground: int, chance: Random) -> None:
    top = chance.randrange(80, 130)
    pen.line((left, top, left, ground), fill=(222, 168, 20), width=7)
    pen.line((left - 45, top + 14, left + chance.randrange(130, 200), top + 14), fill=(222, 168, 20), width=5)
    pen.line((left + 100, top + 14, left + 100, top + chance.randrange(70, 150)), fill=(70, 70, 70), width=2)


def _exif(taken: datetime) -> Image.Exif:
    made = Image.Exif()
    inner = made.get_ifd(IFD.Exif)
    inner[Base.DateTimeOriginal], inner[Base.OffsetTimeOriginal] = f"{taken:%Y:%m:%d %H:%M:%S}", OFFSET
    return made
