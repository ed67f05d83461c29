"""Judging reports in progress by the checks of the rulebook; what must be right before they go on."""

from collections.abc import Iterable

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.cards import CellFinding
from ballast.rooms.reporting.loop.desk import Paper
from ballast.rooms.reporting.loop.recording import understood
from ballast.rooms.reporting.workbook.judging import FORM_CLAUSE, finding, found_in
from ballast.rulebook.checks import CheckParams

CONFLICT_CLAUSE = Sentence("改动他人已报的数字须先看到", "What another typed meanwhile is not overwritten unseen")


class NotReady(Refusal):
    """Reports that must be put right or explained first: everything found, and those that could go."""

    def __init__(self, findings: Iterable[CellFinding], ready: Iterable[str]) -> None:
        self.findings = tuple(findings)
        self.ready = tuple(ready)
        first = next(found for found in self.findings if found.stops)
        errors = sum(found.severity == "error" for found in self.findings)
        asks = sum(found.stops for found in self.findings) - errors
        super().__init__(
            Sentence(
                f"{errors} 处须改正，{asks} 处须改正或在“说明”栏解释，没有提交；第一处：{first.sentence.zh}",
                f"{errors} errors and {asks} warnings without an explanation; nothing was done. First: "
                f"{first.sentence.en}",
            ),
            where=first.where, code="not_ready",
        )  # fmt: skip


def examined(paper: Paper, params: CheckParams) -> list[CellFinding]:
    """Everything found on one report, its open conflicts first."""
    found = [
        finding(paper.line, one["column"], "conflict_open", _unsettled(one), CONFLICT_CLAUSE, paper.place)
        for one in paper.report.conflicts
    ]
    if paper.report.pk is None:
        nothing = Sentence("月报还没有填写；没有发生的填 0", "Nothing is filled in yet; fill it in, 0 if nothing")
        return [*found, finding(paper.line, "month_completed", "nothing_typed", nothing, FORM_CLAUSE, paper.place)]
    return [*found, *found_in(understood(paper), params, paper.place)]


def ready(papers: Iterable[Paper], params: CheckParams) -> list[CellFinding]:
    """Everything found on reports that may all go on. Raises NotReady."""
    by_serial = {paper.serial: examined(paper, params) for paper in papers}
    findings = [found for group in by_serial.values() for found in group]
    if any(found.stops for found in findings):
        raise NotReady(
            findings, (serial for serial, group in by_serial.items() if not any(found.stops for found in group))
        )
    return findings


def _unsettled(conflict: dict[str, object]) -> Sentence:
    mine, theirs = conflict["mine"], conflict["theirs"]
    by, other = conflict["mine_by"], conflict["theirs_by"]
    return Sentence(
        f"{other} 填“{theirs}”，{by} 填“{mine}”，两人不一致；请核对后重填此格",
        f"{other} typed {theirs!r} and {by} {mine!r}; settle it and type this cell anew",
    )
