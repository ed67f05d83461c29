"""The project list: filters, search, sorting, paging and facets that say what each choice would show."""

from functools import partial

import pytest

from ballast.rooms.figures import ledger, queries
from ballast.rooms.figures.questions import UnknownColumn, UnknownDimension
from ballast.rooms.figures.workdays import workdays
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rulebook import books
from ballast.rulebook.figures.reading import keys
from ballast.rulebook.figures.snapshot import Wide, snapshot
from rooms.figures.ledgers import record

browse = partial(queries.projects, held=EVERYWHERE)
pytestmark = pytest.mark.django_db
MONTH = "2025-07"


@pytest.fixture
def city() -> list[Wide]:
    record(7, 40, 1)
    return snapshot(ledger.facts(), MONTH, None, books.default(), workdays())


def test_filters_join_and_facets_say_what_each_key_would_show(city: list[Wide]) -> None:
    page = browse(MONTH, filters={"county": "990101,990102", "list": "key69"})
    expected = [row for row in city if row["county"] in ("990101", "990102") and "|key69|" in row["lists"]]
    assert page.count == len(expected) > 0
    assert {row["project"] for row in page.rows} == {row["project"] for row in expected}
    listed = [row for row in city if "|key69|" in row["lists"]]
    assert sum(page.facets["county"].values()) == len(listed), "a facet leaves its own filter out"
    for stage, count in page.facets["stage"].items():
        narrowed = browse(MONTH, filters={"county": "990101,990102", "list": "key69", "stage": stage})
        assert narrowed.count == count
    for code, count in page.facets["list"].items():
        assert count == sum(code in keys(row, "list") for row in city if row["county"] in ("990101", "990102"))


def test_pages_never_overlap_and_lose_nothing(city: list[Wide]) -> None:
    seen = [row["project"] for number in (1, 2, 3) for row in browse(MONTH, page=number, size=15).rows]
    assert sorted(seen) == [row["project"] for row in city]


def test_sorting_puts_what_is_absent_last_in_both_directions(city: list[Wide]) -> None:
    for sort, turned in (("total_investment", False), ("-total_investment", True)):
        found = [row["total_investment"] for row in browse(MONTH, sort=sort, size=100).rows]
        known = [amount for amount in found if amount is not None]
        assert known == sorted(known, reverse=turned)
        assert found[len(known) :] == [None] * (len(found) - len(known))
        assert len(known) < len(found) == len(city)


def test_search_takes_every_word_literally(city: list[Wide]) -> None:
    assert browse(MONTH, search="项目").count == len(city)
    assert browse(MONTH, search="甲公司 项目").count == sum(row["owner"] == "甲公司" for row in city)
    assert browse(MONTH, search="'\"%").count == len(city)
    assert browse(MONTH, search="_").count == 0
    assert browse(MONTH, search="p0000").count == len(city), "serials in any case"


def test_a_month_nobody_knows_of_has_no_projects(city: list[Wide]) -> None:
    page = browse("2031-01")
    assert (page.rows, page.count) == ([], 0)


def test_unknown_columns_and_facets_are_refused(city: list[Wide]) -> None:
    with pytest.raises(UnknownColumn, match="total_investment"):
        browse(MONTH, sort="-total_investmnt")
    with pytest.raises(UnknownDimension, match="county"):
        browse(MONTH, filters={"colour": "red"})
