"""Sealed months: fixed for good, numbered when corrected, and read as they were printed at every moment."""

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.guards import names
from ballast.kit.ledger.journal import entry
from ballast.kit.ledger.sealing import seal
from ballast.rooms.figures import actions, queries
from ballast.rooms.figures.actions import NothingToFix
from ballast.rooms.figures.cards import Figure
from ballast.rooms.figures.editions import NoSuchEdition
from ballast.rooms.figures.models import Edition, FixedFigure
from ballast.rooms.figures.shelf import files
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.registry.models import Project
from ballast.rooms.reporting import actions as reporting
from rooms.figures.ledgers import START, progress, record
from rooms.figures.readings import undone

pytestmark = pytest.mark.django_db
CODES = ["projects", "completed", "completion_rate", "ahead_of_schedule", "completed_growth", "stalled", "fai_growth"]
MONTH = "2025-07"


def fixed(at: datetime, number: int, month: str = MONTH) -> Edition:
    laid = seal(month, at=at, by="测试")
    return actions.fix(month, seal=laid, number=number, reason="更正" if number > 1 else "", by="测试")


def printed(at: datetime | None, month: str = MONTH) -> dict[str, tuple[object, ...]]:
    found = queries.figures(CODES, month=month, by="county", at=at)
    return {code: (one.total, one.values, one.edition) for code, one in found.items()}


def test_every_figure_is_fixed_by_every_dimension_it_has() -> None:
    record(3, 6, 1)
    edition = fixed(START + timedelta(days=40), 1)
    expected = {("", one.code) for one in queries.catalogue()}
    expected |= {(by, one.code) for one in queries.catalogue() for by in one.dimensions}
    assert set(FixedFigure.objects.filter(edition=edition).values_list("by", "code")) == expected
    assert {row.fingerprint for row in FixedFigure.objects.all()} <= {one.fingerprint for one in queries.catalogue()}
    assert AuditLine.objects.filter(act="figures.fix", object=MONTH).count() == 1


def test_a_sealed_month_is_read_and_not_reckoned_again() -> None:
    record(3, 6, 1)
    before = printed(None)
    edition = fixed(START + timedelta(days=40), 1)
    after = printed(None)
    assert {code: said[:2] for code, said in before.items()} == {code: said[:2] for code, said in after.items()}
    assert {said[2] for said in after.values()} == {1}
    stored = FixedFigure.objects.get(edition=edition, code="projects", by="")
    assert stored.values == {"": [6, 1]}


def test_a_sealed_figure_asks_only_which_editions_and_books_there_are(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    record(3, 4, 1)
    fixed(START + timedelta(days=40), 1)
    queries.figure("completed", month=MONTH, by="county")
    with django_assert_num_queries(2):
        assert queries.figure("projects", month=MONTH, by="county").edition == 1


def test_an_edition_that_was_taken_back_is_not_remembered() -> None:
    record(3, 4, 1)
    before = printed(None)
    with undone():
        fixed(START + timedelta(days=40), 1)
        assert {said[2] for said in printed(None).values()} == {1}
    assert printed(None) == before
    assert {said[2] for said in before.values()} == {None}


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_at_every_moment_the_figures_are_those_printed_then(seed: int) -> None:
    with undone():
        moments = record(seed, 5, 1)
        first = printed(None)
        fixed(START + timedelta(days=1), 1)
        sealed = printed(None)
        record_more(seed + 1, START + timedelta(days=2))
        assert printed(None) == sealed, "a fact recorded after the seal changes nothing"
        fixed(START + timedelta(days=3), 2)
        corrected = printed(None)
        assert printed(moments[-1]) == first
        assert printed(START + timedelta(days=1)) == sealed
        assert printed(START + timedelta(days=3)) == corrected
        assert {said[2] for said in corrected.values()} == {2}
        assert not queries.verify_editions()


def record_more(seed: int, at: datetime) -> None:
    """Another entry about the same projects, after a seal."""
    with entry(at=at, by="测试", action="more") as writer:
        chance = Random(seed)
        for project in Project.objects.values_list("id", flat=True):
            reporting.report(list(progress(project, chance)), writer=writer)


def test_the_rows_of_a_sealed_month_add_up_to_what_was_fixed() -> None:
    record(11, 8, 1)
    fixed(START + timedelta(days=40), 1)
    record_more(12, START + timedelta(days=41))
    for code in CODES:
        _adds_up(queries.figure(code, month=MONTH, by="county"))


def _adds_up(figure: Figure) -> None:
    for key, value in {"": figure.total, **figure.values}.items():
        if value.numerator is not None:
            rows = queries.rows(figure.code, held=EVERYWHERE, month=MONTH, by=figure.by if key else "", key=key)
            assert sum(row.contribution for row in rows) == value.numerator, (figure.code, key)


def test_a_changed_file_is_found() -> None:
    record(3, 4, 1)
    edition = fixed(START + timedelta(days=40), 1)
    assert queries.verify_editions() == []
    rows, indicators = files(edition)
    rows.write_bytes(rows.read_bytes()[:-1] + b"x")
    indicators.unlink()
    found = queries.verify_editions()
    assert [Path(one.where.split()[-1]).suffix for one in found] == [".parquet", ".parquet"]
    assert "哈希" in found[0].sentence.zh
    assert "gone" in found[1].sentence.en


@pytest.mark.parametrize(
    "behind_our_back",
    [
        "UPDATE figures_fixedfigure SET values = '{\"\": [999, 1]}' WHERE code = 'projects' AND \"by\" = ''",
        "UPDATE figures_fixedfigure SET fingerprint = 'x' WHERE code = 'projects' AND \"by\" = ''",
        "DELETE FROM figures_fixedfigure WHERE code = 'projects'",
        "UPDATE figures_edition SET rows_sha256 = 'x'",
        "DELETE FROM figures_fixedfigure; DELETE FROM figures_edition",
    ],
)
def test_a_value_changed_behind_our_back_is_found(behind_our_back: str) -> None:
    record(3, 4, 1)
    fixed(START + timedelta(days=40), 1)
    assert queries.verify_editions() == []
    with connection.cursor() as cursor:
        for statement in behind_our_back.split("; "):
            with pytest.raises(DatabaseError, match="ballast ledger"), transaction.atomic():
                cursor.execute(statement.replace("SET values", 'SET "values"'))
        for table in ("figures_fixedfigure", "figures_edition"):
            for trigger in names(table, closable=False):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {trigger}{on}")
        for statement in behind_our_back.split("; "):
            cursor.execute(statement.replace("SET values", 'SET "values"'))
    assert queries.verify_editions()


def test_a_month_the_ledger_knows_nothing_of_is_not_fixed() -> None:
    record(3, 4, 1)
    with pytest.raises(NothingToFix, match="2031-01"):
        fixed(START + timedelta(days=40), 1, month="2031-01")
    assert not Edition.objects.exists()
    assert not FixedFigure.objects.exists()


def test_editions_tell_their_moment() -> None:
    record(3, 4, 1)
    edition = fixed(START + timedelta(days=40), 1)
    assert queries.edition_moment(MONTH, 1) == edition.seal.moment
    assert queries.latest_edition(MONTH) == 1
    assert [state.sealed_edition for state in queries.months() if state.month == MONTH] == [1]
    with pytest.raises(NoSuchEdition, match="2"):
        queries.edition_moment(MONTH, 2)
