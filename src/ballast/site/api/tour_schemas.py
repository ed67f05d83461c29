"""What programs send of site tours, and the shapes of what they get."""

from datetime import date
from typing import Any, Literal

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
