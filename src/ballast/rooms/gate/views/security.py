"""The page of the security administrator: other people's passwords, devices, bindings and locks."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.rooms.gate import actions, queries
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power

VERBS = {"reset-factor": actions.reset_factor, "unlink": actions.unlink, "unlock": actions.unlock}


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Accounts by name, and what each comes in by."""
    _guard(request)
    search = request.GET.get("q", "").strip()
    lines, count = queries.accounts(search, at=timezone.now())
    return render(request, "gate/accounts.html", {"lines": lines, "count": count, "search": search})


@require_safe
def account(request: HttpRequest, username: str) -> HttpResponse:
    """One account, and what can be done for it."""
    _guard(request)
    line = queries.account_named(username, at=timezone.now())
    if line is None:
        raise Http404(username)
    return render(request, "gate/one_account.html", {"line": line})


@require_POST
def reset_password(request: HttpRequest, username: str) -> HttpResponse:
    """Hand out a new password: shown this once, and kept nowhere."""
    official = _guard(request)
    password = actions.reset_password(username, at=timezone.now(), by=official.username)
    return render(request, "gate/handed_out.html", {"username": username, "password": password})


@require_POST
def do(request: HttpRequest, username: str, verb: str) -> HttpResponse:
    """One verb on one account."""
    official = _guard(request)
    if verb not in VERBS:
        raise Http404(verb)
    VERBS[verb](username, at=timezone.now(), by=official.username)
    messages.success(request, _("Done and noted: %(username)s") % {"username": username})
    return redirect("gate-account", username=username)


def _guard(request: HttpRequest) -> OfficialCard:
    return people.require(people.official_of(request.user, on=clock.today()), Power.RESET)
