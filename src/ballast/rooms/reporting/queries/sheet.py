"""What one types into: an area's whole list as a sheet, or one project's report with all that lies beside it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EvidenceCard
from ballast.rooms.reporting.cards import CellFinding, Difference, ReportCard
from ballast.rooms.reporting.models import Report
from ballast.rooms.reporting.queries.months import deadlines
from ballast.rooms.reporting.queries.place import area_named
from ballast.rooms.reporting.queries.report import report, reports
from ballast.rooms.reporting.queries.seals import is_sealed
from ballast.rooms.reporting.queries.worklist import worklist
from ballast.rulebook.calendar import DueDates
from ballast.rulebook.evidence import progress_of
from ballast.rulebook.forms import COLUMNS, Column
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.merging import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An area's whole list of a month, and the other areas one may turn to."""

    month: str
    sealed: bool
    area: AreaCard
    areas: tuple[AreaCard, ...]
    dates: DueDates
    reports: list[ReportCard]

    @property
    def due(self) -> list[ReportCard]:
        """Those awaited."""
        return [card for card in self.reports if card.due]

    @property
    def states(self) -> Mapping[State | None, int]:
        """The due reports by where they stand; None is nothing typed yet."""
        return Counter(card.state for card in self.due)

    @property
    def may_save(self) -> bool:
        """Whether the person may type into any."""
        return any(Verb.SAVE in card.verbs for card in self.reports)


def sheet(month: str, area: str, official: OfficialCard | None, *, on: date) -> Sheet:
    """The list of an area (code or name) for one who may see the whole of it. Raises people.NotAllowed."""
    found, asked = reports(month, area, official, on=on), area_named(area)
    held = registry.reach(official, on=on)
    areas = tuple(card for card in people.areas() if held.whole(card.code))
    return Sheet(
        month=month, sealed=is_sealed(month), area=asked, areas=areas, dates=deadlines(month), reports=found
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of the form on the page: what it says now and said before, and what is found or remarked on it.

    ``known`` is a date or a fund that says what it said before anybody typed.
    """

    column: Column
    heading: str
    now: Cell
    proposed: Cell
    last: Cell
    change: int | float | None
    known: bool
    findings: tuple[CellFinding, ...]
    remark: str

    @property
    def told(self) -> bool:
        """Whether a reviewer looks at it: it says something new, or something is found or remarked on it."""
        said = (self.now, self.proposed, self.last) != (None, None, None)
        return bool(self.findings or self.remark or (said and not self.known))


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One project's report with its cells in groups, and its evidence; ``following`` is the next to fill in."""

    report: ReportCard
    sealed: bool
    dates: DueDates
    groups: tuple[tuple[str, tuple[Field, ...]], ...]
    evidence: tuple[EvidenceCard, ...]
    following: str = ""

    @property
    def may(self) -> frozenset[str]:
        """What the person may do to it now."""
        return frozenset(str(verb) for verb in self.report.verbs)

    @property
    def reviewing(self) -> bool:
        """Whether it waits for this person's review."""
        return Verb.SEND_BACK in self.report.verbs

    @property
    def remark(self) -> str:
        """What the last return says of the report as a whole."""
        return self.report.remarks.get("", "")

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every cell."""
        return tuple(field for _, fields in self.groups for field in fields)

    @property
    def elsewhere(self) -> tuple[CellFinding, ...]:
        """Findings on no cell of the form."""
        keys = {field.column.key for field in self.fields}
        return tuple(found for found in self.report.findings if found.column not in keys)


GROUPS = (("money", "progress.month_completed progress.year_to_date progress.to_date"), ("work", "progress"),
          ("dates", "milestone"), ("funds", "funding"))  # fmt: skip


def desk(month: str, serial: str, official: OfficialCard | None, *, on: date) -> Desk:
    """One project's report laid out for a page. Raises NotYours."""
    card = report(month, serial, official, on=on)
    changes = {one.column: one for one in card.differences}
    typed = Report.objects.filter(month=month, project_id=card.project_id).values_list("prefilled", flat=True)
    before: Mapping[str, Cell] = next(iter(typed), card.cells)
    groups: dict[str, list[Field]] = {name: [] for name, _ in GROUPS}
    for column in COLUMNS:
        if column.editable:
            groups[_group(column)].append(_field(card, column, changes.get(column.key), before))
    shown = progress_of(month)
    pieces = registry.evidence(card.project_id, params=policy.in_force(on).checks)
    return Desk(
        report=card, sealed=is_sealed(month), dates=deadlines(month),
        groups=tuple((name, tuple(fields)) for name, fields in groups.items()),
        evidence=tuple(piece for piece in pieces if piece.claim == shown), following=_following(card, official, on),
    )  # fmt: skip


def _following(card: ReportCard, official: OfficialCard | None, on: date) -> str:
    """The next report of the area that came back or is to be filled in, for one who reports; empty for none."""
    if not {Verb.SAVE, Verb.RECALL} & set(card.verbs) or Verb.SEND_BACK in card.verbs:
        return ""
    found = worklist(card.month, official, on=on)
    mine = [one.serial for one in (*found.returned, *found.to_fill) if one.area_code == card.area.code]
    later = [serial for serial in sorted(mine) if serial > card.serial]
    return next(iter(later), min((one for one in mine if one != card.serial), default=""))


def _group(column: Column) -> str:
    kind = column.feeds.split(".")[0]
    return next(name for name, feeds in GROUPS if column.feeds in feeds.split() or kind == feeds)


def _field(card: ReportCard, column: Column, change: Difference | None, before: Mapping[str, Cell]) -> Field:
    monthly = column.feeds.startswith("progress.")
    now, last = card.cells.get(column.key), (card.last if monthly else before).get(column.key)
    return Field(
        column=column, heading=column.heading(card.month), now=now, proposed=card.proposed.get(column.key), last=last,
        change=change.change if change else None, known=not monthly and now == last,
        findings=tuple(found for found in card.findings if found.column == column.key),
        remark=card.remarks.get(column.key, ""),
    )  # fmt: skip
