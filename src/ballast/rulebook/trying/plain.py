"""The facts of a worked case in plain keys: amounts with their unit, dates, months."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from ballast.rulebook.forms import Node
from ballast.rulebook.grammar.amounts import AnyQuantity, Money
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import AreaKind, Basis, FundChannel, LandMode, Nature

MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
PERIOD = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
DATED = re.compile(
    rf"(?P<planned>planned_)?(?P<kind>{'|'.join(sorted(map(str, MilestoneKind), key=len, reverse=True))})"
    rf"(?:_(?P<basis>{'|'.join(Basis)}))?"
)


def month(text: str) -> str:
    """``text`` if it is a month."""
    if not MONTH.fullmatch(text):
        raise ValueError('应为月份，如 "2025-07" / a month is wanted, as "2025-07"')
    return text


def period(text: str) -> str:
    """``text`` if it is a month or a year."""
    if not PERIOD.fullmatch(text):
        raise ValueError('应为月份或年份，如 "2025-07"、"2025" / a month or a year is wanted')
    return text


Place = Annotated[int, Field(ge=0, le=10_000)]
Month = Annotated[str, AfterValidator(month)]
Period = Annotated[str, AfterValidator(period)]


class Reported(Page):
    """Progress on one basis: by month, or the year to date and the sum to date at the case's month."""

    completed: dict[Month, Money | None] = {}
    year_to_date: Money | None = None
    to_date: Money | None = None


class Channel(Page):
    """One channel of funds."""

    agreed: Money | None = None
    paid_in: Money | None = None


class Made(Page):
    """Output, tax and jobs: promised, or of twelve months."""

    output: Money | None = None
    tax: Money | None = None
    jobs: int | None = None


class Paused(Page):
    """A clock stood still; ``until`` left out: still."""

    clock: str
    reason: str
    since: date
    until: date | None = None


class Extended(Page):
    """A clock was extended."""

    clock: str
    granted: date


class ExcusedCase(Page):
    """A justified exception."""

    kind: str
    since: date
    until: date
    rules: tuple[str, ...] = ()


class ProjectCase(Reported):
    """A project in plain keys; money such as "1.2亿" or "500万元"; what is left out is not known."""

    name: str = ""
    serial: str = ""
    area: str = ""
    county: str = ""
    lists: tuple[str, ...] = ()
    nature: Nature | Literal[""] = ""
    land_mode: LandMode | Literal[""] = ""
    industry: str = ""
    lead_industry: str = ""
    strategic: bool | None = None
    start_on_land: bool | None = None
    responsible: str = ""
    linked_leader: str = ""
    start_year: int | None = None
    end_year: int | None = None
    total_investment: Money | None = None
    done_by_last_year: Money | None = None
    land_mu: AnyQuantity | None = None
    developed_mu: AnyQuantity | None = None
    annual_plan: Money | None = Field(None, description="本年计划 / the plan of the year")
    plans: dict[str, Money | None] = Field({}, description="其他年份的计划 / plans of other years")
    tasks: dict[Month, Money | None] = Field({}, description="下达的月任务 / tasks set by month")
    verified: Reported = Reported()
    statistical: Reported = Reported()
    nodes: dict[Month, Node] = Field({}, description="各月所报的施工节点 / construction nodes by month")
    dates: dict[str, date] = Field({}, description="里程碑：started、planned_started、started_verified …")
    agreed: Money | None = None
    paid_in: Money | None = None
    funds: dict[FundChannel, Channel] = {}
    promised: Made = Made()
    made: Made = Made()
    photos: tuple[Month, ...] = ()
    pauses: tuple[Paused, ...] = ()
    extensions: tuple[Extended, ...] = ()
    exceptions: tuple[ExcusedCase, ...] = ()
    past: dict[str, dict[Month, str]] = Field({}, description="以往月份已公布的灯 / lights published earlier")
    peers: "tuple[ProjectCase, ...]" = Field((), description="排位次时的其他项目 / other projects, where it is placed")

    @field_validator("dates")
    @classmethod
    def _milestones(cls, dates: dict[str, date]) -> dict[str, date]:
        lost = [key for key in dates if not DATED.fullmatch(key)]
        if lost:
            raise ValueError(
                f"没有里程碑“{lost[0]}”；应为 [planned_]里程碑[_口径]，如 planned_started、started_verified；"
                f"里程碑：{'、'.join(MilestoneKind)}；口径：{'、'.join(Basis)} / {lost[0]!r} is no milestone"
            )
        return dates


class DepartmentCase(Page):
    """A department in plain keys: its projects, and the other departments with theirs."""

    name: str = Field(min_length=1)
    projects: tuple[ProjectCase, ...] = ()
    peers: "tuple[DepartmentCase, ...]" = Field((), description="其他部门 / the other departments")
    past: dict[str, dict[Month, str]] = {}


class AreaCase(Page):
    """An area in plain keys: figures by code and month, targets by month or year, its peers and its projects."""

    name: str = ""
    code: str = ""
    kind: AreaKind = AreaKind.COUNTY
    figures: dict[str, dict[Month, AnyQuantity | None]] = {}
    targets: dict[str, dict[Period, AnyQuantity | None]] = {}
    city: dict[str, dict[Month, AnyQuantity | None]] = {}
    peers: "tuple[AreaCase, ...]" = Field((), description="其他地区 / the other areas")
    projects: tuple[ProjectCase, ...] = ()
    late_days: int | None = None
    unreported: int | None = None
    exceptions: tuple[ExcusedCase, ...] = ()
    past: dict[str, dict[Month, str]] = {}
