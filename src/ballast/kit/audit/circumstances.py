"""From where an act comes: told once at the door, found in the detail of every line written behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

NAMED = 50  # of the things of one kind shown at once, so many are named; all are counted


@dataclass(slots=True)
class Circumstances:
    """The network address and the session (never its key) of a person at work.

    ``written`` are the lines their act has left so far, ``shown`` the need-to-know they were shown, kind by kind.
    """

    address: str = ""
    session: str = ""
    written: list[int] = field(default_factory=list)
    shown: dict[str, list[str]] = field(default_factory=dict)

    def told(self) -> dict[str, str]:
        """What goes into the detail of a line."""
        return {name: said for name, said in (("address", self.address), ("session", self.session)) if said}


_now: ContextVar[Circumstances | None] = ContextVar("ballast_audit_circumstances", default=None)


def present() -> Circumstances | None:
    """The circumstances of the act under way; None where nobody told them."""
    return _now.get()


def shown(kind: str, *what: str) -> None:
    """Note that the person at work is shown ``what`` of a need-to-know kind; the door writes it into the trail."""
    known = _now.get()
    if known is not None and what:
        known.shown.setdefault(kind, []).extend(what)


def counted(shown: dict[str, list[str]]) -> dict[str, object]:
    """What was shown as it stands in a line: how many of each kind, and the first of them by name."""
    each = {kind: list(dict.fromkeys(what)) for kind, what in shown.items()}
    return {kind: {"count": len(what), "first": what[:NAMED]} for kind, what in each.items()}


@contextmanager
def circumstances(*, address: str = "", session: str = "") -> Iterator[Circumstances]:
    """What is written inside was done from this address in this session; gives what was written."""
    known = Circumstances(address, session)
    before = _now.set(known)
    try:
        yield known
    finally:
        _now.reset(before)
