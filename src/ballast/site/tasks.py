"""What is done behind the scenes: each a task in the database, done by ``ballast work``."""

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from ballast.rooms.reminders import actions as reminders
from ballast.rooms.reminders.cards import Transport


def transport() -> Transport:
    """How this city reaches people."""
    return Transport(**settings.REMINDERS)


@task()
def deliver(digest_id: int) -> None:
    """Send one digest; come again for what failed."""
    again = reminders.deliver(digest_id, clock=timezone.now, transport=transport())
    if again is not None:
        deliver.using(run_after=timezone.now() + again).enqueue(digest_id)


def lay() -> int:
    """Lay the digests whose hour has come."""
    return reminders.lay(at=timezone.now(), transport=transport(), enqueue=deliver.enqueue)
