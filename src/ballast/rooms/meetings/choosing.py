"""The agenda a book's rules call for: what each section takes of a month, and the items that come of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Value
from ballast.rooms.league import queries as league
from ballast.rooms.league.cards import RankingCard
from ballast.rooms.meetings.cards import About, Task
from ballast.rooms.meetings.models import AgendaItem
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.queries import Line
from ballast.rulebook.agendas import Picked, Placed, pick_counties, pick_projects
from ballast.rulebook.books import Book
from ballast.rulebook.books.meetings import Section
from ballast.rulebook.telling.lists import named
from ballast.rulebook.terms import AreaKind


@dataclass(frozen=True, slots=True)
class Choice:
    """One item a section takes: about whom, what it is called, who speaks, and why."""

    section: Section
    subject: str
    title: str
    speaker: str
    why: tuple[Sentence, ...]


def choose(book: Book, kind: str, month: str) -> list[Choice]:
    """Every item of a kind of meeting on a month, section by section."""
    sections = book.meetings[kind].sections
    of_projects = any(section.about == "project" for section in sections)
    picked = pick_projects(book, sections, supervision.sights(month)) if of_projects else {}
    lines = {line.serial: line for line in supervision.lines(month, held=EVERYWHERE).lines} if of_projects else {}
    return [one for section in sections for one in _items(book, section, month, picked, lines)]


def _items(
    book: Book, section: Section, month: str, picked: dict[str, list[Picked]], lines: dict[str, Line]
) -> Iterator[Choice]:  # fmt: skip
    if section.about == "project":
        lists = registry.named_lists()
        for one in picked[section.code]:
            line = lines[one.subject]
            yield Choice(
                section, one.subject, line.name, _speaks(section, line), tuple(named(said, lists) for said in one.why)
            )
    elif section.about == "county":
        names = {area.code: area.name for area in people.areas() if area.kind is AreaKind.COUNTY}
        for one in pick_counties(book, section, _placed(section, month, names)):
            name = names[one.subject]
            yield Choice(section, one.subject, name, section.named.zh or name, one.why)
    else:
        yield Choice(section, "", section.zh, section.named.zh, (section.label,))


def _speaks(section: Section, line: Line) -> str:
    told = {"county": line.county, "responsible": line.responsible or line.county, "leader": line.leader,
            "owner": line.owner}  # fmt: skip
    return section.named.zh or (told[section.who] if section.who else "")


def _placed(section: Section, month: str, names: dict[str, str]) -> list[Placed]:
    """Every county with its value in what the section orders by; in the order of the places where it orders by none."""
    ranking = league.standing(month, section.sheet) if section.sheet else None
    if ranking is not None and not ranking.refused.zh:
        return [_scored(ranking, code) for code in names]
    if section.figure is None:
        return [Placed(code, None, Sentence(name, name)) for code, name in names.items()]
    told = figures.figure(section.figure, month=month, by="county")
    return [
        Placed(code, value.exact, _said(told.name, value, told.unit))
        for code, value in ((code, told.values.get(code, Value(None, 1))) for code in names)
    ]


def _scored(ranking: RankingCard, code: str) -> Placed:
    line = ranking.line(code)
    placed = line.placed if line else None
    points = placed.points if placed else None
    text = placed.shown if placed else ""
    zh, en = f"“{ranking.name.zh}” {text} 分", f"“{ranking.name.en}” {text} points"
    return Placed(code, points, Sentence(zh, en))


def _said(name: Sentence, value: Value, unit: str) -> Sentence:
    text = f"{figures.display(value, unit)} {figures.unit_word(unit)}".strip()
    return Sentence(f"“{name.zh}” {text}", f"“{name.en}” {text}")


def laid(number: str, choices: Sequence[Choice], before: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items of an agenda laid by rule; items known before keep their codes, the office's stay as they are."""
    known = {(one.section, one.about, one.subject): one for one in before}
    last = max((one.code for one in before), default=0)
    items = []
    for choice in choices:
        was = known.pop((choice.section.code, str(choice.section.about), choice.subject), None)
        if was is None:
            last += 1
        items.append(_item(number, choice, was.code if was else last, was))
    items += [_again(one) for one in known.values() if one.reason]
    on = [one for one in items if not one.taken_off]
    for position, one in enumerate(_in_order(on), start=1):
        one.position = position
    return items


def _in_order(items: list[AgendaItem]) -> list[AgendaItem]:
    """By rule as they come; what the office moved or put on goes where it was."""
    ruled = [one for one in items if not one.reason]
    for one in sorted((one for one in items if one.reason), key=lambda one: one.position):
        ruled.insert(min(one.position - 1, len(ruled)), one)
    return ruled


def _item(number: str, choice: Choice, code: int, was: AgendaItem | None) -> AgendaItem:
    section = choice.section
    return AgendaItem(
        meeting=number, code=code, position=was.position if was else 0, section=section.code,
        about=About(section.about), subject=choice.subject, title=choice.title[:200], task=Task(section.task),
        speaker=choice.speaker[:120], minutes=section.minutes,
        why=[{"zh": said.zh, "en": said.en} for said in choice.why], reason=was.reason if was else "",
        taken_off=was.taken_off if was else False,
    )  # fmt: skip


def _again(item: AgendaItem) -> AgendaItem:
    return AgendaItem(**{field.attname: getattr(item, field.attname) for field in AgendaItem.payload()})
