"""What programs send of action items, and the shapes of what they get."""

from datetime import date
from typing import Any, Literal

from ninja import Field, Schema
from pydantic import Base64Bytes


class ItemStanding(Schema):
    """Where an action item stands on the day."""

    state: str
    deadline: date
    level: str
    overdue: int
    submitted_on: date | None
    confirmed: bool
    settled_on: date | None
    extensions: int


class ActionItem(Schema):
    """One action item of a meeting."""

    number: str
    meeting: str
    decision: int
    words: str
    serial: str
    project: str
    area_code: str
    office: str
    person: str
    leader: str
    raised_by: str
    given_on: date
    standing: ItemStanding
    promise: str | None


class PendingItems(Schema):
    """The action items that wait for the person behind the token."""

    to_do: list[ActionItem]
    to_settle: list[ActionItem]
    to_confirm: list[ActionItem]


class ActionItemShown(Schema):
    """One action item with what was done to it, its letters, and the verbs one may use now."""

    item: ActionItem
    steps: list[dict[str, Any]]
    letters: list[dict[str, Any]]
    verbs: list[str]


class PaperIn(Schema):
    """A photo or paper: its name, its bytes in base64."""

    name: str = Field(min_length=1, max_length=200)
    content: Base64Bytes


class HandleIn(Schema):
    """One thing done to an action item; ``until`` is the new deadline of an extension."""

    verb: Literal["report", "submit", "confirm", "deny", "settle", "send_back", "extend", "drop"]
    words: str = Field("", max_length=4_000)
    until: date | None = None
    papers: list[PaperIn] = Field([], max_length=10)
