"""Appeals (申诉) against one part of a published score: by the county itself, in time, once; and what comes of them."""

from dataclasses import dataclass
from datetime import date

from ballast.kit.words import Word


class AppealState(Word):
    """Where an appeal stands."""

    OPEN = "open", "待答复", "to be answered"
    UPHELD = "upheld", "成立，待更正", "upheld, to be corrected"
    CARRIED = "carried", "成立，已更正", "upheld and corrected"
    DISMISSED = "dismissed", "不成立", "dismissed"


class Outcome(Word):
    """What the city office answers."""

    UPHELD = "upheld", "成立", "upheld"
    DISMISSED = "dismissed", "不成立", "dismissed"


class Unfit(Word):
    """Why an appeal is not taken."""

    UNPUBLISHED = "unpublished", "排名尚未公布，公布后再申诉", "the ranking is not published yet"
    LATE = "late", "申诉期限已过", "the time for appeals is over"
    TWICE = "twice", "这一项已经申诉过，同一项只申诉一次", "this part was appealed already, once is all"
    NO_REASON = "no_reason", "请写明理由和依据", "give the reason and the evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An appeal as it is opened: until when it may be (None: not published), whether the part was appealed before."""

    on: date
    until: date | None
    before: bool
    reason: str
    evidence: str


def unfit(asked: Asked) -> Unfit | None:
    """The first reason against taking an appeal; None where there is none."""
    tests = (
        (asked.until is None, Unfit.UNPUBLISHED),
        (asked.until is not None and asked.on > asked.until, Unfit.LATE),
        (asked.before, Unfit.TWICE),
        (not (asked.reason.strip() and asked.evidence.strip()), Unfit.NO_REASON),
    )
    return next((reason for fails, reason in tests if fails), None)


def state(outcome: Outcome | None, *, edition: int | None) -> AppealState:
    """Where it stands: what was answered, and the edition that carries the correction, where there is one."""
    if outcome is None:
        return AppealState.OPEN
    if outcome is Outcome.DISMISSED:
        return AppealState.DISMISSED
    return AppealState.CARRIED if edition else AppealState.UPHELD
