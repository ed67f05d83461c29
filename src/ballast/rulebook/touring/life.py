"""The life of a tour: planned, open for ballots, closed, its results confirmed; or called off before the ballot."""

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word


class State(Word):
    """Where a tour stands."""

    PLANNED = "planned", "筹备", "planned"
    OPEN = "open", "投票中", "open for ballots"
    CLOSED = "closed", "已封票", "closed"
    CONFIRMED = "confirmed", "结果已确认", "confirmed"
    CALLED_OFF = "called_off", "已取消", "called off"


class Step(Word):
    """What moves it, or is done while it stands somewhere."""

    PREPARE = "prepare", "筹备（报送、确认项目，定系数、评委）", "prepare it"
    OPEN = "open", "开票", "open the ballot"
    VOTE = "vote", "投票", "vote"
    CLOSE = "close", "封票", "close the ballot"
    COUNT = "count", "计票、抽签", "count and draw"
    CONFIRM = "confirm", "确认结果", "confirm the results"
    CALL_OFF = "call_off", "取消", "call it off"


WHEN = {
    Step.PREPARE: (State.PLANNED,), Step.OPEN: (State.PLANNED,), Step.CALL_OFF: (State.PLANNED,),
    Step.VOTE: (State.OPEN,), Step.CLOSE: (State.OPEN,), Step.COUNT: (State.CLOSED, State.CONFIRMED),
    Step.CONFIRM: (State.CLOSED,),
}  # fmt: skip


def refused(step: Step, state: State) -> Sentence | None:
    """Why a step cannot be taken where a tour stands; None where it can."""
    wanted = WHEN[step]
    if state in wanted:
        return None
    zh, en = "或".join(f"“{one.zh}”" for one in wanted), " or ".join(one.en for one in wanted)
    return Sentence(
        f"这次观摩现为“{state.zh}”；{step.zh}须在{zh}时办", f"The tour is {state.en}; to {step.en} it must be {en}"
    )
