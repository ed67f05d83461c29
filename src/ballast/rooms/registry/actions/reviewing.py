"""Deciding on pairs that may be one project."""

from datetime import datetime

from ballast.kit import audit
from ballast.kit.ledger.journal import Writer, entry
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.registry import models
from ballast.rulebook.likeness import Verdict


class AlreadyDecided(Refusal):
    """The pair was decided before."""


class NoSuchSuspicion(Refusal):
    """There is no such pair."""


def same(suspicion_id: int, *, remark: str, at: datetime, by: str) -> int:
    """The pair is one project: the one enrolled first stands for both, and joins the other's lists; its id."""
    with entry(at=at, by=by, action="merge projects") as writer:
        pair = _undecided(suspicion_id)
        stands = dict(models.Merge.objects.current().values_list("project_id", "into_id"))
        kept: int
        dropped: int
        kept, dropped = sorted(stands.get(one, one) for one in (pair.first_id, pair.second_id))
        if kept != dropped:
            writer.record([models.Merge(project_id=dropped, into_id=kept)])
            _redirect(dropped, kept, writer)
            _join_lists(dropped, kept, writer)
        _decide(pair, Verdict.SAME, remark, writer.moment, by)
    return kept


def different(suspicion_id: int, *, remark: str, at: datetime, by: str) -> None:
    """The pair are two projects; the decision is kept and the pair not listed again."""
    with entry(at=at, by=by, action="keep projects apart") as writer:
        _decide(_undecided(suspicion_id), Verdict.DIFFERENT, remark, writer.moment, by)


def _undecided(suspicion_id: int) -> models.Suspicion:
    pair = models.Suspicion.objects.select_related("first", "second").filter(pk=suspicion_id).first()
    if pair is None:
        raise NoSuchSuspicion(
            Sentence("没有这一对疑似重复，请刷新核对页", "There is no such pair; reload the review page"),
            where=str(suspicion_id), code="no_such_suspicion",
        )  # fmt: skip
    if pair.decision:
        raise AlreadyDecided(
            Sentence(
                f"{pair.first} 与 {pair.second} 已由 {pair.decided_by} 核定，不再改动",
                f"{pair.first} and {pair.second} were decided by {pair.decided_by} already",
            ),
            where=str(suspicion_id), code="already_decided",
        )  # fmt: skip
    return pair


def _redirect(dropped: int, kept: int, writer: Writer) -> None:
    """What was merged into the dropped project is now merged into the kept one."""
    before = models.Merge.objects.current().filter(into_id=dropped)
    writer.record([models.Merge(project_id=merge.project_id, into_id=kept) for merge in before])


def _join_lists(dropped: int, kept: int, writer: Writer) -> None:
    standing = models.Membership.objects.current()
    mine = set(standing.filter(project_id=kept).values_list("named_list_id", flat=True))
    writer.record(
        [
            models.Membership(
                project_id=kept, named_list_id=one.named_list_id, since=one.since, until=one.until,
                source=one.source, row=one.row,
            )
            for one in standing.filter(project_id=dropped).select_related("source")
            if one.named_list_id not in mine
        ]
    )  # fmt: skip


def _decide(pair: models.Suspicion, decision: Verdict, remark: str, at: datetime, by: str) -> None:
    pair.decision, pair.remark, pair.decided_at, pair.decided_by = str(decision), remark[:400], at, by
    pair.save(update_fields=["decision", "remark", "decided_at", "decided_by"])
    audit.write(
        "decide_suspicion", at=at, actor=by, object=f"{pair.first} · {pair.second}",
        detail={"decision": str(decision), "remark": pair.remark},
    )  # fmt: skip
