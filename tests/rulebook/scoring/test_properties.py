"""What holds of every ranking, and what a county cannot do under a book that claims to withstand it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook import books
from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.facts import AreaFacts, Dates, Outputs, ProjectFacts
from ballast.rulebook.scoring import Placed, standing
from ballast.rulebook.scoring import subject as read
from rulebook.scoring.sheets import ranked, reading, sheet, subject
from rulebook.scoring.test_normalisers import BY

MONTH = "2025-07"
few = settings(max_examples=30, deadline=None)
kinds = st.sampled_from([by for by, _ in BY.values()])
values = st.one_of(st.fractions(0, 200, max_denominator=7), st.integers(0, 3), st.just("missing"), st.just("not_due"))
fields = st.lists(values, min_size=2, max_size=7)


@few
@given(by=kinds, told=fields, seed=st.randoms(use_true_random=False))
def test_equal_values_get_equal_points_whoever_comes_first_and_points_keep_their_bounds(by, told, seed) -> None:  # type: ignore[no-untyped-def]
    rules = sheet(by)
    of = {f"{place:02d}": value for place, value in enumerate(told)}
    found = ranked(rules, of)
    shuffled = list(of)
    seed.shuffle(shuffled)
    assert ranked(rules, {code: of[code] for code in shuffled}) == found
    by_value: dict[object, Fraction] = {}
    for one in found.placed:
        assert one.points is not None and one.points >= 0
        assert one.points <= 100 or 'most = "1' in by or "capped = false" in by
        assert by_value.setdefault(of[one.subject], one.points) == one.points
        assert one.points == sum(part.points for part in one.parts)


@few
@given(by=kinds, told=st.lists(st.integers(0, 200), min_size=2, max_size=6), more=st.integers(0, 60))
def test_a_better_value_is_never_worse(by: str, told: list[int], more: int) -> None:
    rules, of = sheet(by), {f"{place:02d}": reading(value) for place, value in enumerate(told)}
    before, after = ranked(rules, of).of("00"), ranked(rules, of | {"00": reading(told[0] + more)}).of("00")
    assert before.points is not None and after.points is not None and after.points >= before.points
    assert (after.place or 0) <= (before.place or 0)


@cache
def judge() -> Judge:
    """Ballast's own book, which claims all three."""
    return Judge(books.standard(), PUBLISHED.is_workday)


money = st.integers(0, 900)
started = st.sampled_from([None, date(2023, 5, 1), date(2025, 3, 1), date(2025, 9, 1)])


@st.composite
def projects(draw: st.DrawFn) -> ProjectFacts:
    """A project with its start as verified, what the statistics have of it, and what it makes."""
    year, to_date, output, tax = draw(money), draw(money), draw(money), draw(money)
    at, made = draw(started), draw(st.booleans())
    return ProjectFacts(
        on=date(2025, 7, 31), month=MONTH, lists=frozenset({"key69"}), plans={2025: draw(money)},
        total_investment=draw(money), progress={"statistical": {MONTH: Amounts(None, year, year + to_date)}},
        milestones={
            ("started", "verified"): Dates(date(2025, 1, 1), at),
            ("producing", "declared"): Dates(None, at if made else None),
        },
        outputs={MONTH: Outputs(output, tax, None)},
    )  # fmt: skip


counties = st.lists(st.lists(projects(), max_size=4), min_size=2, max_size=4)


def first(of: list[list[ProjectFacts]]) -> Placed:
    """The first county's place among all, by Ballast's own sheet."""
    subjects = [
        read(judge().see(AreaFacts(  # type: ignore[arg-type]
            on=date(2025, 7, 31), month=MONTH, code=f"{place}", name=f"{place}", kind="county", projects=tuple(found),
            figures={"fai": {"2024-07": 100, MONTH: 105 + place}}, late_days={MONTH: 0},
        )), "league")
        for place, found in enumerate(of)
    ]  # fmt: skip
    return standing(books.standard(), "league", MONTH, subjects).of("0")


def no_better(before: Placed, after: Placed) -> None:
    assert before.points is not None and after.points is not None and after.points <= before.points
    assert before.place is not None and after.place is not None and after.place >= before.place


@few
@given(of=counties, which=st.integers(0, 3))
def test_no_county_rises_by_parking_a_project_outside_the_base(of: list[list[ProjectFacts]], which: int) -> None:
    before = first(of)
    if which < len(of[0]):
        parked = [*of[0][:which], *of[0][which + 1 :]]
        no_better(before, first([parked, *of[1:]]))
        unlisted = replace(of[0][which], lists=frozenset(), plans={})
        assert first([[*parked, unlisted], *of[1:]]).points == before.points


@few
@given(of=counties, which=st.integers(0, 3), part=st.fractions(0, 1, max_denominator=9))
def test_no_county_rises_by_making_two_projects_of_one(
    of: list[list[ProjectFacts]], which: int, part: Fraction
) -> None:
    if which < len(of[0]):
        whole = of[0][which]
        halves = [_share(whole, part, whole_first=True), _share(whole, part, whole_first=False)]
        split = first([[*of[0][:which], *of[0][which + 1 :], *halves], *of[1:]])
        before = first(of)
        assert (split.points, split.place) == (before.points, before.place)


def _share(whole: ProjectFacts, part: Fraction, *, whole_first: bool) -> ProjectFacts:
    """One of the two parts a project is split into, each amount to the 元."""

    def cut(amount: int | None) -> int:
        one = int((amount or 0) * part)
        return one if whole_first else (amount or 0) - one

    told, made = whole.progress["statistical"][MONTH], whole.outputs[MONTH]
    return replace(
        whole, total_investment=cut(whole.total_investment),
        progress={"statistical": {MONTH: Amounts(None, cut(told.year_to_date), cut(told.to_date))}},
        outputs={MONTH: Outputs(cut(made.output), cut(made.tax), None)},
    )  # fmt: skip


@few
@given(of=counties, more=st.lists(projects(), min_size=1, max_size=3))
def test_no_county_rises_by_projects_that_have_not_started(
    of: list[list[ProjectFacts]], more: list[ProjectFacts]
) -> None:
    idle = [
        replace(one, milestones={("signed", "declared"): Dates(None, date(2025, 2, 1))}, total_investment=10**11)
        for one in more
    ]
    before, after = first(of), first([[*of[0], *idle], *of[1:]])
    assert (after.points, after.place) == (before.points, before.place)


def test_a_subject_needs_no_name_to_be_equal() -> None:
    same = [subject(code, {"plan_done": 50}) for code in "甲乙"]
    found = standing(sheet('kind = "efficacy"'), "league", MONTH, same)
    assert {one.shown for one in found.placed} == {"100.00"}
