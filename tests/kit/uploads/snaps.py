"""Real pictures and papers made in memory: photos with the EXIF of a telephone, documents by their structure."""

import io
import random
import zipfile
from datetime import datetime
from functools import cache

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

SITE = (117.120_000, 36.650_000)


@cache
def scene(seed: int = 1, size: tuple[int, int] = (960, 720)) -> Image.Image:
    """A building site: sky, ground, blocks and a crane, different for every seed."""
    chance = random.Random(seed)
    image = Image.new("RGB", size, (150, 180, 210))
    draw = ImageDraw.Draw(image)
    wide, high = size
    draw.rectangle((0, high * 2 // 3, wide, high), fill=(120, 95, 60))
    for _ in range(14):
        left, top = chance.randrange(wide), chance.randrange(high // 4, high * 3 // 4)
        shade = chance.randrange(30, 230)
        across = left + chance.randrange(40, wide // 3)
        draw.rectangle((left, top, across, high * 5 // 6), fill=(shade, shade, shade - 20))
    draw.line((wide // 3, 0, wide // 3, high), fill=(230, 190, 0), width=9)
    return image


def degrees(value: float) -> tuple[float, float, float]:
    """Degrees, minutes, seconds."""
    value = abs(value)
    minutes = value % 1 * 60
    return float(int(value)), float(int(minutes)), round(minutes % 1 * 60, 4)


def exif(
    taken: datetime | None = None, *, offset: str = "", place: tuple[float, float] | None = None, **other: object
) -> Image.Exif:
    """The EXIF a telephone writes; ``other`` are further tags of the main directory by number (``t274=6``)."""
    made = Image.Exif()
    made[Base.Model] = "Telephone"
    for name, value in other.items():
        made[int(name[1:])] = value
    if taken is not None:
        inner = made.get_ifd(IFD.Exif)
        inner[Base.DateTimeOriginal] = f"{taken:%Y:%m:%d %H:%M:%S}"
        if offset:
            inner[Base.OffsetTimeOriginal] = offset
    if place is not None:
        east, north = place
        satellites = made.get_ifd(IFD.GPSInfo)
        satellites[GPS.GPSLongitudeRef], satellites[GPS.GPSLongitude] = "E" if east >= 0 else "W", degrees(east)
        satellites[GPS.GPSLatitudeRef], satellites[GPS.GPSLatitude] = "N" if north >= 0 else "S", degrees(north)
    return made


def photo(
    taken: datetime | None = None, *, seed: int = 1, offset: str = "+08:00", place: tuple[float, float] | None = None,
    format: str = "JPEG", quality: int = 85, size: tuple[int, int] = (960, 720),
) -> bytes:  # fmt: skip
    """A photo as a file."""
    held = io.BytesIO()
    scene(seed, size).save(held, format, quality=quality, exif=exif(taken, offset=offset, place=place))
    return held.getvalue()


def package(**members: bytes | str) -> bytes:
    """A zip; two underscores in a name stand for a slash, the ending is .xml."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(f"{name.replace('__', '/')}.xml" if "." not in name else name, content)
    return held.getvalue()


def office(*main: str, **more: bytes) -> bytes:
    """A package of Office with the parts it must have."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types/>')
        for name in main:
            made.writestr(name, '<?xml version="1.0"?><part/>')
        for name, content in more.items():
            made.writestr(name.replace("__", "/"), content)
    return held.getvalue()


def docx(**more: bytes) -> bytes:
    """A Word document."""
    return office("word/document.xml", **more)


def xlsx(**more: bytes) -> bytes:
    """A workbook."""
    return office("xl/workbook.xml", **more)


def ofd() -> bytes:
    """An OFD document."""
    return package(OFD='<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>')


def pdf(body: bytes = b"") -> bytes:
    """A PDF of one empty page."""
    head = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n" + body
    return head + b"xref\n0 3\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n%d\n%%%%EOF\n" % len(head)
