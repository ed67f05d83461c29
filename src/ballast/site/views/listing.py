"""The project list, and its export."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.site.boards import export
from ballast.site.boards import listing as board
from ballast.site.templatetags.speech import spoken
from ballast.site.views import asking

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page(request: HttpRequest) -> HttpResponse:
    """One page of the list; everything asked stands in the address."""
    asked = _asked(request)
    found = board.listing(asked) if asked else None
    return render(request, "site/projects.html", {"listing": found, "choice": asked.choice if asked else None})


def workbook(request: HttpRequest) -> HttpResponse:
    """Every project of the filter as a workbook."""
    asked = _asked(request)
    lines = board.everything(asked) if asked else []
    month = asked.choice.month if asked else ""
    title = Sentence(f"项目清单（{month}）", f"Projects ({month})")
    name = quote(f"{spoken(title)}.xlsx")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return HttpResponse(export.workbook(lines, title=title, say=spoken), content_type=WORKBOOK, headers=headers)


def _asked(request: HttpRequest) -> board.Asked | None:
    query = request.GET
    choice = figures.choose_month(query.get("month", ""))
    if choice is None:
        return None
    said, sort = query.get("page", ""), query.get("sort", "")
    return board.Asked(
        choice=choice,
        search=query.get("q", "").strip(),
        chosen={name: tuple(key for key in query.getlist(name) if key) for name in board.FACETS},
        sort=sort if sort.removeprefix("-") in board.SORTS else "-total_investment",
        page=max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 7 else 1,
        areas=asking.areas(request),
    )
