"""Compiled SQL is kept on disk, signed: found there it is used, tampered with it is compiled anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ballast.rooms.figures import texts
from ballast.rulebook.figures.catalogue import standard

PARTS = tuple(standard()["completed"].reduced(7).components())
Ask = Callable[[], str]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Ask for a text as a new process does, which remembers none."""

    def asked() -> str:
        texts.figures.cache_clear()
        return texts.figures(PARTS, "county")

    monkeypatch.setattr(texts, "_source", lambda: "now")
    yield asked
    texts.figures.cache_clear()


def kept(folder: Path) -> Path:
    [file] = (folder / "sql").rglob("*.sql")
    return file


def test_a_text_found_on_disk_is_not_compiled_again(
    ask: Ask, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask()
    assert "GROUP BY" in first
    monkeypatch.setattr("ballast.rooms.figures.expressions.compiled", lambda *asked: "compiled again")
    assert ask() == first
    kept(data_folder).unlink()
    assert ask() == "compiled again"


def test_a_text_changed_behind_our_back_is_not_run(ask: Ask, data_folder: Path) -> None:
    first, file = ask(), kept(data_folder)
    file.write_text(file.read_text().replace("SUM", "MIN"))
    assert ask() == first
    assert "MIN" not in file.read_text()


def test_texts_of_an_earlier_source_are_cleared_away(
    ask: Ask, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, old = ask(), kept(data_folder)
    monkeypatch.setattr(texts, "_source", lambda: "later")
    assert ask() == first
    assert kept(data_folder) != old


def test_a_disk_that_takes_nothing_costs_time_only(ask: Ask, data_folder: Path) -> None:
    (data_folder / "sql").write_text("in the way")
    assert "GROUP BY" in ask()
