"""Ballots into points: whatever the order, within the bounds, and no judge alone moves a trimmed mean far."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ballast.rulebook.books.tours import Tour
from ballast.rulebook.touring import Ballot, County, faults, marked, marks_of, placed, trimmed, written
from rulebook.touring.tours_of import CODES, FULL, tour

FEW = settings(max_examples=40)
MARKS = [st.integers(0, full * 10).map(lambda tenths: Fraction(tenths, 10)) for full in FULL]


def ballots(kind: str, *, least: int = 1) -> st.SearchStrategy[list[Ballot]]:
    """Ballots of one kind of judges."""
    marks = st.tuples(*MARKS).map(lambda said: Ballot(kind, dict(zip(CODES, said, strict=True))))
    return st.lists(marks, min_size=least, max_size=8)


BOTH = st.tuples(ballots("leaders"), ballots("departments")).map(lambda pair: [*pair[0], *pair[1]])
TOURS = st.sampled_from([tour(), tour(of="item"), tour(trim=False)])


@FEW
@given(TOURS, BOTH, st.randoms())
def test_the_order_of_ballots_never_matters(page: Tour, found: list[Ballot], chance: object) -> None:
    before = marked(page, "p", found)
    chance.shuffle(found)  # type: ignore[attr-defined]
    assert marked(page, "p", found) == before


@FEW
@given(TOURS, BOTH, st.integers(95, 105).map(lambda percent: Fraction(percent, 100)))
def test_points_stay_within_what_the_ballots_say(page: Tour, found: list[Ballot], by: Fraction) -> None:
    mark = marked(page, "p", found, by)
    for code, full in zip(CODES, FULL, strict=True):
        given_ = [ballot.marks[code] for ballot in found]
        assert 0 <= min(given_) <= mark.items[code] <= max(given_) <= full
    assert mark.points == sum(mark.items.values()) * by <= 100 * by


@FEW
@given(st.lists(MARKS[0], min_size=4, max_size=9), MARKS[0], MARKS[0])
def test_one_judge_moves_a_trimmed_mean_only_between_the_others(
    others: Sequence[Fraction], one: Fraction, other: Fraction
) -> None:
    trim = tour().trim
    first, second = (trimmed([*others, said], trim).mean for said in (one, other))
    ordered = sorted(others)
    low, high = ordered[:-1], ordered[1:]
    assert sum(low) / len(low) <= first <= sum(high) / len(high)
    assert abs(first - second) <= (ordered[-1] - ordered[0]) / (len(others) - 1)


def test_by_total_the_outer_ballots_go_whole_and_by_item_each_item_loses_its_own() -> None:
    said = [(40, 0, 0), (0, 40, 0), (20, 20, 20), (10, 10, 5), (30, 30, 10)]
    found = [Ballot("leaders", dict(zip(CODES, map(Fraction, one), strict=True))) for one in said]
    found += [Ballot("departments", dict.fromkeys(CODES, Fraction(10)))]
    whole = marked(tour(), "p", found).kinds[0]
    assert (whole.totals.lowest, whole.totals.highest) == ((25,), (70,))
    assert whole.items["investment"].kept == (0, 20, 40)
    apart = marked(tour(of="item"), "p", found).kinds[0]
    assert apart.items["investment"].kept == (10, 20, 30)
    assert apart.items["technology"].lowest == (0,)


@FEW
@given(st.lists(st.tuples(MARKS[0], MARKS[1]), min_size=1, max_size=6), st.randoms())
def test_with_the_open_ties_drawn_no_place_is_shared(said: list[tuple[Fraction, Fraction]], chance: object) -> None:
    page = tour()
    counties = [_county(page, str(number), *marks) for number, marks in enumerate(said)]
    first = placed(page, counties)
    standing = placed(page, counties, [tuple(sorted(level)) for level in first.open])
    chance.shuffle(counties)  # type: ignore[attr-defined]
    assert placed(page, counties, [tuple(sorted(level)) for level in first.open]) == standing
    assert standing.open == ()
    assert [one.place for one in standing.placed] == list(range(1, len(said) + 1))
    assert [one.points for one in standing.placed] == sorted((one.points for one in counties), reverse=True)
    for group in {one.group for one in standing.placed}:
        places = [one.group_place for one in standing.placed if one.group == group]
        assert places == list(range(1, len(places) + 1))


def test_what_told_counties_of_equal_points_apart_is_said() -> None:
    page = tour()
    said = {"a": (30, 20), "b": (20, 30), "c": (20, 30), "d": (1, 1)}
    counties = [_county(page, code, *map(Fraction, marks)) for code, marks in said.items()]
    before = placed(page, counties)
    assert before.open == (frozenset("bc"),)
    after = placed(page, counties, [("c", "b")])
    assert [(one.code, one.by) for one in after.placed] == [("c", "draw"), ("b", "draw"), ("a", "progress"), ("d", "")]


def _county(page: Tour, code: str, investment: Fraction, progress: Fraction) -> County:
    marks = {"investment": investment, "progress": progress, "technology": Fraction(0)}
    group = "north" if int(code, 16) % 2 else "south"
    return County(code, group, (marked(page, code, [Ballot(kind, marks) for kind in page.judges]),))


def test_a_ballot_is_read_as_it_was_written_by_hand() -> None:
    page = tour()
    good = {"investment": "３６．５", "progress": "40", "technology": "0"}
    assert list(faults(page, good)) == []
    assert {code: written(mark) for code, mark in marks_of(page, good).items()} == {
        "investment": "36.5", "progress": "40", "technology": "0",
    }  # fmt: skip
    bad = {"investment": "40.1", "progress": "", "technology": "3.25"}
    assert [(code, said.zh) for code, said in faults(page, bad)] == [
        ("investment", "“投资”应为 0 至 40 分，不是 40.1"),
        ("progress", "“进度”还没有打分"),
        ("technology", "“技术”最多 1 位小数，不是 3.25"),
    ]
