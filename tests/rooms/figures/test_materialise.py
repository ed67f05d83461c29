"""The open month by every way it is read: the engine itself, a process aside, and our own connection."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from ballast.kit import aside, engine
from ballast.rooms.figures import ledger, materialise, queries, shelf
from ballast.rooms.figures.workdays import workdays
from ballast.rulebook import books
from ballast.rulebook.figures.snapshot import snapshot
from rooms.figures.ledgers import record
from rooms.figures.readings import of_engine

MONTH = "2025-07"


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """The engine's own connection must not outlive the test's database."""
    yield
    engine.detach()


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ways that were taken; every ledger counts as large."""
    taken: list[str] = []
    monkeypatch.setattr(materialise, "SMALL", 0)
    for name in ("_by_the_engine", "_aside", "_by_hand"):
        way = getattr(materialise, name)

        def tell(*arguments: object, name: str = name, way: object = way) -> object:
            taken.append(name)
            return way(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(materialise, name, tell)
    return taken


def agrees(at: object = None) -> None:
    with shelf.volume(MONTH, at) as volume:  # type: ignore[arg-type]
        assert volume is not None
        expected = snapshot(ledger.facts(), MONTH, at, books.default(), workdays())  # type: ignore[arg-type]
        assert of_engine(volume.snapshot) == expected


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_is_read_without_our_connection(ways: list[str]) -> None:
    moments = record(7, 6, 2)
    agrees()
    agrees(moments[0])
    assert ways == [{"postgresql": "_by_the_engine", "sqlite": "_aside"}[connection.vendor]] * 2


@pytest.mark.django_db(transaction=True)
def test_what_is_not_committed_is_carried(ways: list[str]) -> None:
    with transaction.atomic():
        record(7, 4, 1)
        agrees()
    assert ways[-1] == "_by_hand"


@pytest.mark.django_db
def test_one_state_of_the_ledger_is_made_once(ways: list[str]) -> None:
    record(7, 4, 1)
    for _ in range(3):
        queries.figure("projects", month=MONTH)
    assert ways.count("_by_hand") == 1


@pytest.mark.django_db
def test_months_longest_not_asked_for_are_cleared_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "ROWS_KEPT", 10)
    record(7, 4, 1)
    for month in ("2025-03", "2025-04", "2025-05", "2025-06", MONTH):
        assert queries.figure("projects", month=month).total.numerator == 4
    kept = [row for (row,) in engine.query("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'open_%'")]
    assert len(kept) == 2 * len(shelf._shelf) <= 4


@pytest.mark.django_db(transaction=True)
def test_threads_ask_at_once() -> None:
    record(7, 5, 1)
    answers: list[object] = []

    def ask() -> None:
        answers.append(queries.figure("completion_rate", month=MONTH, by="county"))
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 6
    assert all(answer == answers[0] for answer in answers)


def test_reading_aside_says_what_went_wrong(tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite3"
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE t (a INTEGER)")
        made.execute("INSERT INTO t VALUES (7)")
    made.close()
    wanted = {tmp_path / "t.parquet": "SELECT a FROM application.main.t"}
    assert aside.read(file, "SELECT max(a) FROM application.main.t", wanted) == 7
    assert engine.query(f"SELECT a FROM {engine.parquet(tmp_path / 't.parquet')}") == [(7,)]
    with pytest.raises(OSError, match="missing_table"):
        aside.read(file, "SELECT max(a) FROM application.main.missing_table", {})


def test_the_engine_goes_nowhere() -> None:
    for name in ("autoinstall_known_extensions", "autoload_known_extensions"):
        assert engine.query("SELECT current_setting(?)", [name]) == [(False,)]
    with pytest.raises(ValueError, match="aside"):
        engine.attach({"ENGINE": "django.db.backends.sqlite3", "NAME": "x"})
