"""Dates and spans of years as lists write them: serials, 2024-2026, 2024年3月, 2024.03, 24年6月底."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from ballast.kit.grid import Value
from ballast.rulebook.lists.words import MOST, is_empty, is_error, plain

EARLIEST, LATEST = 1990, 2100
EPOCH = date(1899, 12, 30)

POINT = re.compile(
    r"(?<![\d.])(?P<y>\d{4}|\d{2}(?=年))(?:年度?|[./\-](?=\d{1,2}(?!\d)))?"
    r"(?:(?P<m>1[0-2]|0?[1-9])(?![\d年个])(?:月份?|[./\-](?=\d{1,2}(?!\d)))?(?:(?:3[01]|[12]\d|0?[1-9])(?!\d)日?)?)?"
)
SHORT_SPAN = re.compile(r"(\d{4})年?[-—–~至到]+(\d{2})年?")
SAME_YEAR = re.compile(r"(\d{4})[年.](\d{1,2})月?[-—–~至到]+(\d{1,2})月")
COMPACT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(?:[0-3]\d)?")


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``end``, each ``YYYY`` or ``YYYY-MM``; ``problem`` is empty, ``range`` or ``text``."""

    start: str | None = None
    end: str | None = None
    problem: str = ""


NOTHING = Period()


def period(value: Value) -> Period:
    """The period a cell states; a single date is its start. Years outside 1990-2100 are a problem, not a date."""
    if isinstance(value, (datetime, date)):
        return _checked([f"{value.year:04d}-{value.month:02d}"])
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(float(value)) if abs(value) < MOST else Period(problem="text")
    if is_empty(value):
        return NOTHING
    if is_error(value) or not isinstance(value, str):
        return Period(problem="text")
    return _text(plain(value))


@lru_cache(maxsize=20_000)
def _number(value: float) -> Period:
    if value == int(value):
        whole = int(value)
        if 1000 <= whole <= 9999:
            return _checked([str(whole)])
        if 20_000 <= whole <= 99_999:
            day = EPOCH + timedelta(days=whole)
            return _checked([f"{day.year:04d}-{day.month:02d}"])
        found = COMPACT.fullmatch(str(whole))
        return _checked([f"{found[1]}-{found[2]}"]) if found else Period(problem="text")
    return _text(repr(value))


@lru_cache(maxsize=20_000)
def _text(text: str) -> Period:
    if text.isdecimal():
        return _number(float(text)) if len(text) <= 8 else Period(problem="text")
    if (found := SHORT_SPAN.fullmatch(text)) and int(found[2]) > 12:
        return _checked([found[1], found[1][:2] + found[2]])
    if found := SAME_YEAR.search(text):
        return _checked([f"{found[1]}-{int(found[2]):02d}", f"{found[1]}-{int(found[3]):02d}"])
    points = []
    for found in POINT.finditer(text):
        year = found["y"] if len(found["y"]) == 4 else f"20{found['y']}"
        points.append(f"{year}-{int(found['m']):02d}" if found["m"] else year)
    return _checked(points) if points else Period(problem="text")


def _checked(points: list[str]) -> Period:
    if not all(EARLIEST <= int(point[:4]) <= LATEST for point in points):
        return Period(problem="range")
    start, end = points[0], points[-1] if len(points) > 1 else None
    if end is not None and end[:4] < start[:4]:
        return Period(start, end, "order")
    return Period(start, end)


def year_in(text: str) -> int | None:
    """The year named in a heading or title: the last of a span is not asked for, the first stands."""
    found = re.search(r"(?<!\d)((?:19|20)\d{2})(?!\d)(?=年|度|-|$|[^\d])", text)
    return int(found[1]) if found else None


def year_of_file(name: str) -> int | None:
    """The year a file is named for: 2026年市重点项目.xlsx; a day on which it was saved is none."""
    found = re.search(r"(?<!\d)((?:19|20)\d{2})(?=年(?!\d{1,2}月)|(?![年月])[\u4e00-\u9fff])", name)
    return int(found[1]) if found else None
