"""The other end of a message: a robot's webhook and a mail server, real ones, on loopback."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiosmtpd.controller import Controller

from plugins.serving import PATIENCE, free_port


@dataclass
class Robot:
    """Keeps what it is sent. ``answers`` are given in turn, the last one again and again; None hangs up instead."""

    answers: list[tuple[int, dict[str, Any] | str] | None] = field(
        default_factory=lambda: [(200, {"errcode": 0, "code": 0})]
    )
    posts: list[tuple[str, dict[str, list[str]], dict[str, Any]]] = field(default_factory=list)
    came: Event = field(default_factory=Event)
    go: Event = field(default_factory=Event)
    address: str = ""

    def __post_init__(self) -> None:
        self.go.set()


@contextmanager
def robot() -> Iterator[Robot]:
    """A webhook that answers until the block ends."""
    mine = Robot()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802 - the name http.server asks for
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            parts = urlsplit(self.path)
            mine.posts.append((parts.path, parse_qs(parts.query), said))
            mine.came.set()
            mine.go.wait(PATIENCE)
            given = mine.answers[min(len(mine.posts), len(mine.answers)) - 1]
            if given is None:
                self.close_connection = True
                return
            status, answer = given
            body = (answer if isinstance(answer, str) else json.dumps(answer)).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                """Whoever asked is gone."""

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    mine.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield mine
    finally:
        mine.go.set()
        server.shutdown()
        server.server_close()


@contextmanager
def post_office(*, answer: str = "250 taken") -> Iterator[tuple[str, list[EmailMessage]]]:
    """A mail server: its address as apprise writes it, and the mail it takes; without ``answer`` it hangs up."""
    taken: list[EmailMessage] = []

    class Keeping:
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
            taken.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
            if not answer:
                server.transport.abort()
            return answer or "250 taken"

    port = free_port()
    serving = Controller(Keeping(), hostname="127.0.0.1", port=port, ready_timeout=PATIENCE)
    serving.start()
    try:
        yield f"mailto://127.0.0.1:{port}?mode=insecure&from=ballast@city.gov.cn", taken
    finally:
        serving.stop()
