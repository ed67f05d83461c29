"""Justified exceptions: who has one, granting one, lifting one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.supervision import actions
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.cards import ExceptionAsked
from ballast.rulebook.powers import Power
from ballast.site.boards.supervision.disclosing import disclose_serials
from ballast.site.views import asking
from ballast.site.views.supervision.fields import text, wanted_day


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every exception, those in force first."""
    today = clock.today()
    book = policy.in_force(today)
    found = supervision.exceptions(on=today, held=asking.reach(request))
    disclose_serials(one.serial for one in found)
    shown = [{"one": one, "kind": book.exceptions.get(one.kind), "left": one.days_left(today)} for one in found]
    rules = [(f"lights.{code}", light.label) for code, light in book.lights.items()]
    rules += [(f"stall_lists.{code}", rule.label) for code, rule in book.stall_lists.items()]
    context = {
        "exceptions": shown, "kinds": book.exceptions, "rules": rules, "today": today,
        "may_excuse": people.may(asking.official(request), Power.EXCUSE),
    }  # fmt: skip
    return render(request, "site/supervision/exceptions.html", context)


@require_POST
def grant(request: HttpRequest) -> HttpResponse:
    """Grant an exception."""
    official, at = people.require(asking.official(request), Power.EXCUSE), timezone.now()
    asked = ExceptionAsked(
        kind=text(request, "kind"), serial=text(request, "serial"), area_code=text(request, "area"),
        since=wanted_day(request, "since"), until=wanted_day(request, "until"), reason=text(request, "reason"),
        evidence=text(request, "evidence"), rules=frozenset(request.POST.getlist("rules")),
    )  # fmt: skip
    number = actions.excuse(asked, official=official, on=clock.today(), at=at)
    messages.success(request, _("Granted: %(number)s") % {"number": number})
    return redirect("exceptions")


@require_POST
def lift(request: HttpRequest) -> HttpResponse:
    """End an exception today."""
    official, at = people.require(asking.official(request), Power.EXCUSE), timezone.now()
    actions.lift(text(request, "number"), official=official, on=clock.today(), at=at)
    messages.success(request, _("Lifted and recorded."))
    return redirect("exceptions")
