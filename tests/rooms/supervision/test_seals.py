"""Lights fixed with the seal: what is recorded later changes none of them, a further edition has its own."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting.cards import Change, Slip
from ballast.rooms.supervision import queries
from ballast.rulebook import books
from ballast.rulebook.terms import Basis
from rooms.supervision.cast import BOOKS, HANDED_IN, JUNE, YI, Town, report, settle

pytestmark = pytest.mark.django_db
SEALED = HANDED_IN + timedelta(days=8)
LATER = SEALED + timedelta(days=5)


@pytest.fixture
def town() -> Town:
    return settle()


@pytest.fixture
def said(town: Town) -> Callable[[str], dict[str, str]]:
    """The progress light of every project in a month, by name, as boards show it."""

    def ask(asked: str) -> dict[str, str]:
        return {line.name: line.lights["progress"] for line in queries.lines(asked, held=EVERYWHERE).lines}

    return ask


def test_an_open_month_is_lit_as_of_now_and_a_sealed_one_as_of_its_seal(
    town: Town, said: Callable[[str], dict[str, str]]
) -> None:
    before = said(JUNE)
    assert before["beyond"] == "red"
    month.seal(JUNE, at=SEALED, by="office")
    assert said(JUNE) == before
    assert queries.lines(JUNE, held=EVERYWHERE).edition == 1
    report(town.projects, {"beyond": 5 * YI}, month="2025-07", at=LATER)
    assert said(JUNE) == before
    assert said("2025-07")["beyond"] == "green"  # half of the plan where seven twelfths are due: eight points
    [line] = AuditLine.objects.filter(act="light")
    assert line.detail["projects"] == len(town.projects)


def test_a_correction_lights_edition_two_and_leaves_edition_one(
    town: Town, said: Callable[[str], dict[str, str]]
) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    red = town.projects["beyond"]
    slip = Slip(
        project_id=red, basis=Basis.DECLARED, changes=(Change(JUNE, "year_to_date", 2 * YI - 1, 5 * YI),),
        reason="漏报", evidence="监理月报", approver="闻思齐",
    )  # fmt: skip
    month.correct(slip, at=LATER, by="office")
    assert said(JUNE)["beyond"] == "green"
    assert [one.rule for one in queries.why("P000004", JUNE, held=EVERYWHERE) or []]
    assert queries.past_lights(red)[JUNE]["progress"] == "green"
    assert not list(queries.verify())


def test_a_month_is_judged_by_the_book_in_force_on_its_last_day(
    town: Town, said: Callable[[str], dict[str, str]]
) -> None:
    data = (BOOKS / "xinhuang-2015" / "book.toml").read_bytes()
    policy.adopt(data, "book.toml", effective=date(2025, 7, 1), at=HANDED_IN, by="office")
    assert "progress" in queries.lines(JUNE, held=EVERYWHERE).book.lights
    july = queries.lines("2025-07", held=EVERYWHERE)
    assert july.book.place.zh.startswith("新晃")
    assert said(JUNE)["ten"] == "yellow"


def test_lights_fixed_are_never_changed_and_tampering_is_found(town: Town) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE supervision_litproject SET lights = '{}'")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER supervision_litproject_frozen")
        else:
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE supervision_litproject SET stage = 'completed' WHERE project_id = %s",
                       [town.projects["ten"]])  # fmt: skip
    [found] = queries.verify()
    assert JUNE in found.where


def test_why_names_the_sums_and_the_cell(town: Town) -> None:
    found = {one.code: one for one in queries.why("P000004", JUNE, held=EVERYWHERE) or []}
    red = found["lights.progress"]
    assert red.colour.zh == "红灯"
    assert any("30" in one.sentence.zh for one in red.reckoned)
    assert {told.fact for told, _ in red.cells} >= {"progress.year_to_date", "plan.amount"}
    assert red.ends, "it says what would turn it green"
    assert queries.why("P999999", JUNE, held=EVERYWHERE) is None


def test_what_changed_since_the_month_before_comes_first(town: Town) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    report(town.projects, {"beyond": 6 * YI, "on time": 0}, month="2025-07", at=LATER)
    board = queries.board("2025-07", by="county", held=EVERYWHERE)
    assert [(one.line.name, one.before, one.after) for one in board.worse if one.light == "progress"][0] == (
        "on time", "green", "red",
    )  # fmt: skip
    assert ("beyond", "red", "green") in {
        (one.line.name, one.before, one.after) for one in board.better if one.light == "progress"
    }


def test_replay_shows_what_another_book_would_have_said(town: Town) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    other = books.load(BOOKS / "yinchuan-2025" / "book.toml")
    told = queries.replay(other, JUNE)
    assert sum(told.before["progress"].values()) == len(town.projects)
    assert not [one for one in told.changes if one.light == "progress"], "the same bands light the same"
    assert told.after["start"]


# From July on no light of progress is yellow any more; but a project that was yellow in a published month is noted.
MILDER = """
extends = "ballast-2025"
place = "海州 / Haizhou"
paper = "海州亮灯办法 / Lights of Haizhou"
date = 2025-07-01

[measures.was_yellow]
kind = "times_lit"
light = "progress"
colours = ["yellow"]
within_months = 2

[lights.progress]
bands = [{ colour = "green", at_most = 90 }, { colour = "red", above = 90 }]

[lights.noted]
zh = "曾亮黄灯"
en = "was yellow"
rules = [{ colour = "yellow", when = { measure = "was_yellow", at_least = 1 } }]
otherwise = "green"
"""


def test_replay_counts_the_months_before_as_they_were_published(town: Town) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    policy.adopt(MILDER.encode(), "milder.toml", effective=date(2025, 7, 1), at=LATER, by="office")
    report(town.projects, {"ten": 6 * YI}, month="2025-07", at=LATER)
    told = queries.replay(books.load(BOOKS / "ballast-2025" / "book.toml"), "2025-07")
    lines = queries.lines("2025-07", held=EVERYWHERE).lines
    noted = [line.name for line in lines if line.lights["noted"] == "yellow"]
    assert "ten" in noted, "June was published under another book, and yellow"
    assert told.before["noted"]["yellow"] == len(noted)


def test_an_area_has_its_reasons_and_its_months_before(town: Town) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    [light] = queries.why_area("990001", JUNE, held=EVERYWHERE) or []
    assert light.code == "lights.area_progress" and light.reckoned
    assert queries.past_area_lights("990001") == {JUNE: {"area_progress": light.kept}}
    assert queries.why_area("990009", JUNE, held=EVERYWHERE) is None
