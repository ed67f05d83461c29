"""Whether a row without number and description heads the rows below it: it states just what they add up to."""

import re
from typing import TYPE_CHECKING

from ballast.rulebook.lists.amounts import amount
from ballast.rulebook.lists.lines import SUBTOTAL, Line
from ballast.rulebook.lists.words import plain

if TYPE_CHECKING:
    from ballast.rulebook.lists.classify import Classifier

LOOKED_AT = 2_000
LEAST_SECTIONS = 2
SECTION = re.compile(r".{1,8}段")


def heads(lines: list[Line], place: int, body: "Classifier") -> bool:
    """True when the total of the row at ``place`` is the sum of the next projects, to the last figure.

    Rows that may be groups themselves are passed over, so that a group is known above others. One project alone
    proves nothing, unless the row says that it is one, or the numbered project stands alone there too.
    """
    line = lines[place]
    open_to_doubt = line.kind in ("project", "group") and line.paid and not (line.sequence or line.described)
    stated = _total(line, body) if open_to_doubt else 0
    if not stated:
        return False
    summed = counted = 0
    following = lines[place + 1 : place + 1 + LOOKED_AT]
    for position, below in enumerate(following, 1):
        if below.kind == "total" and SUBTOTAL.search(below.title):
            continue
        if below.kind in ("total", "of_which") or (below.kind == "group" and below.sure and below.key == line.key):
            return False
        if below.kind == "project" and (below.sure or below.sequence):
            summed, counted = summed + _total(below, body), counted + 1
            if summed >= stated:
                alone = line.count == 1 or (bool(below.sequence) and _ends(following[position:]))
                return summed == stated and (counted > 1 or alone) and line.count in (None, counted)
    return False


def shares(lines: list[Line], place: int, body: "Classifier") -> bool:
    """True when the row at ``place`` is a total's last share: with the 其中 rows above it makes it up."""
    money, count = _total(lines[place], body), lines[place].count or 0
    for above in range(place - 1, -1, -1):
        line = lines[above]
        if line.row != lines[above + 1].row - 1 or line.kind not in ("of_which", "total"):
            return False
        if line.kind == "total":
            whole = _total(line, body), line.count or 0
            return above < place - 1 and whole != (0, 0) and whole == (money, count)
        money, count = money + _total(line, body), count + (line.count or 0)
    return False


def sections(lines: list[Line], body: "Classifier") -> None:
    """Rows without numbers right below a numbered project are its sections where their totals make up its own, or
    where each is named 江门段."""
    place = 0
    while place < len(lines):
        last = place + 1
        while last < len(lines) and _section(lines[last], lines[last - 1]):
            last += 1
        own = lines[place + 1 : last]
        if own and lines[place].kind == "project" and lines[place].sequence:
            named = all(SECTION.fullmatch(plain(line.title)) for line in own)
            total = sum(_total(line, body) for line in own)
            if named or (len(own) >= LEAST_SECTIONS and total == _total(lines[place], body)):
                for line in own:
                    line.kind, line.sure = "part", True
        place = last


def _section(line: Line, above: Line) -> bool:
    return line.kind in ("project", "of_which") and line.row == above.row + 1 and bool(line.paid) and not line.sequence


def _ends(rest: list[Line]) -> bool:
    """True when no further numbered project follows at once."""
    after = next((line for line in rest if line.kind not in ("blank", "repeat", "continuation")), None)
    return after is None or not (after.kind == "project" and after.sequence)


def _total(line: Line, body: "Classifier") -> int:
    """What the row states in the column of totals."""
    cells = body.rows[line.row]
    if body.total < 0 or body.total >= len(cells):
        return 0
    return amount(cells[body.total], body.unit).yuan or 0
