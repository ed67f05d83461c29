"""What programs send, and the shapes of what they get."""

from datetime import date
from typing import Any, Literal

from ninja import Field, Schema

MONTH = r"^(19|20)\d\d-(0[1-9]|1[0-2])$"
MONTH_OR_NONE = rf"^$|{MONTH}"
SERIAL = r"^P\d{1,10}$"
Cell = int | float | str | None


class Said(Schema):
    """A sentence in both languages."""

    zh: str
    en: str


class Refused(Schema):
    """Why nothing was done: a code, the place of the fault, and a sentence."""

    code: str
    where: str
    zh: str
    en: str


class EditIn(Schema):
    """Cells of one project's report, by the form's column keys, amounts in 万元; empty text empties a cell."""

    serial: str = Field(pattern=SERIAL)
    version: int = Field(0, ge=0, le=1_000_000, description="the version typed over; 0: there was none")
    cells: dict[str, Cell] = Field(max_length=80)


class SaveIn(Schema):
    """Reports to save."""

    edits: list[EditIn] = Field(min_length=1, max_length=2_000)


class ChosenIn(Schema):
    """One report in the version seen; remarks by column key, under "" for the whole report."""

    serial: str = Field(pattern=SERIAL)
    version: int = Field(ge=0, le=1_000_000)
    remarks: dict[str, str] = Field({}, max_length=80)


class ActIn(Schema):
    """Reports an act is about: all of them or none."""

    reports: list[ChosenIn] = Field(min_length=1, max_length=2_000)


class SealIn(Schema):
    """Sealing: a reason is wanted for a further edition only."""

    reason: str = Field("", max_length=400)


class Moved(Schema):
    """A report an act moved."""

    serial: str
    state: str
    version: int


class Outcome(Schema):
    """What came of an act; ``replayed``: it was done before under the same key, this is the first answer."""

    verb: str
    month: str
    at: str
    by: str
    moved: list[Moved]
    findings: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]
    replayed: bool = False


class Report(Schema):
    """One report as it stands; amounts in 万元."""

    month: str
    serial: str
    name: str
    due: bool
    state: str | None
    version: int
    cells: dict[str, Cell]
    proposed: dict[str, Cell]
    last: dict[str, Cell]
    recorded: dict[str, Cell]
    findings: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]
    remarks: dict[str, str]
    verbs: list[str]
    log: list[dict[str, Any]] = []


class Item(Schema):
    """One report on a worklist."""

    serial: str
    name: str
    area_code: str
    state: str | None
    version: int
    due_on: date
    late_days: int
    remarks: dict[str, str]


class Worklist(Schema):
    """What the person behind the token has to do for a month."""

    month: str
    sealed: bool
    returned: list[Item]
    to_fill: list[Item]
    to_review: list[Item]
    waiting: list[Item]


class Question(Schema):
    """One question a check asks, and how it stands."""

    id: int
    serial: str
    name: str
    area_code: str
    area_name: str
    month: str
    code: str
    severity: str
    sentence: Said
    asked_at: str
    state: str
    answer: str
    answered_at: str | None
    answered_by: str
    looked_at: str | None
    looked_by: str
    remark: str


class PendingQuestion(Schema):
    """A question that waits: who has to act, by when, how many days late."""

    card: Question
    who: str
    due_on: date
    late_days: int


class PendingPile(Schema):
    """How many wait, how many of them are late, and the first of them."""

    count: int
    late: int
    first: list[PendingQuestion]


class Pending(Schema):
    """The questions that wait for the person behind the token, and those others have to answer."""

    to_answer: PendingPile
    to_look_at: PendingPile
    of_others: PendingPile


class AnswerIn(Schema):
    """An answer in words."""

    answer: str = Field(max_length=4_000)


class VerdictIn(Schema):
    """Settling a question, or asking it again with a remark."""

    verdict: Literal["settle", "reopen"]
    remark: str = Field("", max_length=4_000)


class Month(Schema):
    """One month and the edition it is sealed in; null while it is open."""

    month: str
    sealed_edition: int | None
    sealed_at: str | None


class Project(Schema):
    """A project's card; amounts in 元."""

    serial: str
    name: str
    card: dict[str, Any]


class FigureOut(Schema):
    """A figure: exact as numerator over denominator, whole and by the keys of a dimension; null is absent."""

    code: str
    name: Said
    unit: str
    month: str
    by: str
    edition: int | None
    fingerprint: str
    total: dict[str, int | None]
    values: dict[str, dict[str, int | None]]
