"""The verbs of the people room."""

from ballast.rooms.people.actions.accounts import (
    AccountRefused,
    choose_password,
    close_account,
    open_account,
    open_one,
    reopen_account,
    reset_password,
)
from ballast.rooms.people.actions.appointing import AppointmentRefused, appoint, end_appointment
from ballast.rooms.people.actions.areas import (
    MapLoaded,
    OfficeRefused,
    call_also,
    establish,
    found_office,
    load_map,
    load_shapes,
    open_office,
)
from ballast.rooms.people.actions.delegating import DelegationRefused, delegate, recall
from ballast.rooms.people.actions.dividing import Divided, divide
from ballast.rooms.people.actions.enlisting import appoint_listed, enlist
from ballast.rooms.people.actions.founding import AlreadyFounded, found
from ballast.rooms.people.roster.reading import RosterRefused

__all__ = [
    "AccountRefused", "AlreadyFounded", "AppointmentRefused", "DelegationRefused", "Divided", "MapLoaded",
    "OfficeRefused", "RosterRefused", "appoint", "appoint_listed", "call_also", "choose_password",
    "close_account", "delegate", "divide", "end_appointment", "enlist", "establish", "found", "found_office",
    "load_map", "load_shapes", "open_account", "open_office", "open_one", "recall", "reopen_account",
    "reset_password",
]  # fmt: skip
