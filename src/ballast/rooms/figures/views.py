"""The catalogue of figures, and the page of each."""

from datetime import datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from ballast.kit import clock
from ballast.kit.wholes import whole
from ballast.rooms.figures import page, queries
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Every figure by theme, with its wording, clause, basis, unit and fingerprint; ``q`` searches them."""
    words = request.GET.get("q", "").lower().split()
    found = [one for one in queries.catalogue() if all(word in _text(one) for word in words)]
    themes: dict[str, list[object]] = {}
    titles = {one.theme.zh: one.theme for one in found}
    for one in found:
        themes.setdefault(one.theme.zh, []).append(one)
    shown = {
        "themes": [(titles[name], ones) for name, ones in themes.items()], "count": len(found),
        "q": request.GET.get("q", ""),
    }  # fmt: skip
    return render(request, "figures/catalogue.html", shown)


@require_safe
def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: definition, value, series, breakdown and the rows that add up to it."""
    choice = queries.choose_month(request.GET.get("month", ""))
    declaration = queries.declaration(code)
    if choice is None:
        return render(request, "figures/figure.html", {"declaration": declaration})
    asked = _asked(request, declaration, choice.month)
    found = queries.figure(code, month=asked.month, by=asked.by, at=asked.at)
    points, series = page.series(asked)
    shares, chart = page.breakdown(asked, found)
    shown = {
        "declaration": declaration, "choice": choice, "asked": asked, "figure": found,
        "value": found.values.get(asked.key) if asked.key else found.total,
        "points": points[::-1], "series": series, "shares": shares, "chart": chart,
        "parts": page.parts(asked, found), "behind": page.behind(asked, found),
        "dimensions": [(by, queries.DIMENSIONS[by]) for by in declaration.dimensions],
        "key_name": queries.in_order(asked.by, [asked.key])[asked.key] if asked.key else None,
        "editions": queries.editions(asked.month), "at": request.GET.get("at", ""),
        "edition": request.GET.get("edition", ""), "areas": queries.key_names("area"),
    }  # fmt: skip
    return render(request, "figures/figure.html", shown)


def _asked(request: HttpRequest, declaration: queries.Declaration, month: str) -> page.Asked:
    query = request.GET
    part = query.get("part", "")
    by = query.get("by", "") or declaration.dimensions[0]
    return page.Asked(
        declaration=declaration, month=month, by=by, key=query.get("key", ""),
        part=part if part == "denominator" and declaration.reduced(1).denominator else "numerator",
        page=max(1, whole(query.get("page", "")) or 1),
        at=_moment(query.get("at", ""), query.get("edition", ""), month),
        held=_reach(request),
    )  # fmt: skip


def _reach(request: HttpRequest) -> Reach:
    today = clock.today()
    return registry.reach(people.official_of(request.user, on=today), on=today)


def _moment(at: str, edition: str, month: str) -> datetime | None:
    """The moment of an edition's seal, or the end of a day; None is now. 404 for what is neither."""
    if edition:
        number = whole(edition, digits=4)
        if number is None:
            raise Http404(edition)
        return queries.edition_moment(month, number)
    if not at:
        return None
    try:
        day = parse_date(at)
    except ValueError:
        day = None
    if day is None:
        raise Http404(at)
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59, 999_999)))


def _text(one: queries.Declaration) -> str:
    said = (one.code, one.name.zh, one.name.en, one.meaning.zh, one.meaning.en, one.clause, one.theme.zh)
    return " ".join(said).lower()
