"""Gathering: what the ledger knows of projects and areas, as the plain facts that a policy book's measures see."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from ballast.kit.collector import paused_collector
from ballast.kit.phones import masked
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.queries import Whole
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.queries import Told
from ballast.rooms.supervision import standing
from ballast.rooms.supervision.standing import Granted
from ballast.rulebook import months
from ballast.rulebook.measures.facts import AreaFacts, Dates, Number, Outputs, Past, ProjectFacts
from ballast.rulebook.terms import AreaKind

# A figure of the catalogue by area code (empty: the whole city), told by the floor above: (code, month) -> values.
Figures = Callable[[str, str], Mapping[str, Number | None]]
THOUSANDTHS = 1_000
BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What is looked at: the month, the day it is looked at on, and the moment of knowing (None: now)."""

    month: str
    on: date
    at: datetime | None = None


def month_end(month: str, at: datetime | None = None) -> Seen:
    """A month as it stood at its end, as known at ``at``."""
    return Seen(month, months.last_day(month), at)


def projects(
    seen: Seen, *, ids: Collection[int] | None = None, past: Mapping[int, Past] | None = None
) -> Iterator[tuple[int, ProjectFacts]]:
    """The facts of all projects (of ``ids``), batch by batch, so that memory stays flat however many there are.

    ``past`` are lights as published, by project.
    """
    areas = {area.id: area for area in people.areas()}
    by_code = {area.code: area for area in areas.values()}
    for batch in [list(ids)] if ids is not None else registry.in_batches(at=seen.at, size=BATCH):
        with paused_collector():
            known = registry.wholes(batch, on=seen.on, at=seen.at)
            clocks, told = lifecycle.clocks(batch, at=seen.at), reporting.told(batch, until=seen.month, at=seen.at)
            granted = standing.granted(batch, at=seen.at)
        for project in batch:
            if (whole := known.get(project)) is None:
                continue
            area = areas[whole.card["area_id"]]
            mine = _Mine(
                told.get(project) or Told(), clocks.get(project, {}), granted.get(project) or Granted(),
                past.get(project, {}) if past else {},
            )  # fmt: skip
            yield project, _project(seen, whole, area, by_code[area.county_code], mine)


class _Mine(NamedTuple):
    """What the rooms above the registry know of one project."""

    told: Told
    clocks: Mapping[tuple[str, str], Dates]
    granted: Granted
    past: Past


def _project(seen: Seen, whole: Whole, area: AreaCard, county: AreaCard, mine: _Mine) -> ProjectFacts:
    card, park = whole.card, area.kind is AreaKind.PARK
    output, tax, jobs, on_land = whole.promise
    names = ("nature", "land_mode", "industry", "lead_industry", "strategic", "responsible", "linked_leader",
             "start_year", "end_year", "total_investment", "done_by_last_year", "name")  # fmt: skip
    return ProjectFacts(
        on=seen.on, month=seen.month, serial=whole.serial, area=area.code, area_name=area.name, county=county.code,
        county_name=county.name, park=area.code if park else "", lists=whole.lists,
        start_on_land=on_land, land_mu=None if card["land_mu"] is None else int(card["land_mu"] * THOUSANDTHS),
        developed_mu=None if whole.developed is None else int(whole.developed * THOUSANDTHS), targets=whole.tasks,
        plans=whole.plans, photos=whole.photos, promise=Outputs(output, tax, jobs),
        progress=mine.told.progress, outputs=mine.told.outputs, funding=whole.funding, milestones=mine.clocks,
        pauses=tuple(mine.granted.pauses), extensions=tuple(mine.granted.extensions),
        excused=tuple(mine.granted.excused), past=mine.past,
        **{name: card[name] for name in names},
    )  # fmt: skip


def areas(
    seen: Seen, *, figures: Figures | None = None, codes: Collection[str] = (), look_back: int = 0,
    tables: bool = False, of: Mapping[str, list[ProjectFacts]] | None = None, past: Mapping[str, Past] | None = None,
) -> dict[str, AreaFacts]:  # fmt: skip
    """The facts of every county and park, by code: indicators, the figures ``codes`` asked for, and their projects.

    ``figures`` answers for figures of the catalogue, of the month and of ``look_back`` months before it and a year
    before each; ``tables`` asks for how late the monthly tables came; ``of`` are the projects by area code, a
    county's with those of its parks.
    """
    cards = people.areas()
    published, asked_of = reporting.indicators(at=seen.at), reporting.targets(at=seen.at)
    city = next((area for area in cards if area.kind is AreaKind.CITY), None)
    asked = _asked(seen, figures, codes, look_back)
    handed_in = reporting.lateness(_back(seen, look_back), at=seen.at) if tables else {}
    granted = standing.granted_areas(at=seen.at)
    places = [area for area in cards if area.kind is not AreaKind.CITY]
    told = {
        area.code: AreaFacts(
            on=seen.on, month=seen.month, code=area.code, name=area.name, kind=str(area.kind),
            figures={**published.get(area.id, {}), **asked.get(area.code, {})},
            targets=asked_of.get(area.id, {}),
            city={**(published.get(city.id, {}) if city else {}), **asked.get("", {})},
            projects=tuple((of or {}).get(area.code, ())), excused=tuple(granted.get(area.id, ())),
            late_days={month: one.late_days for month, one in handed_in.get(area.code, {}).items()},
            unreported={month: one.unreported for month, one in handed_in.get(area.code, {}).items()},
            past=(past or {}).get(area.code, {}),
        )
        for area in places
    }  # fmt: skip
    peers = tuple(told.values())
    return {code: replace(facts, peers=peers) for code, facts in told.items()}


def _back(seen: Seen, look_back: int) -> list[str]:
    return [months.before(seen.month, back) for back in range(look_back + 1)]


def _asked(
    seen: Seen, figures: Figures | None, codes: Collection[str], look_back: int
) -> dict[str, dict[str, dict[str, Number | None]]]:
    """The figures asked of the floor above, by area code, figure and month."""
    found: defaultdict[str, dict[str, dict[str, Number | None]]] = defaultdict(dict)
    if figures is None:
        return found
    wanted = {months.before(seen.month, back + year) for back in range(look_back + 2) for year in (0, 12)}
    for code in codes:
        for month in sorted(wanted):
            for area, value in figures(code, month).items():
                found[area].setdefault(code, {})[month] = value
    return found


def grouped(
    seen: Seen, found: Mapping[str, list[ProjectFacts]], *, kind: str = "", past: Mapping[str, Past] | None = None
) -> dict[str, AreaFacts]:
    """Groups of projects (by department, by linked leader) taken as areas, each among the others, by name."""
    told = {
        name: AreaFacts(on=seen.on, month=seen.month, code=name, name=name, kind=kind, projects=tuple(found[name]),
                        past=(past or {}).get(name, {}))
        for name in sorted(found)
    }  # fmt: skip
    peers = tuple(told.values())
    return {name: replace(facts, peers=peers) for name, facts in told.items()}


def by_department(found: Mapping[int, ProjectFacts]) -> dict[str, list[ProjectFacts]]:
    """Projects by the responsible unit on their card, telephones masked; those without one are left out."""
    told: defaultdict[str, list[ProjectFacts]] = defaultdict(list)
    for facts in found.values():
        if facts.responsible:
            told[masked(facts.responsible)].append(facts)
    return dict(told)


def by_area(found: Mapping[int, ProjectFacts]) -> dict[str, list[ProjectFacts]]:
    """Projects by the code of their area; a county's with those of its parks."""
    told: defaultdict[str, list[ProjectFacts]] = defaultdict(list)
    for facts in found.values():
        for code in dict.fromkeys((facts.area, facts.county)):
            told[code].append(facts)
    return dict(told)
