"""Frozen cards of correction slips before they count."""

from dataclasses import dataclass
from datetime import datetime

from ballast.rooms.reporting.cards.recorded import AreaSlip, Change, Slip
from ballast.rulebook.merging import Cell
from ballast.rulebook.slips import SlipState, SlipVerb


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingCard:
    """One slip as filed, for one person: what it changes, who filed and decided it, and what they may do to it.

    Of an area's statistical figure there is no serial, and ``indicator`` is its code (``fai``, ``output.biopharma``).
    """

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
    area_id: int = 0
    indicator: str = ""

    @property
    def own(self) -> tuple[Change, ...]:
        """What was asked for."""
        return self.changes[:1]

    @property
    def carried(self) -> tuple[Change, ...]:
        """What moves along with it."""
        return self.changes[1:]

    def slip(self, approver: str) -> Slip | AreaSlip:
        """The slip as it is recorded once ``approver`` has approved it."""
        if self.indicator:
            [change] = self.changes
            assert isinstance(change.new, int) and not isinstance(change.old, str)
            return AreaSlip(
                area_id=self.area_id, indicator=self.indicator, month=self.month, old=change.old, new=change.new,
                reason=self.reason, evidence=self.evidence, approver=approver,
            )  # fmt: skip
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
