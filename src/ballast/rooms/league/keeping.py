"""A ranking as it is kept and read back: exact fractions as text, sentences in both languages, no field forgotten."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ballast.kit.ledger import canonical
from ballast.kit.sentence import Sentence
from ballast.rooms.league.cards import LineCard

NOT_KEPT = frozenset({"without"})  # what the intervals were reckoned from; they themselves are kept
FINE = 6  # decimals of what is no exact number
Card = TypeVar("Card")


def plain(what: Any) -> Any:
    """A card as JSON; a field that says what it says anyway is left out."""
    if isinstance(what, Sentence):
        return [what.zh, what.en]
    if is_dataclass(what) and not isinstance(what, type):
        told = [one for one in fields(what) if one.name not in NOT_KEPT]
        return {one.name: plain(said) for one in told if (said := getattr(what, one.name)) != _default(one)}
    if isinstance(what, Mapping):
        return {str(key): plain(value) for key, value in what.items()}
    if isinstance(what, frozenset):
        return sorted(what)
    if isinstance(what, tuple | list):
        return [plain(one) for one in what]
    if isinstance(what, float):
        return round(what, FINE)
    return str(what) if isinstance(what, Fraction | Enum) else what


def line_text(subject: str, klass: str, kept: dict[str, Any]) -> str:
    """One line as the ranking's hash is taken over it."""
    return f"{klass} {subject} {canonical.json_text(kept)}"


def line(kept: dict[str, Any]) -> LineCard:
    """A line as it was kept."""
    return read(LineCard, kept)


def sentence(pair: Any) -> Sentence:
    """A sentence; an empty one where there is none."""
    return Sentence(*pair) if pair else Sentence("", "")


def read(kind: type[Card], kept: dict[str, Any]) -> Card:
    """A card of a kind as ``plain`` told it."""
    of: Any = kind  # mypy does not see that a class of cards can be a key
    told = _readers(of)
    return kind(**{name: told[name](value) for name, value in kept.items() if name in told})


@cache
def _readers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """How each field of a card is read back, by its type."""
    hints = get_type_hints(kind)
    return {one.name: _reader(hints[one.name]) for one in fields(kind)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        known = [one for one in inner if one is not type(None)]
        each = _reader(known[0]) if len(known) == 1 else _number
        return lambda value: None if value is None else each(value)
    if origin is tuple:
        item = _reader(inner[0])
        return lambda value: tuple(item(one) for one in value)
    if origin is frozenset:
        return frozenset
    if origin in (Mapping, dict) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        item = _reader(inner[1])
        return lambda value: {key: item(one) for key, one in value.items()}
    if hint is Sentence:
        return sentence
    if is_dataclass(hint):
        return lambda value: read(hint, value)  # type: ignore[arg-type]
    return hint if isinstance(hint, type) and issubclass(hint, Fraction | Enum | float) else lambda value: value


def _number(text: Any) -> int | Fraction:
    """A whole number or a fraction."""
    found = Fraction(text)
    return found.numerator if found.denominator == 1 else found


def _default(one: "Field[Any]") -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()
