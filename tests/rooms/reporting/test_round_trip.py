"""From the blank form through a reporter's hand to facts that know their cell."""

from datetime import date

import pytest

from ballast.kit.ledger.models import Entry
from ballast.kit.ledger.verification import verify
from ballast.rooms.lifecycle.models import Milestone
from ballast.rooms.registry.models import Funding
from ballast.rooms.reporting.cards import Status
from ballast.rooms.reporting.models import Progress, Submission
from rooms.reporting import cast
from rooms.reporting.cast import WAN, YI, County

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> County:
    return cast.county()


def test_a_filled_form_becomes_facts_that_know_their_cell(town: County) -> None:
    receipt = cast.submit(cast.edited(cast.july(), cast.filling(town)))
    assert (receipt.status, receipt.rows, receipt.new, receipt.revised) == (Status.ACCEPTED, 2, 3, 0)
    plant = Progress.objects.current().get(project_id=town.plant, month="2025-07", basis="declared")
    assert plant.month_completed == 26_005_000
    assert plant.year_to_date == plant.to_date == 146_005_000
    assert (plant.node, plant.form_progress, plant.explanation) == ("topped_out", "主体封顶", "")
    assert plant.cell("month_completed") == f"清河月报.xlsx · 月报表!M{plant.row}"
    funds = Funding.objects.current().get(project_id=town.plant, month="2025-07")
    assert (funds.paid_in, funds.agreed) == (25_000 * WAN, 6 * YI)
    assert funds.cell("paid_in").startswith("清河月报.xlsx · 月报表!")
    assert verify() == []


def test_what_is_left_empty_is_not_reported_and_never_zero(town: County) -> None:
    receipt = cast.submit(cast.edited(cast.july(), lambda sheet: cast.put(sheet, town.plant, problems="等审图")))
    plant = Progress.objects.current().get(project_id=town.plant, month="2025-07")
    assert (plant.month_completed, plant.year_to_date, plant.to_date) == (None, None, None)
    assert not Progress.objects.filter(project_id=town.store, month="2025-07").exists()
    assert [found.code for found in receipt.findings].count("not_reported") == 2


def test_dates_move_the_milestones_and_know_their_cell(town: County) -> None:
    def start_the_road(sheet: cast.Sheet) -> None:
        cast.put(sheet, town.road, month_completed=10, year_to_date=10, to_date=10, form_progress="打桩")
        cast.put(sheet, town.road, started__actual_on=date(2025, 7, 15), evidence="照片 7")
        cast.put(sheet, town.road, completed__planned_on=date(2026, 5, 1))

    cast.submit(cast.edited(cast.july(), start_the_road))
    start = Milestone.objects.current().get(project_id=town.road, kind="started", basis="declared")
    assert (start.actual_on, start.evidence) == (date(2025, 7, 15), "照片 7")
    assert start.cell("actual_on") == f"清河月报.xlsx · 月报表!T{start.row}"
    finish = Milestone.objects.current().get(project_id=town.road, kind="completed")
    assert (finish.planned_on, finish.actual_on) == (date(2026, 5, 1), None)
    assert finish.cell("planned_on") == f"清河月报.xlsx · 月报表!U{finish.row}"


def test_the_same_file_again_adds_nothing_and_says_so(town: County) -> None:
    data = cast.edited(cast.july(), cast.filling(town))
    cast.submit(data)
    head = Entry.objects.order_by("-id").first()
    again = cast.submit(data, by="李填报")
    assert again.status == Status.UNCHANGED
    assert "王填报" in again.sentence.zh
    assert Entry.objects.order_by("-id").first() == head
    assert list(Submission.objects.values_list("status", flat=True)) == ["accepted", "unchanged"]


def test_the_next_form_shows_what_was_reported_and_takes_a_revision(town: County) -> None:
    cast.submit(cast.edited(cast.july(), cast.filling(town)))
    now = {"month_completed": 2700, "year_to_date": 14_700, "to_date": 14_700}
    receipt = cast.submit(cast.edited(cast.july(), lambda sheet: cast.put(sheet, town.plant, **now)))
    assert (receipt.new, receipt.revised) == (0, 1)
    plant = Progress.objects.current().get(project_id=town.plant, month="2025-07")
    assert (plant.month_completed, plant.form_progress) == (2700 * WAN, "主体封顶")
