"""``ballast league 2025-07 [--sheet CODE] [--unpublished]``: the places of a month, one line each."""

import argparse
import getpass

from django.utils import timezone

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.league import queries
from ballast.rooms.league.queries import SeenRanking, Seer
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.site.api.plain import plain
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """Which month, which sheet, and whether what is not published is shown too."""
    parser.add_argument("month", metavar="YYYY-MM")
    parser.add_argument("--sheet", default="", help="one score sheet only / 只看一张评分表")
    parser.add_argument("--unpublished", action="store_true", help="all of it; noted / 含未公布的，留痕")


def run(chosen: argparse.Namespace) -> int:
    """Print the places of the month."""
    who = Seer(holder=chosen.unpublished, areas=None, names=frozenset())
    known = [one for one in queries.rankings(chosen.month, who) if chosen.sheet in ("", one.sheet)]
    found = [queries.seen(chosen.month, one.sheet, who, edition=one.edition) for one in known]
    told = [one for one in found if one is not None]
    if not told:
        raise Refusal(
            Sentence("没有可看的排名：月份未封账、没有评分表，或尚未公布（--unpublished 可看，留痕）",
                     "no ranking to see: not sealed, no sheet, or not published (--unpublished shows it, noted)"),
            where=chosen.month, code="no_ranking",
        )  # fmt: skip
    secret = [f"{one.ranking.month} {one.ranking.sheet} {code}" for one in told for code in sorted(one.secret)]
    if secret:
        detail = {"shown": audit.counted({NeedToKnow.RANKING: secret})}
        audit.write("view", at=timezone.now(), actor=getpass.getuser(), object="ballast league", detail=detail)
    if chosen.json:
        say_json([{"sheet": one.ranking.sheet, "edition": one.ranking.edition,
                   "places": [plain(line.placed) for line in one.lines]} for one in told])  # fmt: skip
        return 0
    for one in told:
        _print(one)
    return 0


def _print(one: SeenRanking) -> None:
    ranking = one.ranking
    state = "未公布 / not published" if ranking.published_on is None else f"{ranking.published_on} 公布 / published"
    print(f"{ranking.name.both()} · {ranking.month} · 第 {ranking.edition} 版 / edition {ranking.edition} · {state}")
    for line in one.lines:
        placed = line.placed
        print(f"  {placed.place or '—':>3} {placed.shown:>8}  {placed.name}  {placed.low or ''}–{placed.high or ''}")
    if one.hidden:
        print(f"  另有 {one.hidden} 个名次未公布 / {one.hidden} others are not published")
