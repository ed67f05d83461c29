"""The page of the league, and making a ranking public."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.wholes import whole
from ballast.rooms.league import actions
from ballast.rooms.league import queries as league
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards.league import places as board
from ballast.site.boards.league import publishing
from ballast.site.boards.league.choosing import Chosen, choose
from ballast.site.views import asking
from ballast.site.views.supervision.fields import text


def chosen(request: HttpRequest) -> Chosen:
    """The ranking a request asks for, as far as the person sees it."""
    who = league.seer(asking.official(request), asking.reach(request))
    query = request.GET
    return choose(who, month=query.get("month", ""), sheet=query.get("sheet", ""), edition=query.get("edition", ""))


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The league of a month."""
    found = chosen(request)
    shown: dict[str, object] = {"chosen": found}
    if found.seen is not None:
        who = league.seer(asking.official(request), asking.reach(request))
        shown["page"] = board.page(found.seen, who)
        shown["preview"] = publishing.preview(found.seen) if who.holder else None
    return render(request, "site/league/places.html", shown)


@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    """Make a ranking public, in the edition the person looked at."""
    official, at = people.require(asking.official(request), Power.PUBLISH), timezone.now()
    month, sheet = text(request, "month"), text(request, "sheet")
    actions.publish(
        month, sheet, edition=whole(text(request, "edition")) or 0, official=official, on=clock.today(), at=at
    )
    messages.success(request, _("Published; appeals may come now."))
    return redirect(f"{reverse('league')}?{urlencode({'month': month, 'sheet': sheet})}")
