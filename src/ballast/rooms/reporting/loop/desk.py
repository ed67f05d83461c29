"""The desk: the reports an act is about, laid out with what is known of their projects, moved, and kept."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.cards import Moved
from ballast.rooms.reporting.loop import cells
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.models import Report, Step
from ballast.rooms.reporting.workbook.roster import Line, lines_of
from ballast.rulebook import loop
from ballast.rulebook.loop import LoopParams, Reviews, State, Verb
from ballast.rulebook.merging import Cell
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind

MOST = 2_000
SAID = 5
COLUMNS = [
    field.attname for field in Report._meta.concrete_fields if field.name not in ("id", "project", "month", "prefilled")
]  # fmt: skip


class NotThen(Refusal):
    """The report stands where this is not done."""


class NotYours(Refusal):
    """A project there is not, or that is not the person's to report or review: which of both is not told."""


@dataclass(slots=True)
class Paper:
    """One report on the desk; ``report`` is not yet kept where nobody typed before."""

    line: Line
    area: AreaCard
    report: Report
    reviews: Reviews
    steps: list[Step] = field(default_factory=list)

    @property
    def serial(self) -> str:
        """The project's serial."""
        return self.line.serial

    @property
    def state(self) -> State:
        """Where the report stands."""
        return State(self.report.state)

    def moved(self) -> Moved:
        """What an act made of it."""
        return Moved(serial=self.serial, state=self.state, version=self.report.version)

    def place(self, key: str) -> str:
        """Where a cell stands, as a person looks it up: ``P000123 · 本月完成``."""
        return f"{self.serial} · {cells.heading(key, self.line.month)}"


def lay(month: str, serials: Sequence[str], hands: Hands, params: LoopParams) -> dict[str, Paper]:
    """The reports of these projects, by serial in the order asked. Raises NotYours, and Refusal for a bad list."""
    _listed(serials, month)
    found = registry.among(serials, held=hands.reach(Power.READ))
    lacking = [serial for serial in serials if serial not in found]
    if lacking:
        raise not_yours(lacking)
    papers = spread(month, lines_of({card.project_id: card for card in found.values()}, month), hands, params)
    return {serial: papers[serial] for serial in serials}


def not_yours(lacking: Sequence[str]) -> NotYours:
    """The refusal of projects there are not, or that are not theirs: which of both is not told."""
    return NotYours(
        Sentence("没有这个项目，或不是您负责的项目；请核对项目编号",
                 "There is no such project, or it is not yours; check the serial"),
        where="、".join(lacking[:SAID]), code="not_your_project",
    )  # fmt: skip


def spread(month: str, lines: Iterable[Line], hands: Hands, params: LoopParams) -> dict[str, Paper]:
    """The reports of these lines, by serial."""
    lines = list(lines)
    kept = {
        report.project_id: report
        for report in Report.objects.filter(month=month, project_id__in=[line.project_id for line in lines])
    }
    areas = {card.id: card for card in people.areas()}
    papers = {}
    for line in lines:
        area = areas[line.profile.area_id]
        in_a_county = area.kind is not AreaKind.CITY
        reviews = Reviews.NONE if hands.at_the_server else params.reviews(in_a_county=in_a_county)
        report = kept.get(line.project_id) or _blank(line)
        papers[line.serial] = Paper(_with(line, report), area, report, reviews)
    return papers


def _with(line: Line, report: Report) -> Line:
    return replace(line, typed=report.values, version=report.version) if report.pk else line


def _blank(line: Line) -> Report:
    known = cells.known(line)
    return Report(
        project_id=line.project_id, month=line.month, state=State.DRAFT, version=0, values=known, prefilled=known
    )


def _listed(serials: Sequence[str], month: str) -> None:
    twice = next((serial for serial, times in Counter(serials).items() if times > 1), "")
    if twice:
        raise Refusal(
            Sentence("同一项目在一次操作中出现两次；请只留一次", "This project comes twice in one act; keep it once"),
            where=twice, code="row_twice",
        )  # fmt: skip
    if not 0 < len(serials) <= MOST:
        raise Refusal(
            Sentence(f"一次可办 1 至 {MOST} 个项目，本次为 {len(serials)} 个",
                     f"One act is about 1 to {MOST} projects, not {len(serials)}"),
            where=month, code="wrong_number",
        )  # fmt: skip


def move(papers: Collection[Paper], verb: Verb, hands: Hands) -> None:
    """Move reports by the table of the loop, or none of them. Raises NotThen and people.NotAllowed."""
    faults: list[tuple[str, Sentence]] = []
    for paper in papers:
        found = loop.move(paper.state, verb, paper.reviews)
        if found is None:
            faults.append((paper.serial, _not_then(paper, verb)))
            continue
        code, project = paper.area.code, paper.line.project_id
        hands.require(found.power, area_code=code, project_id=project, where=paper.serial)
        if found.author_only and paper.report.submitted_by != hands.by:
            faults.append((paper.serial, _not_author(paper)))
        paper.report.state = found.to
    if faults:
        raise NotThen(
            Sentence("；".join(f"{serial} {said.zh}" for serial, said in faults[:SAID]),
                     "; ".join(f"{serial}: {said.en}" for serial, said in faults[:SAID])),
            where="、".join(serial for serial, _ in faults[:SAID]), code="not_then",
        )  # fmt: skip


def _not_then(paper: Paper, verb: Verb) -> Sentence:
    may = loop.verbs(paper.state, paper.reviews)
    zh, en = "、".join(one.zh for one in may) or "无", ", ".join(one.en for one in may) or "nothing"
    return Sentence(
        f"月报为“{paper.state.zh}”，不能{verb.zh}；现在可以：{zh}",
        f"The report is {paper.state.en} and cannot be {verb.en} now; what can be done: {en}",
    )


def _not_author(paper: Paper) -> Sentence:
    by = paper.report.submitted_by
    return Sentence(
        f"由 {by} 提交，只有本人可以撤回；请联系其撤回，或由审核单位退回",
        f"{by} submitted it and alone may recall it; ask them, or let the reviewer send it back",
    )


def note(
    paper: Paper, verb: Verb, before: State | str, *, by: str, at: datetime, values: dict[str, Cell] | None = None,
    remarks: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    """Put a step on a report's log, to be kept with it."""
    report = paper.report
    report.changed_at, report.changed_by = at, by
    paper.steps.append(Step(
        verb=verb, before=before, after=report.state, version=report.version, at=at, by=by, values=values,
        remarks=dict(remarks or {}),
    ))  # fmt: skip


def keep(papers: Iterable[Paper]) -> None:
    """Keep every report that has a step to its log, and the steps, in four queries at most."""
    touched = [paper for paper in papers if paper.steps]
    fresh = [paper.report for paper in touched if paper.report.pk is None]
    known = [paper.report for paper in touched if paper.report.pk is not None]
    Report.objects.bulk_create(fresh)
    Report.objects.bulk_create(known, update_conflicts=True, unique_fields=["id"], update_fields=COLUMNS)
    for paper in touched:
        for step in paper.steps:
            step.report = paper.report
    Step.objects.bulk_create([step for paper in touched for step in paper.steps])
