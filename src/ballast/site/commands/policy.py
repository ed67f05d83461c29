"""``ballast policy``: check a policy book, try worked cases on it, replay a month under it, adopt it, list them."""

import argparse
from datetime import date
from pathlib import Path

from django.utils import timezone

from ballast.kit.workdays import PUBLISHED
from ballast.rooms.figures import queries as figures
from ballast.rooms.league import queries as league
from ballast.rooms.policy import actions, queries
from ballast.rooms.reporting.queries import month_named
from ballast.rooms.supervision import queries as supervision
from ballast.rulebook import books
from ballast.rulebook.trying import read, tried
from ballast.site.commands import policy_words as words
from ballast.site.commands import replay_words


def add(parser: argparse.ArgumentParser) -> None:
    """What to do, with which files."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    check = acts.add_parser("check", help="check a book and print it in words / 核对规则手册并用中文打印")
    cases = acts.add_parser("try", help="try worked cases on a book / 用算例试规则手册")
    adopt = acts.add_parser("adopt", help="adopt a book from a day on / 采用规则手册")
    listed = acts.add_parser("list", help="list the books adopted / 列出历次采用的手册")
    replay = acts.add_parser("replay", help="what a month would have looked like / 按另一手册重演某月")
    for act in (check, cases, adopt, replay):
        act.add_argument("book", type=Path, help="the book (.toml) / 规则手册")
    cases.add_argument("cases", type=Path, help="the cases (.toml) / 算例")
    replay.add_argument("--month", required=True, help="the month, YYYY-MM / 月份")
    adopt.add_argument(
        "--from", dest="effective", type=date.fromisoformat, help="date of effect, YYYY-MM-DD / 生效日期"
    )
    adopt.add_argument("--by", default="ballast", help="who adopts it / 采用人")
    adopt.add_argument("--reason", default="", help="why / 原因")
    for act in (check, cases, adopt, replay, listed):
        act.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON / 输出 JSON")


def run(chosen: argparse.Namespace) -> int:
    """0 where all is right, 1 where the book, or a case, is not."""
    try:
        return ACTS[chosen.act](chosen)
    except books.FaultyBook as found:
        return words.faulty(found, as_json=chosen.json)


def _check(chosen: argparse.Namespace) -> int:
    return words.printed(books.load(chosen.book), as_json=chosen.json)


def _try(chosen: argparse.Namespace) -> int:
    book = books.load(chosen.book)
    return words.tried(tried(read(chosen.cases, book), book, PUBLISHED.is_workday), as_json=chosen.json)


def _adopt(chosen: argparse.Namespace) -> int:
    card = actions.adopt(
        chosen.book.read_bytes(), chosen.book.name, effective=chosen.effective, reason=chosen.reason,
        folder=chosen.book.resolve().parent, at=timezone.now(), by=chosen.by,
    )  # fmt: skip
    return words.adopted([card], as_json=chosen.json)


def _replay(chosen: argparse.Namespace) -> int:
    asked = league.readings(figures.ruled(), at=None)
    told = supervision.replay(books.load(chosen.book), month_named(chosen.month), figures=asked)
    return replay_words.replayed(told, as_json=chosen.json)


def _list(chosen: argparse.Namespace) -> int:
    return words.adopted(queries.adoptions(), as_json=chosen.json)


ACTS = {"check": _check, "try": _try, "adopt": _adopt, "replay": _replay, "list": _list}
