"""The project list, and its export."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ballast.kit.downloads import WORKBOOK, handed_out
from ballast.kit.sentence import Sentence
from ballast.kit.wholes import whole
from ballast.rooms.figures import queries as figures
from ballast.site.boards import export
from ballast.site.boards import listing as board
from ballast.site.templatetags.speech import spoken
from ballast.site.views import asking


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """One page of the list; everything asked stands in the address."""
    asked = _asked(request)
    found = board.listing(asked) if asked else None
    return render(request, "site/projects.html", {"listing": found, "choice": asked.choice if asked else None})


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """Every project of the filter as a workbook."""
    asked = _asked(request)
    lines = board.everything(asked) if asked else []
    month = asked.choice.month if asked else ""
    title = Sentence(f"项目清单（{month}）", f"Projects ({month})")
    data = export.workbook(lines, title=title, say=spoken)
    return handed_out(
        data, f"{spoken(title)}.xlsx", WORKBOOK, act="export", by=request.user.get_username(), at=timezone.now(),
        detail={"projects": len(lines), "asked": request.GET.urlencode()[:1_000]},
    )  # fmt: skip


def _asked(request: HttpRequest) -> board.Asked | None:
    query = request.GET
    choice = figures.choose_month(query.get("month", ""))
    if choice is None:
        return None
    sort = query.get("sort", "")
    return board.Asked(
        choice=choice,
        search=query.get("q", "").strip(),
        chosen={name: tuple(key for key in query.getlist(name) if key) for name in board.FACETS},
        sort=sort if sort.removeprefix("-") in board.SORTS else "-total_investment",
        page=max(1, whole(query.get("page", "")) or 1),
        held=asking.reach(request),
    )
