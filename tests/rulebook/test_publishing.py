"""What is published of a ranking, who sees it, and why an appeal is not taken."""

from datetime import date

import pytest

from ballast.rulebook.appeals import AppealState, Asked, Outcome, Unfit, state, unfit
from ballast.rulebook.publishing import Ends, ends, visible

FIELD = {"a": 1, "b": 2, "c": 2, "d": 4, "e": 5, "f": None}


@pytest.mark.parametrize(
    ("shown", "named"),
    [(Ends(1, 1), "ae"), (Ends(2, 0), "abc"), (Ends(0, 2), "de"), (Ends(0, 3), "bcde"), (Ends(9, 9), "abcde"),
     (Ends(0, 0), "")],
)  # fmt: skip
def test_both_ends_with_those_who_share_their_place(shown: Ends, named: str) -> None:
    assert ends(FIELD, shown) == set(named)


def test_nobody_has_an_end_where_nobody_is_ranked() -> None:
    assert ends({"a": None}, Ends(3, 3)) == frozenset()


@pytest.mark.parametrize(
    ("published", "shown", "own", "holder", "named"),
    [(False, Ends(1, 1), "c", False, ""), (False, None, "c", True, "abcdef"), (True, None, "", False, "abcdef"),
     (True, Ends(1, 1), "c", False, "ace"), (True, Ends(1, 1), "", False, "ae"), (True, Ends(1, 1), "z", False, "ae")],
)  # fmt: skip
def test_who_sees_what(published: bool, shown: Ends | None, own: str, holder: bool, named: str) -> None:
    assert visible([FIELD], published=published, shown=shown, own=own, holder=holder) == set(named)


@pytest.mark.parametrize(
    ("until", "before", "reason", "why"),
    [(None, False, "x", Unfit.UNPUBLISHED), (date(2025, 7, 9), False, "x", Unfit.LATE),
     (date(2025, 7, 10), True, "x", Unfit.TWICE), (date(2025, 7, 10), False, " ", Unfit.NO_REASON),
     (date(2025, 7, 10), False, "x", None)],
)  # fmt: skip
def test_why_an_appeal_is_not_taken(until: date | None, before: bool, reason: str, why: Unfit | None) -> None:
    asked = Asked(on=date(2025, 7, 10), until=until, before=before, reason=reason, evidence="文号")
    assert unfit(asked) is why


def test_an_upheld_appeal_waits_for_its_edition() -> None:
    found = [state(None, edition=None), state(Outcome.UPHELD, edition=None), state(Outcome.UPHELD, edition=2),
             state(Outcome.DISMISSED, edition=None)]  # fmt: skip
    assert found == list(AppealState)
