"""From plain keys to the facts a measure sees."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.grammar.amounts import Quantity
from ballast.rulebook.measures.facts import (
    AreaFacts,
    Dates,
    Excused,
    Extension,
    Funds,
    Number,
    Outputs,
    Pause,
    ProjectFacts,
)
from ballast.rulebook.sight.seen import DEPARTMENT
from ballast.rulebook.terms import Basis, FundChannel
from ballast.rulebook.trying.plain import DATED, AreaCase, DepartmentCase, ExcusedCase, ProjectCase, Reported

SAME = (
    "name", "serial", "nature", "land_mode", "industry", "lead_industry", "strategic", "start_on_land", "responsible",
    "linked_leader", "start_year", "end_year", "total_investment", "done_by_last_year",
)  # fmt: skip


def project(case: ProjectCase, on: date, month: str) -> ProjectFacts:
    """The facts of a project case on a day, with its peers and itself; ``month`` is the last month reported."""
    own, *others = (_project(one, on, month) for one in (case, *case.peers))
    return replace(own, peers=(own, *others))


def together(areas: Iterable[AreaFacts]) -> list[AreaFacts]:
    """Areas whose projects are placed among those of all of them."""
    told = list(areas)
    peers = tuple(one for area in told for one in area.projects)
    return [replace(area, projects=tuple(replace(one, peers=peers) for one in area.projects)) for area in told]


def _project(case: ProjectCase, on: date, month: str) -> ProjectFacts:
    told = {Basis.DECLARED: case, Basis.VERIFIED: case.verified, Basis.STATISTICAL: case.statistical}
    return ProjectFacts(
        on=on, month=month, **{name: getattr(case, name) for name in SAME},
        area=case.area or case.county, area_name=case.area or case.county, county=case.county or case.area,
        county_name=case.county or case.area, lists=frozenset(case.lists),
        land_mu=_thousandths(case.land_mu), developed_mu=_thousandths(case.developed_mu),
        plans={int(month[:4]): case.annual_plan} | {int(year): amount for year, amount in case.plans.items()},
        targets=case.tasks,
        progress={str(basis): _progress(one, month, case) for basis, one in told.items()},
        milestones=_milestones(case.dates), funding=_funding(case, month),
        promise=Outputs(case.promised.output, case.promised.tax, case.promised.jobs),
        outputs=_outputs(case, month), photos=frozenset(case.photos),
        pauses=tuple(Pause(one.clock, one.reason, one.since, one.until) for one in case.pauses),
        extensions=tuple(Extension(one.clock, one.granted) for one in case.extensions),
        excused=_excused(case.exceptions), past=case.past,
    )  # fmt: skip


def _thousandths(said: Quantity | None) -> int | None:
    return None if said is None or isinstance(said.value, date) else int(said.value * 1000)


def _progress(told: Reported, month: str, case: ProjectCase) -> dict[str, Amounts]:
    """Months with their running sums; the sums written down go before those added up; nodes stand as declared."""
    found: dict[str, Amounts] = {}
    before = case.done_by_last_year
    for one in sorted(told.completed):
        known = [amount for name, amount in told.completed.items() if name[:4] == one[:4] and name <= one]
        year = sum(amount for amount in known if amount is not None) if any(a is not None for a in known) else None
        whole = before + year if before is not None and year is not None and one[:4] == month[:4] else None
        found[one] = Amounts(told.completed[one], year, whole)
    if told.year_to_date is not None or told.to_date is not None:
        here = found.get(month, Amounts())
        year = here.year_to_date if told.year_to_date is None else told.year_to_date
        found[month] = Amounts(here.month_completed, year, here.to_date if told.to_date is None else told.to_date)
    for one, node in case.nodes.items() if told is case else ():
        found[one] = found.get(one, Amounts())._replace(node=node)
    return found


def _milestones(dates: Mapping[str, date]) -> dict[tuple[str, str], Dates]:
    found: dict[tuple[str, str], Dates] = {}
    for key, day in dates.items():
        part = DATED.fullmatch(key)
        if part is not None:
            place = (part["kind"], part["basis"] or str(Basis.DECLARED))
            known = found.get(place, Dates())
            found[place] = known._replace(planned=day) if part["planned"] else known._replace(actual=day)
    return found


def _funding(case: ProjectCase, month: str) -> dict[str, dict[str, Funds]]:
    found = {str(name): {month: Funds(one.agreed, one.paid_in)} for name, one in case.funds.items()}
    if case.agreed is not None or case.paid_in is not None:
        found[str(FundChannel.OTHER)] = {month: Funds(case.agreed, case.paid_in)}
    return found


def _outputs(case: ProjectCase, month: str) -> dict[str, Outputs]:
    made = Outputs(case.made.output, case.made.tax, case.made.jobs)
    return {} if made == Outputs() else {month: made}


def _excused(told: tuple[ExcusedCase, ...]) -> tuple[Excused, ...]:
    return tuple(Excused(one.kind, one.since, one.until, frozenset(one.rules)) for one in told)


def area(case: AreaCase, on: date, month: str) -> AreaFacts:
    """The facts of an area case on a day; its peers are its own peers' and itself."""
    own, *peers = together([_area(case, on, month), *(_area(peer, on, month, case.city) for peer in case.peers)])
    return replace(own, peers=(own, *peers) if peers else ())


def department(case: DepartmentCase, on: date, month: str) -> AreaFacts:
    """The facts of a department case on a day, with its peers and itself."""
    own, *others = together(
        AreaFacts(
            on=on, month=month, code=one.name, name=one.name, kind=DEPARTMENT, past=one.past,
            projects=tuple(_project(each, on, month) for each in one.projects),
        )
        for one in (case, *case.peers)
    )  # fmt: skip
    return replace(own, peers=(own, *others))


def _area(case: AreaCase, on: date, month: str, city: Any = None) -> AreaFacts:
    return AreaFacts(
        on=on, month=month, code=case.code or case.name, name=case.name or case.code, kind=str(case.kind),
        figures=_series(case.figures), targets=_series(case.targets), city=_series(case.city or city or {}),
        projects=tuple(_project(one, on, month) for one in case.projects),
        late_days={} if case.late_days is None else {month: case.late_days},
        unreported={} if case.unreported is None else {month: case.unreported},
        excused=_excused(case.exceptions), past=case.past,
    )  # fmt: skip


def _series(told: Mapping[str, Mapping[str, Quantity | None]]) -> dict[str, dict[str, Number | None]]:
    return {name: {when: _number(said) for when, said in series.items()} for name, series in told.items()}


def _number(said: Quantity | None) -> Number | None:
    return said.value if said is not None and isinstance(said.value, Fraction) else None
