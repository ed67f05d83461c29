"""A question that a check's finding opens: it stands until it is answered and a reviewer has looked."""

from ballast.kit.words import Word


class QuestionState(Word):
    """Where a question stands."""

    OPEN = "open", "待回答", "to be answered"
    ANSWERED = "answered", "待审核", "to be looked at"
    SETTLED = "settled", "已审结", "settled"


class Answering(Word):
    """What is done to a question."""

    ANSWER = "answer", "回答", "answer"
    SETTLE = "settle", "审结", "settle"
    REOPEN = "reopen", "退回再答", "ask again"


MOVES: dict[tuple[QuestionState, Answering], QuestionState] = {
    (QuestionState.OPEN, Answering.ANSWER): QuestionState.ANSWERED,
    (QuestionState.ANSWERED, Answering.ANSWER): QuestionState.ANSWERED,
    (QuestionState.ANSWERED, Answering.SETTLE): QuestionState.SETTLED,
    (QuestionState.ANSWERED, Answering.REOPEN): QuestionState.OPEN,
    (QuestionState.SETTLED, Answering.REOPEN): QuestionState.OPEN,
}


def move(state: QuestionState, verb: Answering) -> QuestionState | None:
    """Where ``verb`` leads from ``state``; None where it cannot be done."""
    return MOVES.get((state, verb))


def reworded(state: QuestionState) -> QuestionState:
    """Where a question stands after its figures changed: what was settled is looked at again."""
    return QuestionState.ANSWERED if state is QuestionState.SETTLED else state
