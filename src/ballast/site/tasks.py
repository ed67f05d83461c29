"""What is done behind the scenes: each a task in the database, done by ``ballast work``."""

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from ballast.rooms.meetings import actions as meetings
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
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
def make_pack(number: str, username: str) -> None:
    """Make the large pack of a meeting."""
    at = timezone.now()
    on = timezone.localdate(at)
    account = people.official_named(username)
    seats = people.seats_of(account.id, on=on) if account else ()
    asked = OfficialCard(account.id, account.username, account.name, seats) if account else None
    meetings.make_pack(number, official=asked, on=on, at=at)


def lay() -> int:
    """Lay the digests whose hour has come."""
    return reminders.lay(at=timezone.now(), transport=transport(), enqueue=deliver.enqueue)
