"""The doubtful lines, settled by the lines around them: groups by what follows, parts and names by what went before."""

import re
from typing import TYPE_CHECKING

from ballast.rulebook.lists.centred import gather
from ballast.rulebook.lists.lines import SUBTOTAL, Line, cut_short, told_of
from ballast.rulebook.lists.markers import MAJOR, MINOR
from ballast.rulebook.lists.numbering import nest
from ballast.rulebook.lists.profile import PROJECT_WORD
from ballast.rulebook.lists.sums import heads, sections, shares
from ballast.rulebook.lists.words import is_empty, number_of, plain

if TYPE_CHECKING:
    from ballast.rulebook.lists.classify import Classifier

COUNTED = ("project", "part")
# Depth of the marks that head groups, the outermost first.
RANK = {"part": 0, "letter": 1, "roman": 1, "cn": 2, "cnp": 3}
DIGITS = re.compile(r"\d{1,5}")
BREAKS_OFF = re.compile(r"(?:[-—~～、,，(（]|[^年]至)$")
GOES_ON = re.compile(r"[,，、;；。)）]")
TELLING = ("project", "group", "total", "of_which", "part")


def settle(lines: list[Line], body: "Classifier") -> list[Line]:
    """The same lines with every kind final and continuation rows attached to their projects."""
    sections(lines, body)
    if all(line.sure and line.kind != "note" for line in lines):
        return lines
    lines = gather(lines)
    nest(lines)
    habits, following = Habits(lines), _following(lines)
    last = max(
        (place for place, line in enumerate(lines) if line.filled > 1 and line.kind in TELLING), default=len(lines)
    )
    noted = False
    kept: list[Line] = []
    before: Line | None = None
    for place, line in enumerate(lines):
        noted = noted or line.kind == "note"
        if noted and place > last and line.filled == 1 and line.kind not in ("blank", "footer", "repeat"):
            # What follows the first note at the foot of a list goes on with it.
            line.kind = "note"
        elif not line.sure:
            _settled(lines, place, before, following[place], habits, body)
        if line.kind == "continuation" and before is not None and before.kind in COUNTED:
            before.more.append(line.row)
            continue
        if line.kind == "continuation":
            line.kind = "stray"
        kept.append(line)
        if line.kind in TELLING:
            before = line
    return kept


def _following(lines: list[Line]) -> list[Line | None]:
    """For each line the next one that tells something."""
    following: list[Line | None] = []
    after: Line | None = None
    for line in reversed(lines):
        following.append(after)
        if line.kind in TELLING:
            after = line
    return following[::-1]


def _settled(
    lines: list[Line], place: int, before: Line | None, after: Line | None, habits: "Habits", body: "Classifier"
) -> None:
    """Decide a doubtful line, by its sums first."""
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if shares(lines, place, body):
        line.kind = "of_which"
    elif heads(lines, place, body):
        line.kind = "group"
    else:
        _decide(line, before, after, habits, body)
    if line.kind == "group" and line.title and below is not None and below.kind in ("repeat", "title"):
        line.kind = "title"


class Habits:
    """How most lines of the table look: whether they are numbered and carry money, how projects and how groups are."""

    def __init__(self, lines: list[Line]) -> None:
        described = [line for line in lines if line.kind in COUNTED and line.described]
        # A note is no project, nor what states a count and has no number of its own.
        told = [line for line in lines if line.title and line.kind != "note"]
        rows = described or [line for line in told if line.mark or line.count is None]
        self.numbered = sum(bool(line.mark) for line in rows) * 2 > len(rows)
        self.paid = sum(line.paid > 0 for line in rows) * 2 > len(rows)
        self.described = len(described) * 2 > sum(line.kind in COUNTED for line in lines)
        self.flat = not (self.numbered or self.paid or self.described)
        widths = sorted(line.filled for line in rows)
        self.width = widths[len(widths) // 2] if widths else 0
        self.heading = frozenset(line.mark for line in lines if line.kind == "group" and line.sure and line.mark)
        self.plain = sum(line.mark == "num" for line in rows) * 2 > len(rows)


def _decide(line: Line, before: Line | None, after: Line | None, habits: Habits, body: "Classifier") -> None:
    if line.kind == "continuation":
        _continuation(line, before, body)
    elif line.kind == "title":
        if after is not None and after.kind in COUNTED and before is not None and plain(line.title) != body.title:
            line.kind, line.key = "group", "other"
    elif line.kind == "of_which":
        _of_which(line, before, after)
    elif line.described == 0 and line.mark in habits.heading and after is not None and after.kind in COUNTED:
        # What the list's groups are marked with, and projects follow.
        line.kind, line.key = "group", line.mark
    elif line.kind == "part":
        _part(line, before, after, habits)
    elif line.kind == "group":
        _group(line, before, after, habits)
    else:
        _project(line, before, after, habits, body)


def _continuation(line: Line, before: Line | None, body: "Classifier") -> None:
    """A row without a name: more of the project above, or sums without a title."""
    cells = body.rows[line.row]
    if line.mark == "num" and body.spans.above(line.row, body.name) is None:
        line.kind = "stray"
        return
    only_money = all(
        column in body.money or column == body.count
        for column, value in enumerate(cells)
        if value is not None and number_of(value) is not None
    ) and all(number_of(value) is not None for value in cells if value is not None)
    if only_money and line.paid >= 1 and (before is None or before.kind in ("group", "total")):
        line.kind, line.title = "total", ""


def _of_which(line: Line, before: Line | None, after: Line | None) -> None:
    if before is not None and before.kind in COUNTED and (before.described or not line.described):
        line.kind = "part" if line.title else "continuation"
    elif after is not None and after.kind in COUNTED:
        line.kind, line.key = "group", "of_which"


def _part(line: Line, before: Line | None, after: Line | None, habits: Habits) -> None:
    """(1) ① 5.1: a sub-project below a plainly numbered project; else the list's own way to number projects."""
    if before is not None and before.kind == "part":
        return
    if before is not None and before.kind == "project" and _goes_on(before, line):
        line.kind = "project"
        return
    if before is None or before.kind != "project" or before.mark in MINOR or (not habits.plain and not before.mark):
        line.kind = "project"
        if line.described == 0 and after is not None and after.mark == "num" and after.described:
            line.kind, line.key = "group", line.mark


def _goes_on(before: Line, line: Line) -> bool:
    """True for （3） after 2: another way to write the next number, and no first part of 2."""
    own, last = DIGITS.findall(plain(line.sequence)), DIGITS.findall(plain(before.sequence))
    return len(own) == len(last) == 1 and int(own[0]) == int(last[0]) + 1 > 1 and bool(line.described or line.paid)


def _group(line: Line, before: Line | None, after: Line | None, habits: Habits) -> None:
    """一、 with owner and content: a group only when lines of a lower mark follow it."""
    if line.key.endswith("@"):
        line.kind = "group" if after is not None and after.kind in (*COUNTED, "group") else "note"
        return
    below = not line.mark and before is not None and before.kind == "of_which" and before.row == line.row - 1
    # 其中：续建3个 and below it 新建2个: the second share of the same total, unless its projects follow.
    if below and after is not None and after.kind not in COUNTED:
        line.kind = "of_which"
        return
    leads = after is not None and RANK.get(after.mark, 9) > RANK.get(line.mark, 9) - (after.kind in COUNTED)
    leads = leads and after is not None and after.mark != line.mark and after.kind in (*COUNTED, "group")
    if line.mark in MAJOR and line.described:
        if not leads:
            line.kind = "project"
    elif line.mark and line.mark not in MAJOR:
        # 1 交通局 beside other numbered lines is a project unless rows of another numbering hang from it.
        deeper = after is not None and after.kind in COUNTED and after.mark in MINOR and line.mark == "num"
        if not (deeper or line.count is not None or (line.mark in MINOR and leads)) and habits.numbered:
            line.kind = "project"
    elif line.key == "office" and line.filled == 1 and after is None and habits.numbered and not line.mark:
        line.kind = "note"  # Who signs, below the last project.
    elif line.key == "office" and not habits.numbered and not habits.described:
        line.kind = "project"
    elif line.mark or habits.numbered or line.count is not None and not line.paid:
        return
    elif habits.flat and line.key in ("category", "area") and line.count is None and line.title[-1] not in "类域面块":
        line.kind = "project"
    elif line.count is not None and line.key in ("area", "status") and not line.described:
        return
    elif 4 <= habits.width <= line.filled + 1:
        # As full as its neighbours in a list without numbers: one line of it, whatever its name counts.
        line.kind = "project"


def _project(line: Line, before: Line | None, after: Line | None, habits: Habits, body: "Classifier") -> None:
    """A name without number or description: the rest of a name, a group's title, or a project that says little."""
    follows = after is not None and after.kind in COUNTED
    if before is not None and before.kind in COUNTED and not line.sequence:
        line.kind, line.key = _belongs(line, before, habits, body)
    if line.kind != "project":
        return
    if line.sequence:
        deeper = follows and after is not None and after.mark in MINOR and after.described and habits.described
        if deeper and line.mark == "num":
            line.kind, line.key = "group", "num"
    elif not (habits.flat or line.described or line.mark and body.sequence < 0):
        line.kind = _unnumbered(line, after, habits)


def _belongs(line: Line, before: Line, habits: Habits, body: "Classifier") -> tuple[str, str]:
    """The kind and key of a row without a number below a project: its next share, more of it, or a project still."""
    last = max([before.row, *before.more])
    if before.key == "of_which" and line.row == last + 1 and not line.described and habits.numbered:
        # 其中：人民路 and below it 解放路: the second share of the same project.
        return "part", "of_which"
    if told_of(line.title):
        return "continuation", ""
    near = not (habits.flat or line.paid or line.mark) and line.row <= last + 2
    if near and (cut_short(plain(before.title), plain(line.title)) or _runs_on(body, last, line.row)):
        return "continuation", ""
    return line.kind, line.key


def _unnumbered(line: Line, after: Line | None, habits: Habits) -> str:
    """What a row is that has a title, perhaps money, and neither number nor description."""
    follows = after is not None and after.kind in COUNTED
    worded = bool(PROJECT_WORD.search(line.title))
    if line.count is not None and follows and habits.numbered:
        return "group"
    if line.paid:
        return "group" if habits.numbered and habits.described and follows and not worded else "project"
    if not (habits.numbered or habits.paid):
        return "project"
    if follows:
        named = len(line.title) > 18 and worded
        return "group" if (habits.numbered or habits.described) and not named else "project"
    headed = after is not None and (after.kind == "group" or bool(SUBTOTAL.search(after.title)))
    if headed and habits.numbered and habits.described:
        return "group"
    return "note" if len(line.title) > 24 or (after is None and not worded) else "project"


def _runs_on(body: "Classifier", above: int, row: int) -> bool:
    """True when a cell of words breaks off in the row above and goes on in this one: 占地100亩 over ，厂房5万平."""
    pairs = zip(body.rows[above], body.rows[row], strict=False)
    return any(
        isinstance(upper, str)
        and isinstance(lower, str)
        and not is_empty(upper)
        and not is_empty(lower)
        and bool(BREAKS_OFF.search(plain(upper)) or GOES_ON.match(plain(lower)))
        for upper, lower in pairs
    )
