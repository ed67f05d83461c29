"""A project's investment in a year: plan, schedule and what was completed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ballast.kit.charts import Option, lines, plain
from ballast.kit.money import WAN
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry.cards import PlanCard
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rulebook.terms import Basis


@dataclass(frozen=True, slots=True)
class Month:
    """One month: declared and statistical amounts in 元, the share of the plan done and due, in percent."""

    month: str
    declared: ProgressCard | None
    statistical: ProgressCard | None
    done: Decimal | None
    due: Decimal
    scheduled: int | None

    @property
    def points(self) -> Decimal | None:
        """Percentage points ahead of (or behind) the schedule."""
        return None if self.done is None else self.done - self.due


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a project, with its chart."""

    year: int
    plan: int | None
    goal: str
    months: list[Month]
    option: Option


def years(reports: Sequence[ProgressCard], plans: Mapping[int, PlanCard]) -> list[Year]:
    """Every year with a plan or a report, newest first."""
    found = {int(report.month[:4]) for report in reports} | set(plans)
    return [_year(year, reports, plans.get(year)) for year in sorted(found, reverse=True)]


def _year(year: int, reports: Sequence[ProgressCard], plan: PlanCard | None) -> Year:
    told = {(report.month, report.basis): report for report in reports if report.month.startswith(str(year))}
    amount = plan.amount if plan else None
    dues = [book.scheduled(number) for number, book in enumerate(policy.for_year(year), start=1)]
    months = [_month(f"{year}-{number:02}", due, told, amount) for number, due in enumerate(dues, start=1)]
    return Year(year, amount, plan.goal if plan else "", months, _option(months))


def _month(month: str, share: Fraction, told: Mapping[tuple[str, str], ProgressCard], plan: int | None) -> Month:
    declared = told.get((month, Basis.DECLARED))
    due = Decimal(share.numerator) / Decimal(share.denominator)
    done = None
    if declared is not None and declared.year_to_date is not None and plan:
        done = Decimal(declared.year_to_date) / Decimal(plan)
    return Month(
        month=month, declared=declared, statistical=told.get((month, Basis.STATISTICAL)),
        done=done and done * 100, due=due * 100, scheduled=None if plan is None else round(plan * due),
    )  # fmt: skip


def _option(months: list[Month]) -> Option:
    series: list[dict[str, Any]] = [
        _line("本月完成 month", [_of(m.declared, "month_completed") for m in months], type="bar", barMaxWidth=22),
        _line("累计完成 to date", [_of(m.declared, "year_to_date") for m in months]),
        _line("序时进度 scheduled", [m.scheduled for m in months], lineStyle={"type": "dashed"}, symbol="none"),
    ]
    statistical = [_of(m.statistical, "year_to_date") for m in months]
    if any(amount is not None for amount in statistical):
        series.append(_line("统计累计 statistical", statistical))
    return lines([f"{int(m.month[5:])}月" for m in months], series, unit="万元")


def _line(name: str, amounts: Sequence[int | None], **more: Any) -> dict[str, Any]:
    return {"name": name, "data": [plain(None if a is None else Decimal(a) / WAN, 0) for a in amounts], **more}


def _of(report: ProgressCard | None, field: str) -> int | None:
    return getattr(report, field) if report else None
