"""``ballast work``: do what waits in the database, and remind people when their hour comes."""

import argparse

from ballast.site import working


def add(parser: argparse.ArgumentParser) -> None:
    """Once, or until stopped."""
    parser.add_argument("--once", action="store_true", help="do what waits and stop / 做完现有任务即退出")
    parser.add_argument("--parent", type=int, default=0, help=argparse.SUPPRESS)


def run(chosen: argparse.Namespace) -> int:
    """Work."""

    def say(text: str) -> None:
        if not chosen.json:
            print(text, flush=True)

    working.work(once=chosen.once, parent=chosen.parent, say=say)
    return 0
