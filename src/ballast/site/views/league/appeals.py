"""The page of appeals: opened by a county, answered by the city office."""

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
from ballast.rooms.league.cards import AppealAsked, AppealSaid
from ballast.rooms.people import queries as people
from ballast.rulebook.appeals import Outcome
from ballast.rulebook.powers import Power
from ballast.site.views import asking
from ballast.site.views.league.places import chosen
from ballast.site.views.supervision.fields import text


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The appeals of the areas the person sees."""
    shown = {
        "chosen": chosen(request), "appeals": league.appeals(held=asking.reach(request)),
        "may_answer": people.may(asking.official(request), Power.PUBLISH),
    }  # fmt: skip
    return render(request, "site/league/appeals.html", shown)


@require_POST
def appeal(request: HttpRequest) -> HttpResponse:
    """Open an appeal."""
    official, at = people.require(asking.official(request), Power.APPEAL), timezone.now()
    asked = AppealAsked(
        month=text(request, "month"), sheet=text(request, "sheet"), area=text(request, "area"),
        part=text(request, "part"), reason=text(request, "reason"), evidence=text(request, "evidence"),
    )  # fmt: skip
    number = actions.appeal(asked, official=official, on=clock.today(), at=at)
    messages.success(request, _("Appealed: %(number)s") % {"number": number})
    return redirect("league-appeals")


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Answer an appeal."""
    official, at = people.require(asking.official(request), Power.PUBLISH), timezone.now()
    outcome = Outcome.UPHELD if text(request, "outcome") == "upheld" else Outcome.DISMISSED
    said = AppealSaid(
        number=text(request, "number"), outcome=outcome, words=text(request, "words"), slip=whole(text(request, "slip"))
    )
    actions.answer_appeal(said, official=official, on=clock.today(), at=at)
    messages.success(request, _("Answered and recorded."))
    return redirect("league-appeals")
