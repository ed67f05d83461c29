"""When and where a camera says a picture was taken: EXIF, read with care, and nothing made up where it says nothing."""

import math
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)")
OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
YEARS = range(1990, 2100)
WIDEST_OFFSET = timedelta(hours=14)
AGREES = timedelta(hours=1)
PLACES = Decimal("0.000001")
NOWHERE = 0.0001
# What Pillow raises on tags that lie about their own length, type or place.
MALFORMED = (
    SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError, OSError, ZeroDivisionError,
    OverflowError, struct.error, zlib.error,
)  # fmt: skip
TIMES = ((Base.DateTimeOriginal, Base.OffsetTimeOriginal), (Base.DateTimeDigitized, Base.OffsetTimeDigitized))


@dataclass(frozen=True, slots=True)
class Camera:
    """What the camera wrote; None is what it did not write, or wrote so that nobody can read it.

    ``zoned`` tells that the moment is known on its own (a time zone or a satellite's clock); without it the camera's
    local time was taken to be the city's.
    """

    taken_at: datetime | None = None
    zoned: bool = False
    longitude: Decimal | None = None
    latitude: Decimal | None = None


def camera(image: Image.Image, *, zone: tzinfo) -> Camera:
    """What the metadata of ``image`` says; ``zone`` stands for a camera that names none."""
    exif: Image.Exif = _tolerant(image.getexif) or Image.Exif()
    said: dict[int, Any] = _tolerant(lambda: exif.get_ifd(IFD.Exif)) or {}
    satellite: dict[int, Any] = _tolerant(lambda: exif.get_ifd(IFD.GPSInfo)) or {}
    taken_at, zoned = _moment(said, satellite, zone)
    east = _degrees(satellite.get(GPS.GPSLongitude), satellite.get(GPS.GPSLongitudeRef), "EW", 180)
    north = _degrees(satellite.get(GPS.GPSLatitude), satellite.get(GPS.GPSLatitudeRef), "NS", 90)
    if east is None or north is None or (abs(east) < NOWHERE and abs(north) < NOWHERE):
        return Camera(taken_at, zoned)
    return Camera(taken_at, zoned, Decimal(str(east)).quantize(PLACES), Decimal(str(north)).quantize(PLACES))


def _tolerant(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except MALFORMED:
        return None


def _moment(said: Mapping[int, Any], satellite: Mapping[int, Any], zone: tzinfo) -> tuple[datetime | None, bool]:
    """The moment of the shutter: the camera's clock with its zone, else held against the satellites', else theirs."""
    satellites = _satellite_time(satellite)
    for tag, offset_tag in TIMES:
        local = _clock(said.get(tag))
        if local is None:
            continue
        offset = _offset(said.get(offset_tag))
        if offset is not None:
            return local.replace(tzinfo=timezone(offset)), True
        here = local.replace(tzinfo=zone)
        return here, satellites is not None and abs(satellites - here) <= AGREES
    return satellites, satellites is not None


def _clock(value: object) -> datetime | None:
    found = MOMENT.match(_text(value))
    try:
        moment = datetime(*(int(part) for part in found.groups())) if found else None  # type: ignore[arg-type]
    except ValueError:
        return None
    return moment if moment is not None and moment.year in YEARS else None


def _offset(value: object) -> timedelta | None:
    found = OFFSET.fullmatch(_text(value))
    if found is None or int(found[3]) > 59:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3])) * (-1 if found[1] == "-" else 1)
    return offset if abs(offset) <= WIDEST_OFFSET else None


def _satellite_time(satellite: Mapping[int, Any]) -> datetime | None:
    """The satellites' clock, which is UTC."""
    parts = _numbers(satellite.get(GPS.GPSTimeStamp))
    if parts is None:
        return None
    hours, minutes, seconds = (int(part) for part in parts)
    moment = _clock(f"{_text(satellite.get(GPS.GPSDateStamp))} {hours:02}:{minutes:02}:{seconds:02}")
    return moment.replace(tzinfo=UTC) if moment else None


def _degrees(value: object, reference: object, signs: str, most: int) -> float | None:
    """Degrees, minutes and seconds as a signed number of degrees; None where any part cannot be."""
    parts, side = _numbers(value), _text(reference).strip().upper()[:1]
    if parts is None or side not in signs or not side:
        return None
    degrees, minutes, seconds = parts
    whole = degrees + minutes / 60 + seconds / 3600
    if min(parts) < 0 or minutes > 60 or seconds > 60 or whole > most:  # 59.99″ is often rounded to 60
        return None
    return whole if side == signs[0] else -whole


def _numbers(value: object) -> tuple[float, float, float] | None:
    try:
        first, second, third = (float(part) for part in value)  # type: ignore[attr-defined]
    except MALFORMED:
        return None
    return (first, second, third) if all(math.isfinite(part) for part in (first, second, third)) else None


def _text(value: object) -> str:
    """A tag's text; some writers store bytes, most end it with NUL."""
    text = value.decode("latin-1") if isinstance(value, bytes) else value if isinstance(value, str) else ""
    return text.strip("\x00 ")
