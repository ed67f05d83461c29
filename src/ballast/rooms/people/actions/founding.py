"""The first accounts of a city, from the command line: until there is somebody to appoint, nobody can be appointed."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.actions.areas import establish
from ballast.rooms.people.actions.enlisting import appoint_listed, enlist
from ballast.rooms.people.cards import CellFault, NewAccount
from ballast.rooms.people.models import Appointment
from ballast.rooms.people.roster.reading import RosterRefused
from ballast.rulebook.terms import AreaKind, Role


class AlreadyFounded(Refusal):
    """There is a security administrator, so accounts and appointments are made on the pages, by two people."""


def found(
    data: bytes, name: str, *, city: tuple[str, str] | None, on: date, at: datetime, by: str
) -> list[NewAccount]:  # fmt: skip
    """The first accounts of a city with their appointments, all or none; ``city`` (code, name) is set up where given.

    Raises AlreadyFounded where somebody is security administrator, and the refusals of both rosters; the roster must
    make one, for nobody could appoint anybody else.
    """
    with transaction.atomic():
        _nobody_appoints(on)
        if city is not None:
            establish(*city, kind=AreaKind.CITY)
        made = enlist(data, name, at=at, by=by)
        appoint_listed(data, name, on=on, at=at, by=by)
        _somebody_appoints(on, name)
    return made


def _appointers(on: date) -> bool:
    standing = Appointment.objects.current().filter(role=Role.SECURITY_ADMIN, since__lte=on)
    return bool(standing.filter(Q(until__isnull=True) | Q(until__gte=on)).exists())


def _nobody_appoints(on: date) -> None:
    if _appointers(on):
        raise AlreadyFounded(
            Sentence("已有安全管理员：请由系统管理员在“账号”页开户、安全管理员在“任免”页任命",
                     "There is a security administrator: accounts and appointments are made on the pages"),
            code="already_founded",
        )  # fmt: skip


def _somebody_appoints(on: date, name: str) -> None:
    if not _appointers(on):
        said = Sentence(
            "名册中须有一名今天起任职的安全管理员，否则无人可以任免",
            "The roster needs a security administrator from today, or nobody could appoint",
        )
        raise RosterRefused([CellFault(name, said)])
