"""Every figure is proved twice: plain Python over rows, and the engine's expression, on random ledgers."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ballast.rooms.figures import ledger, reckoning, shelf
from ballast.rooms.figures.sweeping import reckon_edition
from ballast.rooms.figures.workdays import workdays
from ballast.rooms.registry.models import Project
from ballast.rulebook import books
from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.columns import BY
from ballast.rulebook.figures.facts import Facts
from ballast.rulebook.figures.reading import keys, measure, months_before, read
from ballast.rulebook.figures.snapshot import Wide, indicators, snapshot
from rooms.figures.ledgers import record
from rooms.figures.readings import components, in_the_database, lay_lookups, of_engine, undone

pytestmark = pytest.mark.django_db
MONTHS = ("2024-07", "2025-05", "2025-06", "2025-07")

ledgers = given(
    seed=st.integers(0, 2**32), projects=st.integers(1, 9), entries=st.integers(1, 3), month=st.sampled_from(MONTHS)
)
few = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def plain(facts: Facts, month: str, at: datetime | None) -> list[Wide]:
    return snapshot(facts, month, at, books.default(), workdays())


@ledgers
@few
@example(seed=7, projects=9, entries=3, month="2025-07")
def test_the_snapshot(seed: int, projects: int, entries: int, month: str) -> None:
    with undone():
        moments = record(seed, projects, entries)
        facts = ledger.facts()
        for at in (None, moments[0]):
            with shelf.volume(month, at) as volume:
                assert volume is not None
                assert of_engine(volume.snapshot) == plain(facts, month, at)


@ledgers
@few
@example(seed=7, projects=9, entries=3, month="2025-07")
def test_every_figure_by_every_dimension(seed: int, projects: int, entries: int, month: str) -> None:
    with undone():
        at = record(seed, projects, entries)[-1]
        facts = ledger.facts()
        snapshots = {back: plain(facts, months_before(month, back), at) for back in (0, 12)}
        published = indicators(facts, at)
        catalogue = standard().values()
        swept = reckon_edition(catalogue, month, at)
        for by in ("", *BY):
            found = reckoning.reckon(catalogue, month, by, at)
            for one in catalogue:
                whole, values = read(one.reduced(int(month[5:])), by, month, dict(snapshots), published)
                expected = (whole, values if by in one.dimensions else {})
                assert found[one.code] == expected, (one.code, by)
                assert swept[by][one.code] == expected, ("swept", one.code, by)


@ledgers
@settings(few, max_examples=3)
@example(seed=7, projects=9, entries=3, month="2025-07")
def test_the_application_database_reads_the_same(seed: int, projects: int, entries: int, month: str) -> None:
    with undone():
        moments = record(seed, projects, entries)
        lay_lookups()
        facts = ledger.facts()
        parts = {part for one in standard().values() for part in one.reduced(7).components()}
        mine = [part for part in parts if not part.back and not part.indicator]
        for at in (None, moments[0]):
            rows = plain(facts, month, at)
            assert in_the_database(month, at) == rows
            for by in ("", "county", "list", "stage"):
                found = components(mine, by, month)
                for part in mine:
                    grouped: dict[str, list[Wide]] = {}
                    for row in rows:
                        for key in keys(row, by):
                            grouped.setdefault(key, []).append(row)
                    assert found[part] == {key: measure(group, part) for key, group in grouped.items()}, part


def test_random_ledgers_are_worth_reading() -> None:
    """The random city has started, stalled, promised and listed projects, and figures that are not absent."""
    with undone():
        record(7, 60, 1)
        assert Project.objects.count() == 60
        rows = plain(ledger.facts(), "2025-07", None)
        for column in ("stall", "stage", "size_band", "lists", "park", "service"):
            assert len({row[column] for row in rows}) >= 3, column
        for flag in ("promise_due", "promise_kept", "behind", "reported", "high_tech"):
            assert {row[flag] for row in rows} >= {True, False}, flag
