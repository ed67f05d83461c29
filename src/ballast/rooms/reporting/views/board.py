"""The board of who reported when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ballast.kit import clock
from ballast.rooms.reporting import queries
from ballast.rooms.reporting.views import asked

SHOWN = 12


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Areas by the twelve months up to the one asked for."""
    month = asked.month(request)
    months = [_before(month, back) for back in reversed(range(SHOWN))]
    found = queries.board(months, held=asked.reach(request), on=clock.today())
    years = [_before(month, -SHOWN), _before(month, SHOWN)]
    told = {"board": found, "month": month, "tree": queries.month_tree(month, held=asked.reach(request)),
            "later": years[0] if years[0] <= asked.current() else "", "earlier": years[1]}  # fmt: skip
    return render(request, "reporting/board.html", told)


def _before(month: str, back: int) -> str:
    number = int(month[:4]) * 12 + int(month[5:]) - 1 - back
    return f"{number // 12}-{number % 12 + 1:02}"
