"""The plain description of a deck: what stands on each slide and where, without DrawingML.

Places are in millimetres on a slide of 338.7 by 190.5. Text is that of documents: a number is a FigureRun or a FactRun.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ballast.kit.documents.description import Series, Text

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands: left, top, width, height in millimetres."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a box: its size in points, colour as RRGGBB, and how it stands."""

    text: Text
    size: float = 18
    bold: bool = False
    colour: str = "262626"
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of text in a frame; ``fill`` paints it, ``edge`` rules it."""

    place: Place
    lines: Sequence[Line]
    fill: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a table: its head, share of the width, and whether its cells are numbers."""

    title: str
    width: float = 1
    number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A native table."""

    place: Place
    columns: Sequence[GridColumn]
    rows: Sequence[Sequence[Text]]
    size: float = 12


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart that can be edited with its numbers; ``percent`` marks nothing but the format of labels."""

    place: Place
    kind: Literal["column", "bar", "line"]
    categories: Sequence[str]
    series: Sequence[Series]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title and what stands below it; a ``cover`` has a title of its own size."""

    title: Text
    parts: Sequence[Box | Grid | Chart]
    cover: bool = False


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides in order; ``foot`` stands on every one, ``banner`` in red on every one."""

    title: str
    slides: Sequence[Slide]
    foot: Text
    banner: str = ""
    author: str = ""
