"""The permission matrix: what every address of the site answers to every member of the cast, on GET and on POST.

One line an address: the name of its pattern, the arguments it is asked with, and what GET and POST answer. A column is
written as a rule: the status for those who do business, and by name whoever gets another one; administrators and the
former leader, whose appointment ended yesterday, get 403 wherever they are not named. A stranger is always sent to the
gate, but for the open doors. To add an address, add its line: ``test_doors.py`` tries it with everybody.
"""

from dataclasses import dataclass, field

from pages.cast import JULY

BUSINESS = ("office", "county", "east", "owner", "steward", "land", "leader", "west")
OUTSIDE = ("system", "security", "audit", "former")
CAST = BUSINESS + OUTSIDE
EAST_SERIAL = "P000001"
SEEN, SENT, UNFIT, NO, GONE, WRONG_VERB, CLASH, FAULTY = 200, 302, 400, 403, 404, 405, 409, 422
Rule = dict[str, int]


@dataclass(frozen=True)
class Door:
    """One address: its arguments, and per member of the cast what each verb answers."""

    name: str
    arguments: dict[str, str]
    get: Rule
    post: Rule
    query: str = ""
    others: dict[str, Rule] = field(default_factory=dict)

    @property
    def verbs(self) -> dict[str, Rule]:
        """The rule of every verb it is tried with."""
        return {"get": self.get, "post": self.post, **self.others}


def rule(status: int, **others: int) -> Rule:
    """``status`` for whoever does business, 403 for administrators and the former leader, but for ``others``."""
    assert set(others) <= set(CAST), f"nobody of the cast is called {set(others) - set(CAST)}"
    return dict.fromkeys(BUSINESS, status) | dict.fromkeys(OUTSIDE, NO) | others


def only(status: int, *members: str) -> Rule:
    """``status`` for these, 403 for all others."""
    return rule(NO, **dict.fromkeys(members, status))


def anybody(status: int) -> Rule:
    """The same for everyone who has signed in, whatever they hold."""
    return dict.fromkeys(CAST, status)


def boards(status: int) -> Rule:
    """Of what tells of the whole city: an owner sees no more than their projects."""
    return rule(status, owner=NO)


READING = rule(WRONG_VERB)  # a page that is only read
ITS_OWN = rule(SEEN, west=GONE)  # of the eastern project: owner and steward are named for it
VERB = rule(WRONG_VERB)  # an address that is only posted to

OPEN_DOORS = {
    "account_login",
    "mfa_authenticate",
    "sign-on",
    "openid_connect_callback",
    "set_language",
    "tour-ballot",
    "tour-cast",
    "remote-welcome",
    "remote-held",
    "remote-now",
    "remote-turn",
    "remote-note",
}
DOORS = (
    Door("overview", {}, rule(SEEN, owner=SENT, system=SENT, security=SENT, audit=SENT),
         rule(WRONG_VERB, owner=SENT, system=SENT, security=SENT, audit=SENT)),
    Door("overview-reports", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("start", {}, anybody(SENT), anybody(WRONG_VERB)),
    Door("month-seal", {"month": "2099-05"}, VERB, only(CLASH, "office")),
    Door("month-bulletin", {"month": JULY}, VERB, only(UNFIT, "office")),
    Door("projects", {}, rule(SEEN), READING),
    Door("projects-workbook", {}, rule(SEEN), READING),
    Door("project", {"serial": EAST_SERIAL}, ITS_OWN, READING),
    Door("project-panel", {"serial": EAST_SERIAL, "name": "history"}, ITS_OWN, READING),
    Door("project-phones", {"serial": EAST_SERIAL}, ITS_OWN, READING),
    Door("project-role", {"serial": EAST_SERIAL}, VERB, only(UNFIT, "office", "county") | {"west": GONE}),
    Door("project-role-end", {"serial": EAST_SERIAL, "role_id": "ROLE"}, VERB,
         only(UNFIT, "office", "county") | {"west": GONE}),
    Door("evidence-attach", {"serial": EAST_SERIAL}, VERB, rule(UNFIT, land=NO, leader=NO, west=GONE)),
    Door("evidence-thumbnail", {"serial": EAST_SERIAL, "evidence_id": "EVIDENCE"}, ITS_OWN, READING),
    Door("evidence-original", {"serial": EAST_SERIAL, "evidence_id": "EVIDENCE"}, ITS_OWN, READING),
    Door("evidence-detach", {"serial": EAST_SERIAL, "evidence_id": "EVIDENCE"}, VERB,
         rule(SENT, land=NO, leader=NO, west=GONE)),
    Door("project-paper", {"serial": EAST_SERIAL, "paper": "approval"}, VERB,
         rule(UNFIT, land=NO, leader=NO, west=GONE)),
    Door("questions", {}, rule(SEEN), READING),
    Door("question-answer", {"question_id": "QUESTION"}, VERB, rule(UNFIT, land=NO, leader=NO, west=GONE)),
    Door("question-settle", {"question_id": "QUESTION"}, VERB, only(UNFIT, "office", "county")),
    Door("checks", {}, rule(SEEN), READING),
    Door("map", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("map-outlines", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("map-load", {}, VERB, only(SENT, "office")),
    Door("source", {"source_id": "SOURCE"}, ITS_OWN, READING, query="row=2&field=name"),
    # The list tells of both counties: its file is for those who see both.
    Door("source-file", {"source_id": "SOURCE"}, rule(GONE, office=SEEN, land=SEEN, leader=SEEN), READING),
    Door("reminders", {}, rule(SEEN, system=SEEN, security=SEEN, audit=SEEN),
         rule(UNFIT, system=UNFIT, security=UNFIT, audit=UNFIT)),
    Door("reminders-sent", {}, only(SEEN, "office"), READING),
    Door("audit", {}, only(SEEN, "audit"), only(WRONG_VERB, "audit")),
    Door("audit-verify", {}, only(WRONG_VERB, "audit"), only(SEEN, "audit")),
    Door("audit-export", {"kind": "csv"}, only(SEEN, "audit"), only(WRONG_VERB, "audit")),
    Door("calendar", {}, rule(SEEN), READING),
    Door("calendar-notice", {}, VERB, only(UNFIT, "office")),
    Door("calendar-day", {}, VERB, only(UNFIT, "office")),
    Door("policy", {}, rule(SEEN), READING),
    Door("policy-book", {"sha256": "0" * 64}, rule(GONE), READING),
    Door("policy-preset", {"name": "yinchuan-2025"}, only(SEEN, "office"), READING),
    Door("policy-adopt", {}, VERB, only(UNFIT, "office")),
    Door("policy-withdraw", {}, VERB, only(UNFIT, "office")),
    Door("lights", {}, rule(SEEN), READING),
    Door("lights-projects", {}, rule(SEEN), READING, query="colour=red"),
    Door("wall", {}, rule(SEEN), READING),
    Door("why", {"serial": EAST_SERIAL}, ITS_OWN, READING),
    Door("why-area", {"code": "990001"}, rule(GONE, office=SEEN, land=SEEN, leader=SEEN, county=SEEN, east=SEEN),
         READING),
    Door("why-department", {"name": "没有这个部门"}, rule(GONE), READING),
    Door("stalls", {}, rule(SEEN), READING),
    Door("stall-reason", {"serial": EAST_SERIAL}, VERB, rule(UNFIT)),
    Door("exceptions", {}, rule(SEEN), READING),
    Door("exception-grant", {}, VERB, only(UNFIT, "office")),
    Door("exception-lift", {}, VERB, only(UNFIT, "office")),
    Door("letters", {}, rule(SEEN), READING),
    Door("letters-mine", {}, rule(SEEN), READING),
    Door("letter-send", {}, VERB, only(UNFIT, "office")),
    Door("letter-answer", {}, VERB, only(UNFIT, "office")),
    Door("letter-document", {"number": "no-such-letter"}, rule(GONE), READING),
    Door("tours", {}, rule(SEEN), READING),
    Door("tour-plan", {}, VERB, only(UNFIT, "office")),
    Door("tour", {"serial": "TOUR"}, rule(SEEN), READING),
    Door("tour-verb", {"serial": "TOUR", "verb": "open"}, VERB, only(UNFIT, "office")),
    Door("tour-judges", {"serial": "TOUR"}, only(SEEN, "office"), READING),
    Door("tour-links", {"serial": "TOUR"}, VERB, only(SEEN, "office")),
    Door("tour-papers", {"serial": "TOUR"}, only(SEEN, "office"), READING),
    Door("tour-amend", {"serial": "TOUR"}, VERB, only(UNFIT, "office")),
    Door("tour-slip", {"serial": "TOUR", "number": "1"}, VERB, rule(GONE)),
    Door("tour-paper", {"serial": "TOUR", "number": "7"}, only(GONE, "office"), only(GONE, "office")),
    Door("tour-results", {"serial": "TOUR"}, only(CLASH, "office"), READING),
    Door("tour-ballot", {"token": "no-such-link"}, anybody(GONE), anybody(WRONG_VERB)),
    Door("tour-cast", {"token": "no-such-link", "project": EAST_SERIAL}, anybody(WRONG_VERB), anybody(GONE)),
    Door("replay", {}, only(SEEN, "office"), only(UNFIT, "office")),
    Door("meetings", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("meeting-call", {}, VERB, only(UNFIT, "office")),
    Door("meeting", {"number": "2099-001"}, boards(GONE), boards(WRONG_VERB)),
    Door("items", {}, rule(SEEN), READING),
    Door("items-mine", {}, rule(SEEN), READING),
    Door("item", {"number": "2099-001-01"}, rule(GONE), READING),
    Door("item-handle", {"number": "2099-001-01"}, VERB, rule(GONE)),
    Door("item-urge", {"number": "2099-001-01"}, VERB, only(GONE, "office")),
    Door("item-paper", {"number": "2099-001-01", "paper": "1"}, rule(GONE), READING),
    Door("item-thumbnail", {"number": "2099-001-01", "paper": "1"}, rule(GONE), READING),
    Door("item-letter", {"number": "no-such-letter"}, rule(GONE), READING),
    Door("meeting-room", {"number": "2099-001"}, only(GONE, "office"), READING),
    Door("meeting-room-now", {"number": "2099-001"}, only(GONE, "office"), READING),
    Door("meeting-room-turn", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("meeting-room-note", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("meeting-room-code", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("meeting-room-remotes", {"number": "2099-001"}, only(GONE, "office"), READING),
    Door("meeting-room-remote-end", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("remote-welcome", {"code": "ABCD-EFGH"}, anybody(GONE), anybody(GONE)),
    Door("remote-held", {"token": "no-such-token"}, anybody(GONE), anybody(WRONG_VERB)),
    Door("remote-now", {"token": "no-such-token"}, anybody(SEEN), anybody(WRONG_VERB)),
    Door("remote-turn", {"token": "no-such-token"}, anybody(WRONG_VERB), anybody(GONE)),
    Door("remote-note", {"token": "no-such-token"}, anybody(WRONG_VERB), anybody(GONE)),
    Door("meeting-remote", {"number": "2099-001"}, only(GONE, "office"), READING),
    Door("meeting-outcomes", {"number": "2099-001"}, boards(GONE), boards(WRONG_VERB)),
    Door("meeting-review", {"number": "2099-001"}, boards(GONE), boards(WRONG_VERB)),
    Door("meeting-note-back", {"number": "2099-001"}, VERB, only(UNFIT, "office")),
    Door("meeting-assign", {"number": "2099-001"}, VERB, only(UNFIT, "office")),
    Door("meeting-minutes-issue", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("meeting-minutes", {"number": "2099-001", "edition": "1"}, boards(GONE), boards(WRONG_VERB)),
    Door("meeting-open", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("meeting-close", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("pack-make", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("pack-making", {"number": "2099-001"}, only(GONE, "office"), READING),
    Door("pack", {"number": "2099-001", "pack": "1"}, boards(GONE), boards(WRONG_VERB)),
    Door("pack-issue", {"number": "2099-001", "pack": "1"}, VERB, only(UNFIT, "office")),
    Door("pack-zip", {"number": "2099-001", "pack": "1"}, boards(GONE), boards(WRONG_VERB)),
    Door("pack-file", {"number": "2099-001", "pack": "1", "place": "1"}, boards(GONE), boards(WRONG_VERB)),
    Door("meeting-lay-again", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("meeting-item-on", {"number": "2099-001"}, VERB, only(GONE, "office")),
    Door("meeting-item-off", {"number": "2099-001", "code": "1"}, VERB, only(GONE, "office")),
    Door("meeting-item-move", {"number": "2099-001", "code": "1"}, VERB, only(GONE, "office")),
    Door("league", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("league-publish", {}, VERB, only(CLASH, "office")),
    Door("league-subject", {}, boards(GONE), boards(WRONG_VERB)),
    Door("league-year", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("league-deeds", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("league-deed-note", {}, VERB, only(UNFIT, "office")),
    Door("league-deed-revoke", {}, VERB, only(UNFIT, "office")),
    Door("league-appeals", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("league-appeal", {}, VERB, only(UNFIT, "county")),
    Door("league-answer", {}, VERB, only(UNFIT, "office")),
    Door("figures:catalogue", {}, boards(SEEN), boards(WRONG_VERB)),
    Door("figures:figure", {"code": "completed"}, boards(SEEN), boards(WRONG_VERB)),
    Door("reports", {}, rule(SENT), READING),
    Door("month-reports", {"month": JULY}, rule(SEEN), READING),
    Door("hand-in", {"month": JULY}, VERB, rule(FAULTY, land=NO, leader=NO)),
    Door("month-form", {"month": JULY, "code": "990001"},
         rule(GONE, office=SEEN, county=SEEN, east=SEEN, land=NO, leader=NO), READING),
    Door("submission", {"month": JULY, "submission_id": "HANDED_IN"},
         rule(SEEN, west=GONE, owner=GONE, steward=GONE), READING),
    Door("worklist", {}, rule(SEEN), READING),
    Door("report-grid", {"month": JULY, "code": "990001"},
         rule(SEEN, owner=GONE, steward=GONE, west=GONE), READING),
    Door("report", {"month": JULY, "serial": EAST_SERIAL}, ITS_OWN, READING),
    Door("report-review", {"month": JULY}, rule(SEEN), READING),
    Door("report-board", {}, rule(SEEN), READING),
    Door("month-sealing", {"month": JULY}, only(SEEN, "office"), READING),
    Door("tasks", {}, only(SEEN, "office", "county"), READING),
    Door("tasks-hand-in", {}, VERB, only(FAULTY, "office", "county")),
    Door("task-form", {"year": "2025", "code": "990001"}, only(SEEN, "office", "county"), READING),
    Door("slips", {}, rule(SEEN), READING),
    Door("slip-new", {"month": JULY, "serial": EAST_SERIAL}, only(SEEN, "office", "county"),
         only(UNFIT, "office", "county")),
    Door("slip-area", {}, VERB, only(UNFIT, "office", "county")),
    Door("slip-paper", {"slip_id": "7"}, rule(GONE), READING),
    Door("slip-withdraw", {"slip_id": "7"}, VERB, only(GONE, "office", "county")),
    Door("slip-refuse", {"slip_id": "7"}, VERB, only(FAULTY, "office")),
    Door("slip-approve", {"slip_id": "7"}, VERB, only(GONE, "office")),
    Door("report-save", {"month": JULY}, VERB, rule(UNFIT, land=NO, leader=NO)),
    Door("report-pass", {"month": JULY}, VERB, rule(UNFIT)),
    Door("import", {}, only(SEEN, "office", "county", "east", "west"), only(UNFIT, "office", "county", "east", "west")),
    Door("import-outcome", {"batch_id": "BATCH"}, only(SEEN, "office"), READING),
    # A county sees the files it uploaded itself, and this is the city's.
    Door("import-preview", {"sha256": "SHA"}, only(GONE, "county", "east", "west") | {"office": SEEN},
         only(GONE, "county", "east", "west") | {"office": SENT}),
    Door("import-return", {"proposal_id": "999"}, VERB, only(UNFIT, "office")),
    Door("import-review", {}, only(SEEN, "office"), only(GONE, "office")),
    Door("people", {}, boards(SEEN) | dict.fromkeys(("system", "security", "audit"), SEEN),
         boards(WRONG_VERB) | dict.fromkeys(("system", "security", "audit"), WRONG_VERB)),
    Door("people-roster", {}, only(SEEN, "system", "security"), only(WRONG_VERB, "system", "security")),
    Door("people-accounts", {}, only(SEEN, "system"), only(WRONG_VERB, "system")),
    Door("people-account-new", {}, only(WRONG_VERB, "system"), only(UNFIT, "system")),
    Door("people-account-close", {}, only(WRONG_VERB, "system"), only(GONE, "system")),
    Door("people-accounts-roster", {}, only(WRONG_VERB, "system"), only(UNFIT, "system")),
    Door("people-appointments", {}, only(SEEN, "security"), only(WRONG_VERB, "security")),
    Door("people-appoint", {}, only(WRONG_VERB, "security"), only(UNFIT, "security")),
    Door("people-appointments-roster", {}, only(WRONG_VERB, "security"), only(UNFIT, "security")),
    Door("people-appointment-end", {"appointment_id": "HELD"}, only(WRONG_VERB, "security"), only(UNFIT, "security")),
    Door("people-office-new", {}, only(WRONG_VERB, "security"), only(UNFIT, "security")),
    Door("people-areas", {}, only(SEEN, "security"), only(WRONG_VERB, "security")),
    Door("people-areas-workbook", {}, only(SEEN, "security"), only(WRONG_VERB, "security")),
    Door("people-areas-divide", {}, only(WRONG_VERB, "security"), only(UNFIT, "security")),
    Door("people-delegations", {}, rule(SEEN, security=SEEN), rule(WRONG_VERB, security=WRONG_VERB)),
    Door("people-delegate", {}, rule(WRONG_VERB, security=WRONG_VERB), rule(UNFIT, security=UNFIT)),
    Door("people-recall", {"delegation_id": "LENT"}, rule(WRONG_VERB, security=WRONG_VERB),
         rule(UNFIT, east=SENT, security=SENT)),
    Door("account_login", {}, anybody(SENT), anybody(SENT)),
    Door("mfa_authenticate", {}, anybody(SENT), anybody(SENT)),
    Door("sign-on", {"provider_id": "sso"}, anybody(SENT), anybody(WRONG_VERB)),
    Door("openid_connect_callback", {"provider_id": "sso"}, anybody(GONE), anybody(WRONG_VERB)),
    Door("account_logout", {}, anybody(WRONG_VERB), anybody(SENT)),
    Door("account", {}, anybody(SEEN), anybody(WRONG_VERB)),
    Door("tokens", {}, anybody(SEEN), anybody(WRONG_VERB)),
    Door("token-issue", {}, anybody(SENT), anybody(SENT)),
    Door("token-revoke", {"token_id": "1"}, anybody(WRONG_VERB), anybody(UNFIT)),
    Door("password", {}, anybody(SEEN), anybody(SEEN)),
    Door("account_reauthenticate", {}, anybody(SEEN), anybody(SEEN)),
    Door("mfa_reauthenticate", {}, anybody(SENT), anybody(SENT)),
    Door("mfa_activate_totp", {}, anybody(SENT), anybody(SENT)),
    Door("mfa_deactivate_totp", {}, anybody(SENT), anybody(SENT)),
    Door("mfa_view_recovery_codes", {}, anybody(SENT), anybody(SENT)),
    Door("gate-accounts", {}, only(SEEN, "security"), only(WRONG_VERB, "security")),
    Door("gate-account", {"username": "east"}, only(SEEN, "security"), only(WRONG_VERB, "security")),
    Door("gate-reset-password", {"username": "east"}, only(WRONG_VERB, "security"), only(SEEN, "security")),
    Door("gate-verb", {"username": "east", "verb": "unlock"}, only(WRONG_VERB, "security"), only(SENT, "security")),
    Door("set_language", {}, anybody(SENT), anybody(SENT)),
)  # fmt: skip
