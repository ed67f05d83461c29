"""``ballast seal MONTH``: fix a month's figures for good."""

import argparse

from django.utils import timezone

from ballast import month
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The month, who seals it, and why it is sealed again."""
    parser.add_argument("month", help="YYYY-MM")
    parser.add_argument("--by", default="ballast", help="who seals / 封账人")
    parser.add_argument("--reason", default="", help="why a sealed month gets a further edition / 再版缘由")


def run(chosen: argparse.Namespace) -> int:
    """Seal, and say which edition it made."""
    edition = month.seal(chosen.month, at=timezone.now(), by=chosen.by, reason=chosen.reason)
    if chosen.json:
        say_json({"month": edition.month, "edition": edition.number, "seal": edition.seal_hash})
    else:
        print(f"{edition.month} 已封账，第 {edition.number} 版 / sealed, edition {edition.number}: {edition.seal_hash}")
    return 0
