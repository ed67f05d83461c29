"""Reading the official table of GB/T 4754-2017, however an office's copy lays it out.

One column of codes or one a level, the levels above repeated or not, a name a level or one a row, name and code in one
cell, names before codes; counters and levels beside them; and codes that Excel took for numbers, so that 0111 became
111: the section the row stands under tells which it is.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ballast.kit.grid import Value
from ballast.rulebook.industries.sections import LETTER_OF, SECTIONS

CODE = re.compile(r"[A-T]?\d{2,4}|[A-T]|[1-9]")
BOTH = re.compile(r"([A-T]?\d{2,4}|[A-T])[\s\-－—_:：、.]*(?!代码|编码|名称|年|版)([^\x00-\x7f].*)")
BEHIND = re.compile(r"(\D{2,})[(\[]([A-T]?\d{2,4}|[A-T])[)\]]")
# What stands around a code and is none of it: 门类A, '0111, 0111*, 13., C-13; 13.0 was a number.
AROUND = re.compile(r"^'|^(?:门类|大类|中类|小类)\s*(?=[A-T\d])|(?<=^[A-Ta-t])[\s\-—]+(?=\d{2,4}$)")
SIGNS = " *#※.、"
FLOAT = re.compile(r"(\d{1,4})\.0")
# The columns of an older standard in a table that compares the two.
OLDER = re.compile(r"2011|2002|1994|旧|原(?:代码|编码|行业|名称|类别|门类|大类)")
COUNT = re.compile(r"0|[1-9]\d{0,3}")
NAME = 120
CLASS = 4  # digits of a class (小类)
FEW = 12  # rows by which a column of numbers shows what it is


@dataclass(frozen=True, slots=True)
class Entry:
    """A code as it is to be read, its name, and the row (from nought) it stands in."""

    code: str
    name: str
    row: int


def entries(rows: Sequence[Sequence[Value]]) -> Iterator[Entry]:
    """Every code that has a name, in the order of the sheet; a code the standard cannot contain is given as written."""
    texts = [[_text(value) for value in row] for row in rows]
    beside = _beside(texts)
    lost = _zeros_lost(texts, beside)
    section = ""
    for number, row in enumerate(texts):
        tokens = [token for place, text in enumerate(row) if place not in beside for token in _tokens(text)]
        codes = [text for is_code, text in tokens if is_code]
        section = next((code[0] for code in codes if code[0] in SECTIONS), section)
        for code, name in _pairs(tokens):
            yield Entry(_padded(code, section) if lost else code, name, number)


def _text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = unicodedata.normalize("NFKC", "" if value is None else str(value)).strip()
    number = FLOAT.fullmatch(text)
    return number[1] if number else AROUND.sub("", text.rstrip(SIGNS))


def _tokens(text: str) -> list[tuple[bool, str]]:
    """What a cell says: a code (True) or words (False), or a code and its name in one."""
    if CODE.fullmatch(text.upper()):
        return [(True, text.upper())]
    if not any(sign.isalpha() for sign in text):
        return []
    if behind := BEHIND.fullmatch(text):
        return [(True, behind[2]), (False, _name(behind[1]))]
    both = BOTH.fullmatch(text)
    return [(True, both[1]), (False, _name(both[2]))] if both else [(False, _name(text))]


def _name(text: str) -> str:
    return re.sub(r"\s+", "", text)[:NAME]


def _beside(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Columns that say nothing of a row's own code: a counter, its level, its parent's name, an older standard's."""
    found = _older(rows) | _parents(rows)
    for place in range(max(map(len, rows), default=0)):
        told = {at: int(row[place]) for at, row in enumerate(rows) if place < len(row) and COUNT.fullmatch(row[place])}
        counts = len({value - at for at, value in told.items()}) == 1  # one more a row
        if len(told) >= FEW and (counts or max(told.values()) <= CLASS):
            found.add(place)
    return frozenset(found)


def _older(rows: Sequence[Sequence[str]]) -> set[int]:
    """The columns below a heading of an older standard, up to the next heading of its row."""
    found: set[int] = set()
    for row in rows[:FEW]:
        headed = [place for place, text in enumerate(row) if text]
        old = [place for place in headed if OLDER.search(row[place])]
        if old and len(old) < len(headed) <= FEW:
            ends = dict(pairwise([*headed, len(row)]))
            found.update(place for start in old for place in range(start, ends[start]))
    return found


def _parents(rows: Sequence[Sequence[str]]) -> set[int]:
    """The columns of words left of the codes that say the same again and again."""
    found: set[int] = set()
    for place in range(max(map(len, rows), default=0)):
        told = [row[place] for row in rows if place < len(row) and row[place]]
        if sum(bool(CODE.fullmatch(text.upper())) for text in told) * 2 > len(told):
            break
        if len(told) >= FEW and len(set(told)) * 2 < len(told):
            found.add(place)
    return found


def _zeros_lost(rows: Sequence[Sequence[str]], beside: frozenset[int]) -> bool:
    """Whether Excel took the codes for numbers: none begins with a nought, and some are short of a digit."""
    bare = [text for row in rows for place, text in enumerate(row) if place not in beside and text.isdecimal()]
    return bool(bare) and not any(text.startswith("0") for text in bare)


def _padded(code: str, section: str) -> str:
    """A code with its nought again, where only so it belongs to the section it stands under."""
    if not code.isdecimal() or len(code) == CLASS:
        return code
    return f"0{code}" if LETTER_OF.get(f"0{code}"[:2]) == section and LETTER_OF.get(code[:2]) != section else code


def _pairs(tokens: Sequence[tuple[bool, str]]) -> Iterator[tuple[str, str]]:
    """Codes with their names: the last level a row names, and every level that has a name of its own."""
    codes = [text for is_code, text in tokens if is_code]
    names = [text for is_code, text in tokens if not is_code]
    if not codes or not names:
        return
    if not tokens[0][0]:  # the name comes first: it is that of the lowest level beside it
        yield from _named(codes, names[0])
    elif len(codes) > 2 and len(names) >= len(codes) and all(is_code for is_code, _ in tokens[: len(codes)]):
        yield from zip(codes, names, strict=False)  # the levels, then their names
    else:
        run: list[str] = []
        for is_code, text in tokens:
            if is_code:
                run.append(text)
            elif run:
                yield from _named(run, text)
                run = []


def _named(codes: Sequence[str], name: str) -> Iterator[tuple[str, str]]:
    """The lowest level gets the name; so does a group whose one class shares its row: 061 and 0610."""
    lowest = max(codes, key=lambda code: (len(code.lstrip("ABCDEFGHIJKLMNOPQRST")), code))
    yield lowest, name
    if lowest.endswith("0"):
        yield from ((code, name) for code in codes if f"{code}0" == lowest and len(code) >= CLASS - 2)
