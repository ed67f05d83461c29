"""Cells under the name's heading that say more than a name: several projects line by line, what is built, a code."""

import re
from collections.abc import Collection

from ballast.kit.grid import Value
from ballast.rulebook.lists.lines import PROPER_END
from ballast.rulebook.lists.places import is_area, is_office
from ballast.rulebook.lists.words import is_empty, wording

ITEM = re.compile(r"(?:^|[\n；;])\s*(?:(\d{1,2})[、.．)）](?!\d)|[(（](\d{1,2})[)）]|([①-⑳]))\s*")
LINES = re.compile(r"\s*\n\s*")
ENDS = re.compile(r"(?:项目|工程)[；;。]?$")
TAIL = "；;。 \n"
PARTED = re.compile(r"\s*[：:。\n]\s*")
PERSON = re.compile(r"(.{2,}?)[\s/／、，,：:;；（(]+([\u4e00-\u9fff]{2,4})[\s:：、，,/]*[\d\s)）、，,/—-]*", re.S)
SHORTEST_NAME, LONGEST_NAME = 3, 60
# 项目名称及建设内容, 项目名称及建设地点: the cell goes on with what is built, or where.
TOLD_IN_NAME = (
    ("content", re.compile(r"名称.*(?:内容|规模|概况|简介)")),
    ("site", re.compile(r"名称.*(?:地点|地址|位置)")),
)
# The project code behind a name, in brackets or on a line of its own.
CODE_BEHIND = re.compile(r"[\s(（【\[]*(?:项目|统一)*(?:代码)?[:：]?\s*(\d{4}-\d{6}-\d{2}-\d{2}-\d{6})[)）】\]\s]*$")


def apart(cells: list[Value], name: int, money: Collection[int]) -> list[list[Value]]:
    """One list of cells a project when the cell in column ``name`` holds several, else none.

    Amounts that are not written line by line stay with the first; words that are not are shared by all.
    """
    text = cells[name]
    if not isinstance(text, str) or not ("\n" in text or "；" in text or ";" in text):
        return []
    names = items(text) or _each_a_name(text, cells, money)
    if len(names) < 2:
        return []
    rows = []
    for place in range(len(names)):
        row = [_piece(value, place, len(names), column in money) for column, value in enumerate(cells)]
        row[name] = names[place]
        rows.append(row)
    return rows


def items(text: str) -> list[str]:
    """The numbered items of ``text``, when they count 1, 2, 3 from its beginning; else none."""
    found = list(ITEM.finditer(text))
    numbers = [int(one[1] or one[2] or ord(one[3]) - ord("①") + 1) for one in found]
    if len(found) < 2 or numbers != list(range(1, len(found) + 1)) or text[: found[0].start()].strip():
        return []
    ends = [one.start() for one in found[1:]] + [len(text)]
    parts = [text[one.end() : end].strip(TAIL) for one, end in zip(found, ends, strict=True)]
    return parts if all(parts) else []


def _each_a_name(text: str, cells: list[Value], money: Collection[int]) -> list[str]:
    """Lines without numbers are projects when each ends like one and there are as many amounts."""
    lines = [line.strip(TAIL) for line in LINES.split(text.strip()) if line.strip(TAIL)]
    amounts = [cells[column] for column in money if column < len(cells)]
    told = any(isinstance(value, str) and len(LINES.split(value.strip())) == len(lines) for value in amounts)
    return lines if told and all(ENDS.search(line) for line in lines) else []


def _piece(value: Value, place: int, count: int, money: bool) -> Value:
    """What a cell says of the project at ``place`` of ``count``."""
    if is_empty(value):
        return None
    if isinstance(value, str):
        lines = items(value) or [line.strip() for line in LINES.split(value.strip())]
        if len(lines) == count:
            return lines[place]
    return value if place == 0 or not money else None


def beside_name(cell: str, name: str, told: str) -> tuple[str, dict[str, str]]:
    """The name, and what else its cell says: what its heading announces (``told``, a field), and the project's code."""
    values = {}
    if told:
        name, rest = parted(cell, name)
        values = {told: rest} if rest else {}
    if "-" in name and (coded := CODE_BEHIND.search(name)) and coded.start():
        name, values["project_code"] = name[: coded.start()], coded[1]
    return name, values


def parted(text: str, name: str) -> tuple[str, str]:
    """The name and what is built, where a cell says both; the whole as the name where it cannot be parted."""
    first, _, _ = text.strip().partition("\n")
    parts = PARTED.split(text.strip(), maxsplit=1)
    own = wording(parts[0])
    wrapped = first == parts[0] and not PROPER_END.search(own)
    if len(parts) < 2 or not SHORTEST_NAME <= len(own) <= LONGEST_NAME or wrapped:
        return name, ""
    return own, wording(parts[1])


def manned(text: str, told: str) -> tuple[str, str]:
    """The office and the person a cell names one after the other; ``told`` alone where no person is told apart."""
    found = PERSON.fullmatch(text.strip())
    if not found or is_office(found[2]) or is_area(found[2]):
        return told, ""
    return wording(found[1]), found[2]
