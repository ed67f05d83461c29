"""A photo against what it is to show; and the claims evidence is attached to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ballast.rulebook.checks import CheckParams, examine_photo
from ballast.rulebook.checks.examples import SNAP
from ballast.rulebook.checks.photos import kilometres
from ballast.rulebook.evidence import Claim, ClaimKind, UnknownClaim, claim


def codes(**other: object) -> list[str]:
    return [found.code for found in examine_photo(replace(SNAP, **other))]


def test_a_photo_of_the_month_at_the_site_is_asked_nothing() -> None:
    assert codes() == []
    assert codes(taken_at=None, place=None) == []
    assert codes(taken_at=datetime(2025, 7, 1, tzinfo=UTC)) == []
    assert codes(taken_at=datetime(2025, 6, 30, tzinfo=UTC)) == ["photo_before"]
    assert codes(taken_at=datetime(2025, 5, 30, tzinfo=UTC), claim=claim("milestone:started")) == []


def test_a_camera_without_a_zone_has_a_day_s_grace() -> None:
    after = SNAP.uploaded_at + timedelta(hours=12)
    assert codes(taken_at=after, zoned=True) == ["photo_after_upload"]
    assert codes(taken_at=after, zoned=False) == []
    assert codes(taken_at=SNAP.uploaded_at + timedelta(hours=27), zoned=False) == ["photo_after_upload"]


def test_kilometres_on_the_globe() -> None:
    assert kilometres((0, 0), (0, 0)) == 0
    assert kilometres((0, 0), (180, 0)) == pytest.approx(20_015.1, abs=0.1)
    assert kilometres((116.3913, 39.9075), (121.4737, 31.2304)) == pytest.approx(1_068, abs=1)  # Peking and Shanghai
    assert kilometres((179.9, 0), (-179.9, 0)) == pytest.approx(22.2, abs=0.1)


def test_how_far_is_far_is_the_city_s_to_say() -> None:
    away = replace(SNAP, place=(117.16, 36.65))
    assert [found.code for found in examine_photo(away)] == ["photo_far"]
    assert examine_photo(away, CheckParams(photo_far_km=5)) == []


@pytest.mark.parametrize("text", ["progress:2025-07", "milestone:started", "paper:approval", "slip:12", "case:B-7"])
def test_a_claim_is_written_as_it_is_read(text: str) -> None:
    assert str(claim(text)) == text
    assert claim(text).label.zh and claim(text).label.en


def test_a_month_s_claim_knows_its_first_day() -> None:
    assert claim("progress:2025-07") == Claim(ClaimKind.PROGRESS, "2025-07")
    assert claim("progress:2025-07").since == date(2025, 7, 1)
    assert claim("milestone:started").since is None


@pytest.mark.parametrize("text", ["", "progress", "progress:2025-13", "milestone:begun", "paper:", "slip:a b", "x:y",
                                  "slip:" + "9" * 40])  # fmt: skip
def test_what_is_no_claim_is_refused(text: str) -> None:
    with pytest.raises(UnknownClaim):
        claim(text)
