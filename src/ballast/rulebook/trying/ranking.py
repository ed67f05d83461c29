"""Worked cases of a ranking: values or facts, and the points, places and lists that must come out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from pydantic import Field

from ballast.kit.sentence import Sentence
from ballast.rulebook import months
from ballast.rulebook.books.book import Book
from ballast.rulebook.grammar.amounts import Points, Told
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import Path as Keys
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.facts import AreaFacts
from ballast.rulebook.measures.measured import Absent
from ballast.rulebook.scoring import Deed, Placed, Reading, Standing, Subject, asked, honours, standing, subject
from ballast.rulebook.scoring.cards import two
from ballast.rulebook.trying import building
from ballast.rulebook.trying.plain import AreaCase, Place

UNRANKED = "unranked"


class RankedCase(Page):
    """One subject: values of measures as they were, or the facts of an area they are reckoned from."""

    name: str = Field(min_length=1)
    values: dict[str, Told] = Field({}, description='量 = 数值，或 "missing"、"not_due"；没写的即缺数')
    bases: dict[str, Place] = Field({}, description="量 = 基数（分母） / what a share was taken of")
    deeds: dict[str, Place] = Field({}, description="奖惩项 = 次数 / how many times")
    area: AreaCase | None = Field(None, description="由事实算出各量，代替 values / facts instead of values")


class RankingCase(Page):
    """A whole ranking by a sheet of the book."""

    sheet: str
    subjects: tuple[RankedCase, ...] = Field(min_length=1)
    earlier: tuple[RankedCase, ...] = Field((), description="上一期，供各榜比较 / the ranking before, for the lists")


class RankingExpected(Page):
    """What must come out of it."""

    points: dict[str, Points] = Field({}, description="谁 = 得分，按两位小数比 / points, to two decimals")
    places: dict[str, Place | Literal["unranked"]] = Field({}, description='谁 = 名次，或 "unranked" / the place')
    parts: dict[str, dict[str, Points]] = Field({}, description="谁 = { 指标 = 得分 } / points of an indicator")
    part_places: dict[str, dict[str, Place]] = Field({}, description="谁 = { 指标 = 单项名次 } / place by an indicator")
    lists: dict[str, tuple[str, ...]] = Field({}, description="榜 = 上榜者 / who is on a list")


def strangers(case: RankingCase, expected: RankingExpected | None, book: Book) -> Iterator[tuple[Keys, str, list[str]]]:
    """What a case names that the book does not have: where, what, and what there is."""
    sheet = book.scoring.get(case.sheet)
    if sheet is None:
        yield ("ranking", "sheet"), case.sheet, list(book.scoring)
        return
    measures = asked(book, case.sheet)
    for group in ("subjects", "earlier"):
        for number, one in enumerate(getattr(case, group)):
            for key, known in (("values", measures), ("bases", measures), ("deeds", list(sheet.deeds))):
                for code in getattr(one, key):
                    if code not in known:
                        yield ("ranking", group, number, key, code), code, known
    names = [one.name for one in case.subjects]
    for key in ("points", "places", "parts", "part_places") if expected else ():
        for name in getattr(expected, key):
            if name not in names:
                yield ("expect", "ranking", key, name), name, names
    for code in expected.lists if expected else ():
        if code not in book.honours:
            yield ("expect", "ranking", "lists", code), code, list(book.honours)


def ranked(
    case: RankingCase, expected: RankingExpected, judge: Judge, on: date, month: str
) -> Iterator[tuple[str, str, str, Sentence]]:
    """What was asked, what must come out, what came out, and why, for every expectation."""
    book = judge.rules.book
    found = _standing(case.sheet, case.subjects, judge, on, month)
    for name, points in expected.points.items():
        yield f"points.{name}", two(points), found.of(name).shown or UNRANKED, why(found.of(name))
    for name, place in expected.places.items():
        yield f"places.{name}", str(place), str(found.of(name).place or UNRANKED), why(found.of(name))
    for name, told in expected.parts.items():
        for code, points in told.items():
            part = next((one for one in found.of(name).parts if one.indicator == code), None)
            got, said = (two(part.points), part.said) if part else ("none", found.of(name).why)
            yield f"parts.{name}.{code}", two(points), got, said
    for name, places in expected.part_places.items():
        for code, place in places.items():
            part = next((one for one in found.of(name).parts if one.indicator == code), None)
            yield f"part_places.{name}.{code}", str(place), str(part.place if part else "none"), why(found.of(name))
    before = [_standing(case.sheet, case.earlier, judge, on, months.before(month, 1))] if case.earlier else []
    filled = {one.code: one for one in honours(book, [found, *before])} if expected.lists else {}
    for code, names in expected.lists.items():
        named = filled[code].named
        reasons = "；".join(f"{one.name}：{one.why.zh}" for one in named), "; ".join(one.why.en for one in named)
        yield f"lists.{code}", "、".join(names), "、".join(one.name for one in named), Sentence(*reasons)


def _standing(sheet: str, cases: tuple[RankedCase, ...], judge: Judge, on: date, month: str) -> Standing:
    named = [one.name for one in cases if one.area is not None]
    told_areas = building.together(_area(one.area, one.name, on, month) for one in cases if one.area is not None)
    areas = dict(zip(named, told_areas, strict=True))
    among = tuple(areas.values())
    told = {name: one if one.peers else replace(one, peers=among) for name, one in areas.items()}
    return standing(judge.rules.book, sheet, month, [_subject(one, sheet, judge, told.get(one.name)) for one in cases])


def _area(case: AreaCase, name: str, on: date, month: str) -> AreaFacts:
    """The facts of one who is ranked, under the name it is ranked by."""
    named = {"name": case.name or name, "code": case.code or name}
    return building.area(case.model_copy(update=named), on, month)


def _subject(case: RankedCase, sheet: str, judge: Judge, facts: AreaFacts | None) -> Subject:
    """One who is ranked: by its facts, each among the others of the ranking, or by values as they are said."""
    book = judge.rules.book
    deeds = tuple(Deed(code=code, times=times) for code, times in case.deeds.items())
    if facts is not None:
        see: Any = judge.see(facts)
        return subject(see, sheet, deeds=deeds)
    readings = {code: _reading(said, case.bases.get(code)) for code, said in case.values.items()}
    return Subject(code=case.name, name=case.name, readings=readings, deeds=deeds, classes=book.classes_of(case.name))


def _reading(said: Any, base: int | None) -> Reading:
    absent = Absent(said) if isinstance(said, str) else None
    return Reading(value=None if isinstance(said, str) else said, absent=absent, base=base)


def why(one: Placed) -> Sentence:
    """All the arithmetic of one subject."""
    told = [(part.name, part.said) for part in one.parts] + [(deed.name, deed.said) for deed in one.deeds]
    if not told:
        return one.why
    return Sentence(
        "；".join(f"{name.zh}：{said.zh}" for name, said in told),
        "; ".join(f"{name.en}: {said.en}" for name, said in told),
    )
