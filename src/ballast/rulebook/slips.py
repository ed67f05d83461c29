"""Correction slips (更正单) before they count: filed, withdrawn, refused or approved, and by whom.

Who files a slip never decides on it; who did not file it cannot withdraw it.
"""

from dataclasses import dataclass

from ballast.kit.words import Word
from ballast.rulebook.powers import Power


class SlipState(Word):
    """Where a slip stands."""

    FILED = "filed", "待批准", "to be approved"
    APPROVED = "approved", "已批准", "approved"
    REFUSED = "refused", "不予批准", "refused"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"


class SlipVerb(Word):
    """What is done to a slip that was filed."""

    APPROVE = "approve", "批准", "approve"
    REFUSE = "refuse", "不予批准", "refuse"
    WITHDRAW = "withdraw", "撤回", "withdraw"


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a verb leads, the power it takes, and whether it is the filer's own or anybody's but theirs."""

    to: SlipState
    power: Power
    filers_own: bool


DECISIONS = {
    SlipVerb.APPROVE: Decision(SlipState.APPROVED, Power.APPROVE, filers_own=False),
    SlipVerb.REFUSE: Decision(SlipState.REFUSED, Power.APPROVE, filers_own=False),
    SlipVerb.WITHDRAW: Decision(SlipState.WITHDRAWN, Power.CORRECT, filers_own=True),
}


def decision(state: SlipState, verb: SlipVerb) -> Decision | None:
    """What ``verb`` does to a slip in ``state``; a slip once decided stays so."""
    return DECISIONS[verb] if state is SlipState.FILED else None


def theirs(found: Decision, *, filed_by: str, by: str) -> bool:
    """Whether the verb is this person's to do, given who filed the slip."""
    return found.filers_own == (filed_by == by)
