"""The verbs of the people room."""

from ballast.rooms.people.actions.accounts import (
    AccountRefused,
    choose_password,
    close_account,
    open_account,
    reset_password,
)
from ballast.rooms.people.actions.appointing import AppointmentRefused, appoint, end_appointment
from ballast.rooms.people.actions.areas import (
    MapLoaded,
    call_also,
    establish,
    load_map,
    load_shapes,
    open_office,
)
from ballast.rooms.people.actions.delegating import DelegationRefused, delegate, recall

__all__ = [
    "AccountRefused", "AppointmentRefused", "DelegationRefused", "MapLoaded", "appoint", "call_also",
    "choose_password", "close_account", "delegate", "end_appointment", "establish", "load_map", "load_shapes",
    "open_account", "open_office", "recall", "reset_password",
]  # fmt: skip
