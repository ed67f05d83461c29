"""The verbs of a tour under one name each, for whoever is asked for them by name: pages and programs alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours.actions.confirming import confirm, draw
from ballast.rooms.tours.actions.judging import dismiss_judge, name_judges
from ballast.rooms.tours.actions.nominating import PutForward, approve, nominate, replace_nominee, set_difficulty
from ballast.rooms.tours.actions.planning import call_off
from ballast.rooms.tours.actions.voting import close_ballot, open_ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What a verb of a tour may be told; each takes what it needs."""

    area_code: str = ""
    position: int = 0
    project: str = ""
    line: str = ""
    why: str = ""
    coefficient: Decimal = Decimal(1)
    hard: str = ""
    kind: str = ""
    names: str = ""
    number: int = 0
    reason: str = ""
    chair: str = ""
    order: Sequence[str] = ()

    @property
    def put(self) -> PutForward:
        """The project put forward."""
        return PutForward(area_code=self.area_code, position=self.position, project=self.project, line=self.line,
                          why=self.why)  # fmt: skip


Act = Callable[[str, Doing, OfficialCard | None, date, datetime], object]


def do(serial: str, verb: str, said: Doing, *, official: OfficialCard | None, on: date, at: datetime) -> None:
    """Do one thing with a tour; ``verb`` is one of VERBS. Raises whatever the verb does."""
    VERBS[verb](serial, said, official, on, at)


VERBS: dict[str, Act] = {
    "nominate": lambda serial, said, official, on, at: nominate(serial, said.put, official=official, on=on, at=at),
    "replace": lambda serial, said, official, on, at: replace_nominee(
        serial, said.put, official=official, on=on, at=at
    ),
    "approve": lambda serial, said, official, on, at: approve(serial, said.project, official=official, at=at),
    "difficulty": lambda serial, said, official, on, at: set_difficulty(
        serial, said.project, coefficient=said.coefficient, hard=said.hard, official=official, at=at
    ),
    "name-judges": lambda serial, said, official, on, at: name_judges(
        serial, kind=said.kind, names=said.names, official=official, at=at
    ),
    "dismiss-judge": lambda serial, said, official, on, at: dismiss_judge(
        serial, said.number, official=official, at=at
    ),
    "open": lambda serial, said, official, on, at: open_ballot(serial, official=official, at=at),
    "close": lambda serial, said, official, on, at: close_ballot(serial, reason=said.reason, official=official, at=at),
    "call-off": lambda serial, said, official, on, at: call_off(serial, reason=said.reason, official=official, at=at),
    "draw": lambda serial, said, official, on, at: draw(
        serial, said.order, chair=said.chair, reason=said.reason, official=official, at=at
    ),
    "confirm": lambda serial, said, official, on, at: confirm(serial, official=official, at=at),
}
