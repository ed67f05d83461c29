"""Lights over the ledger: boundaries, what is known at a moment, and what was learnt later."""

from datetime import datetime, timedelta

import pytest

from ballast.rooms.supervision import lighting
from ballast.rooms.supervision.gathering import month_end, projects
from ballast.rulebook import books
from ballast.rulebook.stalling import Standing
from rooms.supervision.cast import BOOKS, DONE, HANDED_IN, JUNE, YI, Town, report, settle

pytestmark = pytest.mark.django_db
LATER = HANDED_IN + timedelta(days=10)


@pytest.fixture
def town() -> Town:
    return settle()


def lit(town: Town, light: str, *, at: datetime | None = None) -> dict[str, str]:
    """What the light says of every project by name."""
    judge = lighting.judge_of(books.load(BOOKS / "yinchuan-2025" / "book.toml"))
    names = {pk: name for name, pk in town.projects.items()}
    return {
        names[one.project_id]: lighting.written(judged)
        for one in lighting.light_projects(judge, month_end(JUNE, at))
        for judged in one.lights
        if judged.light == light
    }


def test_exactly_ten_and_exactly_thirty_points_are_yellow(town: Town) -> None:
    said = lit(town, "progress")
    assert said["on time"] == "green"
    assert said["ten"] == "yellow"
    assert said["thirty"] == "yellow"
    assert said["beyond"] == "red"


def test_a_project_without_a_plan_has_no_colour(town: Town) -> None:
    assert lit(town, "progress")["planless"] == "unknown"


def test_what_is_learnt_later_changes_no_light_of_before(town: Town) -> None:
    before = lit(town, "progress", at=HANDED_IN)
    report(town.projects, {"beyond": 5 * YI, "on time": 0}, at=LATER)
    assert lit(town, "progress", at=HANDED_IN) == before
    now = lit(town, "progress")
    assert (now["beyond"], now["on time"]) == ("green", "red")


def test_facts_of_a_later_month_are_not_seen(town: Town) -> None:
    before = lit(town, "progress")
    report(town.projects, dict.fromkeys(DONE, 0), month="2025-07", at=LATER)
    assert lit(town, "progress") == before


def test_signed_and_not_started_is_due_since_the_clock_ran_out(town: Town) -> None:
    judge = lighting.judge_of(books.load(BOOKS / "ballast-2025" / "book.toml"))
    [one] = lighting.light_projects(judge, month_end(JUNE), ids=[town.projects["signed"]])
    [stall] = one.stalls
    assert (stall.stall, stall.standing) == ("signed_not_started", Standing.DUE)
    assert stall.since == "2025-04"  # existing land: three months from January


def test_every_project_is_gathered_once_however_small_the_batch(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(projects(month_end(JUNE)))
    monkeypatch.setattr("ballast.rooms.supervision.gathering.BATCH", 2)
    assert list(projects(month_end(JUNE))) == whole
    assert [project for project, _ in whole] == sorted(town.projects.values())
