"""Whether a row without number and description heads the rows below it: it states just what they add up to."""

from typing import TYPE_CHECKING

from ballast.rulebook.lists.amounts import amount
from ballast.rulebook.lists.lines import SUBTOTAL, Line

if TYPE_CHECKING:
    from ballast.rulebook.lists.classify import Classifier

LOOKED_AT = 2_000


def heads(lines: list[Line], place: int, body: "Classifier") -> bool:
    """True when the total of the row at ``place`` is the sum of the next projects, to the last figure.

    Rows that may be groups themselves are passed over, so that a group is known above others. One project alone
    proves nothing, unless the row says that it is one, or the numbered project stands alone there too.
    """
    line = lines[place]
    open_to_doubt = line.kind == "project" and line.paid and not (line.sequence or line.described)
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
