"""The pages of lights: the board, the projects behind a number, the wall, and why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import audit
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.queries import Choice
from ballast.rooms.people import queries as people
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.stages import Stage
from ballast.site.boards.supervision import lights as board
from ballast.site.boards.supervision import why as reasons
from ballast.site.boards.supervision.disclosing import disclose_serials
from ballast.site.views import asking

STAGES = {str(stage): stage for stage in Stage}


def chosen(request: HttpRequest) -> Choice | None:
    """The month asked for; looking at lights before they are published leaves its line."""
    choice = figures.choose_month(request.GET.get("month", ""))
    if choice is not None and choice.state.sealed_edition is None:
        audit.shown(NeedToKnow.RANKING, f"lights {choice.month}")
    return choice


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The board of lights."""
    choice = chosen(request)
    if choice is None:
        return render(request, "site/supervision/lights.html")
    by = request.GET.get("by", "county")
    told = board.page(choice.month, by=by, held=asking.reach(request))
    shown = {"choice": choice, "page": told, "by": by, "groups": board.GROUPS, "stages": STAGES, "nobody": board.NOBODY}
    return render(request, "site/supervision/lights.html", shown)


@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    """The projects behind one number of the board."""
    choice = chosen(request)
    if choice is None:
        return render(request, "site/supervision/projects.html")
    asked = {name: request.GET.get(name, "") for name in ("light", "colour", "by", "key")}
    found = board.projects(choice.month, held=asking.reach(request), **asked)
    return render(request, "site/supervision/projects.html", {"choice": choice, "found": found, "asked": asked})


@require_safe
def wall(request: HttpRequest) -> HttpResponse:
    """Every project on one wall, by stage and light."""
    choice = chosen(request)
    told = board.wall(choice.month, held=asking.reach(request)) if choice else None
    return render(request, "site/supervision/wall.html", {"choice": choice, "wall": told, "stages": STAGES})


@require_safe
def why(request: HttpRequest, serial: str) -> HttpResponse:
    """Why each light of a project is what it is."""
    choice = chosen(request)
    card = asking.project(request, serial)
    disclose_serials([serial])
    month = choice.month if choice else ""
    told = reasons.page(serial, month, card.project_id, held=asking.reach(request)) if month else None
    if month and told is None:
        raise Http404(serial)
    shown = {"choice": choice, "why": told, "card": card, "serial": serial}
    return render(request, "site/supervision/why.html", shown)


@require_safe
def why_area(request: HttpRequest, code: str) -> HttpResponse:
    """Why each light of an area is what it is."""
    choice = chosen(request)
    area = people.area_of_code(code)
    held = asking.reach(request)
    told = reasons.of_area(code, choice.month, held=held) if choice else None
    if area is None or told is None:
        raise Http404(code)
    shown = {"choice": choice, "why": told, "area": area}
    return render(request, "site/supervision/why.html", shown)


@require_safe
def why_department(request: HttpRequest, name: str) -> HttpResponse:
    """Why each light of a department is what it is."""
    choice = chosen(request)
    told = reasons.of_department(name, choice.month, held=asking.reach(request)) if choice else None
    if told is None:
        raise Http404(name)
    return render(request, "site/supervision/why.html", {"choice": choice, "why": told, "department": name})
