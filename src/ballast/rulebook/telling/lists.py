"""Named lists in words: a book knows a list by its code, the registry what it is called."""

from collections.abc import Mapping
from dataclasses import replace

from ballast.kit.sentence import Sentence
from ballast.rulebook.telling.book import Chapter, Line


def named(said: Sentence, names: Mapping[str, str]) -> Sentence:
    """A sentence with every list it names by its code called by its name."""
    zh, en = said.zh, said.en
    for code, name in names.items():
        zh, en = zh.replace(f"“{code}”", f"“{name}”"), en.replace(f"“{code}”", f"“{name}”")
    return Sentence(zh, en)


def chapter(told: Chapter, names: Mapping[str, str]) -> Chapter:
    """A chapter with its lists by name."""
    return replace(told, lines=tuple(_line(one, names) for one in told.lines))


def _line(line: Line, names: Mapping[str, str]) -> Line:
    return replace(line, says=tuple(named(one, names) for one in line.says))
