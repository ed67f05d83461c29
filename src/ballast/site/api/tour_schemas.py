"""What programs send of site tours, and the shapes of what they get."""

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Schema


class Tour(Schema):
    """One site tour."""

    serial: str
    kind: str
    quarter: str
    title: str
    held_on: date
    state: str


class TourShown(Tour):
    """One site tour with its places; judges are told to the office only."""

    stops: list[dict[str, Any]]
    judges: list[dict[str, Any]]


class TourResults(Schema):
    """The places of a tour; points are exact to two decimals."""

    serial: str
    state: str
    places: list[dict[str, Any]]


class PlanTourIn(Schema):
    """A tour to be planned: a kind of the book, the quarter it is for, the day it is held."""

    kind: str = Field(max_length=40)
    quarter: str = Field(pattern=r"^(19|20)\d\d-Q[1-4]$")
    held_on: date
    title: str = Field("", max_length=120)


Marks = Annotated[dict[str, Annotated[str, Field(max_length=12)]], Field(max_length=40)]


class LinksIn(Schema):
    """Whose link: one judge's, anew, or (``number`` 0) of all who have none."""

    number: int = Field(0, ge=0, le=999)


class Link(Schema):
    """A judge's link, told once: whoever has it votes as this judge."""

    number: int
    name: str
    address: str


class PaperIn(Schema):
    """One paper ballot as one person reads it: the project, and the marks by item as they stand on the paper."""

    project: str = Field(max_length=20)
    marks: Marks


class Paper(Schema):
    """One paper ballot: who read it, and where two readings differ; it counts once it is settled."""

    judge: int
    project: str
    hands: list[str]
    differs: list[dict[str, str]]
    settled: bool


class SlipIn(Schema):
    """A slip against confirmed results: a judge's marks by item, or (``judge`` 0) the project's coefficient."""

    project: str = Field(max_length=20)
    judge: int = Field(0, ge=0, le=999)
    marks: Marks = {}
    coefficient: str = Field("", max_length=6)
    reason: str = Field(max_length=400)
    evidence: str = Field(max_length=400)


class TourSlip(Schema):
    """A slip as it stands; whose ballot it is about is told to nobody. ``edition`` 0: no edition carries it."""

    number: int
    project: str
    of_marks: bool
    old: dict[str, str]
    new: dict[str, str]
    reason: str
    evidence: str
    put_by: str
    state: str
    decided_by: str
    remark: str
    edition: int
    verbs: list[str]


class RemarkIn(Schema):
    """What is said of a decision; a refusal says why."""

    remark: str = Field("", max_length=400)


class SlipDecided(Schema):
    """What came of a decision: the edition of the results that carries the slip, and the months sealed anew."""

    edition: int
    months: list[dict[str, Any]]
    slips: list[TourSlip]


SlipVerb = Literal["approve", "refuse", "withdraw"]
TourVerb = Literal[
    "nominate", "replace", "approve", "difficulty", "name-judges", "dismiss-judge", "open", "close", "call-off",
    "draw", "confirm",
]  # fmt: skip


class TourIn(Schema):
    """What a verb of a tour may be told; each takes what it needs."""

    area_code: str = Field("", max_length=12)
    position: int = Field(0, ge=0, le=99)
    project: str = Field("", max_length=20)
    line: str = Field("", max_length=400)
    why: str = Field("", max_length=400)
    coefficient: str = Field("1", pattern=r"^\d{1,2}(\.\d{1,3})?$")
    hard: str = Field("", max_length=400)
    kind: str = Field("", max_length=40)
    names: str = Field("", max_length=8_000)
    number: int = Field(0, ge=0, le=999)
    reason: str = Field("", max_length=400)
    chair: str = Field("", max_length=60)
    order: list[str] = Field([], max_length=100)
