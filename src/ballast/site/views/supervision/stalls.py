"""The page of stalls, and the reason of one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.rooms.people import queries as people
from ballast.rooms.supervision import actions
from ballast.rooms.supervision.cards import ReasonGiven
from ballast.rulebook.powers import Power
from ballast.site.boards.supervision import stalls as board
from ballast.site.views import asking
from ballast.site.views.supervision.fields import day, text
from ballast.site.views.supervision.lights import chosen


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every stalled project as asked for."""
    choice = chosen(request)
    if choice is None:
        return render(request, "site/supervision/stalls.html")
    query = request.GET
    asked = board.Asked(
        stall=query.get("stall", ""), standing=query.get("standing", "due"), county=query.get("county", ""),
        text=query.get("q", "").strip(),
    )  # fmt: skip
    told = board.page(choice.month, asked, held=asking.reach(request))
    may = people.may(asking.official(request), Power.EXPLAIN_STALL)
    return render(request, "site/supervision/stalls.html", {"choice": choice, "page": told, "may_explain": may})


@require_POST
def reason(request: HttpRequest, serial: str) -> HttpResponse:
    """Say why a project is stuck, who holds it and by when it is to be free."""
    at = timezone.now()
    given = ReasonGiven(
        serial=serial, stall=text(request, "stall"), reason=text(request, "reason"), words=text(request, "words"),
        holder=text(request, "holder"), held_since=day(request, "held_since"), promised_on=day(request, "promised_on"),
    )  # fmt: skip
    actions.give_reason(given, official=asking.official(request), on=clock.today(), at=at)
    messages.success(request, _("The reason was recorded."))
    query = urlencode({"month": text(request, "month"), "standing": "", "q": serial})
    return redirect(f"{reverse('stalls')}?{query}")
