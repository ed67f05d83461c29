"""The page of a year of the league."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.rooms.league import queries as league
from ballast.site.boards.league import year as board
from ballast.site.views import asking
from ballast.site.views.league.places import chosen


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How places moved, by month or by quarter."""
    found = chosen(request)
    shown: dict[str, object] = {"chosen": found}
    if found.seen is not None:
        who = league.seer(asking.official(request), asking.reach(request))
        by = request.GET.get("by", "month")
        shown["page"] = board.page(
            found.seen.ranking.sheet, found.month, who, by=by if by in board.BY else "month",
            asked=request.GET.get("subject", ""),
        )  # fmt: skip
    return render(request, "site/league/year.html", shown)
