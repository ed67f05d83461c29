"""The few of the 69 that fall behind are lit: by hand from the facts, on the board, and in the bulletin."""

from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest

from plugins.houses import House

pytestmark = pytest.mark.slow
Grouped = Callable[[str], dict[int, list[dict[str, Any]]]]
JULY, DUE = "2025-07", Fraction(7, 12)


@pytest.fixture
def lit(facts: SimpleNamespace) -> dict[int, dict[str, Any]]:
    """The fixed line of every project in July."""
    [july] = [one for one in facts.litmonth if one["month"] == JULY]
    return {row["project_id"]: row for row in facts.litproject if row["lit_id"] == july["id"]}


@pytest.fixture
def agenda(facts: SimpleNamespace) -> set[int]:
    """The projects of the agenda."""
    [key] = [one["id"] for one in facts.namedlist if one["code"] == "key69"]
    return {row["project_id"] for row in facts.membership if row["named_list_id"] == key}


def by_hand(project: int, by_project: Grouped) -> str:
    """The colour of the progress light: 10 to 30 points behind a twelfth a month is yellow, more is red."""
    told = [row for row in by_project("progress")[project] if row["basis"] == "declared" and row["month"] == JULY]
    plan = next(row["amount"] for row in by_project("annualplan")[project] if row["year"] == 2025)
    behind = (DUE - Fraction(told[0]["year_to_date"], plan)) * 100
    return "green" if behind < 10 else "yellow" if behind <= 30 else "red"


def test_the_agenda_is_lit_as_the_facts_say_and_few_of_it_fall_behind(
    agenda: set[int], lit: dict[int, dict[str, Any]], by_project: Grouped
) -> None:
    said = {project: lit[project]["lights"]["progress"] for project in agenda}
    assert said == {project: by_hand(project, by_project) for project in agenda}
    behind = [project for project, colour in said.items() if colour != "green"]
    assert len(agenda) == 69
    assert 1 <= len(behind) <= 10


def test_the_bulletin_names_those_the_board_lights(
    agenda: set[int], lit: dict[int, dict[str, Any]], facts: SimpleNamespace, mould: House, tmp_path: Path
) -> None:
    target = tmp_path / "bulletin.docx"
    mould.copy(tmp_path / "city").ballast("bulletin", JULY, "-o", str(target))
    said = "".join(docx.Document(BytesIO(target.read_bytes())).element.body.itertext())
    names = {row["project_id"]: row["name"] for row in facts.profile}
    behind = {names[project] for project in agenda if lit[project]["lights"]["progress"] != "green"}
    assert behind
    assert not [name for name in behind if name not in said]


def test_before_2025_nothing_was_lit_and_since_then_every_sealed_month_was(everything: SimpleNamespace) -> None:
    counts = {one["month"]: one["projects"] for one in everything.litmonth if one["edition"] == 1}
    assert len(counts) == 31
    assert all(bool(projects) == (month >= "2025-01") for month, projects in counts.items())
