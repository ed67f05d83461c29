"""Conditions on the rows of the snapshot. Each holds or does not: a row whose column is absent never meets it."""

from dataclasses import dataclass
from typing import Literal

from ballast.rulebook.figures.columns import COLUMNS, Kind

Period = Literal["month", "year", "last_year"]


class Condition:
    """A closed family; conditions join by ``&`` and ``|`` and turn round by ``~``."""

    __slots__ = ()

    def __and__(self, other: "Condition") -> "Condition":
        return All((self, other))

    def __or__(self, other: "Condition") -> "Condition":
        return Any((self, other))

    def __invert__(self) -> "Condition":
        return Not(self)


@dataclass(frozen=True, slots=True)
class All(Condition):
    """Every one of them holds; none at all always holds."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any(Condition):
    """At least one of them holds."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """It does not hold."""

    of: Condition


@dataclass(frozen=True, slots=True)
class Is(Condition):
    """A dimension is one of some words, or a flag is set (no words given)."""

    column: str
    values: tuple[str, ...]

    def __init__(self, column: str, *values: str) -> None:
        _demand(column, Kind.DIMENSION if values else Kind.FLAG)
        object.__setattr__(self, "column", column)
        object.__setattr__(self, "values", tuple(str(value) for value in values))


@dataclass(frozen=True, slots=True)
class AtLeast(Condition):
    """An amount is known and not below the bound."""

    column: str
    bound: int

    def __post_init__(self) -> None:
        _demand(self.column, Kind.STOCK, Kind.FLOW, Kind.COUNT)


@dataclass(frozen=True, slots=True)
class Below(Condition):
    """An amount is known and below the bound."""

    column: str
    bound: int

    def __post_init__(self) -> None:
        _demand(self.column, Kind.STOCK, Kind.FLOW, Kind.COUNT)


@dataclass(frozen=True, slots=True)
class Known(Condition):
    """The column says something."""

    column: str

    def __post_init__(self) -> None:
        _demand(self.column, *Kind)


@dataclass(frozen=True, slots=True)
class Within(Condition):
    """A date lies in the month, in its year up to the month's end, or anywhere in the year before."""

    column: str
    period: Period

    def __post_init__(self) -> None:
        _demand(self.column, Kind.DATE)


@dataclass(frozen=True, slots=True)
class OnList(Condition):
    """The project stands on the named list at the end of the month."""

    code: str


EVERYTHING = All(())


def columns(condition: Condition) -> set[str]:
    """Every column a condition reads."""
    if isinstance(condition, All | Any):
        return {name for part in condition.of for name in columns(part)}
    if isinstance(condition, Not):
        return columns(condition.of)
    return {"lists"} if isinstance(condition, OnList) else {condition.column}  # type: ignore[attr-defined]


def _demand(column: str, *kinds: Kind) -> None:
    found = COLUMNS.get(column)
    if found is None or found.kind not in kinds:
        raise ValueError(f"{column} is no {' or '.join(kinds)} of the snapshot")
