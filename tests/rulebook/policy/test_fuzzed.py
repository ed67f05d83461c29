"""Books with one thing wrong: each is refused with file, line, key and what would be right; none breaks the reader.

The presets are changed at one place at a time. A key left out may be one that may be left out, and a book with it is
right; whatever is refused is refused in words. The whole of it takes minutes; here a few places stand for the rest.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ballast.rulebook import books
from ballast.rulebook.books import FaultyBook
from ballast.rulebook.books.layers import POLICIES
from ballast.rulebook.trying import read

KEY = re.compile(r"^(\s*)([a-z_]+)(\s*=\s*)(\S.*)$")
INSIDE = re.compile(r"([{,]\s*)([a-z_]+)\s*=\s*(\"[^\"]*\"|[-\w.]+)")
WRONG = ("true", '"胡说"', "-7", "[1]", "{ a = 1 }", "2025-02-28", "nan", "1e999999")
PRESETS = sorted(POLICIES.glob("presets/*/book.toml"))
EVERY = 23  # of the places of a book, one in so many


def refused(text: str | bytes) -> list[books.Fault]:
    """The faults of a book, none where it can be followed; anything but a FaultyBook fails the test."""
    try:
        books.parse(text if isinstance(text, bytes) else text.encode(), "book.toml")
    except FaultyBook as found:
        return list(found.faults)
    return []


def changed(text: str) -> Iterator[str]:
    """The book with one line left out, one key misspelled, one value of another kind; in every way once in a while."""
    lines = text.splitlines()
    for place, line in enumerate(lines):
        rest = ["", *lines[place + 1 :]]
        rest[0] = "\n".join(lines[:place])
        if found := KEY.match(line):
            yield "\n".join([rest[0], *rest[1:]])
            yield "\n".join([rest[0], f"{found[1]}{found[2]}x{found[3]}{found[4]}", *rest[1:]])
            for wrong in WRONG if found[4][-1] not in "[{" else ():
                yield "\n".join([rest[0], f"{found[1]}{found[2]}{found[3]}{wrong}", *rest[1:]])
        for part in INSIDE.finditer(line):
            yield "\n".join([rest[0], line[: part.end(2)] + "z" + line[part.end(2) :], *rest[1:]])
            for wrong in WRONG:
                yield "\n".join([rest[0], line[: part.start(3)] + wrong + line[part.end(3) :], *rest[1:]])


@pytest.mark.slow
@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.parent.name)
def test_whatever_is_wrong_is_refused_with_its_place(preset: object) -> None:
    number = PRESETS.index(preset)  # type: ignore[arg-type]
    several = list(changed(PRESETS[number].read_text(encoding="utf-8")))
    for text in several[number % EVERY :: max(EVERY, len(several) // 6)]:
        for fault in refused(text):
            assert fault.file and fault.line > 0, fault
            assert fault.key or "TOML" in fault.sentence.zh, fault
            assert fault.sentence.en and "Input should" not in fault.sentence.zh, fault


TEXT = (POLICIES / "presets" / "yinchuan-2025" / "book.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "line", "key", "says"),
    [
        (TEXT.encode("gb18030"), 1, "", "像是 GBK"),
        (TEXT.encode("utf-16"), 1, "", "不是 UTF-8"),
        (f"{TEXT}\n\x00".encode(), 0, "", "TOML"),
        (f"{TEXT}\nx = {'[' * 3000}".encode(), 0, "", "TOML"),
        (f"{TEXT}\nx = {'[' * 3000}{']' * 3000}".encode(), 0, "", "括号套得太深"),
        (re.sub(r"(?m)^date = .*$", "date = 2025-02-30", TEXT).encode(), 0, "", "TOML"),
        (re.sub(r"(?m)^(date = .*)$", r"\1\n\1", TEXT).encode(), 0, "", "TOML"),
        (b"", 1, "place", "必须写"),
        (TEXT.replace("=", "＝", 1).encode(), 0, "", "＝ 应为 ="),
    ],
)
def test_what_is_no_book_is_refused_with_its_line(data: bytes, line: int, key: str, says: str) -> None:
    [first, *_] = refused(data)
    assert first.line == line or (not line and first.line > 0)
    assert first.key == key and says in first.sentence.zh


def test_a_mark_of_bytes_tabs_and_windows_lines_do_no_harm() -> None:
    text = TEXT.replace("    ", "\t").replace("\n", "\r\n")
    assert not refused(b"\xef\xbb\xbf" + text.encode())


CASE = """[[case]]
name = "排名"
month = "2025-07"
[case.ranking]
sheet = "monthly"
subjects = [{ name = "甲", values = { month_mean = VALUE } }]
[case.expect.ranking]
places = { "甲" = PLACE }
[[case]]
name = "项目"
month = "2025-07"
project = { annual_plan = 1 }
expect.measures = { month_progress = EXPECTED }
"""


@pytest.mark.parametrize("wrong", ["true", '"胡说"', "[1]", "{ a = 1 }", "2025-02-28", "nan", "1e999999", '""'])
def test_a_wrong_value_in_a_worked_case_is_refused_with_its_place(wrong: str, tmp_path: Path) -> None:
    book = books.load(POLICIES / "presets" / "zhumadian-2019" / "book.toml")
    right = {"VALUE": "5", "PLACE": "1", "EXPECTED": "3"}
    for name in right:
        file, text = tmp_path / "cases.toml", CASE
        for word, said in {**right, name: wrong}.items():
            text = text.replace(word, said)
        file.write_text(text, encoding="utf-8")
        with pytest.raises(FaultyBook) as found:
            read(file, book)
        assert all(fault.line > 0 and fault.key for fault in found.value.faults)
