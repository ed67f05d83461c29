"""A list without a header: columns told by what they hold, and said to be guesses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ballast.kit.grid import Value
from ballast.rulebook.lists.headings import meaning
from ballast.rulebook.lists.layout import Layout
from ballast.rulebook.lists.markers import BARE_COUNT, MAJOR, leading
from ballast.rulebook.lists.profile import Profile, fit, profiles
from ballast.rulebook.lists.report import Column
from ballast.rulebook.lists.words import plain

LEAST_NAMES = 2
GUESS, NAMED = 0.4, 0.7
LEAST_HEADINGS, SURE = 3, 0.8
DIGIT = re.compile(r"\d")
# What instructions have and names do not; a sheet with many of them is read by people.
SENTENCE = re.compile(r"[。；！？]|[:：].{6}|^(?:请|填报|说明)")


def infer(body: Sequence[Sequence[Value]], overrides: Mapping[int, str]) -> Layout | None:
    """The layout of a table without headings, or None when no column holds names of projects."""
    width = max((len(row) for row in body), default=0)
    told = [row for row in body if not _heads(row)]
    held = profiles(told if len(told) * 3 > len(body) else body, width)
    texts = [plain(value) for row in body for value in row[:4] if isinstance(value, str)]
    if sum(bool(SENTENCE.search(text)) for text in texts) * 4 > len(body):
        return None
    if not overrides and (_headed(body, held) or crammed(body)):
        return None
    fields = {}
    name = _name(held)
    if name is not None and not _headings(body, name):
        fields[name] = "name"
    fields.update(overrides)
    if "name" not in fields.values():
        return None
    name = next(column for column, kind in fields.items() if kind == "name")
    for column, kind in _others(held, name).items():
        fields.setdefault(column, kind)
    columns = {
        column: Column(fields.get(column, "helper"), "", confidence=1.0 if column in overrides else GUESS)
        for column in range(width)
        if column in fields or held[column].filled
    }
    layout = Layout(columns, names=(name,), abreast=() if overrides else _abreast(held))
    layout.columns |= {column: replace(columns[column], field="name") for column in layout.abreast}
    layout.names = layout.abreast[:1] or layout.names
    layout.index()
    return layout


def _abreast(held: Sequence[Profile]) -> tuple[int, ...]:
    """The columns of a table of nothing but names, several in a row."""
    filled = [column for column, profile in enumerate(held) if profile.filled]
    named = all(held[column].share(held[column].names) > NAMED for column in filled)
    return tuple(filled) if named and len(filled) > 1 else ()


def _heads(row: Sequence[Value]) -> bool:
    """True for a row with nothing but a title such as 一、产业项目 or a count: it says nothing of what columns hold."""
    filled = [value for value in row if value is not None]
    text = filled[0] if len(filled) == 1 else None
    return isinstance(text, str) and (
        leading(text).kind in MAJOR or bool(BARE_COUNT.fullmatch(plain(text).strip("()")))
    )


def _headed(body: Sequence[Sequence[Value]], held: Sequence[Profile]) -> bool:
    """True when the first row heads the others in its own words, none of them a name's: 宗地编号 | 位置 | 面积."""
    first = [(column, value) for column, value in enumerate(body[0]) if value is not None] if body else []
    words = all(isinstance(value, str) and not DIGIT.search(plain(value)) for _, value in first)
    over = any(held[column].numbers > 1 and held[column].texts == 1 for column, _ in first)
    return len(first) >= LEAST_HEADINGS and words and over


def crammed(body: Sequence[Sequence[Value]]) -> bool:
    """True when a whole row of headings stands in one cell, parted by spaces, as a page copied as text has it."""
    for row in body[:5]:
        filled = [value for value in row if value is not None]
        words = str(filled[0]).split() if len(filled) == 1 else []
        if sum(meaning((plain(word),)).confidence >= SURE for word in words) >= LEAST_HEADINGS:
            return True
    return False


def _headings(body: Sequence[Sequence[Value]], column: int) -> bool:
    """True when the column holds headings: the sheet is a form about one project, not a list."""
    texts = [plain(row[column]) for row in body if column < len(row) and row[column] is not None]
    return sum(meaning((text,)).confidence == 1.0 for text in texts) * 3 > len(texts)


def _name(held: Sequence[Profile]) -> int | None:
    """The column most of whose cells read like names of projects."""
    best = max(range(len(held)), key=lambda column: _named(held[column]), default=None)
    if best is None:
        return None
    profile = held[best]
    if profile.share(profile.long) > 0.5:
        return None
    if profile.names >= LEAST_NAMES and profile.share(profile.names) >= 0.5:
        return best
    return _beside_numbers(held)


def _beside_numbers(held: Sequence[Profile]) -> int | None:
    """The column of different words right of running numbers: a list of names that say nothing of projects."""
    for column, numbers in enumerate(held[:-1]):
        profile = held[column + 1]
        counted = numbers.rising > 1 and numbers.rising * 2 > numbers.filled and not numbers.years
        told = profile.share(profile.texts) > 0.9 and profile.letters >= 4 * profile.filled
        if counted and told and profile.distinct == profile.filled and profile.share(profile.areas) < 0.5:
            return column + 1
    return None


def _named(profile: Profile) -> float:
    return (profile.names - profile.long) * (1.0 if profile.distinct * 2 > profile.filled else 0.3)


def _others(held: Sequence[Profile], name: int) -> dict[int, str]:
    fields: dict[int, str] = {}
    for column, profile in enumerate(held):
        if column == name or not profile.filled:
            continue
        share = profile.share
        if column < name and share(profile.marks) > 0.8 and "sequence" not in fields.values():
            fields[column] = "sequence"
        elif share(profile.years) > 0.8 and (share(profile.numbers) < 0.5 or profile.distinct < 12):
            fields.setdefault(column, "years" if "years" not in fields.values() else "helper")
        elif share(profile.areas) > 0.8 and "area" not in fields.values():
            fields[column] = "area"
        elif share(profile.offices) > 0.7 and column > name and "owner" not in fields.values():
            fields[column] = "owner"
        elif share(profile.long) > 0.3 and "content" not in fields.values():
            fields[column] = "content"
    money = [
        column
        for column, profile in enumerate(held)
        if column > name
        and column not in fields
        and profile.share(profile.money) > 0.8
        and fit("name", profile) < 0.3
        # Counts beside the titles of groups are no amounts of projects.
        and profile.filled * 2 > held[name].filled
    ]
    money.sort(key=lambda column: -held[column].total)
    fields.update(zip(money, ("total_investment", "annual_plan"), strict=False))
    return fields
