"""The table of GB/T 4754-2017 in the layouts offices have it in: each must say the same codes and names."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from ballast.kit.grid import Value
from ballast.rulebook.industries import NAMES, SECTIONS, normal
from ballast.rulebook.industries.table import entries

# Groups and classes of a few divisions, by their codes in the standard.
BELOW = {
    "011": "谷物种植", "0111": "稻谷种植", "0112": "小麦种植", "061": "烟煤和无烟煤开采洗选",
    "0610": "烟煤和无烟煤开采洗选", "111": "煤炭开采和洗选专业及辅助性活动", "1110": "煤炭开采和洗选专业及辅助性活动",
    "392": "通信设备制造", "3921": "通信系统设备制造",
}  # fmt: skip
Line = tuple[str, str, str]  # letter, digits, name


def lines() -> Iterator[Line]:
    """The table in its own order: a section, its divisions, what is known below them."""
    for letter, section in SECTIONS.items():
        yield letter, "", section.name.zh
        for division in section.divisions:
            yield letter, division, NAMES[division]
            yield from ((letter, code, name) for code, name in sorted(BELOW.items()) if code.startswith(division))


WHOLE = {letter + digits: name for letter, digits, name in lines()}
LEVELS = {0: 0, 2: 1, 3: 2, 4: 3}


def above(letter: str, digits: str) -> list[tuple[str, str]]:
    """A row's levels from the section down, each with its name."""
    codes = [digits[:length] for length in (2, 3, 4) if len(digits) >= length]
    return [(letter, WHOLE[letter]), *((code, WHOLE[letter + code]) for code in codes)]


def one_column(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [digits or letter, name]


def numbers(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [float(digits) if digits else letter, name, "指对各种活动"]


def with_letters(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [f"{letter}{digits}", name]


def in_one_cell(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [f"{letter}{digits}-{name}"]


def a_column_a_level(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    row: list[Value] = [None, None, None, None, name, "包括下列活动"]
    row[LEVELS[len(digits)]] = digits or letter
    return row


def levels_repeated(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    codes = [code for code, _ in above(letter, digits)]
    return [*codes, *[None] * (4 - len(codes)), name, ""]


def a_name_a_level(line: Line) -> Sequence[Value]:
    letter, digits, _ = line
    return [part for level in above(letter, digits) for part in level]


def names_after_levels(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    levels = above(letter, digits)
    if len(levels) < 3:
        return [levels[-1][0], name]
    return [*(code for code, _ in levels), *(name for _, name in levels)]


def name_first(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [name, digits or letter, str(LEVELS[len(digits)] + 1)]


def with_its_parent(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    parent = digits[:-1] if len(digits) > 2 else letter if digits else "0"
    return [digits or letter, parent, name]


def decorated(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [f"{letter}-{digits}*" if digits else f"门类{letter}", f"{name}*"]


def as_floats(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [f"{int(digits)}.0" if digits else letter, name]


def code_behind(line: Line) -> Sequence[Value]:
    letter, digits, name = line
    return [f"{name}（{letter}{digits}）"]


LAYOUTS = (
    decorated, as_floats, code_behind,
    one_column, numbers, with_letters, in_one_cell, a_column_a_level, levels_repeated, a_name_a_level,
    names_after_levels, name_first, with_its_parent,
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("counted", [False, True])
def test_every_layout_says_the_same(layout: Callable[[Line], Sequence[Value]], counted: bool) -> None:
    rows = [layout(line) for line in lines()]
    if counted:
        rows = [[number, *row] for number, row in enumerate(rows, 1)]
    cover: list[Sequence[Value]] = [["国民经济行业分类（GB/T 4754-2017）"], ["代码", "类别名称", "说明"]]
    found: dict[str, str] = {}
    for entry in entries([*cover, *rows]):
        found.setdefault(normal(entry.code), entry.name)
    assert found == WHOLE


def test_the_columns_of_an_older_standard_beside_it_are_left_out() -> None:
    cover: list[Sequence[Value]] = [
        ["新旧类目对照表（GB/T 4754—2011、2017）"],
        ["2017代码", "2017名称", "2011代码", "2011名称"],
    ]
    rows: list[Sequence[Value]] = [[digits or letter, name, "0199", "旧名"] for letter, digits, name in lines()]
    found: dict[str, str] = {}
    for entry in entries([*cover, *rows]):
        found.setdefault(normal(entry.code), entry.name)
    assert found == WHOLE


def test_a_group_whose_one_class_shares_its_row_is_known_too() -> None:
    rows: list[Sequence[Value]] = [
        ["B", None, None, None, "采矿业"],
        [None, None, "061", "0610", "烟煤和无烟煤开采洗选"],
    ]
    assert [entry.code for entry in entries(rows)] == ["B", "0610", "061"]


def test_a_code_of_no_section_is_given_as_written_with_its_row() -> None:
    [entry] = entries([["代码", "名称"], ["9811", "没有的行业"]])
    assert (entry.code, entry.row) == ("9811", 1)
