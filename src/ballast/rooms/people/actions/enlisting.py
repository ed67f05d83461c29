"""Many at once, from a roster: accounts by the system administrator, appointments by the security administrator."""

from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.db import transaction

from ballast.kit import audit, files
from ballast.kit.ledger.journal import entry
from ballast.kit.ledger.models import Source
from ballast.kit.sentence import Sentence
from ballast.rooms.people.actions.accounts import why_not
from ballast.rooms.people.actions.appointing import delegations_of, held, note
from ballast.rooms.people.actions.areas import found_office
from ballast.rooms.people.cards import AreaCard, NewAccount
from ballast.rooms.people.models import Appointment, Office, Official
from ballast.rooms.people.passwords import one_time
from ballast.rooms.people.queries.areas import places
from ballast.rooms.people.roster.reading import Line, Roster, roster
from ballast.rulebook.appointments import Held, Spell, why_not_appoint
from ballast.rulebook.terms import Role

ROLES = {said: role for role in Role for said in (role.zh, role.en, str(role))}


def enlist(data: bytes, name: str, *, at: datetime, by: str) -> list[NewAccount]:
    """Make an account of every line of a roster, all or none, each with a password that serves once.

    Raises Refusal for a file that is no sheet, RosterRefused with the cell of every fault.
    """
    found = roster(data, name, needed=("username", "name"))
    with transaction.atomic():
        taken = set(get_user_model().objects.values_list("username", flat=True))
        made = [_account(line, found, taken) for line in found.lines]
        found.stop_if_faulty()
        users = get_user_model().objects.bulk_create(
            [get_user_model()(username=one.username, password=encoded) for one, encoded in made]
        )
        Official.objects.bulk_create(
            [Official(user=user, name=one.name, must_change_password=True)
             for user, (one, _) in zip(users, made, strict=True)]
        )  # fmt: skip
        for one, _ in made:
            audit.write("open_account", at=at, actor=by, object=one.username, detail={"name": one.name, "roster": name})
    return [one for one, _ in made]


def appoint_listed(data: bytes, name: str, *, on: date, at: datetime, by: str) -> int:
    """Appoint everybody a roster lists, all or none; how many. Offices it names with their area are opened.

    Raises Refusal for a file that is no sheet, RosterRefused with the cell of every fault; ``on`` is today.
    """
    found = roster(data, name, needed=("username", "office", "role"))
    with transaction.atomic():
        stored = files.keep(data, name, at=at, by=by)
        source = Source.objects.create(
            kind="roster", file=stored, place=found.sheet, columns=found.letters, received_at=at, received_by=by
        )
        with entry(at=at, by=by, action="appoint", source=source) as writer:
            desk = _Desk(found, on, writer.moment, by)
            facts = [fact for line in found.lines if (fact := desk.appointment(line)) is not None]
            found.stop_if_faulty()
            writer.record(facts)
            for fact in facts:
                note("appoint", fact, at=writer.moment, by=by)
    return len(facts)


def _account(line: Line, found: Roster, taken: set[str]) -> tuple[NewAccount, str]:
    username, name = line.text("username"), line.text("name")
    why = why_not(username, name, taken)
    if why is not None:
        wrong_name = why_not(username, "无名", taken) is None
        found.fault(line, "name" if wrong_name else "username", why)
    taken.add(username)
    told, encoded = one_time()
    return NewAccount(username, name, told), encoded


class _Desk:
    """What is known while the lines of one roster are turned into appointments."""

    def __init__(self, found: Roster, on: date, at: datetime, by: str) -> None:
        self.found, self.on, self.at, self.by = found, on, at, by
        people = Official.objects.filter(user__is_active=True).select_related("user")
        self.officials = {one.user.get_username(): one for one in people}
        self.offices = {office.name: office for office in Office.objects.all()}
        self.places = places()
        self.held: dict[int, list[Held]] = {}

    def appointment(self, line: Line) -> Appointment | None:
        """The appointment a line asks for; None where a cell of it is wrong, which is noted."""
        faults = len(self.found.faults)
        official, office, role = self._official(line), self._office(line), self._role(line)
        spell = Spell(self._day(line, "since") or self.on, self._day(line, "until"))
        if official is None or office is None or role is None or len(self.found.faults) > faults:
            return None
        new, others = Held(role, spell, office.pk), self.held.setdefault(official.pk, held(official.pk))
        why = why_not_appoint(new, others, delegations_of(official.pk))
        if why is not None:
            self.found.fault(line, "role", why)
            return None
        others.append(new)
        return Appointment(
            official=official, office=office, role=role, since=spell.since, until=spell.until, row=line.row
        )

    def _official(self, line: Line) -> Official | None:
        official = self.officials.get(line.text("username"))
        if official is None:
            said = Sentence("没有这个账号，请先由系统管理员开户", "There is no such account yet")
            self.found.fault(line, "username", said)
        return official

    def _office(self, line: Line) -> Office | None:
        name, area = line.text("office"), self._area(line)
        if name in self.offices:
            return self.offices[name]
        if not name or len(name) > 80 or area is None:
            said = Sentence(
                f"没有单位“{name[:40]}”；新单位须填地区", f"There is no office {name[:40]!r}; a new one needs its area"
            )
            self.found.fault(line, "office", said)
            return None
        self.offices[name] = Office.objects.get(pk=found_office(name, area_id=area.id, at=self.at, by=self.by))
        return self.offices[name]

    def _area(self, line: Line) -> AreaCard | None:
        said = line.text("area")
        area = self.places.find(said) if said else None
        if said and area is None:
            self.found.fault(line, "area", Sentence(f"没有地区“{said[:20]}”", f"There is no area {said[:20]!r}"))
        return area

    def _role(self, line: Line) -> Role | None:
        role = ROLES.get(line.text("role"))
        if role is None:
            known = "、".join(one.zh for one in Role)
            self.found.fault(line, "role", Sentence(f"岗位应为：{known}", f"A role is one of: {known}"))
        return role

    def _day(self, line: Line, key: str) -> date | None:
        try:
            return line.day(key)
        except ValueError:
            self.found.fault(line, key, Sentence("不是日期，应如 2025-08-01", "This is no day such as 2025-08-01"))
            return None
