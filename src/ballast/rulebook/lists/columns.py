"""The column vocabulary, from ``columns.toml``: fields and the names lists give them; and the sorts of fields."""

import tomllib
from pathlib import Path

_BOOK = tomllib.loads(Path(__file__).with_name("columns.toml").read_text("utf-8"))
LISTS: dict[str, list[str]] = _BOOK["names"]
WHOLE: frozenset[str] = frozenset(_BOOK["words"]["whole"])
DONE: frozenset[str] = frozenset(_BOOK["words"]["done"])
PORTIONS: frozenset[str] = frozenset(_BOOK["words"]["portions"])
PROGRESS: list[str] = _BOOK["words"]["progress"]
SORT: list[str] = _BOOK["words"]["sort"]

BY_NAME: dict[str, tuple[str, int]] = {}
for _field, _names in LISTS.items():
    for _rank, _name in enumerate(_names):
        BY_NAME.setdefault(_name.replace("(", "").replace(")", ""), (_field, _rank))

MONEY = (
    "total_investment",
    "annual_plan",
    "done_by_last_year",
    "month_completed",
    "year_to_date",
    "to_date",
    "other_year_plan",
    "year_completed",
    "funding",
    "remaining",
    "approved_total",
    "contract_amount",
)
DATES = ("years", "planned_start", "actual_start", "planned_completion", "actual_completion", "signed")
# Fields that only a project has, never the row of a group.
DESCRIPTIVE = (
    "owner",
    "content",
    "site",
    "nature",
    "years",
    "planned_start",
    "planned_completion",
    "project_code",
    "credit_code",
    "goal",
    "progress",
    "actual_start",
    "actual_completion",
    "stage",
)
# Fields told in words: a bare number under one says nothing of a project, but how many a group has.
WORDED = (
    "owner",
    "investor",
    "content",
    "site",
    "area",
    "nature",
    "goal",
    "progress",
    "stage",
    "responsible",
    "industry",
    "category",
)
# Fields whose vertically merged cell speaks for every row it covers.
SHARED = (
    "area",
    "wider_area",
    "site",
    "owner",
    "investor",
    "nature",
    "stage",
    "responsible",
    "responsible_person",
    "linked_leader",
    "industry",
    "lead_industry",
    "category",
    "cooperating",
    "phone",
    "years",
    "year",
)
