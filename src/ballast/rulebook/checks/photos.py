"""Checks of a photo against what it is to show: when and where it was taken, and whether it was shown before.

A photo without a time or a place says so in the gallery and is asked nothing: messengers strip both from honest
photos too.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.declared import check
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.evidence import Claim

EARTH_KM = 6371.0088
# A camera that does not tell its zone may be half a day off and a bit; one that does, a little.
SLACK, SLACK_WITHOUT_ZONE = timedelta(hours=1), timedelta(hours=26)
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Use:
    """Another claim the same photo was shown for: of this project, or of another one (its serial)."""

    claim: Claim
    serial: str
    own: bool

    @property
    def said(self) -> Sentence:
        """Where it was used."""
        zh, en = ("本项目", "this project") if self.own else (f"另一项目 {self.serial} ", f"project {self.serial}")
        return Sentence(f"{zh}“{self.claim.label.zh}”", f"{self.claim.label.en} of {en}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo as it was uploaded; ``place`` and ``site`` are longitude and latitude in degrees.

    ``taken_at`` is told in the city's time, ``zoned`` that the camera gave its own zone; ``same`` are other uses of the
    very same file, ``alike`` those of photos that look the same.
    """

    claim: Claim
    uploaded_at: datetime
    taken_at: datetime | None = None
    zoned: bool = False
    place: Place | None = None
    site: Place | None = None
    same: tuple[Use, ...] = ()
    alike: tuple[Use, ...] = ()


def kilometres(one: Place, other: Place) -> float:
    """The distance of two places on the globe (haversine)."""
    (east, north), (east_2, north_2) = (tuple(map(radians, place)) for place in (one, other))
    half = sin((north_2 - north) / 2) ** 2 + cos(north) * cos(north_2) * sin((east_2 - east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


@check("photo_before", "evidence",
       "进度照片应摄于当月", "A photo of a month's works was taken in it")  # fmt: skip
def photo_before(seen: Photo, params: CheckParams) -> Sentence | None:
    """The photo was taken before the month whose works it is to show."""
    if seen.taken_at is None or seen.claim.since is None or seen.taken_at.date() >= seen.claim.since:
        return None
    return Sentence(
        f"照片摄于 {seen.taken_at:%Y-%m-%d}，早于所佐证的 {seen.claim.subject} 月；请补当月照片，或说明",
        f"The photo was taken on {seen.taken_at:%Y-%m-%d}, before {seen.claim.subject}; show one of it, or explain",
    )


@check("photo_after_upload", "evidence",
       "拍摄时间不晚于上传时间", "No photo is taken after it was uploaded")  # fmt: skip
def photo_after_upload(seen: Photo, params: CheckParams) -> Sentence | None:
    """The photo says it was taken after it was uploaded: the camera's clock, or the data, is wrong."""
    slack = SLACK if seen.zoned else SLACK_WITHOUT_ZONE
    if seen.taken_at is None or seen.taken_at.astimezone(UTC) <= seen.uploaded_at + slack:
        return None
    return Sentence(
        f"照片记录的拍摄时间 {seen.taken_at:%Y-%m-%d %H:%M} 晚于上传时间；请核对相机时钟，或说明",
        f"The photo says it was taken at {seen.taken_at:%Y-%m-%d %H:%M}, after it was uploaded; "
        "check the camera's clock, or explain",
    )


@check("photo_far", "evidence",
       "照片应摄于项目现场", "A photo is taken at the project's site")  # fmt: skip
def photo_far(seen: Photo, params: CheckParams) -> Sentence | None:
    """The photo was taken farther from the site than N kilometres."""
    if seen.place is None or seen.site is None:
        return None
    far = kilometres(seen.place, seen.site)
    if far <= params.photo_far_km:
        return None
    return Sentence(
        f"照片摄于距项目现场 {far:.1f} 公里处，超过 {params.photo_far_km} 公里；请核对照片或项目坐标，或说明",
        f"The photo was taken {far:.1f} km from the project's site, more than {params.photo_far_km} km; "
        "check the photo or the project's position, or explain",
    )


@check("photo_reused", "evidence",
       "同一照片不得用于不同月份或项目", "A photo shows one month of one project")  # fmt: skip
def photo_reused(seen: Photo, params: CheckParams) -> Sentence | None:
    """The very same file was shown for another month or another project."""
    return _shown_before("这张照片", "This very photo", seen.same)


@check("photo_alike", "evidence",
       "几乎相同的照片须说明", "Photos that look the same are asked about")  # fmt: skip
def photo_alike(seen: Photo, params: CheckParams) -> Sentence | None:
    """A photo that looks the same was shown for another month or another project."""
    return _shown_before("几乎相同的照片", "A photo that looks the same", seen.alike)


def _shown_before(zh: str, en: str, uses: tuple[Use, ...]) -> Sentence | None:
    if not uses:
        return None
    where = "、".join(use.said.zh for use in uses[:3])
    where_en = ", ".join(use.said.en for use in uses[:3])
    return Sentence(f"{zh}已用于{where}；请换用本次的照片，或说明",
                    f"{en} was shown for {where_en}; show another one, or explain")  # fmt: skip


ALL = (photo_before, photo_after_upload, photo_far, photo_reused, photo_alike)
