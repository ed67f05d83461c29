"""A figure of the statistics office put right by a slip: filed by one, approved by another, edition 2 beside 1."""

from datetime import timedelta

import pytest

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.rooms.figures import queries as figures
from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.actions import AreaSlipAsked
from ballast.rooms.reporting.cards import IndicatorCard
from ballast.rooms.reporting.models import Filing, IndicatorSlip
from ballast.rulebook.slips import SlipState
from ballast.rulebook.terms import AreaIndicator, AreaKind, Role
from rooms.reporting.cast import AT, County, county, person

pytestmark = pytest.mark.django_db
JUNE, YI = "2025-06", 100_000_000
LATER = AT + timedelta(days=3)


@pytest.fixture
def town() -> County:
    people.establish("990000", "清河市", kind=AreaKind.CITY)
    found = county()
    with journal.entry(at=AT - timedelta(days=1), by="统计局", action="publish") as writer:
        actions.report([
            IndicatorCard(area_id=found.area_id, indicator=AreaIndicator.FAI, month=said, year_to_date=amount)
            for said, amount in (("2024-06", 100 * YI), (JUNE, 104 * YI))
        ], writer=writer)  # fmt: skip
    month.seal(JUNE, at=AT, by="闻思齐")
    return found


def who(name: str, town: County, role: Role = Role.PROJECT_OFFICE) -> OfficialCard:
    return person(name, role, town.area_id if role is Role.COUNTY_OFFICE else town.area_id - 1)


def asked(code: str, **more: object) -> AreaSlipAsked:
    said = {"area": code, "indicator": "fai", "month": JUNE, "new": 108 * YI, "reason": "漏统一个企业",
            "evidence": "市统计局复函〔2025〕3号"} | more  # fmt: skip
    return AreaSlipAsked(**said)  # type: ignore[arg-type]


def test_approved_by_another_it_stands_in_the_next_edition_and_only_there(town: County) -> None:
    office, second = who("office", town), who("second", town)
    filed = actions.file_area_slip(asked("990101"), official=office, at=LATER)
    assert (filed.name, filed.state, filed.area_code, filed.own[0].old) == (
        "固定资产投资", SlipState.FILED, "990101", 104 * YI,
    )  # fmt: skip
    with pytest.raises(actions.OwnSlip):
        month.approve(filed.id, official=office, at=LATER)
    before = figures.figure("fai_growth", month=JUNE, by="county").values["990101"]
    _, editions = month.approve(filed.id, official=second, at=LATER)
    assert [(one.month, one.number) for one in editions] == [(JUNE, 2)]
    after = figures.figure("fai_growth", month=JUNE, by="county").values["990101"]
    assert before.exact is not None and after.exact is not None and before.exact < after.exact
    first = figures.figure("fai_growth", month=JUNE, by="county", at=LATER - timedelta(hours=1)).values["990101"]
    assert first == before, "what was published stays"
    kept = IndicatorSlip.objects.get()
    assert (kept.old_value, kept.new_value, kept.fact.source.kind) == (104 * YI, 108 * YI, "slip")  # type: ignore[union-attr]
    acts = AuditLine.objects.filter(act__in=("file_slip", "approve_slip", "correct"), result="done").order_by("id")
    assert list(acts.values_list("act", "actor")) == [
        ("file_slip", "office"), ("approve_slip", "second"), ("correct", "second"),
    ]  # fmt: skip
    assert month.verify() == []


def test_a_county_files_for_itself_only_and_what_is_no_slip_is_refused(town: County) -> None:
    east, office = who("east", town, Role.COUNTY_OFFICE), who("office", town)
    actions.file_area_slip(asked("990101"), official=east, at=LATER)
    with pytest.raises(NotAllowed):
        actions.file_area_slip(asked("990000"), official=east, at=LATER)
    for more, error in (
        ({"new": 104 * YI}, actions.SlipIncomplete), ({"new": None}, actions.SlipIncomplete),
        ({"reason": " "}, actions.SlipIncomplete), ({"indicator": "weather"}, actions.SlipIncomplete),
        ({"month": "2025-07"}, actions.MonthOpen),
    ):  # fmt: skip
        with pytest.raises(error):
            actions.file_area_slip(asked("990101", **more), official=office, at=LATER)
    assert Filing.objects.count() == 1
    assert AuditLine.objects.filter(act="file_slip", result="refused").count() == 5


def test_a_slip_that_was_overtaken_is_refused(town: County) -> None:
    office, second = who("office", town), who("second", town)
    one, two = (actions.file_area_slip(asked("990101", new=new * YI), official=office, at=LATER) for new in (108, 109))
    month.approve(one.id, official=second, at=LATER)
    with pytest.raises(actions.Stale):
        month.approve(two.id, official=second, at=LATER + timedelta(hours=1))
    assert {slip.id: slip.state for slip in queries.slips(held=EVERYWHERE)} == {
        one.id: SlipState.APPROVED, two.id: SlipState.FILED,
    }  # fmt: skip
