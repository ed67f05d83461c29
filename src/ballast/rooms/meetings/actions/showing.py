"""Turning the screen of the room to a page of the meeting."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.meetings.actions.meetings import refused, standing
from ballast.rooms.meetings.models import Screen
from ballast.rooms.meetings.queries.room import pages
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power


def from_telephone(remote: int) -> dict[str, int]:
    """What a line says of the telephone an act came from; nothing where it came from none."""
    return {"remote": remote} if remote else {}


def turn_screen(number: str, page: str, *, official: OfficialCard | None, at: datetime, remote: int = 0) -> None:
    """Show a page of the meeting; ``remote`` is the telephone that turned it. Raises NotAllowed and MeetingRefused."""
    person = people.require(official, Power.MEET)
    with transaction.atomic():
        journal.lock()
        standing(number)
        known = [one.code for one in pages(number)]
        if page not in known:
            raise refused(number, f"会议没有这一页：{page[:20]}", f"The meeting has no page {page[:20]!r}")
        screen, _ = Screen.objects.get_or_create(meeting=number, defaults={"page": known[0]})
        Screen.objects.filter(pk=screen.pk).update(page=page, turned=F("turned") + 1)
        audit.write(
            "turn_screen", at=at, actor=person.username, object=number, detail={"page": page} | from_telephone(remote)
        )
