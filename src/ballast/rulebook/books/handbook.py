"""docs/policy.md: the whole reference of policy books, written from the vocabulary and its prose."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ballast.rulebook.books.appeals import AppealParams
from ballast.rulebook.books.book import Book
from ballast.rulebook.books.clocks import Clock
from ballast.rulebook.books.colours import Colour
from ballast.rulebook.books.curves import Curve
from ballast.rulebook.books.events import Event
from ballast.rulebook.books.exceptions import ExceptionKind
from ballast.rulebook.books.honours import HonourList, Need
from ballast.rulebook.books.inherited import inherited
from ballast.rulebook.books.items import ItemLevel, ItemRules
from ballast.rulebook.books.keys import PROSE, table
from ballast.rulebook.books.ladders import Ladder, Step, Trigger
from ballast.rulebook.books.lights import Band, Light, Rule
from ballast.rulebook.books.meetings import MeetingKind, PackRules, Section
from ballast.rulebook.books.normalisers import NORMALISERS
from ballast.rulebook.books.places import AreaClass, LeadIndustry, SizeBand, StartOnLand
from ballast.rulebook.books.scoring import DeedKind, Floor, Indicator, IndicatorGroup, Profile, Publication, Sheet
from ballast.rulebook.books.stall_lists import Reason, StallList
from ballast.rulebook.books.targets import Target
from ballast.rulebook.books.tours import Difficulty, Group, Item, Judges, Tour, Trim
from ballast.rulebook.calendar import CalendarParams
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.grammar.conditions import Condition
from ballast.rulebook.grammar.fields import FIELDS
from ballast.rulebook.grammar.page import Named
from ballast.rulebook.grammar.spans import Span
from ballast.rulebook.loop import LoopParams
from ballast.rulebook.measures.kinds import KINDS
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.measures.registry import Kind
from ballast.rulebook.powers import Power
from ballast.rulebook.stages import MilestoneKind, Stage
from ballast.rulebook.stalls import StallClocks
from ballast.rulebook.terms import AreaIndicator, Basis, FundChannel, LandMode, Nature, Role

PATH = "policy.md"
ARGUMENTS = frozenset({"kind", "zh", "en"})
# The chapters that name things, with the tables of their keys.
CHAPTERS: tuple[tuple[str, tuple[tuple[str, type[BaseModel]], ...]], ...] = (
    ("colours", (("", Colour),)),
    ("lights", (("", Light), ("bands", Band), ("rules", Rule))),
    ("conditions", (("", Condition),)),
    ("fields", ()),
    ("measures", ()),
    ("events", (("", Event),)),
    ("curves", (("", Curve),)),
    ("clocks", (("", Clock), ("时长 span", Span), ("pauses", Named))),
    ("targets", (("", Target), ("area_classes", AreaClass))),
    ("stall_lists", (("", StallList), ("reasons", Reason))),
    ("exceptions", (("", ExceptionKind),)),
    ("ladders", (("", Ladder), ("steps", Step), ("on", Trigger))),
    ("scoring", (
        ("", Sheet), ("indicators", Indicator), ("groups", IndicatorGroup), ("profiles", Profile), ("floors", Floor),
        ("deeds", DeedKind), ("publish", Publication),
    )),
    ("normalisers", ()),
    ("honours", (("", HonourList), ("needs", Need))),
    ("tours", (
        ("", Tour), ("items", Item), ("judges", Judges), ("trim", Trim), ("difficulty", Difficulty), ("groups", Group),
    )),
    ("items", (("", ItemRules), ("levels", ItemLevel))),
    ("meetings", (("", MeetingKind), ("sections", Section), ("pack", PackRules))),
    ("parameters", (
        ("size_bands", SizeBand), ("lead_industries", LeadIndustry), ("calendar", CalendarParams), ("loop", LoopParams),
        ("checks", CheckParams), ("stalls", StallClocks), ("start_on_land", StartOnLand),
        ("appeals", AppealParams),
    )),
)  # fmt: skip
WORDS: tuple[tuple[str, Any], ...] = (
    ("里程碑 milestones", MilestoneKind), ("口径 basis", Basis), ("阶段 stage", Stage), ("建设性质 nature", Nature),
    ("用地方式 land_mode", LandMode), ("资金来源 channels", FundChannel), ("地区指标 figures", AreaIndicator),
    ("角色 roles", Role), ("权限 powers", Power),
)  # fmt: skip


def markdown() -> str:
    """The whole document."""
    lines = [PROSE["head"].strip(), "", *_paper(), PROSE["reading"].strip(), ""]
    for code, tables in CHAPTERS:
        lines += [f"## {PROSE[code]['title']}", "", PROSE[code]["text"].strip(), ""]
        for name, page in tables:
            lines += [f"**`{name}`**", ""] if name else []
            lines += [*table(page), ""]
        lines += EXTRA[code]() if code in EXTRA else []
        if "example" in PROSE[code]:
            lines += _example(PROSE[code]["example"])
    lines += [f"## {PROSE['inherited']['title']}", "", PROSE["inherited"]["text"].strip(), "", *inherited(), ""]
    lines += ["## 词汇 / Words", "", *_words(), "", *_cases(), "", PROSE["tail"].strip()]
    return "\n".join(lines) + "\n"


def _example(text: str) -> list[str]:
    return ["```toml", text.strip(), "```", ""]


def _fields() -> list[str]:
    """The fields of a card and what may be asked of each."""
    lines = ["| 栏 field | 谁的 of | 内容 holds | 取值 words |", "|---|---|---|---|"]
    of = {"project": "项目 project", "area": "地区 area", "both": "都可 both"}
    for field in FIELDS.values():
        words = "、".join(f"`{word}`" for word in field.words)
        lines.append(
            f"| `{field.name}` | {of[field.of]} | {field.label.zh} / {field.label.en}（{field.holds.zh}） | {words} |"
        )
    return [*lines, ""]


def _measures() -> list[str]:
    lines: list[str] = []
    theme = ""
    for kind in KINDS.values():
        if kind.theme != theme:
            theme = kind.theme
            lines += [f"### {theme}", ""]
        lines += _kind(kind)
    return lines


def _kind(kind: Kind) -> Iterator[str]:
    """One kind of measure: what it means, its unit, arguments, sentence, absence and an example."""
    whose = {frozenset({"project"}): "项目 project", frozenset({"area"}): "地区 area"}.get(
        kind.of, "项目、地区 project, area"
    )
    yield f"#### `{kind.code}` {kind.title.zh} / {kind.title.en}"
    yield ""
    yield f"{kind.meaning.zh}。 {kind.meaning.en}."
    yield ""
    yield f"- 用于 of: {whose}；单位 unit: {_unit(kind)}"
    yield f"- 无值 absent: {kind.absent.zh}。 {kind.absent.en}."
    yield f"- 句式 sentence: {kind.says[''].zh}"
    yield ""
    if set(kind.use.model_fields) - ARGUMENTS:
        yield from table(kind.use, without=ARGUMENTS)
        yield ""
    body = kind.example if kind.example.startswith("[") else f"[measures]\n{kind.example}"
    yield from _example(body)


def _unit(kind: Kind) -> str:
    if isinstance(kind.unit, Unit):
        return f"{kind.unit.zh} {kind.unit.en}".strip() or "数 number"
    return "随参数 as its arguments say"


def _words() -> Iterator[str]:
    """The closed vocabularies, each word with its names."""
    for title, words in WORDS:
        told = "、".join(f"`{word.value}` {word.zh}" for word in words)
        yield f"- **{title}**：{told}"


def _cases() -> Iterator[str]:
    """The keys of worked cases."""
    from ballast.rulebook.trying.cases import Case, Expected, HappenedCase
    from ballast.rulebook.trying.items import DoneCase, ExpectedItem, ItemCase
    from ballast.rulebook.trying.plain import AreaCase, DepartmentCase, ProjectCase, Reported
    from ballast.rulebook.trying.ranking import RankedCase, RankingCase, RankingExpected
    from ballast.rulebook.trying.touring import TourCase, TouredCounty, TouredProject, TourExpected

    yield f"## {PROSE['cases']['title']}"
    yield ""
    yield PROSE["cases"]["text"].strip()
    yield ""
    pages = (("case", Case), ("expect", Expected), ("events", HappenedCase), ("project", ProjectCase),
             ("project.statistical / project.verified", Reported), ("area", AreaCase), ("department", DepartmentCase),
             ("tour", TourCase),
             ("tour.counties", TouredCounty), ("tour.counties.projects", TouredProject),
             ("expect.tour", TourExpected), ("item", ItemCase),
             ("item.done", DoneCase), ("expect.item", ExpectedItem), ("ranking", RankingCase),
             ("ranking.subjects", RankedCase), ("expect.ranking", RankingExpected))  # fmt: skip
    for name, page in pages:
        yield f"**`{name}`**"
        yield ""
        yield from table(page)
        yield ""
    yield from _example(PROSE["cases"]["example"])


def _paper() -> list[str]:
    """What stands at the top of a book."""
    top = frozenset(Book.model_fields) - {"place", "paper", "articles", "date", "effective", "curve", "stages"}
    return [*table(Book, without=top), ""]


def _normalisers() -> list[str]:
    """Every way of making points: what it is, its keys, and a sheet that uses it."""
    lines: list[str] = []
    for code, (page, zh, en) in NORMALISERS.items():
        told = PROSE["normalisers"][code]
        lines += [f"#### `{code}` {zh} / {en}", "", told["text"].strip(), "", *table(page, without=ARGUMENTS), ""]
        lines += _example(told["example"])
    return lines


EXTRA = {"fields": _fields, "measures": _measures, "normalisers": _normalisers}
