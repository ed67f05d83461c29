"""A person's tokens for programs: what was lent, a new one shown once, taking one back."""

from collections.abc import Callable

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.views import asked
from ballast.rulebook.powers import ADMINISTRATIVE, Power

Page = Callable[[HttpRequest], HttpResponse]
surely: Callable[[Page], Page] = reauthentication_required(app="allauth.mfa")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The tokens a person lent, and the form for a new one."""
    return _page(request)


@surely
@require_POST
def issue(request: HttpRequest) -> HttpResponse:
    """A new token, told on this page and never again."""
    powers = frozenset(Power(one) for one in request.POST.getlist("powers") if one in set(Power))
    try:
        until = parse_date(request.POST.get("expires_on", ""))
    except ValueError:
        until = None
    if until is None:
        raise Refusal(Sentence("请填写到期日", "Give its last day"), where="expires_on", code="no_day")
    name = request.POST.get("name", "")
    secret = actions.issue_token(asked.user(request), name, powers, expires_on=until, at=timezone.now())
    return _page(request, secret)


@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """Take one back."""
    actions.revoke_token(asked.user(request), token_id, at=timezone.now())
    messages.success(request, _("The token was taken back."))
    return redirect("tokens")


def _page(request: HttpRequest, secret: str = "") -> HttpResponse:
    user, today = asked.user(request), timezone.localdate()
    account = queries.account(user, at=timezone.now())
    told = {
        "tokens": [(one, one.open(today)) for one in queries.tokens_of(user)], "secret": secret,
        "powers": [power for power in account.powers if power not in ADMINISTRATIVE],
    }  # fmt: skip
    return render(request, "gate/tokens.html", told)
