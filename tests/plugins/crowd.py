"""A crowd at the door: many counties, a reporter and a session in each, all handing in at once by real requests.

``settle`` founds the counties in an installation and leaves filled forms, each with one project more than the one
before; ``Crowd.press`` hands them in, however often the server dies meanwhile; ``taken`` reads back what came of it.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from plugins.serving import free_port, started

TOKEN = "a" * 32
PATIENCE = 900.0
SETTLE = """
import django; django.setup()
from plugins.counties import found
found({counties}, {projects}, {folder!r})
"""
ACCEPT = """
import django; django.setup()
from plugins.counties import accept_all
accept_all()
"""
TAKEN = """
import django; django.setup()
from plugins.counties import taken
taken()
"""


@dataclass(frozen=True)
class Session:
    """One signed-in reporter, and the forms they will hand in, in order."""

    county: str
    cookie: str
    forms: tuple[Path, ...]


@dataclass
class Crowd:
    """Everybody who hands in, for which month, what each project should come to, and how it went.

    ``cut_off`` counts requests that were under way when the server died.
    """

    month: str
    sessions: list[Session]
    expected: dict[str, int]
    seconds: float = 0.0
    cut_off: int = 0
    answered: int = 0
    refused: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def press(self, address: Callable[[], str]) -> None:
        """Hand in every form of every session, the sessions at once; again where no answer came."""
        began = time.monotonic()
        threads = [threading.Thread(target=self._one, args=(session, address)) for session in self.sessions]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.seconds = time.monotonic() - began

    def _one(self, session: Session, address: Callable[[], str]) -> None:
        for form in session.forms:
            self._hand_in(session, form.read_bytes(), address)

    def _hand_in(self, session: Session, data: bytes, address: Callable[[], str]) -> None:
        given_up = time.monotonic() + PATIENCE
        while time.monotonic() < given_up:
            try:
                status, place = posted(address(), f"/month/{self.month}/reports/hand-in/", session.cookie, data)
            except ConnectionRefusedError:
                time.sleep(0.05)
                continue
            except (OSError, HTTPException):
                with self._lock:
                    self.cut_off += 1
                continue
            with self._lock:
                self.answered += 1
                if status != 302 or "sign-in" in place:
                    self.refused.append(f"{session.county}: {status} {place}")
            return
        self.refused.append(f"{session.county}: no answer in {PATIENCE:.0f} s")

    def hash(self) -> str:
        """The hash of what every project should have reported."""
        return hashed(self.expected)


class Mortal:
    """A server that is killed with -9 and started again where it stood."""

    def __init__(self, ballast: Path, environment: dict[str, str], log: Path) -> None:
        self._how = (ballast, environment, log)
        self.port = free_port()
        self.process = started(*self._how, self.port, group=True)

    def address(self) -> str:
        """Where it answers, when it lives."""
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """Kill it and everything it started, in the middle of whatever it does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def rise(self) -> None:
        """Start it again."""
        self.process = started(*self._how, self.port, group=True)


def trouble(crowd: Crowd, server: Mortal, *, kills: int, between: Callable[[], None] = lambda: None) -> None:
    """Let the crowd in, and kill the server ``kills`` times meanwhile, each time after a share of the answers."""
    due = sum(len(session.forms) for session in crowd.sessions)
    pressing = threading.Thread(target=crowd.press, args=(server.address,))
    pressing.start()
    for count in range(1, kills + 1):
        while crowd.answered < due * count // (kills + 1) and pressing.is_alive():
            time.sleep(0.005)
        server.kill()
        between()
        server.rise()
    pressing.join()


def posted(address: str, path: str, cookie: str, data: bytes) -> tuple[int, str]:
    """The status of an upload, and where it leads."""
    mark = b"----ballast"
    fields = (
        b"--" + mark + b'\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n' + TOKEN.encode()
        + b"\r\n--" + mark + b'\r\nContent-Disposition: form-data; name="file"; filename="form.xlsx"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n--" + mark + b"--\r\n"
    )  # fmt: skip
    connection = HTTPConnection(address.removeprefix("http://"), timeout=PATIENCE)
    try:
        headers = {"Cookie": f"{cookie}; csrftoken={TOKEN}",
                   "Content-Type": f"multipart/form-data; boundary={mark.decode()}"}  # fmt: skip
        connection.request("POST", path, body=fields, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Location", "")
    finally:
        connection.close()


def settle(environment: dict[str, str], folder: Path, *, counties: int, projects: int) -> Crowd:
    """Found the counties in an installation; the crowd that will hand in."""
    folder.mkdir(parents=True, exist_ok=True)
    told = run(environment, SETTLE.format(counties=counties, projects=projects, folder=str(folder)))
    sessions = [
        Session(one["county"], one["cookie"], tuple(Path(form) for form in one["forms"])) for one in told["sessions"]
    ]
    return Crowd(told["month"], sessions, told["expected"])


def taken(environment: dict[str, str]) -> dict[str, Any]:
    """What stands in an installation: reports, their steps, whatever is half done; see ``plugins.counties.taken``."""
    found: dict[str, Any] = run(environment, TAKEN)
    return found


def accept_all(environment: dict[str, str]) -> dict[str, int]:
    """Let every county and the city accept what waits for them; what is then a fact, by serial."""
    found: dict[str, int] = run(environment, ACCEPT)
    return found


def hashed(amounts: dict[str, int]) -> str:
    """One hash over what every project reported."""
    return sha256(json.dumps(amounts, sort_keys=True).encode()).hexdigest()


def run(environment: dict[str, str], program: str, *, beside: Path | None = None) -> Any:
    """The JSON a program prints last, run in an installation; it may import what lies in the tests, and ``beside``."""
    tests = str(Path(__file__).resolve().parents[1])
    told = environment | {"DJANGO_SETTINGS_MODULE": "ballast.site.settings"}
    folders = (tests, str(beside or ""), environment.get("PYTHONPATH", ""))
    told["PYTHONPATH"] = ":".join(filter(None, folders))
    done = subprocess.run([sys.executable, "-c", program], env=told, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return json.loads(done.stdout.splitlines()[-1])
