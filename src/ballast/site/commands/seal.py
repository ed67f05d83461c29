"""``ballast seal MONTH``: fix a month's figures for good."""

import argparse

from django.utils import timezone

from ballast import month
from ballast.kit.sentence import Sentence
from ballast.site.commands import say_json

NOTHING = Sentence("未填报", "nothing reported")


def add(parser: argparse.ArgumentParser) -> None:
    """The month, who seals it, and why it is sealed again."""
    parser.add_argument("month", help="YYYY-MM")
    parser.add_argument("--by", default="ballast", help="who seals / 封账人")
    parser.add_argument("--reason", default="", help="why a sealed month gets a further edition / 再版缘由")


def run(chosen: argparse.Namespace) -> int:
    """Seal, and say which edition it made."""
    edition = month.seal(chosen.month, at=timezone.now(), by=chosen.by, reason=chosen.reason)
    if chosen.json:
        absent = [{"project": one.serial, "state": one.state, "earlier": one.earlier} for one in edition.absent]
        say_json({"month": edition.month, "edition": edition.number, "seal": edition.seal_hash, "absent": absent})
    else:
        for one in edition.absent:
            state = one.state.label if one.state else NOTHING
            print(f"· {one.serial} {one.area_name} {one.name}: {state.both()}")
        if edition.absent:
            print(f"{len(edition.absent)} 项未通过审核，不计入（不按 0 计）/ not accepted: absent, not zero")
        print(f"{edition.month} 已封账，第 {edition.number} 版 / sealed, edition {edition.number}: {edition.seal_hash}")
    return 0
