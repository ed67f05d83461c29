"""Filing a correction slip, withdrawing it, refusing it, approving it: never by the one who filed it."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ballast.kit import audit, files
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.uploads import receive
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting.actions.correct import SlipIncomplete, examined
from ballast.rooms.reporting.cards import AreaSlip, FilingCard, Slip, SlipDraft
from ballast.rooms.reporting.loop import hands
from ballast.rooms.reporting.models import Filing
from ballast.rooms.reporting.queries.slips import slip_draft, slips
from ballast.rulebook import slips as rule
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipState, SlipVerb
from ballast.rulebook.terms import Basis

LONGEST = 400
NOT_ONES_OWN = Sentence("本人提出的更正单不能由本人批准或否决，请由市项目办另一人办理",
                        "Who files a slip does not decide on it; another of the city office does")  # fmt: skip
NOT_THE_FILERS = Sentence("这张更正单由他人提出，只能由提出人撤回", "Only who filed this slip withdraws it")
TO_COME = "—"  # a slip that is filed has no approver yet


class NoSuchSlip(Refusal):
    """There is no such slip, or it is not of a project of theirs."""


class SlipDecided(Refusal):
    """The slip was decided or withdrawn meanwhile."""


class OwnSlip(Refusal):
    """Who files a slip does not decide on it, and nobody withdraws another's."""


def file_slip(
    month: str, serial: str, *, field: str, new: str, reason: str, evidence: str,
    official: OfficialCard | None, at: datetime, paper: tuple[str, bytes] | None = None,
) -> FilingCard:  # fmt: skip
    """File a slip: ``new`` as typed, with every later value that moves along; nothing counts until it is approved.

    Raises people.NotAllowed, NotYours and all that ``correct`` refuses; refusals leave their audit line.
    """
    mine = hands.of(official, Power.CORRECT, at=at)
    try:
        draft = slip_draft(month, serial, held=mine.reach(Power.CORRECT), field=field, new=new)
        _fits(serial, reason, evidence)
        slip = Slip(
            project_id=draft.project_id, basis=Basis.DECLARED, changes=draft.changes, reason=reason, evidence=evidence,
            approver=TO_COME,
        )  # fmt: skip
        examined(slip)
        return _filed(draft, slip, paper, mine.by, at)
    except Refusal as refused:
        audit.write("file_slip", at=at, actor=mine.by, object=f"{serial} {month}", result="refused",
                    detail={"code": refused.code})  # fmt: skip
        raise


def withdraw_slip(slip_id: int, *, official: OfficialCard | None, at: datetime) -> FilingCard:
    """Take back a slip one filed oneself and nobody decided yet."""
    return _decided(slip_id, SlipVerb.WITHDRAW, "", official, at)


def refuse_slip(slip_id: int, *, remark: str, official: OfficialCard | None, at: datetime) -> FilingCard:
    """Refuse a slip another filed, with a remark."""
    people.require(official, Power.APPROVE)
    if not remark.strip():
        raise SlipIncomplete(
            Sentence("不予批准须写明理由", "A refusal says why"), where=str(slip_id), code="remark_missing"
        )  # fmt: skip
    return _decided(slip_id, SlipVerb.REFUSE, remark, official, at)


def approve_slip(slip_id: int, *, official: OfficialCard | None, at: datetime) -> tuple[Slip | AreaSlip, str]:
    """Approve a slip another filed; the slip to be recorded, and the account it is recorded by.

    It counts only together with what ``month.approve`` does: the correction and the further editions.
    """
    card = _decided(slip_id, SlipVerb.APPROVE, "", official, at)
    return card.slip(official.name if official else ""), card.decided_by


def _filed(draft: SlipDraft, slip: Slip, paper: tuple[str, bytes] | None, by: str, at: datetime) -> FilingCard:
    stored = None
    if paper is not None:
        taken = receive(paper[1], paper[0], zone=timezone.get_current_timezone())
        stored = files.keep(paper[1], taken.name, at=at, by=by)
    with transaction.atomic():
        kept = Filing.objects.create(
            project_id=slip.project_id, month=draft.month, basis=slip.basis,
            changes=[asdict(one) for one in slip.changes], reason=slip.reason.strip(), evidence=slip.evidence.strip(),
            paper=stored, filed_at=at, filed_by=by, state=SlipState.FILED,
        )  # fmt: skip
        detail = {"slip": kept.pk, "field": draft.field, "changes": len(slip.changes)}
        audit.write("file_slip", at=at, actor=by, object=f"{draft.serial} {draft.month}", detail=detail)
    return _card(kept.pk, by)


def _fits(serial: str, reason: str, evidence: str) -> None:
    for name, text in (("理由 / reason", reason), ("依据 / evidence", evidence)):
        if len(text.strip()) > LONGEST:
            raise SlipIncomplete(
                Sentence(f"{name} 有 {len(text.strip())} 字，最多 {LONGEST} 字，请缩短",
                         f"{name} has more than {LONGEST} characters"),
                where=serial, code="slip_incomplete",
            )  # fmt: skip


def _decided(slip_id: int, verb: SlipVerb, remark: str, official: OfficialCard | None, at: datetime) -> FilingCard:
    power = rule.DECISIONS[verb].power
    mine = hands.of(official, power, at=at)
    try:
        with transaction.atomic():
            kept = Filing.objects.select_for_update().filter(pk=slip_id).first()
            card = next(iter(slips(held=mine.reach(power), official=official, slip_id=slip_id)), None)
            if kept is None or card is None:
                raise NoSuchSlip(
                    Sentence("没有这张更正单，或不由您办理", "There is no such slip, or it is not yours"),
                    where=str(slip_id), code="no_such_slip",
                )  # fmt: skip
            _may(card, verb, mine.by)
            kept.state, kept.decided_at, kept.decided_by = rule.DECISIONS[verb].to, at, mine.by
            kept.remark = remark.strip()[:LONGEST]
            kept.save(update_fields=["state", "decided_at", "decided_by", "remark"])
            audit.write(f"{verb}_slip", at=at, actor=mine.by, object=f"{card.serial or card.area_code} {card.month}",
                        detail={"slip": slip_id})  # fmt: skip
    except Refusal as refused:
        audit.write(f"{verb}_slip", at=at, actor=mine.by, object=str(slip_id), result="refused",
                    detail={"code": refused.code})  # fmt: skip
        raise
    return _card(slip_id, mine.by)


def _may(card: FilingCard, verb: SlipVerb, by: str) -> None:
    found = rule.decision(card.state, verb)
    if found is None:
        raise SlipDecided(
            Sentence(f"这张更正单已经是“{card.state.zh}”（{card.decided_by}）；请刷新页面",
                     f"This slip is {card.state.en} already (by {card.decided_by}); load the page anew"),
            where=card.serial, code="slip_decided",
        )  # fmt: skip
    if not rule.theirs(found, filed_by=card.filed_by, by=by):
        raise OwnSlip(
            NOT_THE_FILERS if found.filers_own else NOT_ONES_OWN, where=card.serial, code="own_slip"
        )  # fmt: skip


def _card(slip_id: int, by: str) -> FilingCard:
    [card] = slips(held=hands.of_the_office(by).reach(Power.READ), slip_id=slip_id)
    return card
