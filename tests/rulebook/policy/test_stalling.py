"""The default lists of stalls agree with the clocks of the figures; due apart from not due; since when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook import books
from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.facts import Dates, Excused, Outputs, ProjectFacts
from ballast.rulebook.months import last_day
from ballast.rulebook.stalling import Standing, reckoned, stalled, told
from ballast.rulebook.stalls import Stall, stall
from ballast.rulebook.stalls import Standing as Wide
from ballast.rulebook.terms import LandMode

BOOK = books.default()
JUDGE = Judge(BOOK, PUBLISHED.is_workday)
DAYS = st.none() | st.dates(date(2022, 1, 1), date(2025, 9, 30))
KINDS = ("signed", "construction_permit", "started", "completed", "producing", "at_capacity")


def facts(month: str, **dates: date | None) -> ProjectFacts:
    """A project with declared dates; ``planned`` is the planned start."""
    planned = dates.pop("planned", None)
    milestones = {(kind, "declared"): Dates(None, day) for kind, day in dates.items()}
    if planned:
        milestones["started", "declared"] = Dates(planned, dates.get("started"))
    return ProjectFacts(on=last_day(month), month=month, milestones=milestones)


@given(
    st.fixed_dictionaries(dict.fromkeys((*KINDS, "planned"), DAYS)),
    st.sampled_from(["", *LandMode]), st.none() | st.integers(1, 9), st.sampled_from([None, 79, 80, 120]),
)  # fmt: skip
def test_the_default_lists_agree_with_the_stall_of_the_figures(
    dates: dict[str, date | None], land_mode: str, invested: int | None, reached: int | None
) -> None:
    month, last = "2025-09", f"2025-{invested:02d}" if invested else None
    known = {kind: day.isoformat() if day else None for kind, day in dates.items()}
    wide = stall(
        Wide(
            signed_on=known["signed"], permit_on=known["construction_permit"], planned_start_on=known["planned"],
            started_on=known["started"], completed_on=known["completed"], producing_on=known["producing"],
            at_capacity_on=known["at_capacity"], last_invested_month=last, land_mode=land_mode,
            promised=(100, None, None), reached=(reached, None, None),
        ),
        month, BOOK.stalls,
    )  # fmt: skip
    told_of = {
        "land_mode": land_mode, "promise": Outputs(100), "outputs": {month: Outputs(reached)},
        "progress": {"declared": {last: Amounts(1, 1, 1)} if last else {}},
    }  # fmt: skip
    see = JUDGE.see(_with(facts(month, **dates), told_of))
    due = [code for code in BOOK.stall_lists if stalled(see, code).standing is Standing.DUE]  # type: ignore[arg-type]
    assert due == ([str(wide)] if wide else [])


def _with(one: ProjectFacts, more: dict[str, object]) -> ProjectFacts:
    from dataclasses import replace

    return replace(one, **more)  # type: ignore[arg-type]


def test_the_codes_are_those_of_the_figures() -> None:
    assert set(BOOK.stall_lists) == set(map(str, Stall))


@pytest.mark.parametrize(
    ("month", "standing", "since"),
    [
        ("2025-03", Standing.OUTSIDE, ""), ("2025-04", Standing.NOT_DUE, ""), ("2025-06", Standing.NOT_DUE, ""),
        ("2025-07", Standing.DUE, "2025-07"), ("2025-12", Standing.DUE, "2025-07"),
    ],
)  # fmt: skip
def test_since_when_a_project_is_due(month: str, standing: Standing, since: str) -> None:
    found = stalled(JUDGE.see(facts(month, signed=date(2025, 4, 20))), "signed_not_started")  # type: ignore[arg-type]
    assert (found.standing, found.since) == (standing, since)


def test_a_stall_says_itself_and_what_it_looked_at() -> None:
    see = JUDGE.see(facts("2025-07", signed=date(2025, 4, 20)))
    found = stalled(see, "signed_not_started")  # type: ignore[arg-type]
    assert told(BOOK, found).zh == "签约不开工：到期未完成，2025-04-20 列入，自 2025-07 起到期"
    assert "2025-04-20" in " ".join(one.sentence.zh for one in reckoned(see, "signed_not_started"))  # type: ignore[arg-type]


def test_an_exception_suspends_a_stall_until_it_ends() -> None:
    cause = Excused("justified", date(2025, 7, 1), date(2025, 8, 31))
    for month, standing in (("2025-08", Standing.SUSPENDED), ("2025-09", Standing.DUE)):
        one = _with(facts(month, signed=date(2025, 4, 20)), {"excused": (cause,)})
        assert stalled(JUDGE.see(one), "signed_not_started").standing is standing  # type: ignore[arg-type]
