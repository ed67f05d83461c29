"""Noting who is shown which negotiations: their names are need-to-know wherever they stand."""

from collections.abc import Iterable

from ballast.kit import audit
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.supervision.queries import Line
from ballast.rulebook.need_to_know import NeedToKnow


def disclose(lines: Iterable[Line]) -> None:
    """Note those of the projects shown that are under negotiation."""
    serials = {line.project_id: line.serial for line in lines}
    audit.shown(NeedToKnow.NEGOTIATION, *(serials[one] for one in lifecycle.negotiating(serials)))


def disclose_serials(serials: Iterable[str]) -> None:
    """The same of projects told by their serials; empty ones are of areas."""
    audit.shown(NeedToKnow.NEGOTIATION, *secret_serials(serials))


def secret_serials(serials: Iterable[str]) -> tuple[str, ...]:
    """Those of the projects that are under negotiation."""
    known = registry.among([one for one in dict.fromkeys(serials) if one], held=EVERYWHERE)
    by_id = {card.project_id: serial for serial, card in known.items()}
    return tuple(by_id[one] for one in lifecycle.negotiating(by_id))
