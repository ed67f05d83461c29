"""The monthly loop (填报、提交、审核): the states of one project's report, and who may move it from one to the next.

One table says it all: in each state, what each verb leads to where both reviews are steps, the county's alone, the
city's alone, or none. An empty place is a move that is not made.
"""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from ballast.kit.words import Word
from ballast.rulebook.powers import Power


class State(Word):
    """Where one project's report of one month stands."""

    DRAFT = "draft", "草稿", "draft"
    SUBMITTED = "submitted", "已提交", "submitted"
    COUNTY_ACCEPTED = "county_accepted", "县级通过", "accepted by the county"
    ACCEPTED = "accepted", "市级通过", "accepted"
    RETURNED = "returned", "退回", "returned"


class Verb(Word):
    """What is done to a report."""

    SAVE = "save", "保存", "save"
    SUBMIT = "submit", "提交", "submit"
    RECALL = "recall", "撤回", "recall"
    ACCEPT = "accept", "通过", "accept"
    SEND_BACK = "send_back", "退回", "send back"


class Reviews(Word):
    """Which reviews are steps."""

    BOTH = "both", "县级、市级审核", "county and city review"
    COUNTY = "county", "县级审核", "county review alone"
    CITY = "city", "市级审核", "city review alone"
    NONE = "none", "不设审核", "no review"


class LoopParams(BaseModel):
    """Chapter ``[loop]`` of a policy book: which reviews are steps, and how long a question of the checks may wait."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    county_review: bool = Field(True, description="reports pass the county office before the city office")
    city_review: bool = Field(True, description="the city office accepts each report before it counts")
    answer_days: int = Field(7, ge=1, le=90, description="days within which a question of the checks is answered")
    look_days: int = Field(7, ge=1, le=90, description="days within which a reviewer looks at the answer")

    def reviews(self, *, in_a_county: bool) -> Reviews:
        """The reviews a report passes; the city's own projects have no county to pass."""
        return _REVIEWS[self.county_review and in_a_county, self.city_review]


_REVIEWS = {
    (True, True): Reviews.BOTH, (True, False): Reviews.COUNTY,
    (False, True): Reviews.CITY, (False, False): Reviews.NONE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """One move: where it leads, the power it takes, and whether only who submitted may make it."""

    to: State
    power: Power
    author_only: bool = False


_D, _S, _C, _A, _R = State.DRAFT, State.SUBMITTED, State.COUNTY_ACCEPTED, State.ACCEPTED, State.RETURNED
_N: State | None = None

# Under each of Reviews, in its order: both, county alone, city alone, none.
TABLE: dict[tuple[State, Verb], tuple[State | None, State | None, State | None, State | None]] = {
    (_D, Verb.SAVE): (_D, _D, _D, _D),
    (_D, Verb.SUBMIT): (_S, _S, _S, _A),
    (_S, Verb.SAVE): (_N, _N, _N, _D),
    (_S, Verb.SUBMIT): (_N, _N, _N, _A),
    (_S, Verb.RECALL): (_D, _D, _D, _D),
    (_S, Verb.ACCEPT): (_C, _A, _A, _N),
    (_S, Verb.SEND_BACK): (_R, _R, _R, _N),
    (_C, Verb.SAVE): (_N, _N, _N, _D),
    (_C, Verb.SUBMIT): (_N, _N, _N, _A),
    (_C, Verb.ACCEPT): (_A, _A, _A, _N),
    (_C, Verb.SEND_BACK): (_R, _R, _R, _N),
    (_A, Verb.SAVE): (_N, _N, _N, _D),
    (_A, Verb.SEND_BACK): (_R, _R, _R, _N),
    (_R, Verb.SAVE): (_R, _R, _R, _R),
    (_R, Verb.SUBMIT): (_S, _S, _S, _A),
}
# Who reviews what, where both reviews are steps; where one is, its office reviews everything.
_REVIEWER = {_S: Power.COUNTY_REVIEW, _C: Power.CITY_REVIEW, _A: Power.CITY_REVIEW}
_ONLY = {Reviews.COUNTY: Power.COUNTY_REVIEW, Reviews.CITY: Power.CITY_REVIEW}
REVIEWING = (Verb.ACCEPT, Verb.SEND_BACK)
# The states in which the reporter is at work, and in which a reviewer is.
IN_HAND = (State.DRAFT, State.RETURNED)
UNDER_REVIEW = (State.SUBMITTED, State.COUNTY_ACCEPTED)
HANDED_IN = (*UNDER_REVIEW, State.ACCEPTED)


def move(state: State, verb: Verb, reviews: Reviews) -> Move | None:
    """What ``verb`` does to a report in ``state``; None where it is not done then."""
    to = TABLE.get((state, verb), (None,) * 4)[list(Reviews).index(reviews)]
    if to is None:
        return None
    power = (_ONLY.get(reviews) or _REVIEWER[state]) if verb in REVIEWING else Power.REPORT
    return Move(to, power, author_only=verb is Verb.RECALL)


def verbs(state: State, reviews: Reviews) -> tuple[Verb, ...]:
    """What may be done to a report in ``state``."""
    return tuple(verb for verb in Verb if move(state, verb, reviews))


def waits_for(state: State, reviews: Reviews) -> Power | None:
    """The power a report under review waits for; None where it waits for no reviewer."""
    found = move(state, Verb.ACCEPT, reviews)
    return found.power if found else None
