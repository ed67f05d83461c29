"""Which month a page shows."""

from dataclasses import dataclass

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures.cards import MonthState


class NoSuchMonth(Refusal):
    """Nothing is known of the month asked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The month chosen, whether and when it was sealed, and all there are (newest first); empty before the first."""

    state: MonthState
    states: list[MonthState]

    @property
    def month(self) -> str:
        """The month as 2025-07."""
        return self.state.month


def choose(text: str, known: list[MonthState]) -> Choice | None:
    """The month asked for, else the newest sealed one, else the newest; None while there is no month at all."""
    states = known[::-1]
    if not states:
        return None
    if not text:
        return Choice(next((state for state in states if state.sealed_edition), states[0]), states)
    found = next((state for state in states if state.month == text), None)
    if found is None:
        reach = (states[-1].month, states[0].month)
        raise NoSuchMonth(
            Sentence(f"没有“{text}”这个月的数据，可选 {reach[0]} 至 {reach[1]}",
                     f"Nothing is known of the month {text!r}; choose one from {reach[0]} to {reach[1]}"),
            where=text, code="no_such_month",
        )  # fmt: skip
    return Choice(found, states)
