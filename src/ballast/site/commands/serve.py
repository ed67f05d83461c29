"""``ballast serve``: serve the site with granian."""

import argparse
import os
import subprocess
import sys

from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces


def add(parser: argparse.ArgumentParser) -> None:
    """Where to listen and with how many workers."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--no-work", action="store_true", help="no worker beside the site / 不同时运行后台任务")


def run(chosen: argparse.Namespace) -> int:
    """Bring database and static files up to date, then serve until stopped."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not chosen.no_work:
        # A process of its own: what it does never holds up a page. It goes when we are gone, however we go.
        code = f"from ballast.site.commands import main; main(['work', '--json', '--parent', '{os.getpid()}'])"
        subprocess.Popen([sys.executable, "-c", code])
    print(f"http://{chosen.host}:{chosen.port}/", flush=True)
    Granian(
        "ballast.site.wsgi:application", address=chosen.host, port=chosen.port,
        interface=Interfaces.WSGI, workers=chosen.workers, blocking_threads=8, log_access=False,
    ).serve()  # fmt: skip
    return 0
