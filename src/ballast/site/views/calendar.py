"""The working calendar: read by everyone, entered by the project office."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.wholes import whole
from ballast.kit.workdays.entering import settle_day
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards import calendar as board
from ballast.site.views import asking

SETTLED = {"on": True, "off": False, "": None}


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """One year, day by day."""
    return _show(request, _year(request.GET.get("year", "")))


@require_POST
def notice(request: HttpRequest) -> HttpResponse:
    """Read a year's notice and show what was read; once that is confirmed, enter it."""
    official = people.require(asking.official(request), Power.CALENDAR)
    text, paper, year = (request.POST.get(name, "") for name in ("text", "paper", "year"))
    chosen = _year(year)
    told: dict[str, object] = {"text": text, "paper": paper}
    try:
        if "confirmed" in request.POST:
            days = board.enter(text, chosen, paper=paper, at=timezone.now(), by=official.username)
            said = ngettext("%(n)s day entered.", "%(n)s days entered.", days) % {"n": days}
            messages.success(request, said)
            return redirect(f"{reverse('calendar')}?year={chosen}")
        told["notice"], told["would"] = board.preview(text, chosen)
    except Refusal as refusal:
        return _show(request, chosen, told | {"refusal": refusal}, status=400)
    return _show(request, chosen, told)


@require_POST
def day(request: HttpRequest) -> HttpResponse:
    """Settle one day by itself, or take back what was settled."""
    official = people.require(asking.official(request), Power.CALENDAR)
    said, works = request.POST.get("day", ""), request.POST.get("works", "")
    try:
        chosen = parse_date(said)
    except ValueError:
        chosen = None
    if chosen is None or works not in SETTLED or not board.FIRST <= chosen.year <= board.LAST:
        raise Refusal(
            Sentence("请选择日期，并选择上班、休息或撤销", "Choose a day, and whether it is worked"),
            where=said[:40], code="no_day",
        )  # fmt: skip
    settle_day(chosen, SETTLED[works], paper=request.POST.get("paper", ""), at=timezone.now(), by=official.username)
    messages.success(request, _("%(day)s is settled.") % {"day": chosen.isoformat()})
    return redirect(f"{reverse('calendar')}?year={chosen.year}")


def _show(request: HttpRequest, year: int, told: dict[str, object] | None = None, *, status: int = 200) -> HttpResponse:
    may_enter = people.may(asking.official(request), Power.CALENDAR)
    shown = {"page": board.year_page(year), "may_enter": may_enter, "first": board.FIRST, "last": board.LAST}
    return render(request, "site/calendar.html", shown | (told or {}), status=status)


def _year(text: str) -> int:
    year = whole(text, digits=4)
    return year if year and board.FIRST <= year <= board.LAST else clock.today().year
