"""The form of tasks of a year, and how far what is set has come, county by county."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ballast.kit.ledger.journal import latest_moment
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.reporting.loop.gate import CITY_TIME
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.queries.place import area_named
from ballast.rooms.reporting.queries.seals import sealed_months
from ballast.rooms.reporting.tasks import known
from ballast.rooms.reporting.tasks.known import Row, Rows
from ballast.rooms.reporting.tasks.layout import MONTHS, PROJECTS
from ballast.rooms.reporting.tasks.reading import YEARS
from ballast.rooms.reporting.tasks.writing import write
from ballast.rulebook.books import Book
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind


@dataclass(frozen=True, slots=True)
class CountyTasks:
    """One county: its planned projects, their plans and tasks of the year in 元, and how many have each."""

    area: AreaCard
    projects: int
    plan: int
    task: int
    tasked: int
    landed: int
    developed: int


@dataclass(frozen=True, slots=True)
class TargetSet:
    """One target of the book: its name, its unit, and how many areas have it for the year or for a month of it."""

    name: str
    unit: str
    areas: int
    set: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksPage:
    """What is set for a year; ``city`` is the whole city's code where the form of all is theirs to fill."""

    year: int
    years: list[int]
    counties: list[CountyTasks]
    targets: list[TargetSet]
    sealed: list[int]
    city: str


def year_named(text: str, *, at: datetime) -> int:
    """The year asked for, else that of ``at``. Raises Refusal."""
    if not text:
        return at.astimezone(CITY_TIME).year
    if text.isascii() and text.isdigit() and len(text) == 4 and int(text) in YEARS:
        return int(text)
    said = Sentence(f"“{text[:20]}”不是年份；应写作 2026", f"{text[:20]!r} is not a year; write it as 2026")
    raise Refusal(said, where="year", code="unknown_year")


def tasks_page(year: int, *, mine: Hands, at: datetime) -> TasksPage:
    """What is set for a year of the projects and areas that ``mine`` may set it for."""
    held, this = mine.reach(Power.TASKS), at.astimezone(CITY_TIME).year
    rows = known.projects(held, year)
    targets = known.areas(_book(year, at), year) if _may_target(mine) else {}
    counties = [area for area in people.areas() if area.kind is not AreaKind.CITY and area.code == area.county_code]
    return TasksPage(
        year=year, years=sorted({this - 1, this, this + 1, year}, reverse=True), targets=_targets(targets),
        counties=[_county(area, [row for row in rows.values() if row.said["county"] == area.name])
                  for area in counties if held.whole(area.code)],
        sealed=sorted(int(month[5:]) for month in sealed_months(year)),
        city=_city() if held.areas is None or _may_target(mine) else "",
    )  # fmt: skip


def tasks_form(year: int, area: str, *, mine: Hands, at: datetime) -> tuple[str, bytes]:
    """The name and the bytes of the form of an area (code or name; empty: all that is theirs) for a year.

    Areas' targets and what the statistics office published stand on the whole city's. Raises Refusal for no such
    area, NotAllowed for another's.
    """
    held = mine.reach(Power.TASKS)
    card = area_named(area) if area else None
    whole = card is None or card.kind is AreaKind.CITY
    if card is not None and not (held.whole(card.code) or (whole and _may_target(mine))):
        said = Sentence("这不是您负责的地区", "This is not an area you answer for")
        raise NotAllowed(said, where=area, code="not_your_area")
    within = None if whole or card is None else people.own_and_below(card.code)
    sheets = {PROJECTS: known.projects(held, year, within=within)}
    if whole and _may_target(mine):
        sheets |= {layout: rows(_book(year, at), year) for layout, rows in known.OF_AREAS.items()}
    place = card.name if card else ""
    data = write(year, sheets, place=place, sealed=sealed_months(year), issued=latest_moment())
    return f"{place}{year}年任务分解表.xlsx", data


def _book(year: int, at: datetime) -> Book:
    return known.book_of(year, f"{at.astimezone(CITY_TIME):%Y-%m}")


def _may_target(mine: Hands) -> bool:
    return mine.at_the_server or people.may(mine.official, Power.TARGETS)


def _city() -> str:
    return next((area.code for area in people.areas() if area.kind is AreaKind.CITY), "")


def _county(area: AreaCard, rows: Iterable[Row]) -> CountyTasks:
    rows = list(rows)
    months = [_amounts(row.said[month] for month in MONTHS) for row in rows]
    return CountyTasks(
        area=area, projects=len(rows), plan=sum(_amounts(row.said["plan"] for row in rows)),
        task=sum(map(sum, months)), tasked=sum(map(bool, months)),
        landed=sum(row.said["land"] is not None for row in rows),
        developed=sum(row.said["developed"] is not None for row in rows),
    )  # fmt: skip


def _amounts(said: Iterable[object]) -> list[int]:
    return [amount for amount in said if isinstance(amount, int)]


def _targets(rows: Rows) -> list[TargetSet]:
    found: dict[str, list[Row]] = {}
    for (_, code), row in rows.items():
        found.setdefault(code, []).append(row)
    return [
        TargetSet(str(of[0].said["name"]), of[0].how.zh, len(of),
                  sum(any(row.said[key] is not None for key in ("year", *MONTHS)) for row in of))
        for of in found.values()
    ]  # fmt: skip
