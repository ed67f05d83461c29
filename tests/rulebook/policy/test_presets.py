"""Every published rule as a book: its worked cases come out right, and it can be read in words."""

from pathlib import Path

import pytest

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook import books
from ballast.rulebook.books.layers import POLICIES
from ballast.rulebook.telling.book import told
from ballast.rulebook.trying import Checked, read, tried

PRESETS = sorted(path.parent for path in (POLICIES / "presets").glob("*/book.toml"))
WANTED = {"yinchuan-2025", "xinhuang-2015", "permit-and-land-2012", "three-lists", "three-notes-2017", "ballast-2025"}


def test_the_presets_are_there() -> None:
    assert {path.name for path in PRESETS} >= WANTED
    assert len(PRESETS) >= len(WANTED) + 2


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.name)
def test_the_worked_cases_of_a_preset_come_out_right(preset: Path) -> None:
    book = books.load(preset / "book.toml")
    checked = tried(read(preset / "cases.toml", book), book, PUBLISHED.is_workday)
    assert len(checked) >= 6
    assert [one for one in checked if not one.right] == []


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.name)
def test_a_preset_is_read_in_both_languages(preset: Path) -> None:
    for chapter in told(books.load(preset / "book.toml")):
        for line in chapter.lines:
            assert line.name.zh and line.name.en
            assert all(said.zh and said.en for said in line.says), line.code


def test_a_wrong_case_is_found_wrong(tmp_path: Path) -> None:
    """A try that cannot fail would prove nothing."""
    preset = POLICIES / "presets" / "yinchuan-2025"
    book = books.load(preset / "book.toml")
    wrong = tmp_path / "cases.toml"
    text = (preset / "cases.toml").read_text(encoding="utf-8").replace('progress = "yellow"', 'progress = "red"', 1)
    wrong.write_text(text, encoding="utf-8")
    checked: list[Checked] = [one for one in tried(read(wrong, book), book, PUBLISHED.is_workday) if not one.right]
    assert [(one.asked, one.wanted, one.got) for one in checked] == [("lights.progress", "red", "yellow")]
    assert "落后 10 个百分点" in checked[0].why.zh
