"""Personal phone numbers in free text (责任人 张三 13812345678): found, and shown by their ends alone.

The one door: pages, documents, programs and workbooks get a text through ``masked`` or a card through ``veiled``;
``whole_again`` sees to it that what came out so and is sent back loses nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

What = TypeVar("What")

# Full-width digits and dashes as plain ones, sign for sign, so that what is found stands at the same place.
PLAIN = str.maketrans("０１２３４５６７８９－—–（）　＋", "0123456789---() +")
MOBILE = r"(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
LAND = r"\(?0\d{2,3}\)?[ -]?\d{7,8}(?:-\d{1,6}|转\d{1,6})?"
NAMED = r"(?<=电话)[:： ]*\d{7,8}|(?<=联系方式)[:： ]*\d{7,8}"
NO_PHONE = r"(?<![\dA-Za-z.])(?<!-[\da-f]{4}-)"  # in the middle of a word or a number, at the end of a UUID
FORM = re.compile(rf"{NO_PHONE}(?:{MOBILE}|{LAND})(?![\dA-Za-z])|{NAMED}")
DIGITS = re.compile(r"\d{3}")  # what no phone is without, quickly seen


def phones(text: str) -> tuple[str, ...]:
    """The phone numbers that stand in a text, as they were written."""
    return tuple(text[start:end] for start, end in _places(text))


def masked(text: str) -> str:
    """The text with the ends of its phone numbers alone: 张三 138****5678、0531-****4321."""
    if not DIGITS.search(text):
        return text
    shown, last = [], 0
    for start, end in _places(text):
        shown += [text[last:start], _ends(text[start:end])]
        last = end
    return "".join([*shown, text[last:]])


def whole_again(text: str, stood: str) -> str:
    """A text sent back with the ends of phones, with the phones that stood where they were hidden."""
    for phone in phones(stood):
        text = text.replace(_ends(phone), phone, 1)
    return text


def veiled(what: What) -> What:
    """The same with the ends of phones alone, wherever a text stands in it: a card, a mapping, a sequence."""
    return cast(What, _veiled(what))


def _veiled(what: Any) -> Any:
    if isinstance(what, Enum):
        return what
    if isinstance(what, str):
        return masked(what)
    if is_dataclass(what) and not isinstance(what, type):
        hidden = {one.name: _veiled(getattr(what, one.name)) for one in fields(what) if one.init}
        return replace(what, **hidden)
    if isinstance(what, Mapping):
        return {key: _veiled(value) for key, value in what.items()}
    return type(what)(map(_veiled, what)) if isinstance(what, tuple | list) else what


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
