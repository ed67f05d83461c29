"""Numbers of papers: a mark, the year, and the next place in it: 申诉〔2025〕3号."""

from datetime import date

from ballast.rooms.league.models import Appeal, Deed


def next_number(kind: type[Appeal | Deed], mark: str, on: date) -> str:
    """The next number of the year; a fact that was revised counts once."""
    of_year = kind.objects.filter(number__startswith=f"{mark}〔{on.year}〕")
    return f"{mark}〔{on.year}〕{of_year.values('number').distinct().count() + 1}号"
