"""Figures that count working days see the calendar as it was entered, and are refused over a year nobody entered."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ballast.kit.ledger.journal import entry
from ballast.kit.workdays import CalendarUnknown
from ballast.kit.workdays.entering import enter_notice
from ballast.rooms.figures import queries
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import ProfileCard, PromiseCard
from ballast.rulebook.stages import START_ON_LAND_PAPERS, MilestoneKind
from ballast.rulebook.terms import Basis
from rooms.figures.ledgers import town

pytestmark = pytest.mark.django_db
LAND = date(2098, 3, 3)  # a Monday; the five papers came on the Tuesday of the week after
AT = datetime(2098, 5, 2, 4, tzinfo=UTC)
MONTH = "2098-04"


@pytest.fixture
def promised() -> None:
    """One project that promised to start on land, with its papers six weekdays and its start a week after the land."""
    areas = town()
    reached = dict.fromkeys(START_ON_LAND_PAPERS, 8) | {MilestoneKind.LAND: 0, MilestoneKind.STARTED: 7}
    with entry(at=AT, by="测试", action="tell") as writer:
        [project] = registry.enrol(1, writer=writer)
        registry.describe([ProfileCard(project_id=project, name="药厂", area_id=areas[1])], writer=writer)
        registry.describe([PromiseCard(project_id=project, start_on_land=True)], writer=writer)
        moves = [
            MilestoneCard(project_id=project, kind=kind, basis=basis, actual_on=LAND + timedelta(days=days))
            for kind, days in reached.items()
            for basis in (Basis.DECLARED, Basis.VERIFIED)
        ]
        lifecycle.move(moves, writer=writer)


def kept(at: datetime | None = None) -> int | None:
    return queries.figure("start_on_land_rate", month=MONTH, at=at).total.numerator


def test_a_year_nobody_entered_is_refused_and_not_guessed(promised: None) -> None:
    with pytest.raises(CalendarUnknown, match="2098"):
        kept()


def test_a_day_entered_changes_what_was_in_time_and_is_known_as_it_was(promised: None) -> None:
    later = AT + timedelta(hours=1)
    enter_notice(2098, {date(2098, 1, 1): False}, paper="通知", at=later, by="office")
    assert kept() == 0, "six working days"
    enter_notice(2098, {date(2098, 3, 5): False}, paper="通知", at=later + timedelta(hours=1), by="office")
    assert kept() == 1, "five, when the Wednesday is a holiday"
    assert kept(later) == 0
