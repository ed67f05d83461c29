"""The overview: a month on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from ballast.kit import audit, clock
from ballast.rooms.figures import queries as figures
from ballast.rooms.people import queries as people
from ballast.rooms.supervision import queries as supervision
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power
from ballast.site.boards import overview as board
from ballast.site.boards.kept import kept
from ballast.site.views import asking


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The headline figures, the funnel, the counties and the stalls of a month."""
    choice = figures.choose_month(request.GET.get("month", ""))
    if choice is None:
        return render(request, "site/overview.html")
    if choice.state.sealed_edition is None:
        audit.shown(NeedToKnow.RANKING, choice.month)
    sort = request.GET.get("sort", "")
    ranked = request.GET.get("figure", "")
    # Read only when it is drawn: a sealed month's board is drawn once and kept.
    found = SimpleLazyObject(lambda: board.overview(choice.month, sort=sort, ranked=ranked))
    official = asking.official(request)
    verbs = {"seal": people.may(official, Power.SEAL), "issue": people.may(official, Power.ISSUE)}
    context = {
        "choice": choice, "board": found, "sort": sort, "verbs": verbs,
        "excepted": supervision.exceptions_in_force(on=clock.today(), held=asking.reach(request)),
        "kept": kept(choice.month, choice.states, request.GET.urlencode()),
    }  # fmt: skip
    return render(request, "site/overview.html", context)


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The panel of who has reported the month and who has not."""
    choice = figures.choose_month(request.GET.get("month", ""))
    found = board.reports(choice.month, on=clock.today()) if choice else []
    template = "site/reports_panel.html" if request.headers.get("HX-Request") else "site/reports.html"
    return render(request, template, {"choice": choice, "reports": found})
