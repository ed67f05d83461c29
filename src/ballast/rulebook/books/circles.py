"""Measures and lights that rest on themselves are refused."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import Path, references

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book


RESTING = ("measures", "lights", "scoring", "stall_lists")


def circles(book: "Book") -> Iterator[tuple[Path, Sentence]]:
    """Every measure, light or curve that rests on itself, with the way round."""
    rests = _rests(book)
    done: set[str] = set()
    for start in rests:
        way = _way(start, rests, (), done)
        if way:
            chapter, code = way[0].split(".", 1)
            said = " → ".join(way)
            yield (chapter, code), Sentence(f"绕成了圈：{said}", f"it rests on itself: {said}")
            return


def _rests(book: "Book") -> dict[str, list[str]]:
    pages: list[tuple[str, Page]] = [(f"measures.{code}", use) for code, (_, use) in book.uses().items()]
    pages += [(f"lights.{code}", light) for code, light in book.lights.items()]
    pages += [(f"stall_lists.{code}", one) for code, one in book.stall_lists.items()]
    pages += [(f"scoring.{code}", sheet) for code, sheet in book.scoring.items()]
    rests = {
        name: [f"{chapter}.{code}" for _, chapter, code in references(page) if chapter in RESTING]
        for name, page in pages
    }
    for code, sheet in book.scoring.items():
        broken = [f"measures.{one}" for one in sheet.tie_breakers if one not in sheet.indicators]
        rests[f"scoring.{code}"] += [one for one in broken if one in rests]
    return rests


def _way(here: str, rests: dict[str, list[str]], way: tuple[str, ...], done: set[str]) -> tuple[str, ...]:
    if here in way:
        return (*way[way.index(here) :], here)
    if here in done:
        return ()
    for below in rests.get(here, []):
        found = _way(below, rests, (*way, here), done)
        if found:
            return found
    done.add(here)
    return ()
