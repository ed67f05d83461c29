"""What the city shows of its works: photos of sites, questions answered and settled, slips filed and refused."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import QuestionCard
from ballast.rulebook.asking import Answering, QuestionState
from ballast.site.golden.accounts import OFFICE, reporter, reviewer
from ballast.site.golden.camera import photo
from ballast.site.golden.places import BY_SLUG, county_of
from ballast.site.golden.seasons import LAST_SEALED, OPEN
from ballast.site.golden.telling import HERE
from ballast.site.golden.under_review import ACCEPTED, seated

WORDS = {
    "month_share": "本月集中支付设备款，付款凭证已附在县项目办台账第 8 页。",
    "year_over_plan": "企业追加了第二条生产线，年度计划调整申请已报市发改委。",
    "silent": "施工单位更换，九月十五日复工，已签承诺书。",
    "registration_overdue": "入库材料补正两次，预计本月直报通过。",
}
OTHERWISE = "现场照片由监理补拍，三日内上传。"
PHOTOS, ANSWERS = 2, 3  # of each accepted area
AGAIN = "请说明补拍的日期，并附监理日志。"


def photographed(serials: Iterable[str], month: str, at: datetime, *, days_before: int = 2) -> None:
    """A photo of each project's works of a month, by whoever reports for it."""
    cards = registry.among(list(serials), held=EVERYWHERE)
    slugs = {place.code: slug for slug, place in BY_SLUG.items()}
    codes = {area.id: area.code for area in people.areas()}
    for number, (serial, card) in enumerate(sorted(cards.items())):
        taken = (at - timedelta(days=days_before, hours=number % 6)).astimezone(HERE)
        by = seated(reporter(BY_SLUG[slugs[codes[card.area_id]]]), at)
        actions.attach(
            card, serial, shown=f"progress:{month}", sent=[("现场.jpg", photo(serial + month, taken))],
            caption="现场全景", official=by, at=at,
        )  # fmt: skip


def follow_up(at: datetime) -> None:
    """In September: photos of August's works, questions answered, looked at and asked again, and two slips."""
    asked = [one for slug in ACCEPTED for one in _asked(slug, "progress_without_photo")[-PHOTOS:]]
    photographed([one.serial for one in asked], OPEN, at, days_before=9)
    _answered(at + timedelta(hours=2))
    _slips(at + timedelta(hours=5))


def _asked(slug: str, code: str = "") -> list[QuestionCard]:
    found = queries.questions(
        held=EVERYWHERE, month=OPEN, area_code=BY_SLUG[slug].code, state=QuestionState.OPEN
    )  # fmt: skip
    return [one for one in found if one.serial and (not code or one.code == code)]


def _answered(at: datetime) -> None:
    """Some questions are answered by the reporters; each county's office settles one and asks one again."""
    told = {slug: [_answer(slug, one, at) for one in _asked(slug)[:ANSWERS]] for slug in ACCEPTED}
    later = at + timedelta(hours=1)
    for slug, answers in told.items():
        office = seated(reviewer(county_of(BY_SLUG[slug])), later)
        for one, verdict in zip(answers, (Answering.SETTLE, Answering.REOPEN), strict=False):
            remark = AGAIN if verdict is Answering.REOPEN else ""
            actions.settle(one.id, verdict=verdict, remark=remark, official=office, at=later)


def _answer(slug: str, one: QuestionCard, at: datetime) -> QuestionCard:
    by = seated(reporter(BY_SLUG[slug]), at)
    return actions.answer(one.id, text=WORDS.get(one.code, OTHERWISE), official=by, at=at)


def _slips(at: datetime) -> None:
    """Two counties file a slip on July's wording: one waits for the city, one was refused. No figure is touched."""
    filed = []
    for slug in ("mingwan", "songyan"):
        place = BY_SLUG[slug]
        office = seated(reviewer(county_of(place)), at)
        reports = queries.reports(LAST_SEALED, place.code, office, on=at.date())
        told = next(one for one in reports if one.recorded.get("form_progress"))
        filed.append(actions.file_slip(
            LAST_SEALED, told.serial, field="form_progress", new="主体封顶，设备基础完成七成",
            reason="月报填报时漏写设备基础进展", evidence="监理月报 2025-07 第 4 页", official=office, at=at,
        ))  # fmt: skip
    actions.refuse_slip(
        filed[-1].id, remark="封账前监理月报未记载设备基础，不予更正", official=seated(OFFICE, at),
        at=at + timedelta(hours=2),
    )  # fmt: skip
