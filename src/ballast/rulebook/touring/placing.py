"""Places of counties, in their group and over all, without ties: tie-breakers in order, and a draw where they fail."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from ballast.rulebook.books.tours import Tour
from ballast.rulebook.touring.marking import ProjectMark

DRAW = "draw"
Draws = Collection[tuple[str, ...]]  # each the order that was drawn, first place first


@dataclass(frozen=True, slots=True)
class County:
    """One county on the tour: its group, and its projects as they were marked."""

    code: str
    group: str
    projects: tuple[ProjectMark, ...]

    @property
    def points(self) -> Fraction:
        """The mean of its projects' points."""
        return sum((project.points for project in self.projects), Fraction(0)) / len(self.projects)

    def against(self, tie: str) -> Fraction:
        """What a tie-breaker compares: the more, the better."""
        if tie == "best_project":
            return max(project.points for project in self.projects)
        if tie == "untrimmed":
            return sum((project.untrimmed for project in self.projects), Fraction(0)) / len(self.projects)
        return sum((project.items[tie] for project in self.projects), Fraction(0)) / len(self.projects)


@dataclass(frozen=True, slots=True)
class Placed:
    """A county's places; ``by`` is the tie-breaker that put it before or after one of equal points, or ``draw``."""

    code: str
    group: str
    points: Fraction
    place: int
    group_place: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """All places, first place first; ``open`` are counties still level after every tie-breaker, to be drawn."""

    placed: tuple[Placed, ...]
    open: tuple[frozenset[str], ...] = ()


def placed(tour: Tour, counties: Sequence[County], draws: Draws = ()) -> Standing:
    """The places of all counties. Those in ``open`` stand in the order of their codes until a draw settles them."""
    drawn = {frozenset(order): order for order in draws}
    ordered: list[County] = []
    open_: list[frozenset[str]] = []
    for _, level in groupby(sorted(counties, key=lambda one: (_key(tour, one), one.code)), key=lambda c: _key(tour, c)):
        together = list(level)
        codes = frozenset(one.code for one in together)
        if len(together) > 1 and codes not in drawn:
            open_.append(codes)
        order = drawn.get(codes, ())
        ordered += sorted(together, key=lambda one, order=order: order.index(one.code) if order else 0)  # type: ignore[misc]
    return Standing(tuple(_numbered(tour, ordered, drawn)), tuple(open_))


def _key(tour: Tour, county: County) -> tuple[Fraction, ...]:
    return (-county.points, *(-county.against(tie) for tie in tour.ties))


def _numbered(tour: Tour, ordered: Sequence[County], drawn: Mapping[frozenset[str], object]) -> Iterator[Placed]:
    in_group: dict[str, int] = {}
    for place, county in enumerate(ordered, start=1):
        in_group[county.group] = in_group.get(county.group, 0) + 1
        beside = [*ordered[max(place - 2, 0) : place - 1], *ordered[place : place + 1]]
        level = [one for one in beside if one.points == county.points]
        ways = [_told_apart(tour, county, one) for one in level]
        by = max(ways, key=[*tour.ties, DRAW].index, default="")
        yield Placed(county.code, county.group, county.points, place, in_group[county.group], by)


def _told_apart(tour: Tour, one: County, other: County) -> str:
    """The first tie-breaker that tells two counties of equal points apart; else the draw."""
    return next((tie for tie in tour.ties if one.against(tie) != other.against(tie)), DRAW)
