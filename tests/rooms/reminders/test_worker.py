"""The worker's process killed in the middle of its work, for real: taken up again, and done once as people see it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ballast.kit.audit.chain import FIELDS, Link, broken
from golden_city import Row, read
from plugins.houses import BALLAST, House
from plugins.receiving import robot
from plugins.serving import PATIENCE, free_port

pytestmark = pytest.mark.slow
TESTS = str(Path(__file__).parents[2])
KEY = "693a91f6-0000-4bc4-97a0-0ec2sifa5aaa"


Inside = Callable[[str], list[Row]]


def told(house: House, code: str) -> None:
    """Have a few lines of Python done inside an installation."""
    begin = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'ballast.site.settings'; import django; django.setup()\n"
    command, where = [sys.executable, "-c", begin + code], surroundings(house)
    done = subprocess.run(command, env=where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def inside(house: House, django_db_blocker: Any) -> Inside:
    """The rows of a kind as they stand in the installation, read past its processes."""
    return lambda kind: next(iter(vars(read(house, django_db_blocker, [kind])).values()))


def surroundings(house: House, **more: str) -> dict[str, str]:
    known = house.environment
    return known | {"PYTHONPATH": f"{known.get('PYTHONPATH', '')}:{TESTS}"} | more


@contextmanager
def worker(house: House, *words: str, **more: str) -> Iterator["subprocess.Popen[bytes]"]:
    """``ballast work`` until the block ends; killed then, if it still runs."""
    process = subprocess.Popen([str(BALLAST), "work", *words], env=surroundings(house, **more))
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(true: Callable[[], bool], *, by: "subprocess.Popen[bytes] | None" = None) -> None:
    """Wait for something to come true, no longer than the process lives that is to make it so."""
    given_up = time.monotonic() + PATIENCE
    while not true():
        assert by is None or by.poll() is None, "whoever was to do it has ended"
        assert time.monotonic() < given_up, "it did not come true"
        time.sleep(0.1)


ENQUEUE = "from rooms.reminders.chores import slow; slow.enqueue({folder!r})"
WHILE = 5.0  # seconds between two looks at what may have ended without a word


def recorded(inside: Inside) -> tuple[int, int]:
    """How many lines the chore left in the trail, and how many lines of the trail are broken."""
    trail = [Link(*(row[name] for name in FIELDS)) for row in inside("kit.AuditLine")]
    return sum(line.actor == "chore" for line in trail), len(list(broken(trail)))


def tasks(inside: Inside) -> list[str]:
    """How far each task has come."""
    return [row["status"] for row in inside("django_tasks_database.DBTaskResult")]


def messages(inside: Inside) -> list[str]:
    """What became of each message."""
    return [row["state"] for row in inside("reminders.Message")]


def ended(inside: Inside) -> bool:
    """Whether the one task is over, well or not."""
    return tasks(inside) in (["SUCCESSFUL"], ["FAILED"])


def finished(inside: Inside) -> list[str]:
    """How the task ended, once it has."""
    until(lambda: ended(inside))
    return tasks(inside)


def test_a_task_killed_in_the_middle_is_taken_up_and_done_once(house: House, inside: Inside, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    told(house, ENQUEUE.format(folder=str(tmp_path)))
    for fall in (1, 2):
        with worker(house) as process:
            until(lambda times=fall: begun.exists() and len(begun.read_text()) == times, by=process)  # type: ignore[misc]
            process.send_signal(signal.SIGKILL)
    assert recorded(inside) == (0, 0) and tasks(inside) == ["RUNNING"]
    (tmp_path / "go").touch()
    with worker(house, "--once") as process:
        assert process.wait(PATIENCE) == 0
    assert recorded(inside) == (1, 0) and tasks(inside) == ["SUCCESSFUL"]
    assert begun.read_text() == "xxx"


def test_one_works_and_the_other_takes_its_place(house: House, inside: Inside, tmp_path: Path) -> None:
    told(house, ENQUEUE.format(folder=str(tmp_path)))
    begun = tmp_path / "begun"
    with worker(house) as first:
        until(begun.exists, by=first)
        with worker(house) as second:
            assert "另一个 worker 正在工作" in house.ballast("work", "--once").stdout
            assert begun.read_text() == "x" and second.poll() is None, "it stands by"
            first.kill()
            until(lambda: begun.read_text() == "xx", by=second)
            (tmp_path / "go").touch()
            assert finished(inside) == ["SUCCESSFUL"]
            second.terminate()
            assert second.wait(PATIENCE) == 0
    assert recorded(inside) == (1, 0)


LAID = "from rooms.reminders.chores import lay; lay({key!r})"


def test_a_worker_killed_while_it_sends_sends_nothing_twice(house: House, inside: Inside) -> None:
    with robot() as hook:
        mine = {"BALLAST_WECOM_SERVER": f"{hook.address}/send"}
        told(house, LAID.format(key=KEY))
        hook.go.clear()
        with worker(house, **mine) as process:
            until(lambda: hook.came.wait(WHILE) or ended(inside), by=process)
            assert hook.came.is_set(), "the robot has it, and the worker waits for the answer"
            process.send_signal(signal.SIGKILL)
        hook.go.set()
        assert messages(inside) == ["sending"]
        for _ in range(2):
            with worker(house, "--once", **mine) as process:
                assert process.wait(PATIENCE) == 0
        assert messages(inside) == ["unknown"]
        assert len(hook.posts) == 1


def test_the_site_brings_its_worker_and_takes_it_along(house: House, inside: Inside, tmp_path: Path) -> None:
    told(house, ENQUEUE.format(folder=str(tmp_path)))
    command = [str(BALLAST), "serve", "--port", str(free_port())]
    serving = subprocess.Popen(command, env=surroundings(house), start_new_session=True)
    try:
        until((tmp_path / "begun").exists, by=serving)
        serving.kill()
        serving.wait()
        (tmp_path / "go").touch()
        assert finished(inside) == ["SUCCESSFUL"]
        # The site's own worker has gone with it and left the lock: another is not told to stand by.
        until(lambda: "开始工作" in house.ballast("work", "--once").stdout)
        assert recorded(inside) == (1, 0)
    finally:
        os.killpg(serving.pid, signal.SIGKILL)  # what the server itself had started
