"""The board of a tour's results: every county and project with its points, places and arithmetic in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.tours import queries
from ballast.rooms.tours.cards import EditionCard, NomineeCard, TourCard
from ballast.rooms.tours.counting import Counted
from ballast.rulebook.touring import Placed, ProjectMark
from ballast.rulebook.touring.explaining import of_county, of_item, of_project, of_tie, of_totals, two


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of one project: its mean and how it came about."""

    name: Sentence
    full: int
    points: str
    sums: Sentence


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One project: its name where it is the reader's to see, its items, and the sums behind its points."""

    nominee: NomineeCard
    seen: bool
    points: str
    items: tuple[ItemLine, ...]
    dropped: tuple[Sentence, ...]
    sums: Sentence


@dataclass(frozen=True, slots=True)
class CountyLine:
    """One county: its places, points, what told it from another of equal points, and its projects."""

    code: str
    name: str
    group: str
    place: int
    group_place: int
    points: str
    sums: Sentence
    tie: Sentence | None
    projects: tuple[ProjectLine, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The counties in their order, and those that are level to the last and wait for a draw."""

    lines: tuple[CountyLine, ...]
    level: tuple[tuple[tuple[str, str], ...], ...]


def board(tour: TourCard, counted: Counted, *, held: Reach) -> Board:
    """The results for one reader."""
    names = {area.code: area.name for area in people.areas()}
    seen = registry.within({one.project_id for one in counted.nominees}, held)
    lines = tuple(_county(tour, counted, one, names, seen) for one in counted.standing.placed)
    level = tuple(tuple((code, names[code]) for code in sorted(codes)) for codes in queries.level(tour))
    return Board(lines, level)


def beside(editions: Sequence[EditionCard]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Every county with its points and place in each edition, in the order of the newest; of one edition nothing."""
    if len(editions) < 2:
        return []
    names = {area.code: area.name for area in people.areas()}
    newest = sorted(editions[-1].places.items(), key=lambda one: one[1][1])
    return [(names[code], [(two(one.places[code][0]), one.places[code][1]) for one in editions]) for code, _ in newest]


def _county(tour: TourCard, counted: Counted, one: Placed, names: dict[str, str], seen: set[int]) -> CountyLine:
    mine = [nominee for nominee in counted.nominees if nominee.area_code == one.code]
    projects = tuple(_project(tour, each, counted.marks[each.project_id], seen) for each in mine)
    tie = of_tie(tour.rule, one.by) if one.by else None
    return CountyLine(
        one.code, names[one.code], tour.group_of(one.code).name, one.place, one.group_place, two(one.points),
        of_county(counted.counties[one.code]), tie, projects,
    )  # fmt: skip


def _project(tour: TourCard, nominee: NomineeCard, mark: ProjectMark, seen: set[int]) -> ProjectLine:
    items = tuple(
        ItemLine(item.label, item.full, two(mark.items[item.code]), of_item(tour.rule, mark, item.code))
        for item in tour.rule.items
    )
    dropped = tuple(of_totals(tour.rule, mark))
    return ProjectLine(
        nominee, nominee.project_id in seen, two(mark.points), items, dropped, of_project(tour.rule, mark)
    )
