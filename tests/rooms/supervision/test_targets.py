"""Lights by what is set: a project's task of a month, its developed land, an area's target; each opens to its cell."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from ballast import month
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import Source
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import EVERYWHERE, DevelopedCard, ProfileCard, TaskCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import IndicatorCard, TargetCard
from ballast.rooms.supervision import gathering, queries
from rooms.supervision.cast import BOOKS, HANDED_IN, JUNE, YI, Town, settle

pytestmark = pytest.mark.django_db
SEALED = HANDED_IN + timedelta(days=8)
# What June brought is 1 亿 for each: a share of the task of exactly 80 %, a hair less, exactly 60 %, a hair less.
TASKS = {"on time": YI * 100 // 80, "ten": YI * 100 // 80 + 1, "thirty": YI * 5 // 3, "beyond": YI * 5 // 3 + 1}
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
    assert set(lit("month_task").values()) == {"unknown"}
    tasks = {name: TaskCard(project_id=town.projects[name], month=JUNE, task=task) for name, task in TASKS.items()}
    _record(*tasks.values())
    assert {name: lit("month_task")[name] for name in COLOURS} == COLOURS
    month.seal(JUNE, at=SEALED, by="office")
    later = SEALED + timedelta(days=3)
    with journal.entry(at=later, by="office", action="test") as writer:
        registry.describe([TaskCard(project_id=town.projects["beyond"], month=JUNE, task=YI)], writer=writer)
    assert {name: lit("month_task")[name] for name in COLOURS} == COLOURS
    [why] = [one for one in queries.why("P000004", JUNE, held=EVERYWHERE) or [] if one.code == "lights.month_task"]
    [task] = [cell for said, cell in why.cells if said.fact == "target.amount"]
    assert (task.field, task.recorded_at < SEALED) == ("task", True)
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
    assert _target_of(town, "fai_growth", "2025") is None
    with journal.entry(at=HANDED_IN, by="office", action="test") as writer:
        writer.source = Source.objects.create(
            kind="workbook", place="地区目标", columns={"percent": "F"}, received_at=writer.moment, received_by="office"
        )
        for period, amount in (("2024-06", 100 * YI), (JUNE, 109 * YI)):
            said = IndicatorCard(area_id=town.county, indicator="fai", month=period, year_to_date=amount)
            reporting.report([said], writer=writer)
        reporting.report(
            [TargetCard(area_id=town.county, target="fai_growth", period="2025", percent=Decimal("9.5"), row=6)],
            writer=writer,
        )
    assert _target_of(town, "fai_growth", "2025") == Decimal("9.5")
    found = queries.why_area("990001", JUNE, held=EVERYWHERE)
    assert any("9.5%" in one.sentence.zh for why in found or [] for one in why.reckoned)
    cells = {(said.fact, cell.text) for why in found or [] for said, cell in why.cells}
    assert cells == {("target", "workbook · 地区目标!F6")}


def _target_of(town: Town, code: str, period: str) -> object:
    facts = gathering.areas(gathering.month_end(JUNE))["990001"]
    return facts.targets.get(code, {}).get(period)


def _record(*cards: TaskCard | DevelopedCard | ProfileCard) -> None:
    with journal.entry(at=HANDED_IN, by="office", action="test") as writer:
        registry.describe(cards, writer=writer)
