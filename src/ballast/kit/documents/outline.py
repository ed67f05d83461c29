"""The checker on structure: one title, headings numbered in sequence, level under level (7.3.1, 7.3.3)."""

from collections.abc import Iterator

from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.opened import Opened
from ballast.kit.documents.ordinals import HeadingCounter, label, read_label
from ballast.kit.documents.roles import HEADINGS, TITLE

_LEVEL = {role.style: level for level, role in enumerate(HEADINGS, start=1)}


def check_outline(opened: Opened) -> Iterator[Finding]:
    """One title; every heading carries the ordinal its place calls for, and no level is skipped."""
    lines = list(opened.lines("word/document.xml"))
    titles = sum(line.style == TITLE.style and bool(line.text.strip()) for line in lines)
    if titles != 1:
        yield finding("title", "正文", f"公文应有一个标题，文中有{titles}个", f"one title is due; there are {titles}")
    counter = HeadingCounter()
    deepest = 0
    for line in lines:
        level = _LEVEL.get(line.style)
        if level is None:
            continue
        if level > deepest + 1:
            yield finding(
                "heading-level",
                line.where,
                f"第{level}级标题之上缺少第{deepest + 1}级标题",
                f"a heading of level {level} has none of level {deepest + 1} above it",
            )
        deepest = level
        due = counter.next(level)
        read = read_label(level, line.text)
        if read is None or read[0] != due:
            yield finding(
                "heading-number",
                line.where,
                f"标题序数应为“{label(level, due)}”",
                f"this heading should be numbered {label(level, due)}",
            )
