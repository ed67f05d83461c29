"""Four counties with two projects each, told apart by how much of the plan was done; a book with one score sheet."""

from datetime import UTC, date, datetime

from ballast.kit.ledger import journal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import PlanCard, ProfileCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import AreaKind, Basis

YI = 100_000_000
MAY, JUNE = "2025-05", "2025-06"
TOLD = datetime(2025, 3, 3, 1, tzinfo=UTC)
COUNTIES = ("990001", "990002", "990003", "990004")
NAMES = ("东港区", "西岭县", "南湾县", "北原县")
# Completed of a plan of 10 亿 by the end of May and of June, county by county and project by project.
DONE = {MAY: ((5, 4), (4, 4), (4, 2), (1, 2)), JUNE: ((6, 5), (6, 6), (5, 3), (2, 3))}
BOOK = """
extends = "default"
place = "海州市 / Haizhou"
paper = "海州市亮晒办法 / The league of Haizhou"
date = 2025-01-01
effective = 2025-01-01

[measures.counted]
kind = "count_projects"
zh = "开工项目数"

[scoring.counties]
zh = "县区亮晒"
en = "counties"
missing = "no_points"
publish = { top = 1, bottom = 1 }

[scoring.counties.indicators.progress]
zh = "年度计划完成率"
en = "plan done"
measure = "plan_done"
weight = 70
by = { kind = "efficacy", base = "60%" }

[scoring.counties.indicators.schedule]
zh = "序时进度"
en = "schedule"
measure = "share_of_schedule"
weight = 30
by = { kind = "ratio", target = "100%" }

[scoring.counties.deeds.fraud]
zh = "弄虚作假"
en = "fraud"
points = -5
fraud = true

[scoring.counties.deeds.award]
zh = "省级表彰"
en = "award"
points = 1

[scoring.leaders]
zh = "包联领导"
en = "linked leaders"
of = "leader"
missing = "no_points"

[scoring.leaders.indicators.progress]
zh = "年度计划完成率"
measure = "plan_done"
weight = 100
by = { kind = "efficacy" }

[scoring.departments]
zh = "市直部门"
en = "departments"
of = "department"
missing = "no_points"

[scoring.departments.indicators.progress]
zh = "年度计划完成率"
measure = "plan_done"
weight = 100
by = { kind = "efficacy", base = "60%" }
"""


def settle() -> dict[str, int]:
    """The city, its counties and projects; May and June reported. The ids of the areas by code."""
    city = people.establish("990000", "海州市", kind=AreaKind.CITY)
    ids = {
        code: people.establish(code, name, kind=AreaKind.COUNTY, parent_id=city, position=place)
        for place, (code, name) in enumerate(zip(COUNTIES, NAMES, strict=True), 1)
    }
    policy.adopt(BOOK.encode(), "haizhou.toml", at=TOLD, by="office")
    with journal.entry(at=TOLD, by="office", action="import") as writer:
        projects = registry.enrol(8, writer=writer)
        registry.describe([
            ProfileCard(project_id=pk, name=f"{NAMES[place // 2]}项目{place % 2 + 1}", total_investment=20 * YI,
                        area_id=ids[COUNTIES[place // 2]], responsible="市发改委" if place < 4 else "市工信局",
                        linked_leader="安知行" if place % 2 else "闻思齐")
            for place, pk in enumerate(projects)
        ], writer=writer)  # fmt: skip
        registry.describe([PlanCard(project_id=pk, year=2025, amount=10 * YI) for pk in projects], writer=writer)
        lifecycle.move(
            [MilestoneCard(project_id=pk, kind=MilestoneKind.STARTED, basis=Basis.DECLARED, actual_on=date(2025, 2, 10))
             for pk in projects], writer=writer,
        )  # fmt: skip
    for month in (MAY, JUNE):
        at = datetime(2025, int(month[5:]) + 1, 2, 1, tzinfo=UTC)
        done = [sum_ for pair in DONE[month] for sum_ in pair]
        before = [sum_ for pair in DONE[MAY] for sum_ in pair] if month == JUNE else [0] * len(done)
        with journal.entry(at=at, by="east", action="submit") as writer:
            reporting.report(
                [ProgressCard(project_id=pk, month=month, basis=Basis.DECLARED, year_to_date=sum_ * YI,
                              month_completed=(sum_ - then) * YI)
                 for pk, sum_, then in zip(projects, done, before, strict=True)], writer=writer,
            )  # fmt: skip
    return {"990000": city, **ids}


def sealing(month: str) -> datetime:
    """The moment a month is sealed."""
    return datetime(2025, int(month[5:]) + 1, 10, 1, tzinfo=UTC)
