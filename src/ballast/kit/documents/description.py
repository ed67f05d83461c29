"""The plain description of an official document: what it says and in which order, without layout.

Text may be a plain string or a sequence of runs; a number that is a figure must be a ``FigureRun`` and one
taken from a record a ``FactRun``, so that the finished file says of every number what it claims to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ballast.kit.documents.claims import Claim
from ballast.kit.phones import masked


@dataclass(frozen=True, slots=True)
class Run:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureRun:
    """A figure as printed, sign and unit included, and its claim; ``title`` is shown by Word on the control."""

    text: str
    claim: Claim
    title: str = ""

    @property
    def tag(self) -> str:
        """The claim as one line of text."""
        return self.claim.tag()


@dataclass(frozen=True, slots=True)
class FactRun:
    """A number taken from one record; ``source`` names the record and field. Of phones it prints the ends alone."""

    text: str
    source: str
    title: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", masked(self.text))

    @property
    def tag(self) -> str:
        """The source as one line of text."""
        return f"fact:{self.source}"


Inline = Run | FigureRun | FactRun
Text = str | Sequence[Inline]


def runs(text: Text) -> tuple[Inline, ...]:
    """``text`` as runs; an empty string has none."""
    if isinstance(text, str):
        return (Run(text),) if text else ()
    return tuple(text)


def plain(text: Text) -> str:
    """``text`` as a reader sees it."""
    return "".join(run.text for run in runs(text))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; its ordinal is counted and written for it. ``run_in`` follows on its line."""

    level: Literal[1, 2, 3, 4]
    text: Text
    run_in: Text = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    text: Text


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: ``width`` is its share of the line, ``kind`` how its cells are set.

    A column of ordinals is numbered from 1 by the pen; its cells in the rows are left out.
    """

    title: str
    kind: Literal["text", "number", "ordinal"] = "text"
    width: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``rows`` hold one cell for every column that is not of ordinals; ``unit`` stands above right."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Text]]
    caption: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (JPEG or PNG) from a record: ``source`` names it; it is so many millimetres high and wide at most."""

    data: bytes
    source: str
    height: int = 45
    width: int = 156

    @property
    def tag(self) -> str:
        """The source as one line of text."""
        return f"fact:{self.source}"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart as its figure is written (``12.3``), and its claim."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: a point for each category, None where there is no value."""

    name: str
    points: Sequence[Point | None]
    colour: str = "1F3864"


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart that can be edited with its numbers; ``height`` and ``width`` are in millimetres."""

    kind: Literal["column", "bar", "line"]
    categories: Sequence[str]
    series: Sequence[Series]
    title: str = ""
    height: int = 55
    width: int = 156


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures and charts side by side, and a line below that says what they show, from the left."""

    parts: Sequence[Picture | Chart]
    caption: Text = ""


Block = Heading | Paragraph | Table | Picture | Pictures | Chart


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint 版记 (7.4): who printed it and when, and who has copies."""

    issuer: str
    issued_on: date
    copies_to: str = ""


@dataclass(frozen=True, slots=True)
class Official:
    """One official document.

    ``red_head`` is the issuing mark 发文机关标志, ``number`` the document number such as 某发改〔2025〕7号,
    ``note`` the remark in brackets below the date (7.3.6), ``imprint`` the lines at the foot of the last page.
    ``sealed`` says whether room is left for a stamp: it moves signature and date (7.3.5.1 and 7.3.5.2).
    ``foot`` stands under the page number of every page, ``banner`` in red above the text of every page.
    """

    title: Text
    blocks: Sequence[Block]
    red_head: str = ""
    number: str = ""
    addressee: str = ""
    signature: str = ""
    signed_on: date | None = None
    sealed: bool = False
    note: Text = ""
    imprint: Imprint | None = None
    foot: Text = ""
    banner: str = ""
