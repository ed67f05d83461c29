"""Working days by both sources, the calendar brought along and the days entered; a year in neither is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.ledger import verification
from ballast.kit.workdays import CalendarUnknown, add_workdays, is_workday, standing
from ballast.kit.workdays.entering import NoPaper, NothingSettled, enter_notice, entered, settle_day

pytestmark = pytest.mark.django_db
PAPER = "国办发明电〔2027〕9号"
NOON = datetime(2027, 11, 20, 4, tzinfo=UTC)
NOTICE = {date(2098, 1, 1): False, date(2097, 12, 31): False, date(2098, 1, 4): True}


def enter(days: dict[date, bool] = NOTICE, *, minutes: int = 0) -> None:
    enter_notice(2098, days, paper=PAPER, at=NOON + timedelta(minutes=minutes), by="office")


def test_holidays_and_days_worked_in_exchange() -> None:
    assert not is_workday(date(2025, 10, 1))
    assert is_workday(date(2025, 10, 11)), "a Saturday worked in exchange for the National Day week"
    assert not is_workday(date(2025, 8, 10))


def test_counting_over_the_national_day_week() -> None:
    assert add_workdays(date(2025, 9, 30), 1) == date(2025, 10, 9)
    assert add_workdays(date(2025, 9, 30), 3) == date(2025, 10, 11)
    assert add_workdays(date(2025, 10, 4), 0) == date(2025, 10, 4)


def test_an_unknown_year_is_refused_and_leads_to_the_page() -> None:
    with pytest.raises(CalendarUnknown, match="2098.*工作日历.*/calendar/"):
        add_workdays(date(2098, 3, 1), 2)


def test_a_year_s_notice_makes_the_year_known() -> None:
    enter()
    assert not is_workday(date(2098, 1, 1))
    assert is_workday(date(2098, 1, 4)), "a Saturday worked in exchange"
    assert is_workday(date(2098, 1, 2)) and not is_workday(date(2098, 1, 5)), "else Monday to Friday"
    assert not is_workday(date(2097, 12, 31)), "the notice reaches into the year before"
    with pytest.raises(CalendarUnknown):
        is_workday(date(2097, 12, 30))


def test_a_notice_entered_goes_before_the_calendar_brought_along() -> None:
    enter_notice(2026, {date(2026, 10, 1): False}, paper=PAPER, at=NOON, by="office")
    assert not is_workday(date(2026, 10, 1)) and is_workday(date(2026, 10, 2)) and not is_workday(date(2026, 10, 10))
    assert not is_workday(date(2025, 10, 2))


def test_a_notice_entered_again_takes_the_place_of_the_first() -> None:
    enter()
    enter({date(2098, 1, 1): False}, minutes=1)
    assert not is_workday(date(2098, 1, 4))
    assert standing(NOON).is_workday(date(2098, 1, 4)), "as it was known before"
    assert [one.day for one in entered(2098)] == [date(2098, 1, 1)]


def test_one_day_is_settled_and_the_notice_holds_again_when_it_is_taken_back() -> None:
    enter()
    settle_day(date(2098, 1, 1), True, paper="抢险值守", at=NOON + timedelta(minutes=1), by="office")
    settle_day(date(2025, 4, 30), False, paper="三月三", at=NOON + timedelta(minutes=2), by="office")
    assert is_workday(date(2098, 1, 1)) and not is_workday(date(2025, 4, 30))
    settle_day(date(2098, 1, 1), None, paper="", at=NOON + timedelta(minutes=3), by="office")
    assert not is_workday(date(2098, 1, 1))
    with pytest.raises(NothingSettled):
        settle_day(date(2098, 1, 1), None, paper="", at=NOON + timedelta(minutes=4), by="office")


def test_a_single_day_makes_no_year_known() -> None:
    settle_day(date(2098, 5, 1), False, paper=PAPER, at=NOON, by="office")
    assert not is_workday(date(2098, 5, 1))
    with pytest.raises(CalendarUnknown):
        is_workday(date(2098, 5, 2))


@pytest.mark.parametrize("paper", ["", "  ", "长" * 201])
def test_a_day_without_its_paper_is_refused(paper: str) -> None:
    with pytest.raises(NoPaper):
        enter_notice(2098, NOTICE, paper=paper, at=NOON, by="office")
    assert not entered(2098) and not AuditLine.objects.exists()


def test_what_is_entered_is_audited_and_part_of_the_ledger() -> None:
    enter()
    settle_day(date(2098, 1, 1), True, paper=PAPER, at=NOON + timedelta(minutes=1), by="office")
    [notice, day] = AuditLine.objects.order_by("id")
    assert (notice.act, notice.object, notice.detail["works"]) == ("enter_notice", "2098", ["2098-01-04"])
    assert (day.act, day.object, day.actor) == ("settle_day", "2098-01-01", "office")
    assert verification.verify() == []
