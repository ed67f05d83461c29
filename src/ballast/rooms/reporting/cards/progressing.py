"""Frozen cards of reports in progress: what is typed, what came of an act."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self

from ballast.rooms.reporting.cards.findings import CellFinding, Conflict
from ballast.rulebook.loop import State, Verb


@dataclass(frozen=True, slots=True)
class Edit:
    """Cells of one project's report, by column key, and the version they were typed over (0: there was none).

    Only the cells named are changed; an empty one is emptied.
    """

    serial: str
    cells: Mapping[str, object]
    version: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """One report an act is about, in the version the person saw; ``remarks`` by column key (empty: the report)."""

    serial: str
    version: int
    remarks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One report that an act moved: where it stands now, and its version."""

    serial: str
    state: State
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one act: the reports moved, everything found, the cells in conflict.

    ``replayed`` tells an act that was done before under the same key: this is the first answer, nothing was done.
    """

    verb: Verb
    month: str
    at: datetime
    by: str
    moved: tuple[Moved, ...] = ()
    findings: tuple[CellFinding, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    replayed: bool = field(default=False, compare=False)

    def plain(self) -> dict[str, Any]:
        """The outcome as JSON, as it is kept and sent."""
        return {
            "verb": self.verb, "month": self.month, "at": self.at.isoformat(), "by": self.by,
            "moved": [asdict(one) for one in self.moved], "findings": [one.plain() for one in self.findings],
            "conflicts": [one.plain() for one in self.conflicts],
        }  # fmt: skip

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """The outcome of an act done before."""
        moved = tuple(Moved(serial=o["serial"], state=State(o["state"]), version=o["version"]) for o in said["moved"])
        return cls(
            verb=Verb(said["verb"]), month=said["month"], at=datetime.fromisoformat(said["at"]), by=said["by"],
            moved=moved, findings=tuple(CellFinding.read(one) for one in said["findings"]),
            conflicts=tuple(Conflict(**one) for one in said["conflicts"]), replayed=True,
        )  # fmt: skip
