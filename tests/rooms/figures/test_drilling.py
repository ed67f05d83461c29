"""Every drill-down is the very rows: as many as counted, and they add up to the figure."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ballast.rooms.figures import ledger, queries
from ballast.rooms.figures.questions import UnknownPart
from ballast.rooms.figures.workdays import workdays
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rulebook import books
from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.snapshot import snapshot
from ballast.rulebook.figures.vocabulary import HowMany
from rooms.figures.ledgers import record
from rooms.figures.readings import undone

pytestmark = pytest.mark.django_db
MONTH = "2025-07"
some = settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(seed=st.integers(0, 2**32))
@some
def test_rows_add_up_and_counts_count_them(seed: int) -> None:
    with undone():
        record(seed, 7, 2)
        figures = queries.figures(standard(), month=MONTH, by="county")
        for code, figure in figures.items():
            wanted = {("", ""): figure.total} | {("county", key): value for key, value in figure.values.items()}
            for (by, key), value in wanted.items():
                for part, expected in (("numerator", value.numerator), ("denominator", value.denominator)):
                    if expected is None or (part == "denominator" and not standard()[code].reduced(7).denominator):
                        continue
                    rows = queries.rows(code, held=EVERYWHERE, month=MONTH, by=by, key=key, part=part)
                    assert sum(row.contribution for row in rows) == expected, (code, by, key, part)
                    if isinstance(standard()[code].formula, HowMany):
                        assert len(rows) == expected


def test_a_project_on_two_lists_counts_under_each() -> None:
    record(7, 20, 1)
    found = queries.figure("projects", month=MONTH, by="list")
    for key, value in found.values.items():
        rows = queries.rows("projects", held=EVERYWHERE, month=MONTH, by="list", key=key)
        assert len(rows) == value.numerator
        assert len({row.project for row in rows}) == len(rows)
    assert len(found.values) == 3


def test_part_is_numerator_or_denominator() -> None:
    with pytest.raises(UnknownPart, match="numerator"):
        queries.rows("projects", held=EVERYWHERE, month=MONTH, part="top")


def test_a_project_is_one_row_of_the_snapshot() -> None:
    record(7, 3, 1)
    [first, *_] = snapshot(ledger.facts(), MONTH, None, books.default(), workdays())
    found = queries.project(first["project"], MONTH)
    assert found is not None
    assert found["name"] == first["name"]
    assert queries.project(10**9, MONTH) is None
