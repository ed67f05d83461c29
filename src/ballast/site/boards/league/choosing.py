"""Which ranking a page of the league shows: the month, the sheet and the edition, among those the person may see."""

import re
from dataclasses import dataclass

from ballast.kit import audit
from ballast.rooms.league import queries as league
from ballast.rooms.league.queries import Kept, SeenRanking, Seer
from ballast.rulebook.need_to_know import NeedToKnow

MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The ranking a page shows (None: there is none to see), with those it could show instead.

    ``asked`` is the month that was asked for and cannot be seen; empty where it can.
    """

    month: str
    months: list[str]
    sheets: list[Kept]
    editions: list[int]
    seen: SeenRanking | None
    asked: str = ""


def choose(who: Seer, *, month: str, sheet: str, edition: str) -> Chosen:
    """The ranking asked for, else the first of the newest month; looking at an unpublished one leaves its line."""
    months = league.ranked_months(who)
    asked, month = month, month if month in months else (months[0] if months else "")
    sheets = league.rankings(month, who) if month else []
    code = sheet if sheet in {one.sheet for one in sheets} else (sheets[0].sheet if sheets else "")
    editions = league.editions(month, code, who) if code else []
    number = int(edition) if edition.isascii() and edition.isdigit() and int(edition) in editions else None
    found = league.seen(month, code, who, edition=number) if code else None
    if found is not None:
        disclose(found)
    return Chosen(month=month, months=months, sheets=sheets, editions=editions, seen=found,
                  asked=asked if asked != month and MONTH.fullmatch(asked) else "")  # fmt: skip


def disclose(found: SeenRanking) -> None:
    """Note the places shown that are not public."""
    one = found.ranking
    audit.shown(NeedToKnow.RANKING, *(f"{one.month} {one.sheet} {code}" for code in sorted(found.secret)))
