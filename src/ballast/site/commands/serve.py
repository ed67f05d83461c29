"""``ballast serve``: serve the site with granian."""

import argparse
import os
import subprocess
import sys

from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people

NOBODY = Sentence(
    "还没有账号，谁也登录不了：请照 docs/operations.md 的“从空机器到第一个月”开户",
    "There is no account, so nobody can sign in: see “From nothing to the first month” in docs/operations.md",
).both()


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
    if not people.accounts():
        print(NOBODY, flush=True)
    Granian(
        "ballast.site.wsgi:application", address=chosen.host, port=chosen.port,
        interface=Interfaces.WSGI, workers=chosen.workers, blocking_threads=8, log_access=False,
    ).serve()  # fmt: skip
    return 0
