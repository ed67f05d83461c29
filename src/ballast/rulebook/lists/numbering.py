"""Groups told by decimal numbers: 1 over 1.1 over 1.1.1, where only the deepest rows describe a project."""

import re

from ballast.rulebook.lists.lines import Line
from ballast.rulebook.lists.words import plain

PATH = re.compile(r"\d{1,3}(?:[.\-]\d{1,3})*")


def nest(lines: list[Line]) -> None:
    """Make every undescribed row a group whose number begins that of the row below, which is a group or described."""
    below: Line | None = None
    for line in reversed(lines):
        if not line.title or line.kind in ("note", "footer", "repeat"):
            continue
        if below is not None and not line.described and not line.sure and _over(line, below):
            depth = len(_path(line))
            # 1 over 1.1 alone is left to its neighbours: it may be a project and its part.
            if depth > 1 or below.key.startswith("dotted"):
                line.kind, line.sure = "group", True
                line.key = line.mark if depth <= 2 else f"{line.mark}{depth}"
        below = line


def _over(line: Line, below: Line) -> bool:
    own, next_one = _path(line), _path(below)
    deeper = bool(own) and len(next_one) == len(own) + 1 and next_one[: len(own)] == own
    return deeper and bool(below.described or (below.kind == "group" and below.sure))


def _path(line: Line) -> list[str]:
    text = plain(line.sequence).replace("—", "-").replace("－", "-")
    return re.split(r"[.\-]", text) if PATH.fullmatch(text) else []
