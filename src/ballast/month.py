"""THE MONTH ON ONE PAGE: seal -> fix figures -> rank -> light -> draft the bulletin; and what happens when it is wrong.

Rankings and lights come after figures, for a rule about areas may ask for a figure; no figure asks for either. Lights
come last, for they may ask for the month's own ranking; a sheet that asks for lights reckons them by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import transaction
from django.utils import timezone

from ballast.kit import audit, files
from ballast.kit.ledger import sealing, verification
from ballast.kit.ledger.models import StoredFile
from ballast.kit.ledger.verification import Finding
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import actions as figures
from ballast.rooms.figures import queries as figure_queries
from ballast.rooms.figures.cards import EditionCard
from ballast.rooms.league import actions as league
from ballast.rooms.league import queries as rankings
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting import queries as reports
from ballast.rooms.reporting.cards import AreaSlip, CorrectionCard, Slip
from ballast.rooms.supervision import actions as supervision
from ballast.rooms.supervision import queries as lights
from ballast.rooms.tours import actions as touring
from ballast.rooms.tours import queries as tours
from ballast.rulebook.slips import SlipVerb
from ballast.rulebook.touring.quarters import last_month

NAMED = 200


@dataclass(frozen=True, slots=True)
class Checked:
    """One part of the house read back: how much of it there is, in words, and what was found."""

    said: Sentence
    findings: list[Finding]


class MonthNotOver(Refusal):
    """A month is sealed when it is over."""


class AlreadySealed(Refusal):
    """A sealed month is sealed again only to carry a correction, with its reason."""


def seal(month: str, *, at: datetime, by: str, reason: str = "") -> EditionCard:
    """Seal a month and fix its figures: edition 1, or with a ``reason`` the next edition.

    The answer names every report that is not accepted: what it would say is absent, not zero. Everything happens
    or nothing: the seal, the rows kept, every figure fixed, the audit line. Raises MonthNotOver and AlreadySealed.
    """
    first_after = _first_of_next(month)
    if at.astimezone(timezone.get_current_timezone()).date() < first_after:
        raise MonthNotOver(
            Sentence(f"{month} 尚未结束，{first_after} 起可封账", f"{month} is not over; seal it from {first_after}"),
            where=month, code="month_not_over",
        )  # fmt: skip
    number = (figure_queries.latest_edition(month) or 0) + 1
    if number > 1 and not reason:
        raise AlreadySealed(
            Sentence(
                f"{month} 已封账（第 {number - 1} 版）；如有更正，请写明再版缘由",
                f"{month} is sealed (edition {number - 1}); give the reason for a further edition",
            ),
            where=month, code="already_sealed",
        )  # fmt: skip
    with transaction.atomic():
        fixed = sealing.seal(month, at=at, by=by, reason=reason)
        figures.fix(month, seal=fixed, number=number, reason=reason, by=by)
        told = rankings.readings(figure_queries.ruled(at=fixed.moment), at=fixed.moment)
        seen = lights.month_projects(month, at=fixed.moment)
        league.rank(month, edition=number, at=fixed.moment, by=by, projects=seen, figures=told)
        supervision.light_month(month, edition=number, at=fixed.moment, by=by, projects=seen, figures=told)
        absent = tuple(reports.unaccepted(month))
        serials = [one.serial for one in absent[:NAMED]]
        detail = {"edition": number, "reason": reason, "absent": len(absent), "serials": serials}
        audit.write("seal", at=fixed.moment, actor=by, object=month, detail=detail)
    return EditionCard(month, number, fixed.hash, absent)


def correct(slip: Slip | AreaSlip, *, at: datetime, by: str) -> tuple[list[CorrectionCard], list[EditionCard]]:
    """Correct a sealed month by a slip and give it, and every sealed month after it, a further edition.

    Edition 1 stays as it was, and the further one is it with the slips; a later month is carried along because its
    sums rest on the earlier one.
    """
    with transaction.atomic():
        if isinstance(slip, AreaSlip):
            reporting.correct_area(slip, at=at, by=by)
            corrections, first = [], slip.month
        else:
            corrections = reporting.correct(slip, at=at, by=by)
            first = min(change.month for change in slip.changes)
        sealed = [one.month for one in figure_queries.months() if one.sealed_edition and one.month >= first]
        editions = [seal(month, at=at, by=by, reason=f"更正：{slip.reason}") for month in sealed]
    return corrections, editions


def approve(
    slip_id: int, *, official: OfficialCard | None, at: datetime
) -> tuple[list[CorrectionCard], list[EditionCard]]:
    """Approve a slip another filed, and only then correct the month and make the further editions: all or nothing."""
    try:
        with transaction.atomic():
            slip, by = reporting.approve_slip(slip_id, official=official, at=at)
            return correct(slip, at=at, by=by)
    except Refusal as refused:
        who = official.username if official else ""
        detail = {"code": refused.code, "where": refused.where}
        audit.write("approve_slip", at=at, actor=who, object=str(slip_id), result="refused", detail=detail)
        raise


def amend_tour(
    serial: str, slip: int, *, verb: SlipVerb = SlipVerb.APPROVE, remark: str = "", official: OfficialCard | None,
    at: datetime,
) -> tuple[int, list[EditionCard]]:  # fmt: skip
    """Decide on a slip against a tour's results; approved, their next edition and one of every month ranked by them.

    A later month rests on the newest tour before it. Places as they were published stay beside the new ones; all of it
    or nothing.
    """
    by = official.username if official else ""
    try:
        with transaction.atomic():
            edition = touring.decide_amendment(serial, slip, verb, remark=remark, official=official, at=at)
            first = last_month(tours.find(serial).quarter)
            sealed = [one.month for one in figure_queries.months() if one.sealed_edition and one.month >= first]
            reason = f"观摩结果更正：{serial} 第 {slip} 号更正单"
            return edition, [seal(month, at=at, by=by, reason=reason) for month in sealed if edition]
    except Refusal as refused:
        detail = {"slip": slip, "code": refused.code}
        audit.write(f"{verb}_amendment", at=at, actor=by, object=serial, result=audit.REFUSED, detail=detail)
        raise


def verify() -> list[Finding]:
    """Everything in the house that is no longer as it was recorded."""
    return [found for one in checks() for found in one.findings]


def checks() -> Iterator[Checked]:
    """What is read back, how much of it there is, and what was found: ledger, files, audit trail, editions."""
    facts, entries, seals = verification.counted()
    ledger = Sentence(
        f"台账：{facts} 条事实、{entries} 行记账、{seals} 次封账",
        f"ledger: {facts} facts in {entries} entries, {seals} seals",
    )
    yield Checked(ledger, verification.verify())
    kept = list(files.kept())
    yield Checked(Sentence(f"留存文件：{len(kept)} 个", f"files as received: {len(kept)}"), list(_damaged(kept)))
    lines = audit.AuditLine.objects.count()
    yield Checked(Sentence(f"审计记录：{lines} 条", f"audit lines: {lines}"), list(audit.verify()))
    editions = len(list(figure_queries.edition_files())) // 2
    told = Sentence(f"封账月份的指标：{editions} 版", f"editions of sealed months: {editions}")
    yield Checked(told, figure_queries.verify_editions())
    yield Checked(Sentence("亮灯", "lights"), list(lights.verify()))
    yield Checked(Sentence("观摩选票和结果", "ballots and results of site tours"), list(tours.verify()))
    yield Checked(Sentence("排名", "rankings"), list(rankings.verify()))


def _damaged(kept: Iterable[StoredFile]) -> Iterator[Finding]:
    for stored in kept:
        try:
            files.read(stored)
        except files.FileDamaged as damaged:
            yield Finding(damaged.where, damaged.sentence)


def _first_of_next(month: str) -> date:
    """The first day after a month; a Refusal where it is no month."""
    try:
        first = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC)
    except ValueError as error:
        raise Refusal(
            Sentence(f"月份“{month}”应写作 2025-07", f"{month!r} is not a month; write it as 2025-07"),
            where=month, code="unknown_month",
        ) from error  # fmt: skip
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
