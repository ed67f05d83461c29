"""The correction slips, what stands for them to change, and what a change carries along."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

from ballast.rooms.reporting.cards import Change, CorrectionCard, ProgressCard
from ballast.rooms.reporting.models import CorrectionSlip, IndicatorSlip, Progress
from ballast.rooms.reporting.queries.published import figure_name
from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.terms import Basis

AMOUNTS = ("month_completed", "year_to_date", "to_date")
TEXTS = ("form_progress", "problems", "needs", "explanation", "remarks")


def corrections(
    *, month: str = "", project_id: int | None = None, after: datetime | None = None, ids: Collection[int] | None = None
) -> list[CorrectionCard]:
    """Correction slips, oldest first: of a month, of a project, recorded after a moment, or by their ids.

    Those of figures of the statistics office have ids below nought, and the area and the figure for a serial.
    """
    found = CorrectionSlip.objects.select_related("project").order_by("recorded_at", "pk")
    if month:
        found = found.filter(month=month)
    if project_id is not None:
        found = found.filter(project_id=project_id)
    if after is not None:
        found = found.filter(recorded_at__gt=after)
    if ids is not None:
        found = found.filter(pk__in=ids)
    told = [_card(kept) for kept in found]
    of_areas = [] if project_id is not None else _of_areas(month, after, ids)
    return sorted([*told, *of_areas], key=lambda card: card.recorded_at) if of_areas else told


def _of_areas(month: str, after: datetime | None, ids: Collection[int] | None) -> list[CorrectionCard]:
    found = IndicatorSlip.objects.select_related("area").order_by("recorded_at", "pk")
    found = found.filter(month=month) if month else found
    found = found.filter(recorded_at__gt=after) if after is not None else found
    found = found.filter(pk__in=[-one for one in ids]) if ids is not None else found
    return [
        CorrectionCard(
            id=-kept.pk, project_id=0, month=kept.month, basis=Basis.STATISTICAL, field="year_to_date",
            serial=f"{kept.area.name}{figure_name('.'.join(filter(None, (kept.indicator, kept.lead_industry))))}",
            old=kept.old_value, new=kept.new_value, reason=kept.reason, evidence=kept.evidence,
            approver=kept.approver, recorded_at=kept.recorded_at, recorded_by=kept.recorded_by,
        )
        for kept in found
    ]  # fmt: skip


def standing_reports(project_id: int, basis: str) -> dict[str, ProgressCard]:
    """What stands of a project on a basis, by month."""
    names = [field.name for field in fields(ProgressCard)]
    found = Progress.objects.current().filter(project_id=project_id, basis=basis).order_by("month")
    return {values["month"]: ProgressCard(**values) for values in found.values(*names)}


def amounts_of(card: ProgressCard) -> Amounts:
    """The three amounts of a report."""
    return Amounts(card.month_completed, card.year_to_date, card.to_date)


def carried(project_id: int, month: str, basis: str, field: str, new: int) -> tuple[Change, ...]:
    """One changed amount with every sum of this and later months that moves with it, as changes for one slip.

    本月完成 moves the year to date to December and the amount to date to the end, 本年累计 likewise without
    the month's own amount; 开工累计 moves itself. What was not reported stays so.
    """
    reports = standing_reports(project_id, basis)
    old = getattr(reports[month], field) if month in reports else None
    changes = [Change(month, field, old, new)]
    moves = AMOUNTS[AMOUNTS.index(field) :]
    for later, card in reports.items():
        for name in moves if later >= month else ():
            value = getattr(card, name)
            own = (later, name) == (month, field) or (name == "month_completed")
            if own or value is None or (name == "year_to_date" and later[:4] != month[:4]):
                continue
            changes.append(Change(later, name, value, value + new - (old or 0)))
    return tuple(changes)


def _card(kept: CorrectionSlip) -> CorrectionCard:
    return CorrectionCard(
        id=kept.pk, project_id=kept.project_id, serial=kept.project.serial, month=kept.month, basis=kept.basis,
        field=kept.field, old=kept.old_value, new=kept.new_value, reason=kept.reason, evidence=kept.evidence,
        approver=kept.approver, recorded_at=kept.recorded_at, recorded_by=kept.recorded_by,
    )  # fmt: skip
