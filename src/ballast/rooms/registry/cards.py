"""Frozen cards of what the registry knows, as they travel between rooms."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


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
class MergeCard:
    """A project turned out to be the project ``into_id``."""

    project_id: int
    into_id: int
