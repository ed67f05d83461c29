"""Boards of sealed months, kept as they were drawn: what they show cannot change until an edition is added."""

from dataclasses import dataclass

from django.utils.translation import get_language

from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import MonthState

# Names of areas are not sealed: a renamed county shows its new name after this many seconds.
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Kept:
    """How long a drawn board may be kept (0: not at all), and under which key."""

    seconds: int
    key: str


def kept(month: str, states: list[MonthState], asked: str) -> Kept:
    """The keeping of a month's board that is compared with last month and last year.

    Kept only where every one of them that exists is sealed; any new edition changes the key. ``asked`` is the
    query the page was asked with.
    """
    compared = {month, figures.months_before(month, 1), figures.months_before(month, 12)}
    sealed = all(state.sealed_edition for state in states if state.month in compared)
    editions = ",".join(f"{state.month}:{state.sealed_edition}" for state in states)
    return Kept(SECONDS if sealed else 0, f"{get_language()} {asked} {editions}")
