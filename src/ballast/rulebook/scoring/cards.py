"""The cards of a ranking: who is ranked with what readings, and what came out, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from ballast.kit.sentence import Sentence
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Absent

NOTHING = Sentence("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a measure of the book came to for one subject: ``value``, or None with ``absent``.

    ``base`` is what a share was taken of, where it was one. ``without`` are the values the measure would have had
    without each single project of the subject, in one order for all its readings (None: it would have had none);
    empty where it rests on no project, as the published figures of the statistics office do.
    """

    value: Number | None
    absent: Absent | None = None
    base: Number | None = None
    without: tuple[float | None, ...] = ()
    said: Sentence = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that adds or takes points by the book: its code in the sheet, how many times, and what it was."""

    code: str
    times: int = 1
    said: Sentence = NOTHING
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whoever is ranked: readings by measure code, deeds told of it, and the classes of the book it stands in."""

    code: str
    name: str
    readings: Mapping[str, Reading] = field(default_factory=dict)
    deeds: tuple[Deed, ...] = ()
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One indicator of one subject: its value, points out of ``full``, place by this indicator, and the arithmetic.

    ``lack`` says how it was treated where it had no value of its own (empty: it had one); ``sampled`` whether its
    value rests on single projects; ``group`` is what the sheet counts it under.
    """

    indicator: str
    name: Sentence
    measure: str
    value: Number | None
    shown: Sentence
    points: Fraction
    full: Fraction
    place: int | None
    said: Sentence
    group: Sentence = NOTHING
    lack: str = ""
    absent: Absent | None = None
    sampled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One bonus or penalty of one subject: how many times, the points after its cap, and the arithmetic."""

    deed: str
    name: Sentence
    times: Number
    points: Fraction
    said: Sentence
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One subject of a ranking: points and place (None: not ranked, ``why``), its tier and the places it may have.

    ``place``, ``tier``, ``low`` and ``high`` count within ``klass``, the class it is ranked in (empty: one field).
    ``spread`` is the standard error of its points; nought where nothing rests on single projects. ``told`` are the
    measures that lists of honour look at beside the points.
    """

    subject: str
    name: str
    klass: str = ""
    points: Fraction | None = None
    place: int | None = None
    tied: bool = False
    tier: int | None = None
    low: int | None = None
    high: int | None = None
    spread: float = 0.0
    parts: tuple[Part, ...] = ()
    deeds: tuple[Taken, ...] = ()
    missing: tuple[str, ...] = ()
    why: Sentence = NOTHING
    told: Mapping[str, Number] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The points to two decimals; empty where it is not ranked."""
        return "" if self.points is None else two(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A ranking of a month by a sheet: ranked subjects by class and place, those not ranked last.

    ``weights`` are those of the month; ``confidence`` is what the places' intervals hold with, and ``certainty``
    says in words what they rest on.
    """

    sheet: str
    name: Sentence
    month: str
    weights: Mapping[str, Fraction]
    placed: tuple[Placed, ...]
    confidence: Fraction
    certainty: Sentence

    def of(self, subject: str) -> Placed:
        """One subject's place."""
        return next(one for one in self.placed if one.subject == subject)


def two(value: Number) -> str:
    """A number to two decimals, half up, as rankings print points."""
    hundredths = floor(abs(Fraction(value)) * 100 + Fraction(1, 2))
    sign = "-" if value < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"
