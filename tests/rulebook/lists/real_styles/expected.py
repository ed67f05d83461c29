"""A workbook in the manner of a published list, with what must be found in it; styles are collected by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ballast.kit.grid import Grid

Yuan = int | None


@dataclass(frozen=True, slots=True)
class Expected:
    """Sheets and, in order of the projects, what each column of the answer must hold; an empty list asks nothing.

    ``groups`` holds (title as written, stated count, stated total, counted, summed, reconciles).
    """

    grids: Sequence[Grid]
    names: list[str]
    totals: list[Yuan] = field(default_factory=list)
    plans: list[Yuan] = field(default_factory=list)
    areas: list[str | None] = field(default_factory=list)
    owners: list[str | None] = field(default_factory=list)
    offices: list[str | None] = field(default_factory=list)
    groups: list[tuple[str, int | None, Yuan, int | None, Yuan, bool | None]] = field(default_factory=list)


STYLES: dict[str, Callable[[], Expected]] = {}


def style(make: Callable[[], Expected]) -> Callable[[], Expected]:
    """Collect ``make`` under its name."""
    STYLES[make.__name__] = make
    return make
