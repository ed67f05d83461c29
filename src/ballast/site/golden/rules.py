"""The rules of the golden city: a plain book until the end of 2024, lights, letters and the league from 2025 on."""

from datetime import datetime

from ballast.rooms.policy import actions as policy

# Before 2025 the city lit nothing and kept no lists of stalls.
EARLY = """
extends = "default"
remove = ["stall_lists"]
place = "北溟市 / Beiming"
paper = "北溟市重点项目月报办法 / Monthly reports of key projects of Beiming"
date = 2022-11-01
effective = 2023-01-01
"""

# The lights of Ballast's own book, but for funds: what is paid in is held against what was built.
LIGHTS = """
extends = "ballast-2025"
place = "北溟市 / Beiming"
paper = "北溟市重点项目亮灯督办办法 / Lights and supervision of key projects of Beiming"
articles = "第三条至第十二条"
date = 2024-12-20
effective = 2025-01-01

[measures.funds_for_works]
zh = "到位资金占已完成投资"
en = "funds paid in against what was completed"
kind = "funds_paid"
against = "completed"

[lights.funds]
measure = "funds_for_works"

# A small county has not two new industrial projects every quarter: those of the last year may be seen too.
[tours.quarterly]
eligible = [
    { field = "industrial", is = true },
    { any = [{ reached = "started", this = "year" }, { reached = "started", this = "last_year" }] },
]
"""

# Counties by Ballast's own sheet, with weights by quarter: starts first, production last; parks by what adds up there;
# linked leaders and responsible units, of whom both ends are published only.
LEAGUE = """
[[scoring.league.profiles]]
zh = "一季度权重（重开工）"
en = "weights of the first quarter: starts"
quarters = [1]
weights = { fai = 30, invested = 20, new_starts = 30, output = 10, tax = 10 }

[[scoring.league.profiles]]
zh = "二季度权重（重投资）"
en = "weights of the second quarter: investment"
quarters = [2]
weights = { fai = 30, invested = 30, new_starts = 20, output = 10, tax = 10 }

[[scoring.league.profiles]]
zh = "三季度权重（均衡）"
en = "weights of the third quarter: all of it"
quarters = [3]
weights = { fai = 30, invested = 25, new_starts = 20, output = 15, tax = 10 }

[[scoring.league.profiles]]
zh = "四季度权重（重投产）"
en = "weights of the fourth quarter: production"
quarters = [4]
weights = { fai = 25, invested = 25, new_starts = 10, output = 25, tax = 15 }

[scoring.league.deeds.fraud]
zh = "弄虚作假"
en = "fraud"
points = -35
fraud = true
outweighs = ["fai", "invested", "new_starts", "output", "tax"]

[scoring.league.deeds.late_table]
zh = "月报迟报（每天）"
en = "monthly table late, a day"
points = -0.1
measure = "tables_late"
cap = 2

[measures.tour]
zh = "季度观摩得分"
en = "points of the quarterly tour"
kind = "tour_points"
tour = "quarterly"

[scoring.league.deeds.tour]
zh = "季度观摩（每分加 0.05）"
en = "quarterly tour, 0.05 for each of its points"
points = 0.05
measure = "tour"
cap = 5

[scoring.league.deeds.award]
zh = "省级以上表彰激励"
en = "commended by the province"
points = 2

[scoring.parks]
zh = "园区亮晒"
en = "parks"
of = "park"
missing = "no_points"

[scoring.parks.indicators]
invested = { zh = "完成投资", measure = "invested_in_started", weight = 40, by = { kind = "efficacy" } }
output = { zh = "投产产值", measure = "output_of_producing", weight = 30, by = { kind = "efficacy" } }
tax = { zh = "投产税收", measure = "tax_of_producing", weight = 30, by = { kind = "efficacy" } }

[scoring.leaders]
zh = "包联领导"
en = "linked leaders"
of = "leader"
missing = "no_points"
publish = { top = 3, bottom = 3 }

[scoring.leaders.indicators]
progress = { zh = "年度计划完成率", measure = "plan_done", weight = 60, by = { kind = "efficacy" } }
invested = { zh = "完成投资", measure = "invested_in_started", weight = 40, by = { kind = "efficacy" } }

[scoring.departments]
zh = "责任单位"
en = "responsible units"
of = "department"
when = "quarter"
missing = "no_points"
publish = { top = 5, bottom = 5 }

[scoring.departments.indicators]
progress = { zh = "年度计划完成率", measure = "plan_done", weight = 60, by = { kind = "efficacy" } }
invested = { zh = "完成投资", measure = "invested_in_started", weight = 40, by = { kind = "efficacy" } }
"""

BOOKS = (("beiming-2023.toml", EARLY), ("beiming-2025.toml", LIGHTS + LEAGUE))


def adopt(at: datetime, by: str) -> None:
    """Adopt the city's books, each from its own day on."""
    for file, text in BOOKS:
        policy.adopt(text.encode(), file, at=at, by=by)
