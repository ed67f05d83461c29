"""The table of doors: what every address of the site answers to every kind of person, on GET and on POST.

One line an address: the name of its pattern, the arguments it is asked with, and the statuses for (GET, POST) of the
project office, a leader, a department, the reporter of the project's county, and the reporter of another county.
A stranger is always sent to the gate, but for the open doors.
"""

from dataclasses import dataclass

from pages.cast import JULY

CAST = ("office", "leader", "land", "east", "west")
EAST_SERIAL = "P000001"
NO, GONE, WRONG_VERB, TAKEN, SEEN, SENT, UNFIT, CLASH = 403, 404, 405, 302, 200, 302, 400, 409


@dataclass(frozen=True)
class Door:
    """One address: its arguments, and per member of the cast what GET and POST answer."""

    name: str
    arguments: dict[str, str]
    gets: tuple[int, int, int, int, int]
    posts: tuple[int, int, int, int, int]
    query: str = ""


def everyone(status: int) -> tuple[int, int, int, int, int]:
    """The same answer to all who have signed in."""
    return (status,) * 5


OFFICE_ONLY = (SEEN, NO, NO, NO, NO)
NOT_WEST = (SEEN, SEEN, SEEN, SEEN, GONE)
THERE = (WRONG_VERB, WRONG_VERB, WRONG_VERB, WRONG_VERB, WRONG_VERB)
SHARED_FILE = (SEEN, SEEN, SEEN, GONE, GONE)  # the list tells of both counties: its file is neither's alone

OPEN_DOORS = {"account_login", "mfa_authenticate", "sign-on", "openid_connect_callback", "set_language"}
DOORS = (
    Door("overview", {}, everyone(SEEN), THERE),
    Door("overview-reports", {}, everyone(SEEN), THERE),
    Door("month-seal", {"month": "2099-05"}, THERE, (CLASH, NO, NO, NO, NO)),
    Door("month-bulletin", {"month": JULY}, THERE, (UNFIT, NO, NO, NO, NO)),
    Door("projects", {}, everyone(SEEN), THERE),
    Door("projects-workbook", {}, everyone(SEEN), THERE),
    Door("project", {"serial": EAST_SERIAL}, NOT_WEST, THERE),
    Door("project-panel", {"serial": EAST_SERIAL, "name": "history"}, NOT_WEST, THERE),
    Door("map", {}, everyone(SEEN), THERE),
    Door("map-outlines", {}, everyone(SEEN), THERE),
    Door("map-load", {}, THERE, (SENT, NO, NO, NO, NO)),
    Door("source", {"source_id": "SOURCE"}, NOT_WEST, THERE, query="row=2&field=name"),
    Door("source-file", {"source_id": "SOURCE"}, SHARED_FILE, THERE),
    Door("calendar", {}, everyone(SEEN), THERE),
    Door("calendar-notice", {}, THERE, (UNFIT, NO, NO, NO, NO)),
    Door("calendar-day", {}, THERE, (UNFIT, NO, NO, NO, NO)),
    Door("figures:catalogue", {}, everyone(SEEN), THERE),
    Door("figures:figure", {"code": "completed"}, everyone(SEEN), THERE),
    Door("reports", {}, everyone(SENT), THERE),
    Door("month-reports", {"month": JULY}, everyone(SEEN), THERE),
    Door("hand-in", {"month": JULY}, THERE, (422, NO, NO, 422, 422)),
    Door("month-form", {"month": JULY, "code": "990001"}, (SEEN, NO, NO, SEEN, GONE), THERE),
    Door("submission", {"month": JULY, "submission_id": "HANDED_IN"}, NOT_WEST, THERE),
    Door("import", {}, OFFICE_ONLY, (UNFIT, NO, NO, NO, NO)),
    Door("import-outcome", {"batch_id": "BATCH"}, OFFICE_ONLY, (WRONG_VERB,) * 5),
    Door("import-preview", {"sha256": "SHA"}, OFFICE_ONLY, (TAKEN, NO, NO, NO, NO)),
    Door("import-review", {}, OFFICE_ONLY, (GONE, NO, NO, NO, NO)),
    Door("account_login", {}, everyone(SENT), everyone(SENT)),
    Door("mfa_authenticate", {}, everyone(SENT), everyone(SENT)),
    Door("sign-on", {"provider_id": "sso"}, everyone(SENT), THERE),
    Door("openid_connect_callback", {"provider_id": "sso"}, everyone(GONE), THERE),
    Door("account_logout", {}, everyone(WRONG_VERB), everyone(TAKEN)),
    Door("account", {}, everyone(SEEN), THERE),
    Door("password", {}, everyone(SEEN), everyone(SEEN)),
    Door("account_reauthenticate", {}, everyone(SEEN), everyone(SEEN)),
    Door("mfa_reauthenticate", {}, everyone(SENT), everyone(SENT)),
    Door("mfa_activate_totp", {}, everyone(SENT), everyone(SENT)),
    Door("mfa_deactivate_totp", {}, everyone(SENT), everyone(SENT)),
    Door("mfa_view_recovery_codes", {}, everyone(SENT), everyone(SENT)),
    Door("gate-accounts", {}, everyone(NO), THERE),
    Door("gate-account", {"username": "east"}, everyone(NO), THERE),
    Door("gate-reset-password", {"username": "east"}, THERE, everyone(NO)),
    Door("gate-verb", {"username": "east", "verb": "unlock"}, THERE, everyone(NO)),
    Door("set_language", {}, everyone(SENT), everyone(SENT)),
)
