"""What a light answers: in short for every board, and explained for whoever asks why."""

from dataclasses import dataclass
from typing import NamedTuple

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.measures.facts import Excused
from ballast.rulebook.measures.measured import Measured


class State(Word):
    """How a light came out; only a lit one has a colour."""

    LIT = "lit", "亮灯", "lit"
    NONE = "none", "不亮灯", "no light"
    UNKNOWN = "unknown", "无数据", "no data"
    NOT_APPLICABLE = "not_applicable", "不适用", "not applicable"
    SUSPENDED = "suspended", "例外暂停", "suspended by an exception"


class Judgement(NamedTuple):
    """One light of one project or area: its state and colour (empty: none), and the number of the rule that lit it.

    ``rule`` counts the light's bands or rules from 0; None is its ``otherwise``, ``absent`` or ``not_due``.
    A suspended light keeps what it would have shown in ``would_be`` and the exception in ``excused``.
    """

    light: str
    state: State
    colour: str = ""
    rule: int | None = None
    would_be: str = ""
    excused: Excused | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """One measure a light looked at: its code and name in the book, its answer, and the arithmetic as a sentence."""

    code: str
    name: Sentence
    measured: Measured
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A judgement with its reasons: the light's name, the colour's, the clause, the rule in words, what was reckoned.

    ``ends`` says what would turn the light to its best colour, one sentence a way; empty where nothing can be
    done about it, or it is there already.
    """

    judgement: Judgement
    aspect: Sentence
    colour: Sentence
    clause: Sentence
    rule: Sentence
    reckoned: tuple[Reckoned, ...]
    ends: tuple[Sentence, ...]


def as_published(light: str, said: str) -> Judgement:
    """A light as a published month has it: a colour of the book, or the word of a state."""
    words = {str(state): state for state in State}
    return Judgement(light, words[said]) if said in words else Judgement(light, State.LIT, said)
