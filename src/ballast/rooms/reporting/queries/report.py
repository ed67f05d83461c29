"""A report as it stands: its cells, what differs from last month, what is found, its log, and what may be done."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ballast.kit.phones import veiled
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.cards import Conflict, Difference, ProgressCard, ReportCard, StepCard
from ballast.rooms.reporting.loop import cells, desk, hands
from ballast.rooms.reporting.loop.desk import Paper
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.loop.judging import examined
from ballast.rooms.reporting.models import Report, Step
from ballast.rooms.reporting.queries.place import area_named, month_named, rules_of
from ballast.rooms.reporting.queries.seals import is_sealed
from ballast.rooms.reporting.workbook.roster import Line, lines_of, roster
from ballast.rooms.reporting.workbook.writing import proposed_whole, proposed_year
from ballast.rulebook import loop
from ballast.rulebook.books import Book
from ballast.rulebook.forms import BY_KEY, COLUMNS, Kind
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.merging import Cell
from ballast.rulebook.powers import Power

REPORTED = tuple(column.key for column in COLUMNS if column.feeds.startswith("progress."))


def report(month: str, serial: str, official: OfficialCard | None, *, on: date, book: Book | None = None) -> ReportCard:
    """One project's report with its log, for one who may see it. Raises NotYours."""
    mine, rules = hands.looking(official, on), book or rules_of(month)
    [paper] = desk.lay(month_named(month), [serial], mine, rules.loop).values()
    steps = Step.objects.filter(report_id=paper.report.pk).order_by("pk") if paper.report.pk else ()
    return _seen(replace(_card(paper, mine, rules, sealed=is_sealed(month)), log=tuple(_log(paper, steps))))


def reports(
    month: str, area: str, official: OfficialCard | None, *, on: date, book: Book | None = None
) -> list[ReportCard]:  # fmt: skip
    """Every report of an area's form (by code or name), without logs: those due first, then by serial.

    Raises people.NotAllowed for an area that is not theirs to see.
    """
    mine, rules, asked = hands.looking(official, on), book or rules_of(month), area_named(area)
    people.require(official, Power.READ, area_code=asked.code)
    return _cards(month_named(month), [line for line in roster(asked, month) if line.listed], mine, rules)


def reports_of(
    month: str, serials: Iterable[str], official: OfficialCard | None, *, on: date, book: Book | None = None
) -> list[ReportCard]:
    """The reports of these projects, without logs; those that are not theirs to see are left out."""
    mine, rules = hands.looking(official, on), book or rules_of(month)
    found = registry.among(list(serials), held=mine.reach(Power.READ))
    lines = lines_of({card.project_id: card for card in found.values()}, month_named(month))
    return _cards(month, lines, mine, rules)


def conflicts(month: str, official: OfficialCard | None, *, on: date) -> list[Conflict]:
    """Every cell of the person's reports that two people changed and nobody settled yet."""
    mine = hands.looking(official, on)
    found = {one.project_id: one for one in Report.objects.filter(month=month_named(month)).exclude(conflicts=[])}
    profiles = registry.profiles(held=mine.reach(Power.READ))
    return [
        Conflict(**said) for project_id, one in found.items() if project_id in profiles for said in one.conflicts
    ]  # fmt: skip


def _cards(month: str, lines: list[Line], mine: Hands, rules: Book) -> list[ReportCard]:
    sealed = is_sealed(month)
    papers = desk.spread(month, lines, mine, rules.loop).values()
    return [_seen(_card(paper, mine, rules, sealed=sealed)) for paper in papers]


def _seen(card: ReportCard) -> ReportCard:
    """The card as it is shown: whole to who may type into it, to all others with the ends of phones alone."""
    return card if Verb.SAVE in card.verbs else veiled(card)


def _card(paper: Paper, mine: Hands, rules: Book, *, sealed: bool) -> ReportCard:
    line, kept = paper.line, paper.report
    typed = kept.pk is not None
    proposed = _proposed(line, kept.values)
    last = _said(line.last)
    now = {**proposed, **kept.values}
    return ReportCard(
        month=line.month, serial=line.serial, project_id=line.project_id, name=line.profile.name, area=paper.area,
        due=line.due, state=paper.state if typed else None, version=kept.version, shown=_shown(line),
        cells=kept.values, proposed=proposed, last_month=line.last.month if line.last else "", last=last,
        recorded=_said(line.standing.card if line.standing else None),
        differences=tuple(differences(last, now, line.month, REPORTED)) if line.last else (),
        findings=tuple(examined(paper, rules.checks)) if typed else (),
        conflicts=tuple(Conflict(**one) for one in kept.conflicts), remarks=kept.remarks,
        verbs=() if sealed else tuple(_may(paper, mine)), submitted_at=kept.submitted_at,
        submitted_by=kept.submitted_by, changed_at=kept.changed_at, changed_by=kept.changed_by,
        accepted_version=kept.accepted_version, submission_id=kept.submission_id,
    )  # fmt: skip


def _may(paper: Paper, mine: Hands) -> Iterable[Verb]:
    for verb in loop.verbs(paper.state, paper.reviews):
        found = loop.move(paper.state, verb, paper.reviews)
        may = found and mine.may(found.power, area_code=paper.area.code, project_id=paper.line.project_id)
        own = not (found and found.author_only) or paper.report.submitted_by == mine.by
        if may and own and (verb is not Verb.SUBMIT or paper.report.pk):
            yield verb


def _proposed(line: Line, said: Mapping[str, Cell]) -> dict[str, Cell]:
    """The sums the form writes where none is typed."""
    month, year = cells.amount(said.get("month_completed")), cells.amount(said.get("year_to_date"))
    if month is None:
        return {}
    own = proposed_year(line, month)
    sums = {"year_to_date": own, "to_date": proposed_whole(line, month, own if year is None else year)}
    return {key: cells.in_wan(found) for key, found in sums.items() if found is not None}


def _shown(line: Line) -> dict[str, Cell]:
    """The grey cells as the form shows them."""
    return {
        key: cells.in_wan(value) if BY_KEY[key].kind is Kind.MONEY and isinstance(value, int) else value
        for key, value in line.shown().items()
    }


def _said(card: ProgressCard | None) -> dict[str, Cell]:
    """What a recorded month says, as cells."""
    if card is None:
        return {}
    said = {key: getattr(card, key) for key in REPORTED}
    return {
        key: cells.in_wan(value) if isinstance(value, int) else cells.kept(BY_KEY[key], value)
        for key, value in said.items()
        if value not in (None, "")
    }


def differences(
    before: Mapping[str, Cell], now: Mapping[str, Cell], month: str, columns: Iterable[str]
) -> Iterable[Difference]:
    """The cells that say other than before, in the order of the form."""
    for key in columns:
        if before.get(key) != now.get(key):
            yield Difference(
                column=key, heading=cells.heading(key, month), before=before.get(key), now=now.get(key)
            )  # fmt: skip


def _log(paper: Paper, steps: Iterable[Step]) -> Iterable[StepCard]:
    """The steps, oldest first, each with the cells it changed."""
    before: Mapping[str, Cell] = paper.report.prefilled
    keys = [column.key for column in COLUMNS]
    for step in steps:
        now: Mapping[str, Cell] = before if step.values is None else step.values
        yield StepCard(
            verb=Verb(step.verb), before=State(step.before) if step.before else None, after=State(step.after),
            version=step.version, at=step.at, by=step.by, remarks=step.remarks,
            changes=tuple(differences(before, now, paper.line.month, keys)),
        )  # fmt: skip
        before = now
