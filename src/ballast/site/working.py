"""The worker: one at a time does the tasks that wait in the database; others stand by and take its place.

Whoever holds the lock is the only one, so a task marked as running then belongs to a worker that fell: it is taken up
again. The lock goes with its holder, however that ends: a lock on a file beside SQLite, a session's lock in PostgreSQL.
"""

import fcntl
import logging
import os
import signal
import time
from collections.abc import Callable
from threading import Event
from typing import IO, Any

from django.conf import settings
from django.db import OperationalError, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from ballast.site import tasks

LOCK = 7_264_002
LOCK_FILE = "work.lock"
PAUSE = 1.0  # seconds between two looks at the table
ROUND = 20.0  # seconds between two looks at the clock for what is due
logger = logging.getLogger("ballast.work")


class Alone:
    """The right to be the one worker."""

    def __init__(self) -> None:
        self._held: Any = None

    def taken(self) -> bool:
        """Whether this process holds it, now or from now on."""
        if self._held is None:
            self._held = _of_a_file() if connection.vendor == "sqlite" else _of_a_session()
        return self._held is not None

    def let_go(self) -> None:
        """Leave it to another."""
        if self._held is not None:
            self._held.close()
        self._held = None


def _of_a_file() -> IO[str] | None:
    settings.DATA.mkdir(parents=True, exist_ok=True)
    file: IO[str] = (settings.DATA / LOCK_FILE).open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def _of_a_session() -> Any:
    session = connection.copy()
    with session.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if cursor.fetchone()[0]:
            return session
    session.close()
    return None


def take_up() -> int:
    """Put back what a fallen worker had in hand; how many."""
    fallen = DBTaskResult.objects.running()
    return fallen.update(status="READY", started_at=None)


def work(*, once: bool, parent: int = 0, say: Callable[[str], None] = print) -> None:
    """Do what waits until told to stop, or until the process ``parent`` is gone; ``once``: only what waits now."""
    stop, alone = Event(), Alone()
    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, lambda *_: stop.set())
    try:
        _rounds(stop, alone, once=once, parent=parent, say=say)
    finally:
        alone.let_go()


def _rounds(stop: Event, alone: Alone, *, once: bool, parent: int, say: Callable[[str], None]) -> None:
    begun, looked = False, 0.0
    while not stop.is_set() and parent in (0, os.getppid()):
        if not alone.taken():
            if once:
                say("另一个 worker 正在工作 / another worker is at work")
                return
            stop.wait(PAUSE)
            continue
        try:
            if not begun:
                begun = True
                say(f"开始工作，接手 {take_up()} 项 / at work")
            if time.monotonic() - looked >= ROUND or once or not looked:
                looked = time.monotonic()
                tasks.lay()
            drain()
        except OperationalError:
            logger.exception("the database is away")
            alone.let_go()
            connection.close()
            begun = False
        if once:
            return
        stop.wait(PAUSE)


def drain() -> None:
    """Do every task that is ready."""
    Worker(
        queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=None,
        worker_id=get_random_string(32), excluded_queue_names=[],
    ).run()  # fmt: skip
