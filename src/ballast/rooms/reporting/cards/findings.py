"""Frozen cards of what is found in a report, and of cells two people changed."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from ballast.kit.sentence import Sentence
from ballast.rulebook.merging import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFinding:
    """One finding on a report, with its cell; ``severity`` is error, warning or note.

    ``explained`` is a warning that the row's 说明 answers; it no longer stops. ``column`` is the form's column key.
    """

    code: str
    severity: str
    sentence: Sentence
    clause: Sentence
    where: str
    serial: str = ""
    name: str = ""
    explained: bool = False
    column: str = ""

    @property
    def stops(self) -> bool:
        """Whether the form is sent back for it."""
        return self.severity == "error" or (self.severity == "warning" and not self.explained)

    def plain(self) -> dict[str, Any]:
        """The finding as JSON: what the table keeps and the command line prints."""
        return {
            "code": self.code, "severity": self.severity, "zh": self.sentence.zh, "en": self.sentence.en,
            "clause_zh": self.clause.zh, "clause_en": self.clause.en, "where": self.where,
            "serial": self.serial, "name": self.name, "explained": self.explained, "stops": self.stops,
            "column": self.column,
        }  # fmt: skip

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """The finding that ``plain`` told."""
        return cls(
            code=said["code"], severity=said["severity"], sentence=Sentence(said["zh"], said["en"]),
            clause=Sentence(said["clause_zh"], said["clause_en"]), where=said["where"], serial=said["serial"],
            name=said["name"], explained=said["explained"], column=said.get("column", ""),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One cell two people changed: what both started from, what each typed, and by whom."""

    serial: str
    name: str
    column: str
    heading: str
    base: Cell
    mine: Cell
    theirs: Cell
    mine_by: str
    theirs_by: str
    where: str = ""

    def plain(self) -> dict[str, Any]:
        """The conflict as JSON."""
        return asdict(self)
