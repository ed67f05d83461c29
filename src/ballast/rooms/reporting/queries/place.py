"""Which month and which area a person means."""

import re

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.policy import queries as policy
from ballast.rulebook.books import Book

MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")


def month_named(text: str) -> str:
    """``text`` if it is a month. Raises Refusal."""
    if MONTH.fullmatch(text):
        return text
    raise Refusal(
        Sentence(f"“{text}”不是月份；应写作 2025-07", f"{text!r} is not a month; write it as 2025-07"),
        where="month", code="unknown_month",
    )  # fmt: skip


def rules_of(month: str) -> Book:
    """The book a month is judged by; of what is no month, which is refused in its turn, the one no city adopted."""
    return policy.for_month(month if MONTH.fullmatch(month) else "1900-01")


def area_named(text: str) -> AreaCard:
    """The area whose code, name or other name is ``text``. Raises Refusal."""
    known = people.areas()
    for card in known:
        if text in (card.code, card.name, *card.aliases):
            return card
    names = "、".join(card.name for card in known[:20])
    raise Refusal(
        Sentence(
            f"没有名为“{text}”的地区；已有：{names or '（无）'}",
            f"There is no area {text!r}; known are: {names or 'none'}",
        ),
        where="area", code="unknown_area",
    )  # fmt: skip
