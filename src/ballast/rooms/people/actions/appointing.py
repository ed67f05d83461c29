"""Appointing an official to an office, and ending an appointment."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from ballast.kit import audit
from ballast.kit.ledger.journal import entry
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.models import Appointment, Delegation, Office, Official
from ballast.rulebook.appointments import Held, Spell, why_not_appoint
from ballast.rulebook.terms import Role


class AppointmentRefused(Refusal):
    """The appointment cannot be made or ended so."""


def appoint(
    official_id: int, *, office_id: int, role: Role, since: date, until: date | None = None, reason: str = "",
    at: datetime, by: str,
) -> int:  # fmt: skip
    """Give a person a role in an office from ``since`` (to the end of ``until``); the appointment's id.

    Raises AppointmentRefused where there is no such person or office, or the rules of 三员分立 forbid it.
    """
    with entry(at=at, by=by, action="appoint") as writer:
        official, office = _known(official_id, office_id)
        new = Held(role, Spell(since, until), office_id)
        why = why_not_appoint(new, held(official_id), delegations_of(official_id))
        if why is not None:
            raise AppointmentRefused(why, where=official.name, code="appointment_refused")
        fact = Appointment(
            official=official, office=office, role=role, since=since, until=until, reason=reason.strip()[:200]
        )
        writer.record([fact])
        note("appoint", fact, at=writer.moment, by=by)
    return int(fact.pk)


def end_appointment(appointment_id: int, *, until: date, reason: str = "", on: date, at: datetime, by: str) -> None:
    """Let an appointment end with the day ``until``; one that has not begun (on ``on``) is taken back whole.

    Raises AppointmentRefused where it is none, would end before it began, or is the last of its administrator's kind.
    """
    with entry(at=at, by=by, action="end appointment") as writer:
        fact = Appointment.objects.current().select_related("official", "office").filter(pk=appointment_id).first()
        if fact is None:
            raise AppointmentRefused(
                Sentence("没有这项任命，或刚被改过，请刷新", "There is no such appointment, or not any more; reload"),
                code="no_such_appointment",
            )  # fmt: skip
        _may_end(fact, until, on)
        if until < fact.since:
            writer.withdraw([fact])
            ended = fact
        else:
            ended = Appointment(
                official=fact.official, office=fact.office, role=fact.role, since=fact.since, until=until,
                reason=reason.strip()[:200] or fact.reason,
            )  # fmt: skip
            writer.record([ended])
        note("end_appointment", ended, at=writer.moment, by=by)


def held(official_id: int) -> list[Held]:
    """Everything a person holds, held or will hold by appointment, as known now."""
    found = Appointment.objects.current().filter(official_id=official_id)
    return [Held(Role(one.role), Spell(one.since, one.until), one.office_id) for one in found]


def _known(official_id: int, office_id: int) -> tuple[Official, Office]:
    official = Official.objects.filter(pk=official_id).first()
    office = Office.objects.filter(pk=office_id).first()
    if official is None or office is None:
        raise AppointmentRefused(
            Sentence("没有这个人或这个单位", "There is no such person or office"), code="no_such_account"
        )
    return official, office


def delegations_of(official_id: int) -> list[Spell]:
    """The spells of every delegation to or from a person, as known now."""
    found = Delegation.objects.current().filter(Q(giver_id=official_id) | Q(taker_id=official_id))
    return [Spell(since, until) for since, until in found.values_list("since", "until")]


def _may_end(fact: Appointment, until: date, on: date) -> None:
    if until < fact.since <= on:
        raise AppointmentRefused(
            Sentence(f"任职始于 {fact.since}，不能止于更早的 {until}", f"It began on {fact.since}, not later"),
            where=fact.official.name, code="appointment_refused",
        )  # fmt: skip
    if Role(fact.role) is not Role.SECURITY_ADMIN:
        return
    after = until + timedelta(days=1)
    others = Appointment.objects.current().filter(role=Role.SECURITY_ADMIN, official__user__is_active=True)
    following = others.exclude(pk=fact.pk).filter(Q(until__isnull=True) | Q(until__gt=after), since__lte=max(after, on))
    if not following.exists():
        raise AppointmentRefused(
            Sentence("此后将没有安全管理员，无人可以任免；请先任命接任者",
                     "There would be no security administrator left to appoint one; appoint the successor first"),
            where=fact.official.name, code="appointment_refused",
        )  # fmt: skip


def note(act: str, fact: Appointment, *, at: datetime, by: str) -> None:
    """The audit line of an appointment."""
    role = Role(fact.role)
    detail = {"role": str(role), "since": str(fact.since), "until": str(fact.until or ""), "reason": fact.reason}
    audit.write(act, at=at, actor=by, object=f"{fact.official.name} · {fact.office.name} · {role.zh}", detail=detail)
