"""Projects whose words run over rows above and below their number, as tables taken from a PDF have them."""

from ballast.rulebook.lists.lines import Line


def gather(lines: list[Line]) -> list[Line]:
    """The lines with every such project joined into its first: as many rows of words below the number as above."""
    joined: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        above = _above(joined, line) if not line.title and line.mark == "num" else 0
        if not above:
            joined.append(line)
            place += 1
            continue
        taken = [*joined[len(joined) - above :], line]
        while len(taken) <= 2 * above and place + 1 < len(lines) and _words(lines[place + 1], taken[-1].row):
            place += 1
            taken.append(lines[place])
        del joined[len(joined) - above :]
        head = taken[0]
        head.kind, head.sure, head.mark, head.sequence = "project", True, "num", line.sequence
        head.described, head.paid, head.more = 1, line.paid, [row.row for row in taken[1:]]
        joined.append(head)
        place += 1
    return joined


def _above(joined: list[Line], line: Line) -> int:
    """How many lines of mere words end right above ``line``."""
    count, row = 0, line.row
    while count < len(joined) and _words(joined[-1 - count], row - 1 - count - 1):
        count += 1
    return count


def _words(line: Line, row: int) -> bool:
    """True for a line right below ``row`` with words and neither number, mark, money nor rows of its own."""
    bare = not (line.sequence or line.paid or line.mark or line.more or line.count)
    return line.row == row + 1 and bool(line.title) and bare and line.kind == "project"
