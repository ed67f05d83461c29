"""``ballast demo``: build the golden city into an empty house."""

import argparse
import gc
import time

from ballast.rulebook.terms import Role
from ballast.site import demonstrating
from ballast.site.commands import say_json
from ballast.site.golden import accounts, ground
from ballast.site.golden.city import SEED, Built, build
from ballast.site.golden.seasons import FIRST, OPEN, shown_on, span

ADDRESS = "http://127.0.0.1:8000/"


def add(parser: argparse.ArgumentParser) -> None:
    """The seed, for another city than the usual one; and the month to stop at."""
    parser.add_argument("--seed", type=int, default=SEED, help="another number, another city / 换一个种子")
    parser.add_argument(
        "--until",
        default=OPEN,
        choices=list(span(FIRST, OPEN)),
        metavar="YYYY-MM",
        help="stop after this month / 只建到此月",
    )
    parser.add_argument("--again", action="store_true", help="take an earlier golden city down first / 先拆后建")


def run(chosen: argparse.Namespace) -> int:
    """Build, unless the city stands; then say where to look and how to sign in."""
    begun = time.perf_counter()
    built = _build(chosen) if ground.clear(again=chosen.again) else None
    seconds = round(time.perf_counter() - begun, 1)
    day = demonstrating.stand_still(shown_on(chosen.until), anew=built is not None)
    if chosen.json:
        told = {"projects": built.projects, "sealed_months": built.months, "seconds": seconds} if built else {}
        say_json({
            "built": built is not None, **told, "day": day, "address": ADDRESS, "accounts": accounts.shown(),
        })  # fmt: skip
        return 0
    if built:
        print(f"\n北溟市：{built.projects} 个项目，{built.months} 个月已封账，用时 {seconds} 秒 / built")
    else:
        print("北溟市已在，原样保留；要重建请加 --again / the golden city stands and is kept; --again rebuilds it")
    print(f"演示日期 {day}：到期、逾期都按这一天算 / shown as of that day")
    print(f"ballast serve → {ADDRESS}　密码 / password: {accounts.PASSWORD}")
    shown, every = accounts.printed(), accounts.shown()
    for holder in shown:
        print(f"  {holder['username']:<12} {Role(holder['role']).zh} · {holder['office']} · {holder['name']}")
    print(f"  …… 另有 {len(every) - len(shown)} 个账号，见“人员”页 / and more, on the page of people")
    return 0


def _build(chosen: argparse.Namespace) -> Built:
    # The whole story stays in memory to its end; looking through it for rubbish would cost a tenth of the time.
    gc.set_threshold(100_000, 50, 100)
    return build(seed=chosen.seed, until=chosen.until, say=(lambda month: None) if chosen.json else _say_month)


def _say_month(month: str) -> None:
    print(f"\r{month}", end="", flush=True)
