"""Round amounts are held against the reporter's own past, by an exact test that small samples pass."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ballast.rulebook.checks import CheckParams, Habit, examine_habit, habit
from ballast.rulebook.checks.heaping import Tally, tail

MILLION = 1_000_000


def asks(recent: tuple[int, int], earlier: tuple[int, int]) -> bool:
    return bool(examine_habit(Habit(Tally(*recent), Tally(*earlier))))


def test_a_change_is_asked_about_and_a_habit_is_not() -> None:
    assert asks((24, 40), (32, 160))
    assert not asks((40, 40), (160, 160))
    assert not asks((8, 40), (32, 160))
    assert not asks((2, 40), (150, 160))


def test_small_samples_and_small_changes_ask_nothing() -> None:
    assert not asks((19, 19), (0, 160))
    assert not asks((24, 40), (0, 39))
    assert not asks((330, 1000), (800, 4000))  # thirteen points: certain, but not far


def test_the_finding_says_all_four_counts() -> None:
    [found] = examine_habit(Habit(Tally(24, 40), Tally(32, 160)))
    assert all(said in found.sentence.zh for said in ("40 个", "24 个（60%）", "160 个", "32 个（20%）", "100 万元"))


def test_the_months_are_counted_back_over_the_year_and_zeros_are_no_amounts() -> None:
    told = [("2025-02", MILLION), ("2024-12", 5), ("2024-11", 0), ("2024-11", 2 * MILLION), ("2023-12", MILLION),
            ("2023-11", MILLION), ("2025-03", MILLION)]  # fmt: skip
    assert habit(told, "2025-02", CheckParams()) == Habit(Tally(1, 2), Tally(2, 2))


@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 4), st.integers(0, 4))
def test_the_tail_is_the_count_of_all_draws(a: int, b: int, c: int, d: int) -> None:
    """Against counting every way to choose the recent amounts out of all."""
    recent, earlier = Tally(a, a + b), Tally(c, c + d)
    rounds, everything = a + c, range(a + b + c + d)
    draws = [sum(place < rounds for place in drawn) for drawn in combinations(everything, a + b)]
    ways, all_ways = tail(recent, earlier)
    assert Fraction(ways, all_ways) == Fraction(sum(drawn >= a for drawn in draws), len(draws))
