"""References: a code of one chapter written in another; the type of a key says which chapter it must stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Ref:
    """A code of ``chapter``."""

    chapter: str


EventCode = Annotated[str, Ref("events")]
CurveCode = Annotated[str, Ref("curves")]
ClockCode = Annotated[str, Ref("clocks")]
MeasureCode = Annotated[str, Ref("measures")]
LightCode = Annotated[str, Ref("lights")]
ColourCode = Annotated[str, Ref("colours")]
Outcome = Annotated[str, Ref("outcomes")]  # a colour, or none, unknown, not_applicable
StallCode = Annotated[str, Ref("stall_lists")]
PauseCode = Annotated[str, Ref("pauses")]
ReasonCode = Annotated[str, Ref("reasons")]
TargetCode = Annotated[str, Ref("targets")]
SheetCode = Annotated[str, Ref("scoring")]
TourCode = Annotated[str, Ref("tours")]
ClassCode = Annotated[str, Ref("area_classes")]

Path = tuple[str | int, ...]


def references(page: Any, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every reference in a page of a book: where it stands, the chapter, the code; an empty code is none."""
    if isinstance(page, BaseModel):
        for name, key, chapter in _keys(type(page)):
            value, where = getattr(page, name), (*path, key)
            yield from _written(value, where, chapter) if chapter else references(value, where)
    elif isinstance(page, dict):
        for key, value in page.items():
            yield from references(value, (*path, str(key)))
    elif isinstance(page, tuple):
        for place, value in enumerate(page):
            yield from references(value, (*path, place))


def blanks(page: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every reference that must be written and is an empty text: where it stands, and the chapter it would name."""
    for where, one in pages(page, BaseModel, path):
        for name, field in type(one).model_fields.items():
            chapter, value = _chapter((field.annotation, field.metadata)), getattr(one, name)
            if chapter and field.is_required() and value == "":
                yield (*where, field.alias or name), chapter
            elif chapter and isinstance(value, tuple):
                yield from (
                    ((*where, field.alias or name, place), chapter) for place, said in enumerate(value) if said == ""
                )


def pages(page: Any, kind: type[BaseModel], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every page of a kind within a page, and where it stands."""
    if isinstance(page, BaseModel):
        if isinstance(page, kind):
            yield path, page
        for name, key, _ in _keys(type(page)):
            yield from pages(getattr(page, name), kind, (*path, key))
    elif isinstance(page, dict):
        for key, value in page.items():
            yield from pages(value, kind, (*path, str(key)))
    elif isinstance(page, tuple):
        for place, value in enumerate(page):
            yield from pages(value, kind, (*path, place))


@cache
def _keys(kind: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """Of each key of a page: its name here, its name in the book, the chapter it refers to, if any."""
    return tuple(
        (name, field.alias or name, _chapter((field.annotation, field.metadata)))
        for name, field in kind.model_fields.items()
    )


def _chapter(annotation: Any) -> str:
    """The chapter a type refers to; of a type that holds pages, none."""
    parts = annotation if isinstance(annotation, tuple | list) else (*get_args(annotation),)
    if not isinstance(annotation, tuple | list):
        parts = (*parts, *getattr(annotation, "__metadata__", ()))
    found = (part.chapter if isinstance(part, Ref) else _chapter(part) for part in parts)
    return next((chapter for chapter in found if chapter), "")


def _written(value: Any, path: Path, chapter: str) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, str) and value:
        yield path, chapter, value
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _written(one, (*path, place), chapter)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _written(one, (*path, str(key)), chapter)
