"""The page of one subject's score."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import clock
from ballast.rooms.figures import queries as figures
from ballast.rooms.league import queries as league
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards.league import subject as board
from ballast.site.views import asking
from ballast.site.views.league.places import chosen


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """One subject of a ranking, part by part."""
    found, code = chosen(request), request.GET.get("subject", "")
    official, held = asking.official(request), asking.reach(request)
    if found.seen is None:
        raise Http404(code)
    who = league.seer(official, held)
    told = board.page(found.seen, code, who, indicator=request.GET.get("indicator", ""), held=held)
    if told is None:
        raise Http404(code)
    ranking = found.seen.ranking
    appealable = ranking.of in ("county", "park") and (ranking.appeals_until or date.min) >= clock.today()
    shown = {
        "chosen": found, "page": told, "code": code,
        "figure_names": {one.code: one.name for one in figures.catalogue()},
        "may_appeal": appealable and people.may(official, Power.APPEAL, area_code=code),
    }  # fmt: skip
    return render(request, "site/league/subject.html", shown)
