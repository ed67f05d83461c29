"""A whole book in plain words: its chapters as headed lists of sentences, for paper, terminal and page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.book import Book
from ballast.rulebook.telling import chapters, meetings, scoring, tours, uses
from ballast.rulebook.telling.parameters import parameters


@dataclass(frozen=True, slots=True)
class Line:
    """One rule in words: its code and name, what it says (one sentence a point), and its clause."""

    code: str
    name: Sentence
    says: tuple[Sentence, ...]
    clause: Sentence = Sentence("", "")
    paint: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter in words."""

    code: str
    title: Sentence
    lines: tuple[Line, ...]


def told(book: Book) -> list[Chapter]:
    """Every chapter that says something, in the order of reading: what the city rules, then its numbers."""
    found = [Chapter(code, Sentence(zh, en), tuple(_lines(book, code, tell))) for code, zh, en, tell in CHAPTERS]
    numbers = [Chapter(code, title, (Line(code, title, says),)) for code, title, says in parameters(book)]
    return [chapter for chapter in (*found, *numbers) if any(line.says or line.name.zh for line in chapter.lines)]


def _lines(book: Book, code: str, tell: Callable[[Book, Any], Iterator[Sentence]]) -> Iterator[Line]:
    for key, page in getattr(book, code).items():
        zh = getattr(page, "zh", "") or chapters.name_of(book, code, key).zh
        en = getattr(page, "en", "") or (zh if getattr(page, "zh", "") else chapters.name_of(book, code, key).en)
        paint = chapters.paint(key, page) if code == "colours" else ""
        yield Line(key, Sentence(zh, en), tuple(tell(book, page)), getattr(page, "clause", Sentence("", "")), paint)


CHAPTERS: tuple[tuple[str, str, str, Callable[[Book, Any], Iterator[Sentence]]], ...] = (
    ("colours", "颜色", "Colours", chapters.colour),
    ("lights", "亮灯规则", "Lights", chapters.light),
    ("stall_lists", "停滞清单", "Stall lists", chapters.stall_list),
    ("reasons", "停滞原因", "Reasons of stalls", chapters.reason),
    ("ladders", "督办阶梯", "Consequences", chapters.ladder),
    ("scoring", "评分表", "Score sheets", scoring.sheet),
    ("honours", "红黑榜", "Lists", scoring.honour_list),
    ("tours", "观摩", "Site tours", tours.tour),
    ("meetings", "会议", "Meetings", meetings.meeting),
    ("exceptions", "例外", "Justified exceptions", chapters.exception),
    ("clocks", "时限", "Clocks", chapters.clock),
    ("pauses", "暂停情形", "What pauses a clock", chapters.plain),
    ("curves", "序时曲线", "Curves", chapters.curve),
    ("measures", "所用的量", "Measures", uses.measure),
    ("events", "事件认定", "Events", chapters.event),
    ("targets", "地区目标", "Targets of areas", chapters.target),
    ("area_classes", "地区分类", "Classes of areas", chapters.area_class),
)
