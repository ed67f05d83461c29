"""What moved points: each indicator's value apart from its weight; and how to pass the next place."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ballast.kit.sentence import Sentence
from ballast.rulebook.causes import causes
from ballast.rulebook.scoring import Part, Placed

NAME = Sentence("项", "part")
SHARES = st.fractions(0, 1, max_denominator=20)
WEIGHTS = st.integers(0, 60)


def placed(*told: tuple[str, Fraction, int]) -> Placed:
    """A subject whose parts earned a share of their weights."""
    parts = tuple(
        Part(indicator=code, name=NAME, measure=code, value=1, shown=NAME, points=share * full, full=Fraction(full),
             place=1, said=NAME)
        for code, share, full in told
    )  # fmt: skip
    return Placed(subject="a", name="a", points=sum((part.points for part in parts), Fraction(0)), place=1, parts=parts)


def test_a_change_is_the_values_part_and_the_weights_part() -> None:
    [one] = causes(placed(("x", Fraction(1, 2), 20)), placed(("x", Fraction(3, 4), 40)))
    assert (one.change, one.by_weight, one.by_value) == (20, 10, 10)


def test_an_indicator_that_comes_in_comes_by_its_weight() -> None:
    [one] = causes(placed(), placed(("x", Fraction(1, 2), 20)))
    assert (one.change, one.by_weight, one.by_value) == (10, 10, 0)


@given(st.lists(st.tuples(SHARES, WEIGHTS, SHARES, WEIGHTS), max_size=5))
def test_the_causes_add_up_to_the_change(told: list[tuple[Fraction, int, Fraction, int]]) -> None:
    old = placed(*((str(n), share, full) for n, (share, full, _, _) in enumerate(told)))
    new = placed(*((str(n), share, full) for n, (_, _, share, full) in enumerate(told)))
    found = causes(old, new)
    assert sum((one.change for one in found), Fraction(0)) == (new.points or 0) - (old.points or 0)
    assert all(one.by_value + one.by_weight == one.change for one in found)
