"""Lights by what is set: a project's task of a month, its developed land, an area's target; each opens to its cell."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from ballast import month
from ballast.kit.ledger import journal
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import EVERYWHERE, DevelopedCard, ProfileCard, TaskCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting import queries as told_of
from ballast.rooms.reporting.cards import IndicatorCard, ProgressCard
from ballast.rooms.supervision import gathering, queries
from ballast.rulebook.terms import Basis
from rooms.reporting.cast import saved
from rooms.supervision.cast import BOOKS, HANDED_IN, JUNE, YI, settle

pytestmark = pytest.mark.django_db
SEALED = HANDED_IN + timedelta(days=8)
# Of a task of 1 亿 set for June: exactly 80 %, 1 元 less, exactly 60 %, 1 元 less; and one without a task.
DONE = {"on time": 80_000_000, "ten": 79_999_999, "thirty": 60_000_000, "beyond": 59_999_999, "planless": YI}
COLOURS = {"on time": "green", "ten": "tracked", "thirty": "tracked", "beyond": "yellow_card", "planless": "unknown"}


def adopt(name: str) -> None:
    data = (BOOKS / name / "book.toml").read_bytes()
    policy.adopt(data, "book.toml", effective=date(2025, 1, 1), at=HANDED_IN, by="office")


def lit(light: str) -> dict[str, str]:
    """A light of every project in June."""
    found = queries.lines(JUNE, held=EVERYWHERE).lines
    return {line.name: line.lights[light] for line in found if light in line.lights}


def test_xinhuangs_cards_are_lit_by_the_tasks_of_the_month_and_stay_as_sealed() -> None:
    town = settle()
    adopt("xinhuang-2015")
    with journal.entry(at=HANDED_IN, by="east", action="submit") as writer:
        told = [ProgressCard(project_id=town.projects[name], month=JUNE, basis=Basis.DECLARED, month_completed=done)
                for name, done in DONE.items()]  # fmt: skip
        reporting.report(told, writer=writer)
    assert set(lit("month_task").values()) == {"unknown"}
    enter({("任务分解表", f"J{row}"): 10_000 for row in range(4, 8)})  # the four with a plan; J is June
    assert {name: lit("month_task")[name] for name in COLOURS} == COLOURS
    month.seal(JUNE, at=SEALED, by="office")
    later = SEALED + timedelta(days=3)
    with journal.entry(at=later, by="office", action="test") as writer:
        registry.describe([TaskCard(project_id=town.projects["beyond"], month=JUNE, task=YI)], writer=writer)
    assert {name: lit("month_task")[name] for name in COLOURS} == COLOURS
    [why] = [one for one in queries.why("P000004", JUNE, held=EVERYWHERE) or [] if one.code == "lights.month_task"]
    [task] = [cell for said, cell in why.cells if said.fact == "target.amount"]
    assert (task.text, task.recorded_at < SEALED) == ("任务分解.xlsx · 任务分解表!J7", True)
    assert not list(queries.verify())


def test_idle_land_is_seen_once_under_a_third_is_developed() -> None:
    town = settle()
    adopt("permit-and-land-2012")
    facts = dict(gathering.projects(gathering.month_end("2026-08"), ids=[town.projects["ten"]]))
    assert facts[town.projects["ten"]].developed_mu is None
    _record(
        *(ProfileCard(project_id=town.projects[name], name=name, area_id=town.county, total_investment=2 * YI,
                      land_mu=Decimal(90)) for name in ("ten", "thirty")),
        DevelopedCard(project_id=town.projects["ten"], developed_mu=Decimal("29.99")),
        DevelopedCard(project_id=town.projects["thirty"], developed_mu=Decimal(30)),
    )  # fmt: skip
    # Both stood still for a year, with half of their investment made: the ground decides.
    light = {line.name: line.lights.get("stopped_land") for line in queries.lines("2026-08", held=EVERYWHERE).lines}
    assert (light["ten"], light["thirty"]) == ("idle", "valid")


def test_an_area_is_judged_by_the_target_entered_before_the_books_own() -> None:
    town = settle()
    adopt("tianjin-2022")
    with journal.entry(at=HANDED_IN, by="office", action="test") as writer:
        reporting.report([_fai(town.county, "2024-06", 100 * YI), _fai(town.county, JUNE, 109 * YI),
                          _fai(town.city, "2024-06", 100 * YI), _fai(town.city, JUNE, 100 * YI)],
                         writer=writer)  # fmt: skip
    assert light_of_area() == "green", "9 % where the book expects 8 %"
    enter({("地区目标", "G4"): 9.5})
    assert light_of_area() == "yellow"
    found = queries.why_area("990001", JUNE, held=EVERYWHERE) or []
    assert any("9.5%" in one.sentence.zh for why in found for one in why.reckoned)
    assert {(said.fact, cell.text) for why in found for said, cell in why.cells} == {
        ("target", "任务分解.xlsx · 地区目标!G4")
    }
    enter({("地区目标", "M4"): 9})  # January to June
    assert light_of_area() == "green"


def light_of_area() -> str:
    """The light of the county in June, as it is kept."""
    [why] = [one for one in queries.why_area("990001", JUNE, held=EVERYWHERE) or [] if one.code == "lights.fai"]
    return why.kept


def enter(cells: dict[tuple[str, str], float]) -> None:
    """Type into the year's form, by sheet and address, and record it at the server."""
    mine = reporting.at_the_server("office")
    name, data = told_of.tasks_form(2025, "", mine=mine, at=HANDED_IN)
    book = load_workbook(io.BytesIO(data))
    for (sheet, where), value in cells.items():
        book[sheet][where].value = value
    done = reporting.set_tasks(saved(book), "任务分解.xlsx", mine=mine, at=HANDED_IN)
    assert done.cells == len(cells)


def _fai(area: int, period: str, amount: int) -> IndicatorCard:
    return IndicatorCard(area_id=area, indicator="fai", month=period, year_to_date=amount)


def _record(*cards: DevelopedCard | ProfileCard) -> None:
    with journal.entry(at=HANDED_IN, by="office", action="test") as writer:
        registry.describe(cards, writer=writer)
