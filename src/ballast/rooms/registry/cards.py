"""Frozen cards of what the registry knows, as they travel between rooms."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.kit.uploads import UploadKind
from ballast.rulebook.checks import Finding
from ballast.rulebook.evidence import Claim
from ballast.rulebook.terms import ProposalState


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCard:
    """The card of a project: name, owner, site, content, classification, total investment."""

    project_id: int
    name: str
    project_code: str = ""
    credit_code: str = ""
    owner: str = ""
    investor: str = ""
    area_id: int
    site: str = ""
    longitude: Decimal | None = None
    latitude: Decimal | None = None
    nature: str = ""
    content: str = ""
    start_year: int | None = None
    end_year: int | None = None
    total_investment: int | None = None
    done_by_last_year: int | None = None
    industry: str = ""
    lead_industry: str = ""
    strategic: bool | None = None
    land_mode: str = ""
    land_mu: Decimal | None = None
    responsible: str = ""
    responsible_person: str = ""
    linked_leader: str = ""
    remarks: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipCard:
    """A project stands on a named list from ``since`` until ``until`` (None: still)."""

    project_id: int
    named_list_id: int
    since: date
    until: date | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """The planned investment of a project in a year (年度计划投资) and its goal in words."""

    project_id: int
    year: int
    amount: int | None = None
    goal: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCard:
    """The investment set for a project in one month (月任务), in 元."""

    project_id: int
    month: str
    task: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopedCard:
    """How much of a project's land is under permanent works, in mu."""

    project_id: int
    developed_mu: Decimal | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingCard:
    """One channel of a project's funds: agreed in all, and paid in up to the end of ``month``."""

    project_id: int
    channel: str
    month: str
    agreed: int | None = None
    paid_in: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCard:
    """What the agreement promises at capacity (a year's output and tax in 元, jobs) and start-on-land."""

    project_id: int
    output: int | None = None
    tax: int | None = None
    jobs: int | None = None
    start_on_land: bool | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalCard:
    """The approval or filing a project stands on: for whom, and for how much in all (元)."""

    project_id: int
    number: str = ""
    owner: str = ""
    credit_code: str = ""
    total: int | None = None
    approved_on: date | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractCard:
    """A construction contract: the owner's side, the contractor, the amount (元)."""

    project_id: int
    number: str = ""
    party: str = ""
    credit_code: str = ""
    contractor: str = ""
    contract_amount: int | None = None
    signed_on: date | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCard:
    """A photo or paper as attached: what for, by whom, what the camera wrote (None: nothing), and what it asks.

    ``kilometres`` is how far from the project's site it was taken, where both places are known.
    """

    id: int
    project_id: int
    claim: Claim
    kind: UploadKind
    name: str
    size: int
    caption: str
    uploaded_at: datetime
    uploaded_by: str
    taken_at: datetime | None
    zoned: bool
    place: tuple[float, float] | None
    kilometres: float | None
    findings: tuple[Finding, ...]

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture and has a thumbnail."""
        return self.kind.picture


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCard:
    """A person answers for a project in one way from ``since`` to the end of ``until`` (None: still)."""

    project_id: int
    kind: str
    person: str
    official_id: int | None = None
    office: str = ""
    phone: str = ""
    since: date
    until: date | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Which projects a person may see, or do a thing to, today: the one measure at every door.

    Those that lie in ``areas`` (codes; None is everywhere) but for ``left``, which lay there once and lie elsewhere
    today; and ``projects``, named one by one or lying there today though not always. So it answers for any past moment.
    """

    areas: frozenset[str] | None
    projects: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()

    def covers(self, project_id: int | None, area_code: str) -> bool:
        """Whether it holds a project that lies, or then lay, in the area."""
        if self.areas is None or project_id in self.projects:
            return True
        return area_code in self.areas and project_id not in self.left

    def whole(self, area_code: str) -> bool:
        """Whether it holds the area with all its projects, and what is told of it as one."""
        return self.areas is None or area_code in self.areas


EVERYWHERE = Reach(None)
NOWHERE = Reach(frozenset())


@dataclass(frozen=True, slots=True)
class ListCard:
    """A named list and how many projects stand on it."""

    id: int
    code: str
    name: str
    projects: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair that may be one project."""

    serial: str
    card: ProfileCard
    area: str
    cell: str


@dataclass(frozen=True, slots=True)
class SuspicionCard:
    """Two projects that may be one: how like their names are (0-100), why, and what was decided (empty: not yet)."""

    id: int
    first: Side
    second: Side
    likeness: int
    reasons: tuple[Sentence, ...]
    found_at: datetime
    decision: str
    decided_at: datetime | None
    decided_by: str
    remark: str

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides, the one enrolled first before."""
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class BatchCard:
    """One committed import: whose, which file, which list, and what came of it (``Outcome.as_json``)."""

    id: int
    file: str
    list_name: str
    at: datetime
    by: str
    outcome: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """A list a county sent: the file, who sent it, what was said of it in the preview, and what became of it."""

    id: int
    sha256: str
    file: str
    area_code: str
    area_name: str
    rows: int
    at: datetime
    by: str
    state: ProposalState
    decided_by: str
    reason: str
    said: list[tuple[str, str]]
    batch_id: int | None


@dataclass(frozen=True, slots=True)
class ReceivedCard:
    """A file as it was received, known by the hash of its bytes."""

    sha256: str
    name: str
    size: int
