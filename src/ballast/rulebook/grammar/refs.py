"""References: a code of one chapter written in another; the type of a key says which chapter it must stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

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
DeedCode = Annotated[str, Ref("deeds")]
TourCode = Annotated[str, Ref("tours")]
ClassCode = Annotated[str, Ref("area_classes")]

Path = tuple[str | int, ...]
AnyPage = TypeVar("AnyPage", bound=BaseModel)


def references(page: Any, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every reference in a page of a book: where it stands, the chapter, the code; an empty code is none."""
    if isinstance(page, BaseModel):
        for one in _keys(type(page)):
            value, where = getattr(page, one.name), (*path, one.key)
            if one.chapter:
                yield from _written(value, where, one.chapter)
            elif one.deep:
                yield from references(value, where)
    elif isinstance(page, dict):
        for key, value in page.items():
            yield from references(value, (*path, str(key)))
    elif isinstance(page, tuple):
        for place, value in enumerate(page):
            yield from references(value, (*path, place))


def blanks(page: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every reference that must be written and is an empty text: where it stands, and the chapter it would name."""
    for where, one in pages(page, BaseModel, path):
        for named in _keys(type(one)):
            value, at = getattr(one, named.name) if named.chapter else None, (*where, named.key)
            if value == "" and named.written:
                yield at, named.chapter
            elif isinstance(value, tuple):
                yield from (((*at, place), named.chapter) for place, said in enumerate(value) if said == "")


def pages(page: Any, kind: type[AnyPage], path: Path = ()) -> Iterator[tuple[Path, AnyPage]]:
    """Every page of a kind within a page, and where it stands."""
    if isinstance(page, BaseModel):
        if isinstance(page, kind):
            yield path, page
        for one in _keys(type(page)):
            if one.deep:
                yield from pages(getattr(page, one.name), kind, (*path, one.key))
    elif isinstance(page, dict):
        for key, value in page.items():
            yield from pages(value, kind, (*path, str(key)))
    elif isinstance(page, tuple):
        for place, value in enumerate(page):
            yield from pages(value, kind, (*path, place))


@dataclass(frozen=True, slots=True)
class _Key:
    """One key of a page: its name here and in the book, the chapter it refers to, whether it can hold pages.

    ``written`` is a key that is empty only where the book wrote it so.
    """

    name: str
    key: str
    chapter: str
    written: bool
    deep: bool


@cache
def _keys(kind: type[BaseModel]) -> tuple[_Key, ...]:
    """The keys of a kind of page, looked at once."""
    return tuple(
        _Key(
            name, field.alias or name, _chapter((field.annotation, field.metadata)),
            field.is_required() or field.default != "", _deep(field.annotation),
        )
        for name, field in kind.model_fields.items()
    )  # fmt: skip


def _deep(annotation: Any) -> bool:
    """Whether what a type holds can be a page, or hold one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return annotation is Any or annotation is object or any(_deep(part) for part in get_args(annotation))


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
