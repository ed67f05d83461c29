"""Every figure is proved twice: plain Python over rows, and the engine's expression, on random ledgers."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ballast.kit.ledger.sealing import seal
from ballast.rooms.figures import ledger, queries, reckoning, shelf
from ballast.rooms.figures.actions import fix
from ballast.rooms.figures.cards import Figure
from ballast.rooms.figures.sweeping import reckon_edition
from ballast.rooms.figures.workdays import workdays
from ballast.rooms.registry.models import Project
from ballast.rulebook import books
from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.columns import BY
from ballast.rulebook.figures.facts import Facts
from ballast.rulebook.figures.reading import months_before, read
from ballast.rulebook.figures.snapshot import Wide, indicators, snapshot
from rooms.figures.ledgers import START, record
from rooms.figures.readings import in_the_database, in_the_database_by_all, lay_lookups, of_engine, undone

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LATER = START + timedelta(days=40)
MONTHS = ("2024-07", "2025-05", "2025-06", "2025-07")

ledgers = given(
    seed=st.integers(0, 2**32), projects=st.integers(1, 9), entries=st.integers(1, 3), month=st.sampled_from(MONTHS)
)
few = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def plain(facts: Facts, month: str, at: datetime | None) -> list[Wide]:
    return snapshot(facts, month, at, books.default(), workdays())


@ledgers
@few
@example(seed=7, projects=9, entries=3, month="2025-07")
def test_the_snapshot(seed: int, projects: int, entries: int, month: str) -> None:
    """By the engine, and by the application's own database, SQLite or PostgreSQL."""
    with undone():
        moments = record(seed, projects, entries)
        lay_lookups()
        facts = ledger.facts()
        for at in (None, moments[0]):
            expected = plain(facts, month, at)
            with shelf.volume(month, at) as volume:
                assert volume is not None
                assert of_engine(volume.snapshot) == expected
            assert in_the_database(month, at) == expected


@ledgers
@settings(few, max_examples=3)
@example(seed=7, projects=9, entries=3, month="2025-07")
def test_every_figure_by_every_dimension(seed: int, projects: int, entries: int, month: str) -> None:
    """The whole edition at once, the application's own database, one dimension asked for, and Parquet once sealed."""
    with undone():
        at = record(seed, projects, entries)[-1]
        lay_lookups()
        catalogue = list(standard().values())
        swept, in_database = reckon_edition(catalogue, month, at), in_the_database_by_all(month, at)
        chosen = list(BY)[seed % len(BY)]
        asked = reckoning.reckon(catalogue, month, chosen, at)
        fix(month, seal=seal(month, at=LATER, by="测试"), number=1, reason="", by="测试")
        facts = ledger.facts()
        snapshots = {back: plain(facts, months_before(month, back), at) for back in (0, 12)}
        published = indicators(facts, at)
        for by in ("", *BY):
            found = {"swept": swept[by], "database": in_database[by]}
            found["parquet"] = reckoning.reckon(catalogue, month, by, None)
            found |= {"asked": asked} if by == chosen else {}
            fixed = queries.figures(standard(), month=month, by=by)
            for one in catalogue:
                whole, values = read(one.reduced(int(month[5:])), by, month, dict(snapshots), published)
                expected = (whole, values if by in one.dimensions else {})
                for reader, said in found.items():
                    assert said[one.code] == expected, (reader, one.code, by)
                assert pairs(fixed[one.code]) == expected, ("fixed", one.code, by)


def pairs(figure: Figure) -> tuple[object, ...]:
    """A figure as the plain reading gives it."""
    assert figure.edition == 1
    total, values = figure.total, figure.values.items()
    return (total.numerator, total.denominator), {key: (one.numerator, one.denominator) for key, one in values}


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
