"""What every page of the room asks of its request: who, how far they see, which month."""

from datetime import timedelta

from django.http import HttpRequest

from ballast.kit import audit, clock
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting import queries
from ballast.rulebook.need_to_know import NeedToKnow


def official(request: HttpRequest) -> OfficialCard | None:
    """The official behind the request, with the seats they hold today."""
    return people.official_of(request.user, on=clock.today())


def reach(request: HttpRequest) -> Reach:
    """The projects the person asking may see today."""
    return registry.reach(official(request), on=clock.today())


def noted(project_id: int, serial: str) -> None:
    """Note that a project is shown by itself, if it is under negotiation: its name is need-to-know."""
    if lifecycle.negotiating([project_id]):
        audit.shown(NeedToKnow.NEGOTIATION, serial)


def current() -> str:
    """The month now being reported: the one before today's."""
    return f"{clock.today().replace(day=1) - timedelta(days=1):%Y-%m}"


def month(request: HttpRequest) -> str:
    """The month asked for, else the one in hand."""
    said = request.GET.get("month", "")
    return queries.month_named(said) if said else queries.month_in_hand(current=current())
