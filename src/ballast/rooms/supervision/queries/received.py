"""Letters a person has to answer: those to their own office, or about a project or area they report for."""

from dataclasses import dataclass
from datetime import date

from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.supervision.queries.letters import LetterCard, letters
from ballast.rulebook.powers import Power


@dataclass(frozen=True, slots=True)
class Received:
    """A letter that waits for its reply, and how many days it is late."""

    letter: LetterCard
    late_days: int


def received(official: OfficialCard | None, *, on: date) -> list[Received]:
    """The letters that wait for a person's reply on the day ``on``, the most pressing first.

    Whoever may report for the whole city answers none by that: what is sent to their office by name is theirs.
    """
    if official is None:
        return []
    offices = {seat.office.name for seat in official.seats}
    reach = registry.reach(official, on=on, power=Power.REPORT)
    mine = set() if reach.areas is None else {one.number for one in letters(on=on, held=reach)}
    waiting = [
        one for one in letters(on=on, held=EVERYWHERE)
        if (one.number in mine or one.unit in offices) and one.replied_on is None and one.kept is not True
    ]  # fmt: skip
    told = [Received(one, max(0, (on - one.deadline).days) if one.deadline else 0) for one in waiting]
    return sorted(told, key=lambda one: (one.letter.deadline or date.max, one.letter.number))
