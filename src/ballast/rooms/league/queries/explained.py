"""One subject's score taken apart: what it would take to pass, and the projects and cells behind an indicator."""

from dataclasses import dataclass

from ballast.kit.ledger.history import Cell
from ballast.kit.sentence import Sentence
from ballast.rooms.league.cards import RankingCard
from ballast.rooms.league.queries.joined import readings
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.queries import Figures, Weighed
from ballast.rulebook import reaching
from ballast.rulebook.books import Book
from ballast.rulebook.books.subjects import rests_on_projects
from ballast.rulebook.grammar.refs import references
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Input, Measured, Unit
from ballast.rulebook.scoring.less import Less
from ballast.rulebook.telling.conditions import measure_name
from ballast.rulebook.telling.measures import arithmetic
from ballast.rulebook.telling.values import shown
from ballast.rulebook.terms import AreaIndicator

NAMES = {str(one): one.label for one in AreaIndicator}
OF_AREAS = {
    "tour": Sentence("观摩得分", "points of the site tour"),
    "submission.late_days": Sentence("月报迟报天数", "days the monthly table came late"),
    "submission.missing": Sentence("月报漏报项目数", "projects not reported"),
}
AMOUNTS = ("year_to_date", "amount")
TOLD_IN_FULL = 40  # of the projects behind an indicator, so many with their cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One project behind an indicator: by how much the value is what it is through it, its own sums and their cells."""

    serial: str
    name: str
    area: str
    without: Sentence
    effect: Number | None
    moved: Sentence
    sums: tuple[Sentence, ...]
    cells: tuple[tuple[Input, Cell], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A figure an indicator rests on: what it is of which month, its value, the cell it was read from.

    ``fact`` is its kind: ``indicator`` of the statistics office, ``target``, ``tour``, how late the tables came.
    """

    fact: str
    code: str
    name: Sentence
    month: str
    value: Sentence
    cell: Cell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The projects behind one indicator of a subject, those that move it most first; ``others`` are not theirs."""

    indicator: str
    measure: Sentence
    value: Sentence
    said: Sentence
    rests_on: tuple[Published, ...]
    projects: tuple[Brought, ...]
    unmoved: int
    others: int


def next_place(ranking: RankingCard, code: str) -> reaching.Next | None:
    """What it would take a subject to pass the one before it, of a ranking that is seen whole."""
    line = ranking.line(code)
    if line is None or line.placed.place is None:
        return None
    field = [one.subject for one in ranking.field(line.placed.klass)]
    return reaching.next_place(policy.by_hash(ranking.book), ranking.sheet, ranking.month, field, code)


def behind(ranking: RankingCard, code: str, indicator: str, *, held: Reach, figures: Figures) -> Behind | None:
    """What an indicator of a subject (or a deed that is counted) rests on, as known at the seal; None for neither."""
    book = policy.by_hash(ranking.book)
    sheet = book.scoring[ranking.sheet]
    rule = sheet.indicators.get(indicator) or sheet.deeds.get(indicator)
    if rule is None or not rule.measure:
        return None
    figures = readings(figures, at=ranking.moment)
    scales = supervision.scales(book, ranking.month, at=ranking.moment, figures=figures)
    one = next((found for found in scales.weigh(ranking.of, tables=True) if found.code == code), None)
    if one is None:
        return None
    measured = one.see.measure(rule.measure)
    kind, use = book.uses()[rule.measure]
    unit = kind.unit_of(use, book)
    moved = sorted(_effects(one, rule.measure), key=_strength, reverse=True)
    moving = [(place, effect, value) for place, effect, value in moved if effect]
    mine = [told for told in moving if held.covers(one.projects[told[0]], one.see.projects[told[0]].facts.area)]
    return Behind(
        indicator=indicator, measure=measure_name(book, rule.measure), value=shown(measured.value, unit),
        said=arithmetic(book, rule.measure, measured), unmoved=len(moved) - len(moving), others=len(moving) - len(mine),
        rests_on=_rests_on(book, code, measured, ranking),
        projects=tuple(
            _brought(book, one, rule.measure, told, unit, ranking, full=count < TOLD_IN_FULL)
            for count, told in enumerate(mine)
        ),
    )  # fmt: skip


def _rests_on(book: Book, area: str, measured: Measured, ranking: RankingCard) -> tuple[Published, ...]:
    """The published figures and the targets of an area that a measure was reckoned from."""
    ids = {one.code: one.id for one in people.areas()}
    told = []
    for said in measured.inputs if area in ids else ():
        if said.fact == "indicator":
            cell = reporting.indicator_cell(area, *said.key, at=ranking.moment)
            name = NAMES.get(said.key[0].partition(".")[0], Sentence(said.key[0], said.key[0]))
        elif said.fact == "target":
            cell = reporting.target_cell(ids[area], said.fact, said.key, at=ranking.moment)
            name = book.targets[said.key[0]].label
        elif said.fact in OF_AREAS:
            cell, name = None, OF_AREAS[said.fact]
        else:
            continue
        unit = Unit.YUAN if cell and cell.field in AMOUNTS else said.unit
        told.append(Published(
            fact=said.fact, code=said.key[0], name=name, month=said.key[-1], value=shown(said.value, unit), cell=cell
        ))  # fmt: skip
    return tuple(told)


def _strength(told: tuple[int, Number | None, Number | None]) -> Number:
    effect = told[1]
    return max(effect, -effect) if effect is not None else 0


def _effects(one: Weighed, measure: str) -> list[tuple[int, Number | None, Number | None]]:
    """Of each project by its place: the value less the value without it, and that value."""
    whole = one.see.measure(measure).value
    told: list[tuple[int, Number | None, Number | None]] = []
    if not rests_on_projects(one.see.rules.book, measure):
        return told
    for place in range(len(one.projects)):
        value = Less(one.see, frozenset({place})).measure(measure).value
        effect = whole - value if whole is not None and value is not None else (whole if value is None else None)
        told.append((place, effect, value))
    return told


def _brought(
    book: Book, one: Weighed, measure: str, told: tuple[int, Number | None, Number | None], unit: Unit,
    ranking: RankingCard, *, full: bool,
) -> Brought:  # fmt: skip
    place, effect, value = told
    see, project = one.see.projects[place], one.projects[place]
    codes = _of_projects(book, measure) if full else []
    reckoned = [(code, see.measure(code)) for code in codes]
    inputs = {(said.fact, said.key): said for _, found in reckoned for said in found.inputs if said.fact}
    return Brought(
        serial=see.facts.serial, name=see.facts.name, area=see.facts.area_name, without=shown(value, unit),
        effect=effect, moved=_moved(effect, unit),
        sums=tuple(arithmetic(book, code, found) for code, found in reckoned),
        cells=tuple(supervision.cells(project, list(inputs.values()), at=ranking.moment)),
    )  # fmt: skip


def _moved(effect: Number | None, unit: Unit) -> Sentence:
    """By how much, with its sign; a change of a share is in points."""
    said = shown(effect, Unit.POINTS if unit is Unit.PERCENT else unit)
    return Sentence(f"+{said.zh}", f"+{said.en}") if effect is not None and effect > 0 else said


def _of_projects(book: Book, measure: str) -> list[str]:
    """The measures of projects that a measure of areas rests on: itself, where it is of both, else those it names."""
    kind, use = book.uses()[measure]
    if "project" in kind.of:
        return [measure]
    named = dict.fromkeys(code for _, chapter, code in references(use) if chapter == "measures")
    return [found for code in named for found in _of_projects(book, code)]
