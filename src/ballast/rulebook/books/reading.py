"""Reading a book: its layers put together, every chapter checked, every reference found; or all its faults."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.crossing import crossed
from ballast.rulebook.books.decoding import decoded
from ballast.rulebook.books.faults import Fault, FaultyBook, spelled
from ballast.rulebook.books.layers import Find, Layer, composed, read, shelf, stacked
from ballast.rulebook.books.positions import line_of, positions
from ballast.rulebook.books.wording import worded
from ballast.rulebook.grammar.refs import Path as Keys

AnyPage = TypeVar("AnyPage", bound=BaseModel)


def load(path: Path) -> Book:
    """Read a book with the layers it rests on; raises FaultyBook naming file, line and key of its faults."""
    return bound(stacked(read(path, _shelf_name(path))))


def _shelf_name(path: Path) -> str:
    """The name a book of ours is extended by, so that a circle through it is seen."""
    for name in ("default", path.resolve().parent.name):
        found = shelf(name, Layer("", "", ""))
        if found and found.folder == path.resolve().parent and found.file == path.name:
            return found.name
    return ""


def parse(data: bytes, file: str, *, find: Find = shelf) -> Book:
    """A book from the bytes of a file called ``file``; raises FaultyBook."""
    return bound(stacked(Layer(file, file, decoded(data, file)), find))


def bound(layers: Sequence[Layer]) -> Book:
    """The book that layers (the lowest first) say together; raises FaultyBook with all its faults."""
    data = composed(layers)
    book = formed(Book, data, layers)
    told = [(_followed(path, data), sentence) for path, sentence in crossed(book)]
    faults = [Fault(*place(layers, path), spelled(path), sentence) for path, sentence in told]
    if faults:
        raise FaultyBook(faults)
    return book


def formed(kind: type[AnyPage], data: dict[str, Any], layers: Sequence[Layer]) -> AnyPage:
    """The page that data from layers of text is; raises FaultyBook with every fault of its form."""
    try:
        return kind.model_validate(data)
    except ValidationError as found:
        errors = found.errors(include_url=False)
        told = [(_followed(error["loc"], data), error) for error in errors]
        raise FaultyBook([
            Fault(*place(layers, path), spelled(path), worded(error, kind))
            for path, error in told
            if not _follows(path, error, told)
        ]) from found  # fmt: skip


def _follows(path: Keys, error: Any, told: Sequence[tuple[Keys, Any]]) -> bool:
    """Whether an error only follows from another: a list is too short because an item of it is at fault."""
    if error["type"] == "literal_error" and error["ctx"]["expected"] == "''":
        return True  # it may also be left empty, which is no help
    return error["type"] == "too_short" and any(other[: len(path)] == path and one is not error for other, one in told)


def _followed(loc: Keys, data: Any) -> Keys:
    """A place in the data, without what the checker put in between (which member of a union it took)."""
    path: list[str | int] = []
    for place, part in enumerate(loc):
        if part == "[key]":
            break
        inside = isinstance(data, dict) and part in data
        inside = inside or (isinstance(data, list) and isinstance(part, int) and part < len(data))
        if inside:
            data = data[part]
        elif (
            place < len(loc) - 1
            or isinstance(part, int)
            or "[" in part
            or (isinstance(data, dict) and data.get("kind") == part)
        ):
            continue  # a single table stands for a list of one; what kind it is of is no key
        path.append(part)
    return tuple(path)


def place(layers: Sequence[Layer], path: Keys) -> tuple[str, int]:
    """File and line of a key: in the topmost layer that has it, or the nearest thing around it."""
    lines = [(layer, positions(layer.text)) for layer in reversed(layers)]
    for length in range(len(path), 0, -1):
        for layer, known in lines:
            if path[:length] in known:
                return layer.file, known[path[:length]]
    return lines[0][0].file, line_of(lines[0][1], path[:1]) or 1
