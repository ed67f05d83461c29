"""The page of deeds: bonus and penalty events, noted and taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.wholes import whole
from ballast.rooms.league import actions
from ballast.rooms.league import queries as league
from ballast.rooms.league.cards import DeedAsked
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards.league import deeds as board
from ballast.site.views import asking
from ballast.site.views.league.places import chosen
from ballast.site.views.supervision.fields import text


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The deeds of the areas the person sees."""
    found = chosen(request)
    month = request.GET.get("month", "")
    shown = {
        "chosen": found, "deeds": league.deeds(held=asking.reach(request), month=month),
        "form": board.form(found.month or f"{clock.today():%Y-%m}"),
        "may_note": people.may(asking.official(request), Power.NOTE_DEED),
    }  # fmt: skip
    return render(request, "site/league/deeds.html", shown)


@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Note a deed."""
    official, at = people.require(asking.official(request), Power.NOTE_DEED), timezone.now()
    asked = DeedAsked(
        area=text(request, "area"), month=text(request, "month"), kind=text(request, "kind"),
        reason=text(request, "reason"), evidence=text(request, "evidence"),
        times=whole(text(request, "times"), digits=2) or 1,
    )  # fmt: skip
    number = actions.note_deed(asked, official=official, on=clock.today(), at=at)
    messages.success(request, _("Noted: %(number)s") % {"number": number})
    return redirect("league-deeds")


@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """Take a deed back."""
    official, at = people.require(asking.official(request), Power.NOTE_DEED), timezone.now()
    actions.revoke_deed(
        text(request, "number"), reason=text(request, "reason"), official=official, on=clock.today(), at=at
    )
    messages.success(request, _("Taken back and recorded."))
    return redirect("league-deeds")
