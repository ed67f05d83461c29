"""Worked cases of a site tour: ballots in plain numbers, and the points and places that must come out."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.book import Book
from ballast.rulebook.books.tours import Factor, Tour, factor
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import Path as Keys
from ballast.rulebook.telling.values import decimal
from ballast.rulebook.touring import Ballot, County, Standing, marked, placed
from ballast.rulebook.touring.explaining import of_county, of_project
from ballast.rulebook.trying.plain import Place

Marks = Annotated[tuple[Factor, ...], Field(min_length=1)]


class TouredProject(Page):
    """One project: its ballots by kind of judges, each the marks in the order of the items."""

    ballots: dict[str, tuple[Marks, ...]] = Field(min_length=1, description="评委种类 = 选票的列表 / ballots by kind")
    coefficient: Factor = Field(Fraction(1), description="难度系数 / difficulty coefficient")


class TouredCounty(Page):
    """One county with its projects."""

    name: str = Field(min_length=1)
    group: str = Field("", description="哪一组 / its group")
    projects: tuple[TouredProject, ...] = Field(min_length=1)


class TourCase(Page):
    """A whole tour."""

    kind: str = Field(description="哪种观摩 / which tour of the book")
    counties: tuple[TouredCounty, ...] = Field(min_length=1)
    draws: tuple[tuple[str, ...], ...] = Field((), description="抽签所定的先后 / the orders that were drawn")


class TourExpected(Page):
    """What must come out of it."""

    points: dict[str, Annotated[Fraction, BeforeValidator(factor)]] = Field({}, description="县 = 得分，两位小数")
    places: dict[str, Place] = Field({}, description="县 = 名次 / the place over all")
    group_places: dict[str, Place] = Field({}, description="县 = 组内名次 / the place in its group")


def strangers(case: TourCase, book: Book, where: Keys) -> Iterator[tuple[Keys, Sentence]]:
    """What a case names that the book does not have, and ballots of another length than its items."""
    tour = book.tours.get(case.kind)
    if tour is None:
        known = "、".join(book.tours) or "（无）"
        yield (*where, "kind"), Sentence(f"手册里没有观摩“{case.kind}”；已有：{known}", f"no tour {case.kind!r}")
        return
    for number, county in enumerate(case.counties):
        for place, project in enumerate(county.projects):
            here: Keys = (*where, "counties", number, "projects", place, "ballots")
            yield from _ballots(tour, project, here)


def _ballots(tour: Tour, project: TouredProject, here: Keys) -> Iterator[tuple[Keys, Sentence]]:
    for kind, ballots in project.ballots.items():
        if kind not in tour.judges:
            yield (*here, kind), Sentence(f"没有评委“{kind}”；已有：{'、'.join(tour.judges)}", f"no judges {kind!r}")
        if any(len(marks) != len(tour.items) for marks in ballots):
            yield (
                (*here, kind),
                Sentence(f"每张票应有 {len(tour.items)} 个分数", f"a ballot has {len(tour.items)} marks"),
            )
    for kind in tour.judges:
        if not project.ballots.get(kind):
            yield here, Sentence(f"没有“{kind}”的票，算不出得分", f"without ballots of {kind!r} there are no points")


def toured(case: TourCase, expected: TourExpected, book: Book) -> Iterator[tuple[str, str, str, Sentence]]:
    """What was asked, what must come out, what came out, and why, for every expectation."""
    tour = book.tours[case.kind]
    counties = [_county(tour, county) for county in case.counties]
    found = placed(tour, counties, case.draws)
    by_code = {one.code: one for one in found.placed}
    sums = {one.code: _why(tour, one) for one in counties}
    for name, wanted in expected.points.items():
        got = decimal(by_code[name].points) if name in by_code else "none"
        yield f"tour.points.{name}", decimal(wanted), got, sums.get(name, Sentence("", ""))
    for asked, places in (("places", expected.places), ("group_places", expected.group_places)):
        for name, place in places.items():
            yield f"tour.{asked}.{name}", str(place), _place(found, name, asked), sums.get(name, Sentence("", ""))


def _place(found: Standing, name: str, asked: str) -> str:
    if any(name in level for level in found.open):
        return "draw"
    one = next((one for one in found.placed if one.code == name), None)
    return str((one.place if asked == "places" else one.group_place) if one else "none")


def _county(tour: Tour, county: TouredCounty) -> County:
    codes = [item.code for item in tour.items]
    marks = tuple(
        marked(tour, str(number), [
            Ballot(kind, dict(zip(codes, map(Fraction, said), strict=True)))
            for kind, ballots in project.ballots.items() for said in ballots
        ], project.coefficient)
        for number, project in enumerate(county.projects, start=1)
    )  # fmt: skip
    return County(county.name, county.group, marks)


def _why(tour: Tour, county: County) -> Sentence:
    parts = [*(of_project(tour, project) for project in county.projects), of_county(county)]
    return Sentence("；".join(one.zh for one in parts), "; ".join(one.en for one in parts))
