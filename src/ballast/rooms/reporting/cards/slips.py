"""Frozen cards of correction slips before they count."""

from dataclasses import dataclass
from datetime import datetime

from ballast.rooms.reporting.cards.recorded import Change, Slip
from ballast.rulebook.merging import Cell
from ballast.rulebook.slips import SlipState, SlipVerb


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingCard:
    """One slip as filed, for one person: what it changes, who filed and decided it, and what they may do to it."""

    id: int
    project_id: int
    serial: str
    name: str
    area_code: str
    area_name: str
    month: str
    basis: str
    changes: tuple[Change, ...]
    reason: str
    evidence: str
    paper: str
    filed_at: datetime
    filed_by: str
    state: SlipState
    decided_at: datetime | None
    decided_by: str
    remark: str
    verbs: tuple[SlipVerb, ...] = ()

    @property
    def own(self) -> tuple[Change, ...]:
        """What was asked for."""
        return self.changes[:1]

    @property
    def carried(self) -> tuple[Change, ...]:
        """What moves along with it."""
        return self.changes[1:]

    def slip(self, approver: str) -> Slip:
        """The slip as it is recorded once ``approver`` has approved it."""
        return Slip(
            project_id=self.project_id, basis=self.basis, changes=self.changes, reason=self.reason,
            evidence=self.evidence, approver=approver,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDraft:
    """A slip being filled in: what stands of the project in the month, and what a new value would move along."""

    project_id: int
    serial: str
    name: str
    month: str
    standing: tuple[tuple[str, str, Cell], ...]  # field, heading, what stands (元 or text)
    field: str
    changes: tuple[Change, ...]
