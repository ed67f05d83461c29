"""Lights of departments: what they may look at, and what may look at them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.fitting import Found
from ballast.rulebook.books.subjects import AREA, rests_on_projects, subjects
from ballast.rulebook.grammar.refs import Path, references

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

OF = {"area": ("地区", "areas"), "department": ("部门", "departments")}


def departmental(book: "Book") -> Found:
    """Lights of departments over what they have none of, lights of one that look at the other's."""
    known = subjects(book)
    for code, light in book.lights.items():
        if light.of == "project":
            continue
        for path, chapter, named in references(light):
            where: Path = ("lights", code, *path)
            if chapter == "measures" and light.of == "department" and not (
                known[named] >= AREA and rests_on_projects(book, named)
            ):  # fmt: skip
                yield (
                    where,
                    Sentence(
                        f"“{named}”不由项目汇总，部门没有这个数；请改用按项目计数、求和或求比例的量",
                        f"{named!r} adds up no projects, and departments have none; count or add up projects",
                    ),
                )
            for other in _lights(book, chapter, named):
                if book.lights[other].of not in ("project", light.of):
                    mine, theirs = OF[light.of], OF[book.lights[other].of]
                    yield (
                        where,
                        Sentence(
                            f"“{other}”是{theirs[0]}的灯，不能用在{mine[0]}的灯里",
                            f"{other!r} is a light of {theirs[1]} and cannot stand in one of {mine[1]}",
                        ),
                    )


def _lights(book: "Book", chapter: str, code: str) -> Iterator[str]:
    """The lights a reference leads to: itself, or what the measure looks at, however far down."""
    if chapter == "lights":
        yield code
    elif chapter == "measures":
        for _, below, named in references(book.uses()[code][1]):
            yield from _lights(book, below, named)
