"""What is done behind the scenes: each a task in the database, done by ``ballast work``."""

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from ballast.kit import clock
from ballast.rooms.meetings import actions as meetings
from ballast.rooms.people import queries as people
from ballast.rooms.reminders import actions as reminders
from ballast.rooms.reminders.cards import Transport
from ballast.site.boards.meetings.reminding import items_waiting


def transport() -> Transport:
    """How this city reaches people."""
    return Transport(**settings.REMINDERS)


@task()
def deliver(digest_id: int) -> None:
    """Send one digest; come again for what failed."""
    again = reminders.deliver(digest_id, clock=timezone.now, transport=transport(), others=items_waiting)
    if again is not None:
        deliver.using(run_after=timezone.now() + again).enqueue(digest_id)


@task()
def make_pack(making: int, username: str) -> None:
    """Make the pack that somebody asked for."""
    at = timezone.now()
    on = clock.today()
    meetings.carry_out(making, official=people.official_card(username, on=on), on=on, at=at)


def lay() -> int:
    """Lay the digests whose hour has come; a demonstration writes to nobody of duties that are made up."""
    if clock.demonstration():
        return 0
    return reminders.lay(at=timezone.now(), transport=transport(), enqueue=deliver.enqueue)
