"""Naming who answers for a project, and showing their phones to those who need to know."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger.journal import entry
from ballast.kit.phones import phones
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import cards, models
from ballast.rooms.registry.reach import require
from ballast.rulebook.phones import FREE
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import ADMINISTRATORS, ProjectRoleKind

PHONE = re.compile(r"\+?[0-9][0-9 -]{5,18}[0-9]")
LONGEST = {"person": 60, "office": 120}


class RoleRefused(Refusal):
    """Nobody can be named so."""


def name_role(
    project_id: int, kind: str, person: str, *, official: OfficialCard | None, since: date | None, office: str = "",
    phone: str = "", on: date, at: datetime,
) -> None:  # fmt: skip
    """Name who answers for a project from ``since`` on; ``person`` is an account or, for one without, a name.

    Raises NotAllowed, and RoleRefused for what is no kind, no person, no phone, or stands already.
    """
    by = require(official, Power.ROLES, project_id=project_id, on=on)
    with entry(at=at, by=by.username, action="name role") as writer:
        _check(kind, person.strip(), office.strip(), phone.strip())
        begins = _day(since)
        official_id, name = _who(person.strip(), on)
        fact = models.ProjectRole(
            project_id=project_id, kind=kind, person=name, official_id=official_id, office=office.strip(),
            phone=phone.strip(), since=begins,
        )  # fmt: skip
        same = {"project_id": project_id, "kind": kind, "person": name, "since": begins}
        if models.ProjectRole.objects.current().filter(**same).exists():
            raise _refused("named_already", f"{fact.person}已在其列", f"{fact.person} is named already")
        writer.record([fact])
        _note("name_role", fact, at=writer.moment, by=by.username)


def end_role(role_id: int, *, until: date | None, official: OfficialCard | None, on: date, at: datetime) -> None:
    """Let somebody answer for a project until the end of the day ``until`` and no longer.

    Raises NotAllowed, and RoleRefused where it is none, or would end before it began.
    """
    with entry(at=at, by=official.username if official else "", action="end role") as writer:
        fact = models.ProjectRole.objects.current().filter(pk=role_id).first()
        if fact is None:
            raise _refused("no_such_role", "没有这一项，或刚被改过，请刷新", "There is no such role, or not any more")
        by = require(official, Power.ROLES, project_id=fact.project_id, on=on)
        ends = _day(until)
        if ends < fact.since:
            raise _refused("ends_before", f"不能早于开始的 {fact.since}", f"It began on {fact.since}, not later")
        kept = {field.attname: getattr(fact, field.attname) for field in models.ProjectRole.payload()}
        ended = models.ProjectRole(**(kept | {"until": ends}))
        writer.record([ended])
        _note("end_role", ended, at=writer.moment, by=by.username)


@dataclass(frozen=True, slots=True)
class PhonesShown:
    """Phones shown to somebody: of those who answer for a project, and the texts of its card that hold any."""

    roles: tuple[cards.RoleCard, ...]
    written: tuple[tuple[str, str], ...]


def show_phones(project_id: int, *, official: OfficialCard | None, on: date, at: datetime) -> PhonesShown:
    """The phones of those who answer for a project today, and those written on its card, for one whose project it is.

    The viewing is audited: whose, and in which fields.
    """
    by = require(official, Power.READ, project_id=project_id, on=on)
    card = models.Profile.objects.current().get(project_id=project_id)
    written = tuple((name, text) for name in sorted(FREE) if phones(text := str(getattr(card, name, "") or "")))
    found = models.ProjectRole.objects.current().filter(project_id=project_id).exclude(phone="")
    shown = [
        cards.RoleCard(project_id=project_id, kind=one.kind, person=one.person, office=one.office, phone=one.phone,
                       since=one.since, until=one.until, id=one.pk)
        for one in found.order_by("kind", "person")
        if one.since <= on and (one.until is None or on <= one.until)
    ]  # fmt: skip
    serial = models.Project.objects.get(pk=project_id).serial
    detail = {"people": [one.person for one in shown], **({"fields": [name for name, _ in written]} if written else {})}
    audit.write("view_phones", at=at, actor=by.username, object=serial, detail=detail)
    return PhonesShown(tuple(shown), written)


def _check(kind: str, person: str, office: str, phone: str) -> None:
    if kind not in [one.value for one in ProjectRoleKind]:
        raise _refused("no_such_kind", "请选择职责", "Choose in which way they answer for it")
    if not person or len(person) > LONGEST["person"] or len(office) > LONGEST["office"]:
        raise _refused("no_person", "请填写姓名或账号（60 字以内）", "Give a name or an account, 60 letters at most")
    if phone and not PHONE.fullmatch(phone):
        raise _refused("no_phone", f"“{phone[:30]}”不是电话号码，应为数字", f"{phone[:30]!r} is no phone number")


def _day(day: date | None) -> date:
    if day is None:
        raise _refused("no_day", "请选择日期，如 2025-08-01", "Choose a day, such as 2025-08-01")
    return day


def _who(person: str, on: date) -> tuple[int | None, str]:
    """The official with this account and their name, or nobody's id and the name as it is."""
    account = people.official_named(person)
    if account is None:
        return None, person
    if any(seat.role in ADMINISTRATORS for seat in people.seats_of(account.id, on=on)):
        raise _refused("administrator", f"{account.name}是管理员，不参与业务", f"{account.name} administers")
    return account.id, account.name


def _note(act: str, fact: models.ProjectRole, *, at: datetime, by: str) -> None:
    detail = {"kind": fact.kind, "person": fact.person, "since": str(fact.since), "until": str(fact.until or "")}
    audit.write(act, at=at, actor=by, object=str(fact.project), detail=detail)


def _refused(code: str, zh: str, en: str) -> RoleRefused:
    return RoleRefused(Sentence(zh, en), code=code)
