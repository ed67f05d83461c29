"""Publishing, seeing, deeds and appeals: each verb done, refused, and noted in the trail."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.league import actions, queries
from ballast.rooms.league.cards import AppealAsked, AppealSaid, DeedAsked, LineCard
from ballast.rooms.league.queries import Seer
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.actions import AreaSlipAsked
from ballast.rulebook.appeals import AppealState, Outcome
from ballast.rulebook.terms import Role
from rooms.league.cast import JUNE, NAMES, YI, sealing, settle
from town import official

pytestmark = pytest.mark.django_db
AT = sealing(JUNE) + timedelta(hours=2)
ON = AT.date()
EAST, WEST = "990001", "990002"
CITY = Seer(holder=False, areas=None, names=frozenset())
OFFICE = Seer(holder=True, areas=None, names=frozenset())
COUNTY = Seer(holder=False, areas=frozenset({EAST}), names=frozenset())
ASKED = AppealAsked(month=JUNE, sheet="counties", area=EAST, part="progress", reason="漏报", evidence="监理月报 6 号")


@pytest.fixture
def people_of() -> dict[str, OfficialCard]:
    """The office (two of them) and the two counties' offices, June sealed."""
    ids = settle()
    seats = {"office": (Role.PROJECT_OFFICE, "990000"), "second": (Role.PROJECT_OFFICE, "990000"),
             "east": (Role.COUNTY_OFFICE, EAST), "west": (Role.COUNTY_OFFICE, WEST)}  # fmt: skip
    for name, (role, area) in seats.items():
        official(name, role, ids[area])
    month.seal(JUNE, at=sealing(JUNE), by="office")
    found = {name: _official(name) for name in seats}
    return {name: one for name, one in found.items() if one is not None}


def _official(name: str) -> OfficialCard | None:
    from django.contrib.auth import get_user_model

    return people.official_of(get_user_model().objects.get(username=name), on=ON)


def publish(who: OfficialCard, edition: int = 1, at: datetime = AT) -> None:
    actions.publish(JUNE, "counties", edition=edition, official=who, on=at.date(), at=at)


def seen(who: Seer) -> list[str] | None:
    """The counties whose place a person sees."""
    found = queries.seen(JUNE, "counties", who)
    return [one.placed.name for one in found.lines] if found else None


def test_who_sees_what_before_and_after_both_ends_are_published(people_of: dict[str, OfficialCard]) -> None:
    assert (seen(CITY), seen(COUNTY)) == (None, None)
    assert seen(OFFICE) == [NAMES[1], NAMES[0], NAMES[2], NAMES[3]]
    publish(people_of["office"])
    assert seen(CITY) == [NAMES[1], NAMES[3]]
    assert seen(COUNTY) == [NAMES[1], NAMES[0], NAMES[3]]
    held = queries.seen(JUNE, "counties", COUNTY)
    assert held is not None and held.secret == {EAST} and held.own == {EAST} and held.hidden == 1
    [line] = AuditLine.objects.filter(act="publish")
    assert line.detail["ends"] == [1, 1] and line.object == f"{JUNE} counties"


def test_publishing_is_refused_without_the_power_twice_and_of_an_edition_not_looked_at(
    people_of: dict[str, OfficialCard],
) -> None:
    with pytest.raises(people.NotAllowed):
        publish(people_of["east"])
    with pytest.raises(actions.NotPublishable, match="第 1 版"):
        publish(people_of["office"], edition=2)
    publish(people_of["office"])
    with pytest.raises(actions.NotPublishable, match="已经公布"):
        publish(people_of["office"])
    assert not list(queries.verify())


def test_a_deed_counts_from_the_next_edition_on_and_can_be_taken_back(people_of: dict[str, OfficialCard]) -> None:
    asked = DeedAsked(area=WEST, month=JUNE, kind="fraud", reason="虚报进度", evidence="核查通报 3 号")
    number = actions.note_deed(asked, official=people_of["office"], on=ON, at=AT)
    assert _points(WEST) == "100.00"
    month.seal(JUNE, at=AT + timedelta(days=1), by="office", reason="计入扣分")
    assert _points(WEST) == "95.00"
    assert [one.refs for one in _line(WEST).placed.deeds] == [(number,)]
    actions.revoke_deed(number, reason="复核无误", official=people_of["office"], on=ON, at=AT + timedelta(days=2))
    assert queries.deeds(held=EVERYWHERE)[0].revoked_for == "复核无误"
    month.seal(JUNE, at=AT + timedelta(days=3), by="office", reason="撤销扣分")
    assert _points(WEST) == "100.00"
    acts = AuditLine.objects.filter(act__in=("note_deed", "revoke_deed")).order_by("pk").values_list("act", "object")
    assert list(acts) == [("note_deed", number), ("revoke_deed", number)]


@pytest.mark.parametrize(
    "change", [{"kind": "unknown"}, {"reason": " "}, {"evidence": ""}, {"area": "990009"}], ids=lambda one: str(one)
)
def test_a_deed_is_told_in_full_and_of_a_kind_of_the_book(
    change: dict[str, str], people_of: dict[str, OfficialCard]
) -> None:
    said = {"area": WEST, "month": JUNE, "kind": "award", "reason": "表彰", "evidence": "文件"} | change
    with pytest.raises(actions.DeedRefused):
        actions.note_deed(DeedAsked(**said), official=people_of["office"], on=ON, at=AT)
    with pytest.raises(people.NotAllowed):
        actions.note_deed(DeedAsked(**said), official=people_of["west"], on=ON, at=AT)


def test_an_appeal_upheld_names_a_slip_and_a_further_edition_carries_it(people_of: dict[str, OfficialCard]) -> None:
    publish(people_of["office"])
    number = actions.appeal(ASKED, official=people_of["east"], on=ON, at=AT)
    slip = _slip(people_of["east"])
    upheld = AppealSaid(number=number, outcome=Outcome.UPHELD, words="属实", slip=slip)
    actions.answer_appeal(upheld, official=people_of["office"], on=ON, at=AT + timedelta(hours=1))
    [card] = queries.appeals(held=EVERYWHERE)
    assert (card.state, card.slip, card.carried_by) == (AppealState.UPHELD, slip, None)
    month.approve(slip, official=people_of["second"], at=AT + timedelta(hours=2))
    [card] = queries.appeals(held=EVERYWHERE)
    assert (card.state, card.carried_by) == (AppealState.CARRIED, 2)
    assert seen(CITY) == [NAMES[1], NAMES[3]]  # edition 1 stays public until edition 2 is published
    assert queries.standing(JUNE, "counties", edition=1) != queries.standing(JUNE, "counties")


def test_an_appeal_against_a_published_figure_is_upheld_with_a_slip_of_it(people_of: dict[str, OfficialCard]) -> None:
    publish(people_of["office"])
    number = actions.appeal(ASKED, official=people_of["east"], on=ON, at=AT)

    def filed(area: str, by: str) -> int:
        asked = AreaSlipAsked(area=area, indicator="fai", month=JUNE, new=YI, reason="漏统", evidence="统计局复函")
        return reporting.file_area_slip(asked, official=people_of[by], at=AT).id

    another = AppealSaid(number=number, outcome=Outcome.UPHELD, words="属实", slip=filed(WEST, "office"))
    with pytest.raises(actions.AppealRefused, match="项目或统计数"):
        actions.answer_appeal(another, official=people_of["office"], on=ON, at=AT)
    slip = filed(ASKED.area, "east")
    upheld = AppealSaid(number=number, outcome=Outcome.UPHELD, words="属实", slip=slip)
    actions.answer_appeal(upheld, official=people_of["office"], on=ON, at=AT + timedelta(hours=1))
    month.approve(slip, official=people_of["second"], at=AT + timedelta(hours=2))
    [card] = queries.appeals(held=EVERYWHERE)
    assert (card.state, card.slip, card.carried_by) == (AppealState.CARRIED, slip, 2)


def test_an_appeal_whose_slip_is_refused_is_answered_anew(people_of: dict[str, OfficialCard]) -> None:
    publish(people_of["office"])
    number = actions.appeal(ASKED, official=people_of["east"], on=ON, at=AT)
    slip = _slip(people_of["east"])
    [card] = queries.appeals(held=EVERYWHERE)
    assert card.to_answer and [one.id for one in card.fitting] == [slip]
    upheld = AppealSaid(number=number, outcome=Outcome.UPHELD, words="属实", slip=slip)
    actions.answer_appeal(upheld, official=people_of["office"], on=ON, at=AT)
    with pytest.raises(actions.AppealRefused, match="已经答复"):
        actions.answer_appeal(upheld, official=people_of["office"], on=ON, at=AT)
    reporting.refuse_slip(slip, remark="凭证不符", official=people_of["second"], at=AT + timedelta(hours=1))
    [card] = queries.appeals(held=EVERYWHERE)
    assert (card.to_answer, card.fitting, card.slip_state) == (True, (), "不予批准")
    dismissed = AppealSaid(number=number, outcome=Outcome.DISMISSED, words="凭证不符，不予更正")
    actions.answer_appeal(dismissed, official=people_of["office"], on=ON, at=AT + timedelta(hours=2))
    [card] = queries.appeals(held=EVERYWHERE)
    assert (card.state, card.to_answer) == (AppealState.DISMISSED, False)


def test_an_appeal_dismissed_says_why(people_of: dict[str, OfficialCard]) -> None:
    publish(people_of["office"])
    number = actions.appeal(ASKED, official=people_of["east"], on=ON, at=AT)
    dismissed = AppealSaid(number=number, outcome=Outcome.DISMISSED, words="报表无误")
    with pytest.raises(people.NotAllowed):
        actions.answer_appeal(dismissed, official=people_of["east"], on=ON, at=AT)
    actions.answer_appeal(dismissed, official=people_of["office"], on=ON, at=AT)
    with pytest.raises(actions.AppealRefused, match="已经答复"):
        actions.answer_appeal(dismissed, official=people_of["office"], on=ON, at=AT)
    [card] = queries.appeals(held=EVERYWHERE)
    assert (card.state, card.words, card.part_name.zh) == (AppealState.DISMISSED, "报表无误", "年度计划完成率")
    acts = AuditLine.objects.filter(object=number).order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["appeal", "answer_appeal"]


def test_appeals_are_of_ones_own_county_in_time_once_and_after_publication(people_of: dict[str, OfficialCard]) -> None:
    east = people_of["east"]
    with pytest.raises(actions.AppealRefused, match="尚未公布"):
        actions.appeal(ASKED, official=east, on=ON, at=AT)
    publish(people_of["office"])
    with pytest.raises(people.NotAllowed):
        actions.appeal(ASKED, official=people_of["west"], on=ON, at=AT)
    with pytest.raises(actions.AppealRefused, match="期限已过（2025-07-17 截止）"):
        actions.appeal(ASKED, official=east, on=date(2025, 7, 18), at=datetime(2025, 7, 18, 1, tzinfo=UTC))
    actions.appeal(ASKED, official=east, on=date(2025, 7, 17), at=AT)
    with pytest.raises(actions.AppealRefused, match="只申诉一次"):
        actions.appeal(ASKED, official=east, on=ON, at=AT)


def test_upholding_wants_a_slip_of_the_county(people_of: dict[str, OfficialCard]) -> None:
    publish(people_of["office"])
    number = actions.appeal(ASKED, official=people_of["east"], on=ON, at=AT)
    for slip in (None, 999):
        said = AppealSaid(number=number, outcome=Outcome.UPHELD, words="属实", slip=slip)
        with pytest.raises(actions.AppealRefused, match="更正单"):
            actions.answer_appeal(said, official=people_of["office"], on=ON, at=AT)


def _slip(who: OfficialCard) -> int:
    filed = reporting.file_slip(
        JUNE, "P000001", field="month_completed", new="40000", reason="漏报", evidence="监理月报", at=AT,
        official=who,
    )  # fmt: skip
    return filed.id


def _line(code: str) -> LineCard:
    found = queries.standing(JUNE, "counties")
    line = found.line(code) if found else None
    assert line is not None
    return line


def _points(code: str) -> str:
    return _line(code).placed.shown
