"""A task for the worker to be killed in: it says that it begun, waits for a word, and records one thing."""

import time
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction
from django_tasks import task

from ballast.kit import audit

AT = datetime(2025, 8, 5, tzinfo=UTC)


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
