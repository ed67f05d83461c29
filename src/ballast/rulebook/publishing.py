"""Publishing a ranking: all of it, or both ends only; and who sees what of it before and after.

Before it is published a ranking is need-to-know: only who holds the power to publish sees it. After its ends were
published, everyone sees these, and each county its own place besides; the others stay need-to-know.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Ends(NamedTuple):
    """So many from the top and so many from the bottom of every class."""

    top: int
    bottom: int


Places = Mapping[str, int | None]  # subject -> place in its class; None where it has none


def ends(places: Places, shown: Ends) -> frozenset[str]:
    """The first and the last of one class; those of equal place stand or fall together."""
    told = sorted(place for place in places.values() if place is not None)
    # Whoever shares the place of the last of the bottom is among them.
    last = told[-min(shown.bottom, len(told))] if told and shown.bottom else None
    return frozenset(
        code
        for code, place in places.items()
        if place is not None and (place <= shown.top or (last is not None and place >= last))
    )


def visible(
    classes: Collection[Places], *, published: bool, shown: Ends | None, own: Collection[str], holder: bool
) -> frozenset[str]:
    """The subjects whose place a person sees; ``shown`` None is all, ``own`` are the person's, if published."""
    everyone = frozenset(code for places in classes for code in places)
    if holder or (published and shown is None):
        return everyone
    if not published or shown is None:
        return frozenset()
    return frozenset().union(*(ends(places, shown) for places in classes)) | (everyone & frozenset(own))
