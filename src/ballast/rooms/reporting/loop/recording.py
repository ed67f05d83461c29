"""What is accepted becomes facts: each report's progress, milestones and funds, with a source that leads back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from ballast.kit.ledger.cards import facts_of
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.kit.ledger.models import Source
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import FundingCard
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rooms.reporting.loop.desk import Paper
from ballast.rooms.reporting.models import Progress, Submission
from ballast.rooms.reporting.workbook import drafts
from ballast.rooms.reporting.workbook.drafts import PROGRESS_FIELDS, Draft
from ballast.rooms.reporting.workbook.reading import FilledRow
from ballast.rulebook.forms import MILESTONES

AnyCard = TypeVar("AnyCard", ProgressCard, MilestoneCard, FundingCard)
KINDS = tuple(dict.fromkeys(column.key.split(".")[0] for column in MILESTONES))


def understood(paper: Paper) -> Draft:
    """What a report says, read as a row of the form is."""
    row = FilledRow(paper.report.row or 0, paper.serial, paper.report.values)
    return drafts.draft(paper.line, row, None)


def record(papers: Iterable[Paper], writer: Writer) -> Recorded:
    """Record accepted reports, those of one workbook (or of one person's typing) under its own sources."""
    groups: dict[tuple[int | None, str], list[Paper]] = {}
    for paper in papers:
        groups.setdefault((paper.report.submission_id, paper.report.submitted_by), []).append(paper)
    known = Submission.objects.select_related("file").in_bulk([key for key, _ in groups if key])
    done = Recorded()
    for (submission_id, _), group in groups.items():
        done += _Group(group, known.get(submission_id or 0), writer).record()
    return done


class _Group:
    """Reports that came together, and the sources made for them."""

    def __init__(self, papers: list[Paper], submission: Submission | None, writer: Writer) -> None:
        self.papers = papers
        self.submission = submission
        self.writer = writer
        self.sources: list[int] = []

    def record(self) -> Recorded:
        """Each kind of fact under the source that names its columns."""
        made = [understood(paper) for paper in self.papers]
        reported = [_placed(card) for one in made if (card := drafts.progress(one))]
        self._under({key: key for key in PROGRESS_FIELDS})
        done = self.writer.record(facts_of(Progress, reported))
        moved = [_placed(card) for one in made for card in drafts.milestones(one)]
        for kind in KINDS:
            if cards := [card for card in moved if card.kind == kind]:
                self._under({part: f"{kind}.{part}" for part in ("planned_on", "actual_on")} | {"evidence": "evidence"})
                done += lifecycle.move(cards, writer=self.writer)
        funds = [_placed(card) for one in made for card in drafts.funding(one)]
        for channel in dict.fromkeys(card.channel for card in funds):
            self._under({"paid_in": f"paid.{channel}"})
            done += registry.describe([card for card in funds if card.channel == channel], writer=self.writer)
        for paper in self.papers:
            paper.report.accepted_version = paper.report.version
            paper.report.sources = self.sources
        return done

    def _under(self, columns: dict[str, str]) -> None:
        self.writer.source = self._source(columns)
        self.sources.append(self.writer.source.pk)

    def _source(self, columns: dict[str, str]) -> Source:
        """The workbook, or the pages typed into, as the source of facts read from ``columns`` (field to key)."""
        came = self.submission
        if came is not None:
            letters = {name: came.letters[key] for name, key in columns.items() if key in came.letters}
            return Source.objects.create(
                kind="form", file=came.file, place=came.sheet, columns=letters, received_at=came.handed_in_at,
                received_by=came.handed_in_by,
            )  # fmt: skip
        first = self.papers[0]
        areas = "、".join(dict.fromkeys(paper.area.name for paper in self.papers))
        return Source.objects.create(
            kind="report", place=f"{areas} {first.line.month} 网上填报"[:255], columns={},
            received_at=first.report.submitted_at or self.writer.moment, received_by=first.report.submitted_by,
        )  # fmt: skip


def _placed(card: AnyCard) -> AnyCard:
    """A card whose row is a row of the workbook, or none."""
    return replace(card, row=card.row or None)


def take_back(papers: Iterable[Paper], writer: Writer) -> None:
    """Take out of the ledger what accepted reports brought; what stood before stands again."""
    for paper in papers:
        ids, sources = [paper.line.project_id], paper.report.sources
        writer.take_back(Progress.objects.current().filter(project_id__in=ids, source_id__in=sources))
        lifecycle.take_back(ids, sources, writer=writer)
        registry.take_back(ids, sources, writer=writer)
        paper.report.accepted_version, paper.report.sources = None, []
