"""Frozen cards of the league, as they travel between rooms and to pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.cards import FilingCard
from ballast.rulebook.appeals import AppealState, Outcome
from ballast.rulebook.publishing import Ends
from ballast.rulebook.scoring import Part, Placed, Standing, Subject

NOTHING = Sentence("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """One subject in a ranking: how it was placed, how each of its readings came about, and the readings themselves.

    ``reckoned`` has a sentence by measure; ``subject`` is what was scored, to be scored again under other weights.
    """

    placed: Placed
    reckoned: Mapping[str, Sentence]
    subject: Subject

    @property
    def code(self) -> str:
        """The subject: an area by its code, a group by its name."""
        return self.placed.subject

    def part(self, indicator: str) -> Part | None:
        """One part of the score by its indicator."""
        return next((one for one in self.placed.parts if one.indicator == indicator), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingCard:
    """One sheet's ranking of one edition of a month, as it was fixed, and how much of it was published when.

    ``lines`` stand class by class in the order of places; ``weights`` are those of the month. ``top`` and ``bottom``
    say how many are made public (both None: all); ``refused`` why the sheet could not be ranked at all.
    """

    month: str
    edition: int
    sheet: str
    name: Sentence
    of: str
    classes: Mapping[str, Sentence]
    weights: Mapping[str, Fraction]
    indicators: Mapping[str, Sentence]
    profile: Sentence
    certainty: Sentence
    confidence: Fraction
    moment: datetime
    book: str
    hash: str
    ends: Ends | None
    appeal_workdays: int
    lines: tuple[LineCard, ...]
    refused: Sentence = NOTHING
    published_on: date | None = None
    appeals_until: date | None = None

    @property
    def standing(self) -> Standing:
        """The same as the rulebook has it."""
        return Standing(
            sheet=self.sheet, name=self.name, month=self.month, weights=self.weights, confidence=self.confidence,
            certainty=self.certainty, placed=tuple(one.placed for one in self.lines),
        )  # fmt: skip

    def line(self, code: str) -> LineCard | None:
        """A subject's line by its code."""
        return next((one for one in self.lines if one.code == code), None)

    def field(self, klass: str) -> tuple[LineCard, ...]:
        """The lines of one class, in the order of places."""
        return tuple(one for one in self.lines if one.placed.klass == klass)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedAsked:
    """A deed to be noted: of which area and month, of which kind of the book, how often, why, on what evidence."""

    area: str
    month: str
    kind: str
    reason: str
    evidence: str
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedCard:
    """A deed as it stands, and who noted it when."""

    number: str
    area: str
    area_name: str
    month: str
    kind: str
    times: int
    reason: str
    evidence: str
    noted_by: str
    noted_at: datetime
    revoked_on: date | None
    revoked_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealAsked:
    """An appeal to be opened: which area against which part of its score in which ranking, why, on what evidence."""

    month: str
    sheet: str
    area: str
    part: str
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealSaid:
    """An answer to an appeal; ``slip`` is the number of the correction slip it is upheld with."""

    number: str
    outcome: Outcome
    words: str
    slip: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealCard:
    """An appeal as it stands: upheld, the slip that corrects the report, and the edition that carries it.

    ``to_answer``: it waits for its answer, or for another one because its slip was given up; ``fitting`` are the
    slips it may then be upheld with.
    """

    number: str
    month: str
    sheet: str
    edition: int
    area: str
    area_name: str
    part: str
    part_name: Sentence
    opened_on: date
    opened_by: str
    reason: str
    evidence: str
    state: AppealState
    answered_on: date | None
    answered_by: str
    words: str
    slip: int | None
    slip_state: str
    carried_by: int | None
    to_answer: bool
    fitting: tuple[FilingCard, ...]
