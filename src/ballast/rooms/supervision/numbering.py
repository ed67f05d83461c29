"""Numbers of papers: a mark, the year, and the next place in it: 项督〔2025〕3号."""

from datetime import date

from ballast.rooms.supervision.models import JustifiedException, Letter

Numbered = JustifiedException | Letter


def next_number(kind: type[Numbered], mark: str, on: date) -> str:
    """The next number of the year for a kind of fact that has a ``number``; one that was revised counts once."""
    of_year = kind.objects.filter(number__startswith=f"{mark}〔{on.year}〕")
    return f"{mark}〔{on.year}〕{of_year.values('number').distinct().count() + 1}号"
