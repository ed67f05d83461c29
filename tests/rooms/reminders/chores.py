"""Tasks for the worker to be killed in: one says that it begun, waits for a word, and records one thing; one sends."""

import time
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction
from django_tasks import task

from ballast.kit import audit
from ballast.rooms.reminders import actions as reminders
from ballast.rooms.reminders.models import Digest, Preference
from ballast.rulebook.reminders import Wishes
from ballast.rulebook.terms import Role
from ballast.site.tasks import transport
from rooms.reporting.cast import county, person

AT = datetime(2025, 8, 5, tzinfo=UTC)
NEVER = 24  # the hour at which the worker itself lays a digest for today


@task()
def slow(folder: str) -> None:
    """Record once; in between, wait for ``go`` (ten minutes at most)."""
    place = Path(folder)
    with transaction.atomic():
        audit.write("seal", at=AT, actor="chore", object="once")
        with (place / "begun").open("a") as log:
            log.write("x")
        for _ in range(6_000):
            if (place / "go").exists():
                return
            time.sleep(0.1)


@task()
def send(digest_id: int) -> None:
    """Send a digest as ``ballast.site.tasks.deliver`` does, on its own day, whatever day it is."""
    reminders.deliver(digest_id, clock=lambda: AT, transport=transport())


def lay(key: str) -> None:
    """A clerk with reports to do who is reached by a robot, and their digest with its task."""
    clerk = person("lin", Role.REPORTER, county().area_id)
    reminders.tune(clerk, Wishes(), {"wecom": key}, at=AT)
    Preference.objects.update(hour=NEVER)
    with transaction.atomic():
        send.enqueue(Digest.objects.create(who="lin", day=AT.date(), state="laid", laid_at=AT).pk)
