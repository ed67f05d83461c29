"""The life of an action item: its states, what is done to it, and who may. One table says it all."""

from dataclasses import dataclass

from ballast.kit.words import Word
from ballast.rulebook.powers import Power


class State(Word):
    """Where an item stands."""

    OPEN = "open", "办理中", "open"
    SUBMITTED = "submitted", "待销号", "submitted for settlement"
    SETTLED = "settled", "已销号", "settled"
    DROPPED = "dropped", "已撤销", "withdrawn"


class Verb(Word):
    """What is done to an item."""

    REPORT = "report", "报进展", "report progress"
    SUBMIT = "submit", "提交销号", "submit for settlement"
    CONFIRM = "confirm", "企业确认", "the enterprise confirms"
    DENY = "deny", "企业不认可", "the enterprise denies"
    SETTLE = "settle", "销号", "settle"
    SEND_BACK = "send_back", "退回", "send back"
    EXTEND = "extend", "延期", "extend"
    URGE = "urge", "督办", "urge"
    DROP = "drop", "撤销", "withdraw"


@dataclass(frozen=True, slots=True)
class Move:
    """One move: where it leads, and the power it takes."""

    to: State
    power: Power


_O, _S = State.OPEN, State.SUBMITTED

# What is not here is not done: of an item settled or withdrawn nothing is done any more.
TABLE: dict[tuple[State, Verb], Move] = {
    (_O, Verb.REPORT): Move(_O, Power.ANSWER_ITEM),
    (_O, Verb.SUBMIT): Move(_S, Power.ANSWER_ITEM),
    (_S, Verb.CONFIRM): Move(_S, Power.CONFIRM_ITEM),
    (_S, Verb.DENY): Move(_O, Power.CONFIRM_ITEM),
    (_S, Verb.SETTLE): Move(State.SETTLED, Power.SETTLE_ITEM),
    (_S, Verb.SEND_BACK): Move(_O, Power.SETTLE_ITEM),
    (_O, Verb.EXTEND): Move(_O, Power.SETTLE_ITEM),
    (_O, Verb.URGE): Move(_O, Power.SUPERVISE),
    (_O, Verb.DROP): Move(State.DROPPED, Power.SETTLE_ITEM),
}
ALIVE = (State.OPEN, State.SUBMITTED)


def move(state: State, verb: Verb) -> Move | None:
    """What ``verb`` does to an item in ``state``; None where it is not done then."""
    return TABLE.get((state, verb))


def verbs(state: State) -> tuple[Verb, ...]:
    """What may be done to an item in ``state``."""
    return tuple(verb for verb in Verb if (state, verb) in TABLE)


def power_of(verb: Verb) -> Power:
    """The power a verb takes, in whatever state."""
    return next(made.power for (_, done), made in TABLE.items() if done is verb)
