"""Who handed in a month, who is late, and what stands open or sealed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ballast.kit.ledger import journal
from ballast.kit.ledger.sealing import seal
from ballast.kit.refusal import Refusal
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import ProgressCard, Status
from ballast.rooms.reporting.queries import MonthState
from rooms.reporting import cast
from rooms.reporting.cast import AT, WAN, County

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> County:
    return cast.county()


def test_an_area_is_missing_then_partly_then_wholly_reported(town: County) -> None:
    [before] = queries.reported("2025-07")
    assert (before.projects, before.due, before.reported, before.handed_in_at) == (3, 2, 0, None)
    little = {"month_completed": 5, "form_progress": "吊装"}
    cast.submit(cast.edited(cast.july(), lambda sheet: cast.put(sheet, town.store, **little)))
    [partly] = queries.reported("2025-07")
    assert (partly.reported, partly.complete, partly.late_days, partly.handed_in_by) == (1, False, 0, "王填报")
    cast.submit(cast.edited(cast.july(), cast.filling(town)), at=AT + timedelta(days=8))
    [whole] = queries.reported("2025-07")
    assert (whole.reported, whole.complete, whole.late, whole.late_days) == (2, True, 1, 0)
    assert whole.handed_in_at == AT


def test_a_first_hand_in_after_the_county_review_is_late(town: County) -> None:
    evening = datetime(2025, 8, 8, 17, tzinfo=UTC)
    cast.submit(cast.edited(cast.july(), cast.filling(town)), at=evening)
    [late] = queries.reported("2025-07")
    assert (late.late_days, late.late) == (2, 2), "17:00 UTC is the 9th in the city"
    [then] = queries.reported("2025-07", on=date(2025, 8, 8))
    assert then.late_days == 1, "as of the day asked for"


def test_what_never_came_is_late_on_a_day(town: County) -> None:
    days = [queries.reported("2025-07", on=date(2025, 8, day))[0].late_days for day in (7, 9)]
    assert days == [None, 2] and queries.reported("2025-07")[0].late_days is None


def test_reports_by_other_ways_count_too(town: County) -> None:
    with journal.entry(at=AT, by="接口", action="test") as writer:
        card = ProgressCard(project_id=town.plant, month="2025-07", basis="declared", month_completed=WAN)
        actions.report([card], writer=writer)
    [found] = queries.reported("2025-07")
    assert (found.reported, found.handed_in_at, found.handed_in_by, found.last_status) == (1, AT, "接口", None)
    actions.hand_over(town.area_id, "2025-07", accepted=1, at=AT + timedelta(hours=1), by="接口")
    assert queries.reported("2025-07")[0].last_status is Status.ACCEPTED


def test_hand_ins_are_kept_with_what_was_found(town: County) -> None:
    with pytest.raises(actions.SentBack) as refused:
        cast.submit(cast.edited(cast.july(), cast.filling(town, month_completed=-1)))
    kept = queries.submission(refused.value.receipt.submission_id)
    assert kept is not None
    assert (kept.status, kept.accepted, kept.stopping, kept.file) == (Status.RETURNED, 0, 1, "清河月报.xlsx")
    assert queries.submissions("2025-07", area_code="990101") == [kept]
    assert queries.submissions("2025-06") == []


def test_a_month_is_open_until_it_is_sealed(town: County) -> None:
    assert queries.month_state("2025-06") is MonthState.OPEN
    seal("2025-06", at=AT, by="项目办")
    assert queries.month_state("2025-06") is MonthState.SEALED
    assert queries.month_state("2025-07") is MonthState.OPEN


def test_the_state_of_all_areas_takes_few_questions(town: County) -> None:
    cast.county(name="东岭县", code="990102", prefix="东")
    with CaptureQueriesContext(connection) as asked:
        assert len(queries.reported("2025-07")) == 2
    assert len(asked) <= 6


def test_a_form_needs_a_month_an_area_and_projects(town: County) -> None:
    asked = (("2025-7", "清河区", "不是月份"), ("2025-07", "无名县", "没有名为“无名县”的地区；已有：清河区"))
    for month, area, says in asked:
        with pytest.raises(Refusal, match=says):
            queries.form(month, area)
    assert queries.form_name("2025-07", "990101") == "清河区2025年7月月报表.xlsx"
