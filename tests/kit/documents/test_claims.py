"""Claims and the tags they travel as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.kit.documents.claims import TAG_LIMIT, Claim, control_tag, read_claim
from ballast.kit.documents.ordinals import HeadingCounter, chinese, label, read_label
from ballast.kit.refusal import Refusal

words = st.text(st.characters(blacklist_characters="|&=\n\r\t", blacklist_categories=("Cs",)), min_size=1)


@given(words, words, st.integers(1, 99), words, st.lists(st.tuples(words, words), max_size=3))
def test_a_claim_survives_its_tag(code, period, edition, form, by):
    claim = Claim(code, period, edition, form, tuple(by))
    assert read_claim(claim.tag()) == claim
    assert len(control_tag(claim.tag())) <= TAG_LIMIT


@pytest.mark.parametrize("tag", ["", "fact:x", "fig:a||b|1|c", "fig:a||b|ex|c", "fig:a|b|c|e1|d", "x:a||b|e1|c"])
def test_what_is_no_claim_is_refused(tag):
    with pytest.raises(Refusal):
        read_claim(tag)


@pytest.mark.parametrize("code", ["", "a|b", "a&b", "a=b"])
def test_reserved_characters_are_refused(code):
    with pytest.raises(Refusal):
        Claim(code, "2025-07", 1, "count")


@given(st.integers(1, 4), st.integers(1, 99))
def test_ordinals_read_back(level, number):
    text = label(level, number)
    assert read_label(level, text + "总体情况") == (number, len(text))
    assert all(read_label(other, text) is None for other in range(1, 5) if other != level)


def test_chinese_numerals():
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 99)] == ["一", "十", "十一", "二十", "二十一", "九十九"]
    with pytest.raises(ValueError):
        chinese(100)


def test_a_higher_heading_starts_the_lower_ones_again():
    counter = HeadingCounter()
    assert [counter.next(level) for level in (1, 2, 2, 3, 2, 1, 2)] == [1, 1, 2, 1, 3, 2, 1]
