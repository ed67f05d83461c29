"""The league of 2025: January to June published on the evening of the seal, July not yet; deeds, and an appeal."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from ballast.rooms.league import actions, queries
from ballast.rooms.league.cards import AppealAsked, AppealSaid, DeedAsked
from ballast.rooms.league.queries import Seer
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rulebook.appeals import Outcome
from ballast.site.golden.accounts import OFFICE, reviewer
from ballast.site.golden.places import BY_SLUG
from ballast.site.golden.telling import moment, seal_day
from ballast.site.golden.under_review import seated

FIRST_RANKED, UNPUBLISHED = "2025-01", "2025-07"
APPEALED, APPELLANT = "2025-05", "baili"
SECRETARY = Seer(holder=True, areas=None, names=frozenset())
DEEDS = {
    "2025-03": ("shiyi", "fraud", "同一项目拆分成两个重复申报，经现场核查属实", "北溟市重点项目办核查通报〔2025〕2号"),
    "2025-05": ("hezhu", "award", "获省政府重大项目建设督查激励", "省政府办公厅督查激励通报（2025年）"),
}
Act = tuple[datetime, Callable[[], object]]


def note(month: str) -> None:
    """Before the seal: what the office notes of the month."""
    if month in DEEDS:
        slug, kind, reason, evidence = DEEDS[month]
        at = moment(month, 10, 10, 0)
        asked = DeedAsked(area=BY_SLUG[slug].code, month=month, kind=kind, reason=reason, evidence=evidence)
        actions.note_deed(asked, official=seated(OFFICE, at), on=at.date(), at=at)


def after_the_seal(month: str) -> Iterator[Act]:
    """What follows a seal, each with its moment: publication, and a county's appeal with its answer."""
    if FIRST_RANKED <= month < UNPUBLISHED:
        yield seal_day(month) + timedelta(minutes=30), partial(_publish, month)
    if month == APPEALED:
        yield moment(month, 13, 10, 0), _appeal
        yield moment(month, 18, 15, 0), _answer


def _publish(month: str) -> None:
    at = seal_day(month) + timedelta(minutes=30)
    for one in queries.rankings(month, SECRETARY):
        actions.publish(month, one.sheet, edition=one.edition, official=seated(OFFICE, at), on=at.date(), at=at)


def _appeal() -> None:
    place, at = BY_SLUG[APPELLANT], moment(APPEALED, 13, 10, 0)
    asked = AppealAsked(
        month=APPEALED, sheet="league", area=place.code, part="new_starts",
        reason="两个新开工项目五月下旬已核验开工，完成投资未计入", evidence="监理开工令及现场照片",
    )  # fmt: skip
    actions.appeal(asked, official=seated(reviewer(place), at), on=at.date(), at=at)


def _answer() -> None:
    at = moment(APPEALED, 18, 15, 0)
    for one in queries.appeals(held=EVERYWHERE, month=APPEALED):
        said = AppealSaid(
            number=one.number, outcome=Outcome.DISMISSED,
            words="核验开工日期为6月，按规则计入6月；5月计分无误。",
        )  # fmt: skip
        actions.answer_appeal(said, official=seated(OFFICE, at), on=at.date(), at=at)
