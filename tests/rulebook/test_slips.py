"""Correction slips: who files one never decides on it, and once decided it stays so."""

from itertools import product

import pytest

from ballast.rulebook import slips
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipState, SlipVerb


@pytest.mark.parametrize("verb", [SlipVerb.APPROVE, SlipVerb.REFUSE])
def test_who_files_a_slip_never_decides_on_it(verb: SlipVerb) -> None:
    found = slips.decision(SlipState.FILED, verb)
    assert found is not None and found.power is Power.APPROVE
    assert not slips.theirs(found, filed_by="a", by="a")
    assert slips.theirs(found, filed_by="a", by="b")


def test_only_the_filer_withdraws_it() -> None:
    found = slips.decision(SlipState.FILED, SlipVerb.WITHDRAW)
    assert found is not None and found.to is SlipState.WITHDRAWN
    assert slips.theirs(found, filed_by="a", by="a") and not slips.theirs(found, filed_by="a", by="b")


def test_a_slip_once_decided_stays_so() -> None:
    decided = [state for state in SlipState if state is not SlipState.FILED]
    assert all(slips.decision(state, verb) is None for state, verb in product(decided, SlipVerb))
