"""What every page of the room asks of its request: who, how far they see, what was typed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from django.http import HttpRequest
from django.utils.dateparse import parse_date

from ballast.kit import clock
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.tours.cards import EditionCard
from ballast.rooms.tours.refusals import refused


def official(request: HttpRequest) -> OfficialCard | None:
    """The official behind the request, with the seats they hold today."""
    return people.official_of(request.user, on=clock.today())


def reach(request: HttpRequest) -> Reach:
    """The projects the person asking may see today."""
    return registry.reach(official(request), on=clock.today())


def edition(request: HttpRequest, editions: Sequence[EditionCard]) -> int | None:
    """The edition of the results that is asked for; None for the newest, or where there is none of it."""
    said = str(request.GET.get("edition", ""))
    return next((one.number for one in editions if str(one.number) == said), None)


def text(request: HttpRequest, name: str) -> str:
    """A posted text, without spaces around it."""
    return str(request.POST.get(name, "")).strip()


def whole(request: HttpRequest, name: str) -> int:
    """A posted whole number; 0 where there is none."""
    said = text(request, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def day(request: HttpRequest, name: str) -> date:
    """A posted day. Raises TourRefused for what is none."""
    said = text(request, name)
    try:
        found = parse_date(said)
    except ValueError:
        found = None
    if found is None:
        raise refused(name, f"“{said}”不是日期；应写作 2025-06-26", f"{said!r} is no day; write it as 2025-06-26")
    return found


def factor(request: HttpRequest, name: str) -> Decimal:
    """A posted coefficient. Raises TourRefused for what is no number."""
    said = text(request, name)
    try:
        return Decimal(said)
    except InvalidOperation:
        raise refused(name, f"“{said}”不是数字；应写作 1.05", f"{said!r} is no number; write it as 1.05") from None
