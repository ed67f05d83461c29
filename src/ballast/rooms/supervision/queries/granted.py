"""Justified exceptions as boards show them: in force, running out, ended."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit.ledger.models import FactQuerySet
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision.models import JustifiedException


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionCard:
    """One exception: what it suspends for whom until when, why, on what evidence, and who granted it."""

    number: str
    kind: str
    serial: str
    subject: str
    rules: tuple[str, ...]
    since: date
    until: date
    ended_on: date | None
    reason: str
    evidence: str
    approver: str
    granted_at: datetime
    in_force: bool

    def days_left(self, on: date) -> int:
        """Days until it ends by itself; 0 on its last day."""
        return (min(self.until, self.ended_on or self.until) - on).days


def exceptions(*, on: date, held: Reach, at: datetime | None = None) -> list[ExceptionCard]:
    """Every exception the person asking may see: those in force first, the soonest to end first."""
    known = _within(JustifiedException.objects.known(at).order_by("until", "number"), held)
    projects = {one.project_id for one in known if one.project_id}
    names, serials = registry.names(projects, at=at), registry.serials(projects)
    areas = {area.id: area for area in people.areas()}
    found = []
    for one in known:
        subject = names.get(one.project_id, "") if one.project_id else areas[one.area_id or 0].name
        last = min(one.until, one.ended_on or one.until)
        found.append(ExceptionCard(
            number=one.number, kind=one.kind, serial=serials.get(one.project_id or 0, ""), subject=subject,
            rules=tuple(one.rules), since=one.since, until=one.until, ended_on=one.ended_on, reason=one.reason,
            evidence=one.evidence, approver=one.approver, granted_at=one.recorded_at,
            in_force=one.since <= on <= last,
        ))  # fmt: skip
    return sorted(found, key=lambda one: (not one.in_force, one.until, one.number))


def exceptions_in_force(*, on: date, held: Reach) -> int:
    """How many exceptions the person asking may see are in force."""
    known = JustifiedException.objects.current().filter(since__lte=on, until__gte=on).exclude(ended_on__lt=on)
    return known.count() if held.areas is None else len(_within(known, held))


def _within(known: FactQuerySet, held: Reach) -> list[JustifiedException]:
    """Those of projects and areas that are the person's to see."""
    found = list(known)
    if held.areas is None:
        return found
    seen = registry.within({one.project_id for one in found if one.project_id}, held)
    areas = {area.id for area in people.areas() if area.code in held.areas}
    return [one for one in found if (one.project_id in seen if one.project_id is not None else one.area_id in areas)]
