"""The rules of the golden city: a plain book until the end of 2024, lights and letters from 2025 on."""

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

BOOKS = (("beiming-2023.toml", EARLY), ("beiming-2025.toml", LIGHTS))


def adopt(at: datetime, by: str) -> None:
    """Adopt the city's books, each from its own day on."""
    for file, text in BOOKS:
        policy.adopt(text.encode(), file, at=at, by=by)
