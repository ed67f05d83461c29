"""Committing a recognised list: whole or not at all, in the journal entry of its caller."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from ballast.kit.ledger.journal import Writer
from ballast.kit.ledger.models import Source, StoredFile
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.registry import models
from ballast.rooms.registry.actions.recording import enrol, name_list
from ballast.rooms.registry.importing.drafts import Draft, draft, place
from ballast.rooms.registry.importing.left_out import left_out
from ballast.rooms.registry.importing.matching import Matched, Matcher
from ballast.rooms.registry.importing.outcome import Decisions, ImportRefused, Outcome
from ballast.rooms.registry.importing.placing import Placing
from ballast.rooms.registry.importing.sources import Sources
from ballast.rooms.registry.importing.writing import Composer, Target
from ballast.rulebook.likeness import Judgement
from ballast.rulebook.lists.report import Fault, ProjectRow, Recognition, Table

NAME_LIMIT = 300
LARGE = "money-large"
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates one row gives for its project (``YYYY`` or ``YYYY-MM``), for the room that keeps milestones."""

    project_id: int
    dates: dict[str, str]
    sheet: str
    columns: dict[str, str]
    row: int


@dataclass(frozen=True, slots=True)
class Committed:
    """What an import recorded: its outcome so far, the dates it leaves to others, and how they name their cells.

    ``close_import`` ends it, told which projects those dates changed.
    """

    outcome: Outcome
    dated: list[Dated]
    source: Callable[[str, dict[str, str]], Source]
    fresh: frozenset[int]
    changed: frozenset[int]
    projects: int
    file: Callable[[], StoredFile]
    list_id: int | None


def commit_import(
    recognition: Recognition, *, list_code: str, list_name: str, year: int | None, as_of: date, data: bytes,
    name: str, decisions: Decisions, writer: Writer,
) -> Committed:  # fmt: skip
    """Record a list: projects, their cards, plans of ``year``, funds, and their place on the list from ``as_of``.

    ``data`` and ``name`` are the file itself. A list is found by its code, or its name where the code is empty;
    without both the projects are put on no list. Raises ImportRefused with every fault; the caller's entry then
    leaves no trace.
    """
    placing = Placing(decisions, at=writer.moment, by=writer.by)
    faults = [*recognition.errors, *_asked(recognition, decisions)]
    faults += _year_wrong(recognition, year)
    notes: list[Fault] = list(recognition.warnings)
    drafts = _drafts(recognition, placing, faults, notes)
    faults += placing.faults
    if faults:
        raise ImportRefused(faults)
    matched = Matcher(drafts, people.areas()).matched()
    if matched.faults:
        raise ImportRefused(matched.faults)
    sources = Sources(data, name, at=writer.moment, by=writer.by)
    target = Target(name_list(list_code, list_name) if list_code or list_name else None, as_of, year, f"{as_of:%Y-%m}")
    projects = matched.project | dict(zip(matched.fresh, enrol(len(matched.fresh), writer=writer), strict=True))
    composer = Composer(target, sources)
    for position, project_id in sorted(projects.items()):
        composer.compose(project_id, drafts[position], matched.known.get(project_id))
    composer.record(writer)
    suspicions = _suspect(matched, projects, writer)
    placing.remember()
    outcome = Outcome(
        file=name, list_name=list_name, year=year, rows=len(drafts), new=len(matched.fresh), revised=0, unchanged=0,
        repeats=matched.repeats, suspicions=suspicions, areas_created=placing.created, warnings=notes,
        skipped=[one.as_json() for one in recognition.skipped], left_out=left_out(recognition),
    )  # fmt: skip
    return Committed(
        outcome, _dated(drafts, projects), sources.of, frozenset(projects[position] for position in matched.fresh),
        frozenset(composer.written.changed), len(projects), lambda: sources.file, target.list_id,
    )  # fmt: skip


def close_import(committed: Committed, *, also_changed: Iterable[int], writer: Writer) -> Outcome:
    """End an import: count what it changed, with what its dates changed elsewhere; kept as a batch if anything was."""
    changed = committed.changed.union(also_changed)
    revised = len(changed - committed.fresh)
    outcome = replace(committed.outcome, revised=revised, unchanged=committed.projects - len(committed.fresh) - revised)
    if not (changed or outcome.suspicions):
        return outcome
    batch = models.ImportBatch.objects.create(
        file=committed.file(), list_id=committed.list_id, at=writer.moment, by=writer.by, outcome=outcome.as_json()
    )
    return replace(outcome, batch_id=batch.pk)


def _drafts(
    recognition: Recognition, placing: Placing, faults: list[Fault], notes: list[Fault]
) -> list[Draft]:  # fmt: skip
    # A group with one class has its name: the class, which says more, comes last.
    industries = dict(models.IndustryCode.objects.order_by("code").values_list("name", "code"))
    drafts = []
    for row in recognition.rows:
        if len(row.name) > NAME_LIMIT:
            said = Sentence(
                f"项目名称超过 {NAME_LIMIT} 字，请缩短", f"The name exceeds {NAME_LIMIT} characters; shorten it"
            )
            faults.append(Fault("name_long", row.source, said))
        area = placing.area_of(row, place(row, "area"))
        if area is not None:
            drafts.append(draft(row, area, _table_of(recognition, row), industries, notes))
    return drafts


def _table_of(recognition: Recognition, row: ProjectRow) -> Table | None:
    for table in recognition.tables:
        if table.sheet == row.sheet and table.first_row <= row.rows[0] <= table.last_row:
            return table
    return None


def _asked(recognition: Recognition, decisions: Decisions) -> list[Fault]:
    """Amounts so large that a person must say they are right."""
    if decisions.confirm_large:
        return []
    said = Sentence(
        "金额超过 1000 亿元，须确认单位和数值无误后再导入（命令行 --confirm-large，网页勾选“金额无误”）",
        "An amount exceeds 100 billion yuan; confirm unit and value first (--confirm-large, or tick the box)",
    )
    return [Fault("confirm_large", one.where, said) for one in recognition.warnings if one.code == LARGE]


def _year_wrong(recognition: Recognition, year: int | None) -> list[Fault]:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        wrong = Sentence(f"年份 {year} 不对，应在 {FIRST_YEAR} 至 {LAST_YEAR} 之间", f"{year} is no year of a plan")
        return [Fault("wrong_year", str(year), wrong)]
    planned = next((row for row in recognition.rows if row.annual_plan is not None), None)
    if year is not None or planned is None:
        return []
    said = Sentence("名单有年度计划但看不出年份，请指明年份", "There are annual plans but no year; say which year")
    return [Fault("no_year", place(planned, "annual_plan"), said)]


def _suspect(matched: Matched, projects: dict[int, int], writer: Writer) -> int:
    """Put pairs that may be one project on the review list; how many were not there yet."""
    found: dict[tuple[int, int], Judgement] = {}
    for position, draft_position, project, judgement in matched.pairs:
        other = project if draft_position is None else projects.get(draft_position)
        mine = projects[position]
        if other is not None and other != mine:
            found.setdefault((min(mine, other), max(mine, other)), judgement)
    known = set(models.Suspicion.objects.values_list("first_id", "second_id"))
    fresh = [
        models.Suspicion(
            first_id=first, second_id=second, likeness=judgement.likeness, found_at=writer.moment,
            reasons=[{"zh": reason.zh, "en": reason.en} for reason in judgement.reasons],
        )
        for (first, second), judgement in found.items()
        if (first, second) not in known
    ]  # fmt: skip
    models.Suspicion.objects.bulk_create(fresh)
    return len(fresh)


def _dated(drafts: list[Draft], projects: dict[int, int]) -> list[Dated]:
    return [
        Dated(project_id, one.dates, one.row.sheet, *one.row.places)
        for position, project_id in sorted(projects.items())
        if (one := drafts[position]).dates
    ]
