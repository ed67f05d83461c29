"""When and where: every hemisphere, zone and half-written tag; and nothing made up."""

import io
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from ballast.kit.uploads.camera import Camera, camera
from kit.uploads import snaps

CITY = ZoneInfo("Asia/Shanghai")
NOON = datetime(2025, 7, 28, 12, 0, 5)


def read(tags: Image.Exif, format: str = "JPEG") -> Camera:
    held = io.BytesIO()
    Image.new("RGB", (8, 8)).save(held, format, exif=tags)
    with Image.open(io.BytesIO(held.getvalue())) as image:
        image.load()
        return camera(image, zone=CITY)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_time_and_place_are_read_from_every_kind(format: str) -> None:
    found = read(snaps.exif(NOON, offset="+08:00", place=snaps.SITE), format)
    assert found.taken_at == datetime(2025, 7, 28, 4, 0, 5, tzinfo=UTC) and found.zoned
    assert (found.longitude, found.latitude) == (Decimal("117.120000"), Decimal("36.650000"))


@pytest.mark.parametrize("place", [(-70.25, 12.5), (151.2, -33.86), (-43.2, -22.9), (0.0, 51.47), (180.0, 10.0)])
def test_hemispheres(place: tuple[float, float]) -> None:
    found = read(snaps.exif(place=place))
    assert (float(found.longitude or 0), float(found.latitude or 0)) == pytest.approx(place, abs=1e-5)
    assert found.taken_at is None and not found.zoned


@pytest.mark.parametrize(("offset", "zone"), [("-03:30", timezone(timedelta(hours=-3, minutes=-30))), ("+00:00", UTC)])
def test_the_camera_s_own_zone_counts(offset: str, zone: timezone) -> None:
    assert read(snaps.exif(NOON, offset=offset)).taken_at == NOON.replace(tzinfo=zone)


@pytest.mark.parametrize("offset", ["", "08:00", "+25:00", "+08:77", "east"])
def test_without_a_zone_the_city_s_is_taken_and_said_to_be(offset: str) -> None:
    found = read(snaps.exif(NOON, offset=offset))
    assert (found.taken_at, found.zoned) == (NOON.replace(tzinfo=CITY), False)


def with_satellites(taken: datetime | None, day: str, hour: float) -> Image.Exif:
    tags = snaps.exif(taken)
    satellites = tags.get_ifd(IFD.GPSInfo)
    satellites[GPS.GPSDateStamp], satellites[GPS.GPSTimeStamp] = day, (hour, 10.0, 5.0)
    return tags


def test_the_satellites_confirm_the_zone_or_stand_alone() -> None:
    agreed = read(with_satellites(NOON, "2025:07:28", 4.0))
    assert (agreed.taken_at, agreed.zoned) == (NOON.replace(tzinfo=CITY), True)
    apart = read(with_satellites(NOON, "2025:07:26", 4.0))
    assert (apart.taken_at, apart.zoned) == (NOON.replace(tzinfo=CITY), False)
    alone = read(with_satellites(None, "2025:07:28", 4.0))
    assert (alone.taken_at, alone.zoned) == (datetime(2025, 7, 28, 4, 10, 5, tzinfo=UTC), True)
    assert read(with_satellites(None, "2025:07:28", 99.0)) == Camera()


@pytest.mark.parametrize("said", [
    "0000:00:00 00:00:00", "2025:02:30 10:00:00", "    :  :     :  :  ", "1970:01:01 00:00:00", "yesterday",
    "9999:01:01 00:00:00",
])  # fmt: skip
def test_a_time_that_is_none_is_not_made_up(said: str) -> None:
    tags = Image.Exif()
    tags.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = said
    assert read(tags) == Camera()


def test_the_time_of_editing_is_no_time_of_taking() -> None:
    assert read(snaps.exif(t306="2025:07:28 12:00:05")) == Camera()


@pytest.mark.parametrize(("tag", "value"), [
    (GPS.GPSLatitudeRef, ""), (GPS.GPSLatitudeRef, "X"), (GPS.GPSLatitude, (91.0, 0.0, 0.0)),
    (GPS.GPSLatitude, (36.0, 61.0, 0.0)), (GPS.GPSLatitude, (36.0, 0.0)), (GPS.GPSLongitude, (181.0, 0.0, 0.0)),
])  # fmt: skip
def test_half_a_place_is_no_place(tag: int, value: object) -> None:
    tags = snaps.exif(place=snaps.SITE)
    tags.get_ifd(IFD.GPSInfo)[tag] = value
    found = read(tags)
    assert found.longitude is None and found.latitude is None


def test_a_telephone_that_knew_no_place_wrote_zeros() -> None:
    assert read(snaps.exif(place=(0.0, 0.0))) == Camera()


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # it says what is wrong with the tags, and reads on
@given(st.binary(max_size=400), st.integers(0, 300))
def test_no_bytes_in_place_of_the_tags_break_the_reading(noise: bytes, at: int) -> None:
    whole = snaps.exif(NOON, offset="+08:00", place=snaps.SITE).tobytes()
    with Image.new("RGB", (4, 4)) as image:
        image.info["exif"] = whole[:at] + noise + whole[at + len(noise) :]
        found = camera(image, zone=CITY)
    assert found.taken_at is None or found.taken_at.tzinfo is not None
    assert (found.longitude is None) == (found.latitude is None)
