"""The table of the loop, looked at in every place; and merging, for every pair of hands."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.rulebook import loop
from ballast.rulebook.loop import LoopParams, Reviews, State, Verb, move, verbs, waits_for
from ballast.rulebook.merging import merge
from ballast.rulebook.powers import HOLDERS, Power
from ballast.rulebook.terms import Role

EVERYWHERE = list(product(State, Verb, Reviews))
D, S, C, A, R = State.DRAFT, State.SUBMITTED, State.COUNTY_ACCEPTED, State.ACCEPTED, State.RETURNED
# The whole loop where both reviews are steps, move by move: what is not here is not done.
BOTH = {
    (D, Verb.SAVE): (D, Power.REPORT), (D, Verb.SUBMIT): (S, Power.REPORT),
    (R, Verb.SAVE): (R, Power.REPORT), (R, Verb.SUBMIT): (S, Power.REPORT),
    (S, Verb.RECALL): (D, Power.REPORT),
    (S, Verb.ACCEPT): (C, Power.COUNTY_REVIEW), (S, Verb.SEND_BACK): (R, Power.COUNTY_REVIEW),
    (C, Verb.ACCEPT): (A, Power.CITY_REVIEW), (C, Verb.SEND_BACK): (R, Power.CITY_REVIEW),
    (A, Verb.SEND_BACK): (R, Power.CITY_REVIEW),
}  # fmt: skip


def test_with_both_reviews_the_loop_is_this_and_nothing_else() -> None:
    made = {
        (state, verb): (found.to, found.power)
        for state, verb in product(State, Verb)
        if (found := move(state, verb, Reviews.BOTH))
    }
    assert made == BOTH


@pytest.mark.parametrize("reviews", Reviews)
def test_where_a_review_is_a_step_nothing_is_accepted_but_by_it(reviews: Reviews) -> None:
    into = {
        (verb, found.power)
        for state, verb in product(State, Verb)
        if (found := move(state, verb, reviews)) and found.to is A and state is not A
    }
    last = {
        Reviews.BOTH: {(Verb.ACCEPT, Power.CITY_REVIEW)}, Reviews.CITY: {(Verb.ACCEPT, Power.CITY_REVIEW)},
        Reviews.COUNTY: {(Verb.ACCEPT, Power.COUNTY_REVIEW)}, Reviews.NONE: {(Verb.SUBMIT, Power.REPORT)},
    }  # fmt: skip
    assert into == last[reviews]


@pytest.mark.parametrize("reviews", Reviews)
@pytest.mark.parametrize("state", State)
def test_from_everywhere_a_report_can_be_accepted(state: State, reviews: Reviews) -> None:
    """Also from a state the book of today no longer leads to: a city may change its mind in the middle of a month."""
    reached, fresh = {state}, {state}
    while fresh:
        fresh = {m.to for one in fresh for verb in Verb if (m := move(one, verb, reviews))} - reached
        reached |= fresh
    assert A in reached


@pytest.mark.parametrize(("state", "verb", "reviews"), EVERYWHERE)
def test_every_move_is_of_one_power_and_only_a_recall_is_the_authors_own(
    state: State, verb: Verb, reviews: Reviews
) -> None:
    found = move(state, verb, reviews)
    if found is None:
        assert verb not in verbs(state, reviews)
        return
    assert verb in verbs(state, reviews)
    reviewing = verb in (Verb.ACCEPT, Verb.SEND_BACK)
    assert (found.power is Power.REPORT) is not reviewing
    assert found.author_only is (verb is Verb.RECALL)
    if reviewing:
        assert reviews is not Reviews.NONE


def test_a_report_waits_for_one_office_at_a_time() -> None:
    waiting = {(state, reviews): waits_for(state, reviews) for state, reviews in product(State, Reviews)}
    assert waiting[S, Reviews.BOTH] is Power.COUNTY_REVIEW
    assert waiting[C, Reviews.BOTH] is Power.CITY_REVIEW
    assert waiting[S, Reviews.CITY] is Power.CITY_REVIEW
    assert not any(waiting[state, reviews] for state in (D, R, A) for reviews in Reviews)


def test_those_who_report_do_not_review_but_for_offices() -> None:
    assert Role.REPORTER not in HOLDERS[Power.COUNTY_REVIEW] | HOLDERS[Power.CITY_REVIEW]
    assert HOLDERS[Power.CITY_REVIEW] == {Role.PROJECT_OFFICE}


def test_the_book_says_which_reviews_are_steps_and_the_citys_own_projects_have_no_county() -> None:
    params = LoopParams()
    assert params.reviews(in_a_county=True) is Reviews.BOTH
    assert params.reviews(in_a_county=False) is Reviews.CITY
    assert LoopParams(city_review=False).reviews(in_a_county=True) is Reviews.COUNTY
    assert LoopParams(county_review=False, city_review=False).reviews(in_a_county=True) is Reviews.NONE
    assert loop.HANDED_IN == (S, C, A)


CELLS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2), max_size=4)


@given(base=CELLS, mine=CELLS, theirs=CELLS)
def test_nothing_typed_is_lost_in_a_merge(base: dict[str, int], mine: dict[str, int], theirs: dict[str, int]) -> None:
    merged = merge(base, mine, theirs)
    clashing = {clash.column: clash for clash in merged.clashes}
    for column in "abcd":
        stood, own, other = base.get(column), mine.get(column), theirs.get(column)
        if column in clashing:
            clash = clashing[column]
            assert (clash.base, clash.mine, clash.theirs) == (stood, own, other)
            assert len({stood, own, other}) == 3 or (own != other and stood not in (own, other))
            assert merged.cells.get(column) == other
        else:
            assert merged.cells.get(column) == (other if own == stood else own)
        assert (column in merged.taken) == (merged.cells.get(column) != other)


@given(base=CELLS, mine=CELLS, theirs=CELLS)
def test_a_merge_is_the_same_from_either_side_but_for_what_clashes(
    base: dict[str, int], mine: dict[str, int], theirs: dict[str, int]
) -> None:
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert [clash.column for clash in here.clashes] == [clash.column for clash in there.clashes]
    clashing = {clash.column for clash in here.clashes}
    assert {k: v for k, v in here.cells.items() if k not in clashing} == {
        k: v for k, v in there.cells.items() if k not in clashing
    }
