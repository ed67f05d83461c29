"""Who is asking, and which projects they may see; asked once a request."""

from datetime import datetime, time

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import SimpleLazyObject

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ProfileCard, Reach

NOT_THEIRS = Sentence("这不是您负责的项目", "This is not a project you answer for")


def official(request: HttpRequest) -> OfficialCard | None:
    """The official behind the request, with the seats they hold today."""
    if not hasattr(request, "ballast_official"):
        found_now = people.official_of(request.user, on=clock.today())
        request.ballast_official = found_now  # type: ignore[attr-defined]
    found: OfficialCard | None = request.ballast_official  # type: ignore[attr-defined]
    return found


def shown(request: HttpRequest) -> dict[str, object]:
    """What every template knows: the card and the powers of the person asking, read when they are first looked at, and
    the day of a demonstration.
    """
    return {
        "asking": SimpleLazyObject(lambda: official(request)), "may": SimpleLazyObject(lambda: _powers(request)),
        "demonstration": clock.demonstration(),
    }  # fmt: skip


def _powers(request: HttpRequest) -> frozenset[str]:
    person = official(request)
    return frozenset(str(power) for seat in person.seats for power in seat.powers) if person else frozenset()


def reach(request: HttpRequest) -> Reach:
    """The projects the person asking may see today, whatever moment they look at; read once a request."""
    if not hasattr(request, "ballast_reach"):
        request.ballast_reach = registry.reach(official(request), on=clock.today())  # type: ignore[attr-defined]
    found: Reach = request.ballast_reach  # type: ignore[attr-defined]
    return found


def moment(request: HttpRequest) -> datetime | None:
    """The end of the day asked for as ``at`` (as known then); None is now. Raises 404 for what is no date."""
    text = request.GET.get("at", "")
    if not text:
        return None
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Http404(text)
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59, 999_999)))


def project(request: HttpRequest, serial: str, *, at: datetime | None = None) -> ProfileCard:
    """The project asked for; 404 where there is none, or it is not theirs to see."""
    card = registry.find(serial, held=reach(request), at=at)
    if card is None:
        if registry.find(serial, held=registry.EVERYWHERE) is None:
            raise Http404(serial)
        # They see the same page; the audit trail tells the two apart.
        raise Refusal(NOT_THEIRS, where=serial, code="not_your_project")
    return card
