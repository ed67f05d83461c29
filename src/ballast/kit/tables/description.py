"""The plain description of a workbook: sheets of one table each, and what their columns claim to be."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its head, its width in characters, and the claim of its cells with ``{key}`` for the row's key.

    A number's cells are written as their figure is (``1234.5``, empty where it is absent) and kept as numbers with
    ``digits`` decimals; ``claim`` is empty for words that are neither counted nor taken from a record.
    """

    title: str
    width: int = 12
    claim: str = ""
    number: bool = False
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the first column holds the keys of the rows."""

    name: str
    title: str
    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Tables:
    """Sheets in order; ``rests_on`` and its claim stand on every sheet and at the foot of every page printed."""

    sheets: Sequence[Sheet]
    about: str
    rests_on: str
    claim: str
    title: str = ""
    author: str = ""
    banner: str = ""
