"""Files of worked cases: facts in plain keys, and what must come out."""

import difflib
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from pydantic import Field, model_validator

from ballast.kit.sentence import Sentence
from ballast.rulebook import months
from ballast.rulebook.books.book import Book
from ballast.rulebook.books.crossing import chapters
from ballast.rulebook.books.decoding import decoded, parsed
from ballast.rulebook.books.faults import Fault, FaultyBook, spelled
from ballast.rulebook.books.layers import Layer
from ballast.rulebook.books.reading import formed, place
from ballast.rulebook.books.subjects import AREA, PROJECT, subjects
from ballast.rulebook.grammar.amounts import Told
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import Path as Keys
from ballast.rulebook.ladders import Happened
from ballast.rulebook.trying import items, ranking
from ballast.rulebook.trying.items import ExpectedItem, ItemCase
from ballast.rulebook.trying.plain import AreaCase, DepartmentCase, Month, ProjectCase
from ballast.rulebook.trying.ranking import RankingCase, RankingExpected
from ballast.rulebook.trying.touring import TourCase, TourExpected, strangers

SUBJECTS = ("project", "area", "department", "ladder", "tour", "item", "ranking")
KINDS_OF = {"project": PROJECT, "area": AREA, "department": AREA}
# Of which subjects each thing can be expected.
ASKED_OF: dict[str, tuple[str, ...]] = {
    "lights": tuple(KINDS_OF), "measures": tuple(KINDS_OF), "stalls": ("project",), "since": ("project",),
    "deadlines": ("project",), "step": ("ladder",), "deadline": ("ladder",), "item": ("item",), "tour": ("tour",),
    "ranking": ("ranking",),
}  # fmt: skip
DUE = "due"  # what a list of stalls lights
STANDINGS = ("outside", "not_due", "due", "suspended", "unknown")
Named = tuple[Keys, str, list[str]]  # where a case names something of the book, what, and what there is


class HappenedCase(Page):
    """One event on a ladder: exactly one of lit (a colour), sent, received, replied (a step), cleared."""

    on: date
    month: Month | None = None
    lit: str | None = None
    sent: str | None = None
    received: str | None = None
    replied: str | None = None
    cleared: bool | None = None

    @model_validator(mode="after")
    def _one(self) -> "HappenedCase":
        if len(self.model_fields_set & set(map(str, Happened))) != 1:
            raise ValueError(f"应写且只写 {'、'.join(Happened)} 之一 / exactly one of {', '.join(Happened)}")
        return self

    @property
    def what(self) -> Happened:
        """Which of them happened."""
        return next(what for what in Happened if what in self.model_fields_set)


class Expected(Page):
    """What must come out; only what is written is tried."""

    lights: dict[str, str] = Field({}, description="灯 = 颜色，或 none、unknown、not_applicable、suspended")
    measures: dict[str, Told] = Field({}, description='量 = 数值，或 "missing"、"not_due"')
    stalls: dict[str, str] = Field({}, description="清单 = outside、not_due、due、suspended、unknown")
    since: dict[str, Month] = Field({}, description="清单 = 自哪个月起到期 / due since which month")
    deadlines: dict[str, date] = Field({}, description="时限 = 最后一日 / the last day of a clock")
    step: str | None = Field(None, description='应采取的步骤，或 "none" / the step that is due')
    deadline: date | None = Field(None, description="当日采取该步骤的办结期限 / its deadline, taken on the day")
    item: ExpectedItem | None = None

    tour: TourExpected | None = Field(None, description="观摩的得分和名次 / points and places of a tour")

    ranking: RankingExpected | None = Field(None, description="排名的得分、名次和各榜 / points, places and lists")

    @model_validator(mode="after")
    def _something(self) -> "Expected":
        if not self.model_fields_set:
            raise ValueError('应写期望的结果，如 expect.lights.progress = "yellow" / what must come out is wanted')
        return self


class Case(Page):
    """One worked case: a day, the facts of a project, an area or a ladder, and what must come out."""

    name: str = Field(min_length=1)
    on: date | None = Field(None, description="判断之日；省略为月末 / the day; left out: the end of the month")
    month: Month | None = Field(None, description="报到哪个月；省略为当日所在月 / the last month reported")
    project: ProjectCase | None = None
    area: AreaCase | None = None
    department: DepartmentCase | None = None
    ladder: str | None = None
    events: tuple[HappenedCase, ...] = ()
    tour: TourCase | None = None
    item: ItemCase | None = None
    ranking: RankingCase | None = None
    expect: Expected

    @model_validator(mode="after")
    def _one_subject(self) -> "Case":
        if sum(getattr(self, subject) is not None for subject in SUBJECTS) != 1:
            raise ValueError(f"应写且只写 {'、'.join(SUBJECTS)} 之一 / exactly one of {', '.join(SUBJECTS)}")
        if self.on is None and self.month is None:
            raise ValueError("应写 on（日期）或 month（月份） / on or month is wanted")
        return self

    @property
    def day(self) -> date:
        """The day it is judged on."""
        return self.on or months.last_day(self.month or "")

    @property
    def reported(self) -> str:
        """The last month reported."""
        return self.month or months.of(self.day)


class CaseFile(Page):
    """A file of worked cases; ``book`` is the book beside it they are tried against."""

    book: str = ""
    case: tuple[Case, ...] = Field(min_length=1)


def read(path: Path, book: Book) -> CaseFile:
    """The cases of a file for a book; raises FaultyBook with file, line and key of every fault."""
    layer = Layer(str(path), path.name, decoded(path.read_bytes(), path.name))
    found = formed(CaseFile, parsed(layer.text, layer.file), [layer])
    faults = [Fault(*place([layer], keys), spelled(keys), said) for keys, said in _strangers(found, book)]
    if faults:
        raise FaultyBook(faults)
    return found


def _strangers(file: CaseFile, book: Book) -> Iterator[tuple[Keys, Sentence]]:
    """What cases expect of the book that it does not have."""
    known_of = chapters(book)
    for number, case in enumerate(file.case):
        for where, said in _fitting(case, book):
            yield ("case", number, *where), said
        asked = chain(_expected(case, known_of), _ladder(case, book), _item(case, book), _ranking(case, book))
        for where, code, known in asked:
            if code not in known:
                yield ("case", number, *where), _unknown(code, known)
        if case.tour is not None:
            yield from strangers(case.tour, book, ("case", number, "tour"))


def _fitting(case: Case, book: Book) -> Iterator[tuple[Keys, Sentence]]:
    """What a case expects that cannot be asked of its subject, and so would never be tried."""
    subject = next(one for one in SUBJECTS if getattr(case, one) is not None)
    for key in sorted(case.expect.model_fields_set):
        if subject not in ASKED_OF[key]:
            zh = "、".join(ASKED_OF[key])
            yield ("expect", key), Sentence(f"{key} 只用于 {zh} 的算例，这里是 {subject}", f"{key} goes with {zh}")
    if subject not in KINDS_OF:
        return
    for code in case.expect.lights:
        if code in book.lights and book.lights[code].of != subject:
            yield ("expect", "lights", code), _of_another(code, book.lights[code].of, subject)
    known = subjects(book)
    for code in case.expect.measures:
        if code in known and not known[code] >= KINDS_OF[subject]:
            yield ("expect", "measures", code), _of_another(code, "、".join(sorted(known[code])), subject)


def _of_another(code: str, of: str, subject: str) -> Sentence:
    return Sentence(f"“{code}”是 {of} 的，这个算例写的是 {subject}", f"{code!r} is of {of}, the case is of {subject}")


def _expected(case: Case, known: dict[str, list[str]]) -> Iterator[Named]:
    expect = case.expect
    asked = {"lights": known["lights"], "measures": known["measures"], "stalls": known["stall_lists"],
             "since": known["stall_lists"], "deadlines": known["clocks"]}  # fmt: skip
    for chapter, codes in asked.items():
        yield from ((("expect", chapter, code), code, codes) for code in getattr(expect, chapter))
    outcomes = {"lights": [*known["outcomes"], "suspended"], "stalls": list(STANDINGS)}
    for chapter, words in outcomes.items():
        yield from ((("expect", chapter, code), said, words) for code, said in getattr(expect, chapter).items())


def _ladder(case: Case, book: Book) -> Iterator[Named]:
    if case.ladder is None:
        return
    yield ("ladder",), case.ladder, list(book.ladders)
    if case.ladder in book.ladders:
        steps = [step.code for step in book.ladders[case.ladder].steps]
        if case.expect.step is not None:
            yield ("expect", "step"), case.expect.step, ["none", *steps]
        for place_, event in enumerate(case.events):
            if event.lit is not None:
                yield ("events", place_, "lit"), event.lit, [*book.colours, DUE]
            if (named := event.sent or event.received or event.replied) is not None:
                yield ("events", place_, str(event.what)), named, steps


def _item(case: Case, book: Book) -> Iterator[Named]:
    found = items.strangers(case.item, case.expect.item, book.items) if case.item is not None else ()
    yield from ((where, code, list(book.items.levels)) for where, code in found)


def _ranking(case: Case, book: Book) -> Iterator[Named]:
    if case.ranking is not None:
        yield from ranking.strangers(case.ranking, case.expect.ranking, book)


def _unknown(code: str, known: list[str]) -> Sentence:
    near = difflib.get_close_matches(code, known, n=1, cutoff=0.6)
    hint = f"，是不是 {near[0]}？" if near else ""
    names = "、".join(known[:40]) or "（无）"
    return Sentence(
        f"手册里没有“{code}”{hint or '；'}已有：{names}", f"the book has no {code!r}; it has: {', '.join(known[:40])}"
    )
