"""Personal phone numbers in free text (责任人 张三 13812345678): found, and shown by their ends alone."""

import re
from collections.abc import Iterator

# Full-width digits and dashes as plain ones, sign for sign, so that what is found stands at the same place.
PLAIN = str.maketrans("０１２３４５６７８９－—–（）　＋", "0123456789---() +")
MOBILE = r"(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
LAND = r"\(?0\d{2,3}\)?[ -]?\d{7,8}(?:-\d{1,6}|转\d{1,6})?"
NAMED = r"(?<=电话)[:： ]*\d{7,8}|(?<=联系方式)[:： ]*\d{7,8}"
FORM = re.compile(rf"(?<![\dA-Za-z.])(?:{MOBILE}|{LAND})(?![\dA-Za-z])|{NAMED}")
# The fields of a project's facts in which people write whatever they like.
FREE = frozenset({
    "owner", "investor", "site", "responsible", "responsible_person", "linked_leader", "content", "remarks", "node",
    "form_progress", "problems", "needs", "explanation", "caption", "party", "contractor", "words", "holder", "reason",
})  # fmt: skip


def phones(text: str) -> tuple[str, ...]:
    """The phone numbers that stand in a text, as they were written."""
    return tuple(text[start:end] for start, end in _places(text))


def masked(text: str) -> str:
    """The text with the ends of its phone numbers alone: 张三 138****5678、0531-****4321."""
    shown, last = [], 0
    for start, end in _places(text):
        shown += [text[last:start], _ends(text[start:end])]
        last = end
    return "".join([*shown, text[last:]])


def _places(text: str) -> Iterator[tuple[int, int]]:
    for found in FORM.finditer(text.translate(PLAIN)):
        start = found.start() + len(found[0]) - len(found[0].lstrip(":： "))
        yield start, found.end()


def _ends(phone: str) -> str:
    """The first signs, and the last four digits; of a short number the last two."""
    keep = 4 if len(phone) > 8 else 2
    digits = phone.translate(PLAIN)
    dash = re.match(r"\(?0\d{2,3}\)?[ -]?", digits)
    first = dash.end() if dash else 3 if len(phone) > 8 else 0
    return f"{phone[:first]}****{phone[-keep:]}"
