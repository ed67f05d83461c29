"""From the ballots on one project to its points: trimmed means by kind of judges, weighed, times its coefficient."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ballast.rulebook.books.tours import Tour, Trim
from ballast.rulebook.touring.ballots import Marks


@dataclass(frozen=True, slots=True)
class Ballot:
    """One judge's marks of one project, and the kind of judges they are of."""

    kind: str
    marks: Marks

    @property
    def total(self) -> Fraction:
        """All its marks together."""
        return sum(self.marks.values(), Fraction(0))


@dataclass(frozen=True, slots=True)
class Trimmed:
    """One mean: what was counted, lowest first, and what was dropped at either end."""

    kept: tuple[Fraction, ...]
    lowest: tuple[Fraction, ...] = ()
    highest: tuple[Fraction, ...] = ()

    @property
    def mean(self) -> Fraction:
        """The mean of what was counted."""
        return sum(self.kept, Fraction(0)) / len(self.kept)


@dataclass(frozen=True, slots=True)
class OfKind:
    """What one kind of judges gave a project: a mean for every item, and of the whole."""

    kind: str
    weight: Fraction
    ballots: int
    items: Mapping[str, Trimmed]
    totals: Trimmed


@dataclass(frozen=True, slots=True)
class ProjectMark:
    """A project marked: by kind of judges, by item, as a whole, and with its difficulty."""

    code: str
    kinds: tuple[OfKind, ...]
    items: Mapping[str, Fraction]
    coefficient: Fraction
    untrimmed: Fraction

    @property
    def raw(self) -> Fraction:
        """What its items add up to."""
        return sum(self.items.values(), Fraction(0))

    @property
    def points(self) -> Fraction:
        """With its difficulty."""
        return self.raw * self.coefficient


def trimmed(values: Sequence[Fraction], trim: Trim | None) -> Trimmed:
    """The values in order, without those the chapter drops."""
    ordered = tuple(sorted(values))
    if trim is None or len(ordered) < trim.from_ballots:
        return Trimmed(ordered)
    end = len(ordered) - trim.highest
    return Trimmed(ordered[trim.lowest : end], ordered[: trim.lowest], ordered[end:])


def lacking(tour: Tour, ballots: Sequence[Ballot]) -> list[str]:
    """The kinds of judges of whom no ballot came in: without them there are no points."""
    return [kind for kind in tour.judges if not any(ballot.kind == kind for ballot in ballots)]


def marked(tour: Tour, code: str, ballots: Sequence[Ballot], coefficient: Fraction = Fraction(1)) -> ProjectMark:
    """The points of a project; of every kind of judges at least one ballot is there."""
    kinds = tuple(_of_kind(tour, kind, ballots, tour.trim) for kind in tour.judges)
    plain = tuple(_of_kind(tour, kind, ballots, None) for kind in tour.judges)
    items = {
        item.code: sum((one.weight * one.items[item.code].mean for one in kinds), Fraction(0)) for item in tour.items
    }
    untrimmed = sum((one.weight * one.totals.mean for one in plain), Fraction(0)) * coefficient
    return ProjectMark(code, kinds, items, coefficient, untrimmed)


def _of_kind(tour: Tour, kind: str, ballots: Sequence[Ballot], trim: Trim | None) -> OfKind:
    mine = [ballot for ballot in ballots if ballot.kind == kind]
    totals = trimmed([ballot.total for ballot in mine], trim)
    if trim is not None and trim.of == "total" and len(mine) >= trim.from_ballots:
        # Ballots of one total are told apart by their marks, so that it never matters which came first.
        ordered = sorted(mine, key=lambda ballot: (ballot.total, *(ballot.marks[item.code] for item in tour.items)))
        counted = ordered[trim.lowest : len(ordered) - trim.highest]
        items = {item.code: trimmed([ballot.marks[item.code] for ballot in counted], None) for item in tour.items}
    else:
        items = {item.code: trimmed([ballot.marks[item.code] for ballot in mine], trim) for item in tour.items}
    return OfKind(kind, tour.judges[kind].weight, len(mine), items, totals)
