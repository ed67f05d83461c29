"""Numbers of papers: a mark, the year, and the next place in it: 项督〔2025〕3号."""

from datetime import date
from typing import Any

from ballast.kit.ledger.models import Fact


def next_number(kind: type[Fact], mark: str, on: date) -> str:
    """The next number of the year for a kind of fact that has a ``number``; one that was revised counts once."""
    every: Any = kind._default_manager
    of_year = every.filter(number__startswith=f"{mark}〔{on.year}〕")
    return f"{mark}〔{on.year}〕{of_year.values('number').distinct().count() + 1}号"
