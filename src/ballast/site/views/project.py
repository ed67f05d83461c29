"""The project page and its panels."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import audit, clock
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ProfileCard
from ballast.rooms.reporting import queries as reporting
from ballast.rulebook import months
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power
from ballast.site.boards import project as board
from ballast.site.views import asking


@require_safe
def page(request: HttpRequest, serial: str) -> HttpResponse:
    """The frame of the panels; those that wait come when they are looked at."""
    asked = _asked(request, serial)
    panels = [(panel, None if panel.lazy else panel.ask(asked)) for panel in board.PANELS.values()]
    month = reporting.month_in_hand(current=months.before(months.of(clock.today()), 1))
    shown = {**_frame(request, asked, serial), **board.head(asked), "panels": panels, "month": month}
    return render(request, "site/project/page.html", shown)


@require_safe
def panel(request: HttpRequest, serial: str, name: str) -> HttpResponse:
    """One panel alone: for HTMX as it is, for a person with a page around it."""
    if name not in board.PANELS:
        raise Http404(name)
    asked, found = _asked(request, serial), board.PANELS[name]
    template = "site/project/panel.html" if request.headers.get("HX-Request") else "site/project/alone.html"
    shown = {**_frame(request, asked, serial), "panel": found, "context": found.ask(asked)}
    return render(request, template, shown)


def _asked(request: HttpRequest, serial: str) -> board.Asked:
    at = asking.moment(request)
    card: ProfileCard = asking.project(request, serial, at=at)
    asked = board.Asked(
        card, at, clock.day_of(at), may_name=_may(request, card, at, Power.ROLES),
        may_report=_may(request, card, at, Power.REPORT),
        may_settle=_may(request, card, at, Power.COUNTY_REVIEW) or _may(request, card, at, Power.CITY_REVIEW),
    )  # fmt: skip
    if lifecycle.negotiating([card.project_id], at=at):
        audit.shown(NeedToKnow.NEGOTIATION, serial)
    return asked


def _may(request: HttpRequest, card: ProfileCard, at: datetime | None, power: Power) -> bool:
    """Whether the person holds ``power`` over the project; nothing is done to what is shown as it was."""
    official = asking.official(request)
    return at is None and registry.may(official, power, project_id=card.project_id, on=clock.today())


def _frame(request: HttpRequest, asked: board.Asked, serial: str) -> dict[str, object]:
    today = clock.today()
    return {"card": asked.card, "serial": serial, "at": request.GET.get("at", ""), "on": asked.on, "today": today}
