"""What stands behind a project's report: photos of the month, evidence of the start, approval and contracts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ApprovalCard, ContractCard
from ballast.rulebook.evidence import Claim, ClaimKind
from ballast.rulebook.stages import MilestoneKind

START = Claim(ClaimKind.MILESTONE, MilestoneKind.STARTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Counts of evidence (None where nobody looked), and the papers the project stands on."""

    photos: int | None = None
    start_papers: int | None = None
    approval: ApprovalCard | None = None
    contracts: tuple[ContractCard, ...] = ()

    @property
    def largest(self) -> ContractCard | None:
        """The largest contract: whose owner's side the report is held against."""
        return max(self.contracts, key=lambda one: one.contract_amount or 0, default=None)

    @property
    def contract_amount(self) -> int | None:
        """All contracts together, where any amount is known."""
        known = [one.contract_amount for one in self.contracts if one.contract_amount is not None]
        return sum(known) if known else None


def backings(project_ids: Collection[int], month: str, *, at: datetime | None = None) -> dict[int, Backing]:
    """What stands behind each project's report of ``month``, in four questions for all of them."""
    photos = registry.photos_of(project_ids, month, at=at)
    starts = registry.pieces_of(project_ids, START, at=at)
    approvals = registry.approvals(project_ids, at=at)
    contracts = registry.contracts(project_ids, at=at)
    return {
        one: Backing(
            photos=photos.get(one, 0), start_papers=starts.get(one, 0), approval=approvals.get(one),
            contracts=tuple(contracts.get(one, ())),
        )
        for one in project_ids
    }  # fmt: skip
