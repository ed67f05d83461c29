"""What ``ballast policy replay`` prints: counts under both books, and every light that would change, with its sums."""

from typing import Any

from ballast.rooms.supervision.queries import Replay
from ballast.rulebook.books import Book
from ballast.rulebook.telling.conditions import outcome
from ballast.site.commands import say_json

NONE = "—"


def replayed(told: Replay, *, as_json: bool) -> int:
    """Print a replay; 0."""
    if as_json:
        say_json(_plain(told))
        return 0
    print(f"{told.month}：{told.own.paper.zh} → {told.other.paper.zh}")
    for code in dict.fromkeys([*told.after, *told.before]):
        before, after = _counts(told.own, told.before.get(code)), _counts(told.other, told.after.get(code))
        print(f"  {_name(told, code)}  {before} → {after}")
    print(f"变化 {len(told.changes)} 盏 / {len(told.changes)} lights would change")
    for one in told.changes:
        words = f"{_said(told.own, one.before)} → {_said(told.other, one.after)}"
        print(f"  {one.serial} {one.name} · {_name(told, one.light)} {words}：{one.rule.zh}")
        for sums in one.sums:
            print(f"      {sums.zh}")
    return 0


def _name(told: Replay, code: str) -> str:
    light = told.other.lights.get(code) or told.own.lights[code]
    return light.zh


def _said(book: Book, said: str) -> str:
    return outcome(book, said).zh


def _counts(book: Book, counts: Any) -> str:
    if counts is None:
        return NONE
    told = [f"{colour.zh} {counts[code]}" for code, colour in book.colours.items() if counts[code]]
    return "、".join(told) or NONE


def _plain(told: Replay) -> dict[str, Any]:
    return {
        "month": told.month, "before": {code: dict(counts) for code, counts in told.before.items()},
        "after": {code: dict(counts) for code, counts in told.after.items()},
        "changes": [
            {"serial": one.serial, "name": one.name, "light": one.light, "before": one.before, "after": one.after,
             "rule": {"zh": one.rule.zh, "en": one.rule.en}, "sums": [sums.zh for sums in one.sums]}
            for one in told.changes
        ],
    }  # fmt: skip
