"""Bands divide the line: every number falls in exactly one, or the book is refused with the stretch that is wrong."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.rulebook.books.lights import Band
from ballast.rulebook.lights import intervals
from ballast.rulebook.sight.truths import within

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=12)
Cut = tuple[Fraction, bool]


def bands(cuts: list[Cut], *, whole: bool = False) -> list[Band]:
    """Bands between cuts; a cut's number belongs to the band below it where it says so."""
    edges: list[Cut | None] = [None, *cuts, None]
    return [
        Band.model_validate({"colour": "c", **_low(low), **_high(high)})
        for low, high in zip(edges, edges[1:], strict=False)
    ]


def _low(cut: Cut | None) -> dict[str, Fraction]:
    return {} if cut is None else {"above" if cut[1] else "at_least": cut[0]}


def _high(cut: Cut | None) -> dict[str, Fraction]:
    return {} if cut is None else {"at_most" if cut[1] else "below": cut[0]}


cuts = st.dictionaries(numbers, st.booleans(), min_size=1, max_size=6).map(lambda found: sorted(found.items()))


@given(cuts, numbers, st.randoms())
def test_every_number_falls_in_exactly_one_band(found: list[Cut], number: Fraction, random: "st.random.Random") -> None:
    line = bands(found)
    random.shuffle(line)
    assert intervals.faults(line, whole=False, least=None, gaps=False) == []
    for value in (number, *(cut for cut, _ in found)):
        assert sum(within(band)(value) for band in line) == 1


@given(cuts, st.data())
def test_a_band_left_out_is_a_gap_unless_the_book_says_otherwise(found: list[Cut], data: st.DataObject) -> None:
    line = bands(found)
    del line[data.draw(st.integers(0, len(line) - 1))]
    [(_, said)] = intervals.faults(line, whole=False, least=None, gaps=False)[:1]
    assert "空档" in said.zh and "gap" in said.en
    assert intervals.faults(line, whole=False, least=None, gaps=True) == []


@given(cuts, st.data())
def test_a_band_that_reaches_into_its_neighbour_overlaps(found: list[Cut], data: st.DataObject) -> None:
    line = bands(found)
    place = data.draw(st.integers(0, len(found) - 1))
    number, below = found[place]
    wider = _high((number + Fraction(1, 24), below))
    line[place] = Band.model_validate({"colour": "c", **_low(found[place - 1] if place else None), **wider})
    said = [sentence.zh for _, sentence in intervals.faults(line, whole=False, least=None, gaps=True)]
    assert any("重叠" in one for one in said)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=5, unique=True).map(sorted), st.integers(-60, 60))
def test_whole_numbers_two_and_three_are_neighbours(found: list[int], number: int) -> None:
    edges: list[int | None] = [None, *found, None]
    line = []
    for low, high in zip(edges, edges[1:], strict=False):
        said: dict[str, object] = {"colour": "c"}
        if low is not None:
            said["at_least"] = low + 1
        if high is not None:
            said["at_most"] = high
        line.append(Band.model_validate(said))
    assert intervals.faults(line, whole=True, least=None, gaps=False) == []
    assert sum(within(band)(number) for band in line) == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ([{"at_most": 30}, {"at_least": 30}], "与第 1 档重叠：正好 30 两档都占"),
        ([{"below": 30}, {"above": 30}], "有空档：正好 30 没有一档"),
        ([{"below": 10}, {"at_least": 20}], "有空档：不小于 10 小于 20 没有一档"),
        ([{"at_least": 0}], "有空档：小于 0 没有一档"),
        ([{"below": 10}], "有空档：不小于 10 没有一档"),
        ([{"at_least": 10, "at_most": 5}, {"below": 3}], "上下限颠倒"),
        ([{"above": 5, "below": 5}], "上下限颠倒"),
        ([{}, {"above": 5}], "重叠"),
    ],
)
def test_what_is_wrong_says_which_stretch(line: list[dict[str, int]], says: str) -> None:
    told = [Band.model_validate({"colour": "c", **band}) for band in line]
    assert says in intervals.faults(told, whole=False, least=None, gaps=False)[0][1].zh


def test_a_measure_that_cannot_be_below_nought_need_not_say_what_holds_there() -> None:
    line = [
        Band.model_validate({"colour": "c", "at_least": 0, "at_most": 2}),
        Band.model_validate({"colour": "c", "at_least": 3}),
    ]
    assert intervals.faults(line, whole=True, least=0, gaps=False) == []
    assert intervals.faults(line, whole=True, least=None, gaps=False)
    assert intervals.faults(line, whole=False, least=0, gaps=False)
