"""The system administrator's page: accounts one by one and from a roster. No power lies in an account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.downloads import WORKBOOK, handed_out
from ballast.kit.refusal import Refusal
from ballast.kit.wholes import whole
from ballast.rooms.people import actions, queries
from ballast.rooms.people.views import asked
from ballast.rulebook.powers import Power

ROSTER = "人员名册.xlsx"
SHOWN = 100


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every account with the office of its holder."""
    asked.by(request, Power.ACCOUNTS)
    return _show(request)


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """One account; its password is shown this once."""
    official = asked.by(request, Power.ACCOUNTS)
    username, name = request.POST.get("username", ""), request.POST.get("name", "")
    try:
        made = actions.open_one(username, name=name, at=timezone.now(), by=official.username)
    except Refusal as refusal:
        return _show(request, refusal=refusal, typed=request.POST)
    return render(request, "people/account_made.html", {"made": made})


@require_POST
def from_roster(request: HttpRequest) -> HttpResponse:
    """Many accounts; the answer is the sheet of their passwords, which is kept nowhere else."""
    official, now = asked.by(request, Power.ACCOUNTS), timezone.now()
    try:
        data, name = asked.file(request)
        made = actions.enlist(data, name, at=now, by=official.username)
    except Refusal as refusal:
        return _show(request, refusal=refusal)
    sheet = queries.passwords_sheet(made)
    title = f"{_('One-time passwords')} {timezone.localtime(now):%Y%m%d-%H%M}.xlsx"
    return handed_out(
        sheet, title, WORKBOOK, act="hand_out_passwords", by=official.username, at=now,
        detail={"accounts": len(made), "roster": name},
    )  # fmt: skip


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Let nobody sign in with an account any more, or its holder again."""
    official = asked.by(request, Power.ACCOUNTS)
    do = actions.reopen_account if request.POST.get("verb") == "open" else actions.close_account
    do(whole(request.POST.get("account", "")) or 0, at=timezone.now(), by=official.username)
    messages.success(request, _("Recorded."))
    return redirect("people-accounts")


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """The empty roster, for either administrator."""
    official = queries.official_of(request.user, on=clock.today())
    if not queries.may(official, Power.APPOINT):
        official = asked.by(request, Power.ACCOUNTS)
    by, now = request.user.get_username(), timezone.now()
    return handed_out(queries.blank_roster(), ROSTER, WORKBOOK, act="roster", by=by, at=now)


def _show(request: HttpRequest, *, refusal: Refusal | None = None, typed: object = None) -> HttpResponse:
    held: dict[int, list[str]] = {}
    for card in queries.appointments(on=clock.today()):
        held.setdefault(card.official_id, []).append(f"{card.office.name} · {card.role.zh}")
    search = request.GET.get("q", "").strip().lower()
    found = [
        (one, held.get(one.id, [])) for one in queries.accounts() if search in f"{one.username} {one.name}".lower()
    ]
    told = {"accounts": found[:SHOWN], "count": len(found), "search": search, "refusal": refusal, "typed": typed}
    return render(request, "people/accounts.html", told, status=400 if refusal else 200)
