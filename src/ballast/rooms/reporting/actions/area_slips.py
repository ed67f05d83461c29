"""A slip against a figure the statistics office published for an area: filed, and recorded once another approves it."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import Source
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting.actions.correct import MonthOpen, SlipIncomplete, Stale
from ballast.rooms.reporting.actions.record import report
from ballast.rooms.reporting.actions.slips import LONGEST
from ballast.rooms.reporting.cards import AreaSlip, Change, FilingCard, IndicatorCard
from ballast.rooms.reporting.models import Filing, Indicator, IndicatorSlip
from ballast.rooms.reporting.queries.seals import is_sealed
from ballast.rooms.reporting.queries.slips import slips
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipState
from ballast.rulebook.terms import AreaIndicator, Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSlipAsked:
    """What is to be put right: an area by its code, a figure by its code, a month, and the value in 元."""

    area: str
    indicator: str
    month: str
    new: int | None
    reason: str
    evidence: str


def file_area_slip(asked: AreaSlipAsked, *, official: OfficialCard | None, at: datetime) -> FilingCard:
    """File a slip; nothing counts until another person approves it. A refusal leaves its audit line.

    Raises NotAllowed (also for another's area), SlipIncomplete and MonthOpen.
    """
    person = people.require(official, Power.CORRECT, area_code=asked.area)
    where = f"{asked.area} {asked.indicator} {asked.month}"
    try:
        area = people.area_of_code(asked.area)
        if area is None:
            raise SlipIncomplete(Sentence("请选择地区", "Choose an area"), where=where, code="slip_incomplete")
        old = _standing(area.id, asked.indicator, asked.month)
        _fits(asked, old, where)
    except Refusal as refused:
        audit.write("file_slip", at=at, actor=person.username, object=where[:255], result="refused",
                    detail={"code": refused.code})  # fmt: skip
        raise
    change = Change(asked.month, asked.indicator, old, asked.new)
    with transaction.atomic():
        kept = Filing.objects.create(
            area_id=area.id, month=asked.month, basis=Basis.STATISTICAL, changes=[asdict(change)],
            reason=asked.reason.strip(), evidence=asked.evidence.strip(), filed_at=at, filed_by=person.username,
            state=SlipState.FILED,
        )  # fmt: skip
        audit.write("file_slip", at=at, actor=person.username, object=where, detail={"slip": kept.pk})
    [card] = slips(held=EVERYWHERE, slip_id=kept.pk)
    return card


def correct_area(slip: AreaSlip, *, at: datetime, by: str) -> int:
    """Record the figure as it is put right, and the slip; the seal's next edition shows it. Raises Stale, MonthOpen."""
    code, _, industry = slip.indicator.partition(".")
    where = f"{slip.indicator} {slip.month}"
    with journal.entry(at=at, by=by, action="correct") as writer:
        _sealed(slip.month)
        if _standing(slip.area_id, slip.indicator, slip.month) != slip.old:
            said = Sentence(
                "更正单上的旧值与台账现值不同，请重新填写", "What the slip calls the old value stands no more"
            )
            raise Stale(said, where=where, code="slip_stale")
        writer.source = Source.objects.create(
            kind="slip", place=where, received_at=writer.moment, received_by=by
        )  # fmt: skip
        card = IndicatorCard(area_id=slip.area_id, indicator=code, month=slip.month, lead_industry=industry,
                             year_to_date=slip.new)  # fmt: skip
        report([card], writer=writer)
        fact = _current(slip.area_id, slip.indicator, slip.month).get()
        kept = IndicatorSlip.objects.create(
            area_id=slip.area_id, indicator=code, month=slip.month, lead_industry=industry, old_value=slip.old,
            new_value=slip.new, reason=slip.reason[:LONGEST], evidence=slip.evidence[:LONGEST],
            approver=slip.approver[:150], recorded_at=writer.moment, recorded_by=by, fact=fact,
        )  # fmt: skip
        detail = {"slip": kept.pk, "old": slip.old, "new": slip.new, "approver": slip.approver}
        audit.write("correct", at=writer.moment, actor=by, object=where, detail=detail)
    return kept.pk


def _standing(area_id: int, indicator: str, month: str) -> int | None:
    """What the ledger says of the figure now."""
    value: int | None = _current(area_id, indicator, month).values_list("year_to_date", flat=True).first()
    return value


def _current(area_id: int, indicator: str, month: str) -> QuerySet[Indicator]:
    """The one fact of the figure that stands, if there is one."""
    code, _, industry = indicator.partition(".")
    return Indicator.objects.current().filter(area_id=area_id, indicator=code, month=month, lead_industry=industry)


def _fits(asked: AreaSlipAsked, old: int | None, where: str) -> None:
    for wrong, zh, en in (
        (asked.indicator.partition(".")[0] not in list(AreaIndicator), "没有这项统计指标", "There is no such figure"),
        (asked.new is None or asked.new < 0, "请写更正后的数（万元，不小于 0）", "Give the value put right, 0 or more"),
        (old == asked.new, "新值与旧值相同，无须更正", "The new value is the old one; nothing to correct"),
        (
            not asked.reason.strip() or not asked.evidence.strip(),
            "请写明理由和依据",
            "Give the reason and the evidence",
        ),
        (max(len(asked.reason), len(asked.evidence)) > LONGEST, f"理由、依据各不超过 {LONGEST} 字", "Shorten it"),
    ):
        if wrong:
            raise SlipIncomplete(Sentence(zh, en), where=where, code="slip_incomplete")
    _sealed(asked.month)


def _sealed(month: str) -> None:
    if not is_sealed(month):
        said = Sentence(f"{month} 尚未封账，不用更正单", f"{month} is not sealed and needs no slip")
        raise MonthOpen(said, where=month, code="month_open")
