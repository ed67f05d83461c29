"""The real application, served by granian in a process of its own on a free loopback port."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import SystemRandom

import pytest

PATIENCE = 300.0
# Below the ports that the machine itself gives to whoever calls; a stretch for each of the workers of either half.
FIRST, STRETCH, MOST = 12_000, 1_000, 10
_given: set[int] = set()


@contextmanager
def serving(ballast: Path, environment: dict[str, str], log: Path) -> Iterator[str]:
    """Run ``ballast serve`` until the block ends and give its address."""
    port = free_port()
    process = started(ballast, environment, log, port)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def started(
    ballast: Path, environment: dict[str, str], log: Path, port: int, *, group: bool = False
) -> "subprocess.Popen[bytes]":
    """The server's process, once it answers on ``port``; with ``group`` it heads a process group of its own."""
    with log.open("a") as output:
        command = [str(ballast), "serve", "--no-work", "--port", str(port)]
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=group
        )
    try:
        answered(process, port, log)
    except BaseException:
        process.kill()
        raise
    return process


def free_port() -> int:
    """A port nobody listens on, given once and by no other worker: it stays free until its server is up."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % MOST
    mine = worker + (MOST if os.environ.get("DATABASE_URL") else 0)
    while True:
        port = FIRST + STRETCH * mine + SystemRandom().randrange(STRETCH)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            if port not in _given:
                _given.add(port)
                return port


def answered(process: "subprocess.Popen[bytes]", port: int, log: Path = Path("/dev/null")) -> None:
    """Wait until the process listens on its port."""
    given_up = time.monotonic() + PATIENCE
    while time.monotonic() < given_up:
        if process.poll() is not None:
            pytest.fail(f"the server stopped with {process.returncode}:\n{log.read_text()}")
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"the server did not answer in {PATIENCE:.0f} s:\n{log.read_text()}")
