"""Every drawn list is read as the answer below it says; nothing of it is lost, and nothing invented."""

import re
import unicodedata
from decimal import Decimal
from itertools import zip_longest

import pytest

from ballast.kit.grid import Value
from ballast.rulebook.lists import Group, Recognition, recognise
from ballast.rulebook.lists.upright import set_upright
from rulebook.lists.drawings import Drawing, drawings, yuan
from rulebook.lists.makers import accounted

FIELDS = ("area", "owner", "responsible", "source")


@pytest.mark.parametrize("name", sorted(drawings()))
def test_a_drawn_list_is_read_as_its_answer_says(name: str) -> None:
    drawing = drawings()[name]
    result = recognise(drawing.grids, file=drawing.file, known_areas=drawing.known)
    assert [row.name for row in result.rows] == [row[0] for row in drawing.answers["rows"]]
    for row, wanted in zip(result.rows, drawing.answers["rows"], strict=True):
        told = [row.total_investment, row.annual_plan, *(getattr(row, field) for field in FIELDS)]
        asked = [yuan(text) for text in wanted[1:3]] + [None if text == "-" else text for text in wanted[3:]]
        found = [one.split("!")[-1] if place == 5 else one for place, one in enumerate(told[: len(asked)])]
        assert found == asked, row.name
    if "groups" in drawing.answers:
        assert _told_groups(result.groups, drawing) == drawing.answers["groups"]
    codes = {fault.code for fault in (*result.warnings, *result.errors)}
    assert {word[0] for word in drawing.answers.get("faults", [])} <= codes
    assert not codes & {word[0] for word in drawing.answers.get("quiet", [])}
    accounted(drawing.grids, result)
    _nothing_invented(result, drawing)


def _nothing_invented(result: Recognition, drawing: Drawing) -> None:
    """Every amount of a project stands in its own rows, in one unit or another, or is said to be their sum."""
    grids = {grid.name: grid for grid in set_upright(drawing.grids)[0]}
    for row in result.rows:
        written = [number for at in row.rows for number in _numbers(grids[row.sheet].rows[at])]
        added = any(fault.code in ("money-added", "money-phased") for fault in row.warnings)
        for amount in (row.total_investment, row.annual_plan):
            assert not amount or added or any(number * unit == amount for number in written for unit in UNITS), row.name


UNITS = (1, 1_000, 10_000, 1_000_000, 10_000_000, 100_000_000)


def _numbers(cells: list[Value]) -> list[Decimal]:
    """Every number that stands in a row, 1亿2千万 as the words that make one amount."""
    found = []
    for value in cells:
        text = unicodedata.normalize("NFKC", str(value)) if value is not None else ""
        # A line break may part two amounts, or thousands of one.
        for joint in (r"[, ]", r"[, \n]"):
            joined = re.sub(rf"(\d){joint}(?=\d{{3}})", r"\1", text)
            found += [Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", joined)]
        found += [Decimal(int(a) * 10_000 + int(b) * 1_000) for a, b in re.findall(r"(\d)亿(\d)千万", text)]
    return found


def _told_groups(groups: list[Group], drawing: Drawing) -> list[list[str]]:
    """The groups as an answer writes them; what the answer does not ask as it has it."""
    asked = drawing.answers["groups"]
    told = []
    for place, group in enumerate(groups):
        wanted = asked[place] if place < len(asked) else []
        agrees = "rounded" if group.rounded else {True: "yes", False: "no", None: "-"}[group.reconciles]
        found: list[object] = [
            group.title,
            group.level,
            group.stated_count,
            group.stated_total,
            group.counted,
            group.summed,
            agrees,
        ]
        told.append([_as_asked(one, text) for one, text in zip_longest(found, wanted, fillvalue="?")])
    return told


def _as_asked(one: object, text: object) -> str:
    """``one`` in the form of ``text``, so that equal values are equal texts."""
    if text == "?":
        return "?"
    if one is None:
        return "-"
    if isinstance(one, int) and isinstance(text, str) and text[-1:] in ("亿", "万", "元"):
        return text if yuan(text) == one else f"{one}元"
    return str(one)
