"""Correcting after the seal: a slip puts values right; the sealed edition stays as it was."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import Source
from ballast.kit.money import in_wan
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting.actions.record import report
from ballast.rooms.reporting.cards import Change, CorrectionCard, ProgressCard, Reported, Slip
from ballast.rooms.reporting.models import CorrectionSlip, Progress
from ballast.rooms.reporting.queries.corrections import AMOUNTS, TEXTS, amounts_of, corrections, standing_reports
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.seals import is_sealed
from ballast.rulebook.checks.series import Contradiction, caused
from ballast.rulebook.forms import BY_KEY
from ballast.rulebook.terms import Basis


class MonthOpen(Refusal):
    """The month is not sealed; it is reported, not corrected."""


class SlipIncomplete(Refusal):
    """A slip without a project, reason, evidence, approver, or a proper change."""


class Stale(Refusal):
    """What the slip calls the old value is not what stands."""


class Contradicts(Refusal):
    """Later months would no longer add up."""


def correct(slip: Slip, *, at: datetime, by: str) -> list[CorrectionCard]:
    """Record the revised reports and the slip; the seal's next edition shows them.

    The earliest month changed must be sealed; later months that must change with it go on the same slip. Raises
    MonthOpen, SlipIncomplete, Stale (with both values) and Contradicts (with what would be right).
    """
    with journal.entry(at=at, by=by, action="correct") as writer:
        serial, revised = examined(slip)
        writer.source = Source.objects.create(
            kind="slip", place=f"{serial} {_first(slip)}", received_at=writer.moment, received_by=by
        )
        report(revised.values(), writer=writer)
        kept = _keep(slip, writer.moment, by)
        detail = {"project": serial, "slips": [one.pk for one in kept], "approver": slip.approver}
        audit.write("correct", at=writer.moment, actor=by, object=f"{serial} {_first(slip)}", detail=detail)
    return corrections(ids=[one.pk for one in kept])


def examined(slip: Slip) -> tuple[str, dict[str, ProgressCard]]:
    """The project's serial and its reports as they would stand, by month; raises as ``correct``."""
    serial = _complete(slip)
    _sealed(slip)
    standing = standing_reports(slip.project_id, slip.basis)
    _as_it_stands(slip, standing, serial)
    revised = _revised(slip, standing)
    _adds_up(standing, revised, serial)
    return serial, revised


def _first(slip: Slip) -> str:
    return min(change.month for change in slip.changes)


def _complete(slip: Slip) -> str:
    """The project's serial, where the slip has everything a slip needs."""
    serial = registry.serials([slip.project_id]).get(slip.project_id, "")
    lacking = [name for name, given in (
        ("项目 / project", serial), ("更正内容 / changes", slip.changes), ("理由 / reason", slip.reason.strip()),
        ("依据 / evidence", slip.evidence.strip()), ("批准人 / approver", slip.approver.strip()),
        ("口径 / basis", slip.basis in [str(word) for word in Basis]),
    ) if not given]  # fmt: skip
    if lacking:
        named = "、".join(lacking)
        raise _incomplete(serial, f"更正单缺少：{named}；请补全", f"The slip lacks: {named}; complete it")
    claimed: set[tuple[str, str]] = set()
    for change in slip.changes:
        month_named(change.month)
        where = f"{serial} {change.month} {change.field}"
        if (change.month, change.field) in claimed:
            raise _incomplete(where, "同一数字更正了两次；请只留一条", "This value is corrected twice; keep one")
        claimed.add((change.month, change.field))
        _proper(change, where)
    return serial


def _proper(change: Change, where: str) -> None:
    if change.field not in (*AMOUNTS, *TEXTS):
        names = "、".join((*AMOUNTS, *TEXTS))
        raise _incomplete(where, f"“{change.field}”不能更正；可以更正：{names}", f"Only these are corrected: {names}")
    if change.old == change.new:
        raise _incomplete(where, "新值与旧值相同，无须更正", "The new value is the old one; nothing to correct")
    if change.field in AMOUNTS:
        fits = change.new is None or (type(change.new) is int and change.new >= 0)
        right = ("应为不小于 0 的整数（元）", "should be whole 元, 0 or more")
    else:
        fits, right = isinstance(change.new, str), ("应为文字", "should be text")
    if not fits:
        new = repr(change.new)
        raise _incomplete(where, f"新值 {new} 不合要求，{right[0]}", f"The new value {new} {right[1]}")


def _incomplete(where: str, zh: str, en: str) -> SlipIncomplete:
    return SlipIncomplete(Sentence(zh, en), where=where, code="slip_incomplete")


def _sealed(slip: Slip) -> None:
    month = _first(slip)
    if not is_sealed(month):
        raise MonthOpen(
            Sentence(f"{month} 尚未封账，不用更正单；请直接重新报送月报",
                     f"{month} is not sealed and needs no slip; hand the report in again"),
            where=month, code="month_open",
        )  # fmt: skip


def _as_it_stands(slip: Slip, standing: Mapping[str, ProgressCard], serial: str) -> None:
    for change in slip.changes:
        card = standing.get(change.month)
        now: Reported = getattr(card, change.field) if card else (None if change.field in AMOUNTS else "")
        if now != change.old:
            raise Stale(
                Sentence(f"更正单上的旧值为 {_shown(change.old)}，台账现为 {_shown(now)}；请按现值重填",
                         f"The slip's old value is {_shown(change.old)}, the ledger says {_shown(now)}; "
                         "fill the slip in anew"),
                where=f"{serial} {change.month} {change.field}", code="slip_stale",
            )  # fmt: skip


def _revised(slip: Slip, standing: Mapping[str, ProgressCard]) -> dict[str, ProgressCard]:
    """The reports as they will stand, by month."""
    revised: dict[str, ProgressCard] = {}
    for change in slip.changes:
        blank = ProgressCard(project_id=slip.project_id, month=change.month, basis=slip.basis)
        card = revised.get(change.month) or standing.get(change.month) or blank
        values: dict[str, Reported] = {change.field: change.new}
        revised[change.month] = replace(card, row=None, **values)  # type: ignore[arg-type]
    return revised


def _adds_up(standing: Mapping[str, ProgressCard], revised: Mapping[str, ProgressCard], serial: str) -> None:
    before = {month: amounts_of(card) for month, card in standing.items()}
    broken = caused(before, before | {month: amounts_of(card) for month, card in revised.items()})
    if broken:
        zh = "；".join(f"{found.month} {found.finding.sentence.zh}" for found in broken[:3])
        en = "; ".join(f"{found.month}: {found.finding.sentence.en}" for found in broken[:3])
        raise Contradicts(
            Sentence(f"更正后账目不再相符：{zh}。请在同一更正单上一并更正",
                     f"The months would no longer add up: {en}. Correct them on the same slip"),
            where=_place(broken[0], serial), code="slip_contradicts",
        )  # fmt: skip


def _place(found: Contradiction, serial: str) -> str:
    return f"{serial} {found.month} {BY_KEY[found.finding.column].heading(found.month)}"


def _keep(slip: Slip, moment: datetime, by: str) -> list[CorrectionSlip]:
    made = Progress.objects.current().filter(project_id=slip.project_id, basis=slip.basis)
    facts = {fact.month: fact for fact in made.filter(month__in=[change.month for change in slip.changes])}
    return CorrectionSlip.objects.bulk_create([
        CorrectionSlip(
            project_id=slip.project_id, month=change.month, basis=slip.basis, field=change.field, old_value=change.old,
            new_value=change.new, reason=slip.reason.strip()[:400], evidence=slip.evidence.strip()[:400],
            approver=slip.approver.strip()[:150], recorded_at=moment, recorded_by=by, progress=facts[change.month],
        )
        for change in slip.changes
    ])  # fmt: skip


def _shown(value: Reported) -> str:
    if value is None or value == "":
        return "（未报 / not reported）"
    return f"{in_wan(value)} 万元" if isinstance(value, int) else f"“{value}”"
