"""Every figure of the catalogue by hand with pandas: sums over projects, each with its condition."""

from collections.abc import Callable

from against.by_sql import PUBLISHED, STAGES, STALLS
from against.city import LEADS
from against.frames import Frames, Pairs, Sum

YEAR = ">= '2025-01-01'"
PLANNED = "annual_plan.notna()"
BEHIND = "(annual_plan > 0) & (ytd * 12 < annual_plan * 7)"
INDUSTRIAL = "industry.str[:1].isin(['B', 'C', 'D'])"
HIGH_TECH = "industry.str[1:3].isin(['27', '39'])"  # the city has no other
STRATEGIC = "strategic == True"
STARTED = "stage.isin(['started', 'building', 'completed', 'producing', 'at_capacity'])"
PIPELINE = "stage.isin(['negotiating', 'signed', 'permitting', 'landed'])"
WORKING = "stage.isin(['started', 'building'])"
SERVICES = {"producer": ["51", "53", "72"], "consumer": ["61", "62"], "social": ["83", "84"]}  # nor other services
Read = Callable[[Frames], Pairs]


def count(where: str = "") -> Read:
    """How many."""
    return lambda frames: frames.read((Sum(where=where),))


def total(column: str, where: str = "") -> Read:
    """How much."""
    return lambda frames: frames.read((Sum(column, where),))


def both(code: str, where: str) -> dict[str, Read]:
    """How many, and their total investment."""
    return {code: count(where), f"{code}_total": total("total", where)}


def share(top: Sum, bottom: Sum) -> Read:
    """One sum over another."""
    return lambda frames: frames.read((top,), bottom)


def rate(where: str, of: str) -> Read:
    """How many of some projects."""
    return share(Sum(where=f"({of}) & ({where})"), Sum(where=of))


def growth(now: Sum, before: Sum) -> Read:
    """How much more than before, over what it was."""
    return lambda frames: frames.read((now, before), before, (1, -1))


def within(column: str, first: str, last: str) -> str:
    """A date between two days."""
    return f"({column} >= '{first}') & ({column} <= '{last}')"


PROGRESS = {
    "projects": count(), "total_investment": total("total"), "planned_projects": count(PLANNED),
    "annual_plan": total("annual_plan"), "completed_month": total("month_completed"), "completed": total("ytd"),
    "completed_to_date": total("to_date"), "completion_rate": share(Sum("ytd", PLANNED), Sum("annual_plan")),
    "ahead_of_schedule": lambda frames: frames.read((Sum("ytd", PLANNED), Sum("annual_plan")), Sum("annual_plan"),
                                                    (12, -7), 12),
    "plan_of_total": share(Sum("annual_plan"), Sum("total", PLANNED)), "behind_schedule": count(BEHIND),
    "completed_growth": growth(Sum("ytd"), Sum("ytd_before")), "stat_completed": total("stat_ytd"),
    "declared_gap": lambda frames: frames.read((Sum("ytd"), Sum("stat_ytd")), signs=(1, -1)),
    "stat_share": share(Sum("stat_ytd"), Sum("ytd")),
}  # fmt: skip
THIS_YEAR = f"started_on {YEAR}"
OF_2024 = {kind: within(f"{kind}_on", "2024-01-01", "2024-12-31") for kind in ("signed", "started", "producing")}
DUE = within("planned_start", "2025-01-01", "2025-07-31")
KEPT = "landed_on.notna() | started_on.notna()"
STARTS = {
    "started": count(THIS_YEAR), "started_month": count("started_on >= '2025-07-01'"),
    **both("started_large", f"({THIS_YEAR}) & (total >= 100000000)"),
    "started_very_large": count(f"({THIS_YEAR}) & (total >= 1000000000)"),
    "started_growth": growth(Sum(where=THIS_YEAR), Sum(where=within("started_on", "2024-01-01", "2024-07-31"))),
    "started_verified": count(f"verified_start {YEAR}"), "starts_due": count(DUE),
    "start_rate": rate("started_on.notna()", DUE), "registered": count("registered_on.notna()"),
    "registration_rate": rate("registered_on.notna()", THIS_YEAR),
    "started_not_registered": count(f"{STARTED} & registered_on.isna()"),
    "fulfilment_rate": rate(KEPT, f"signed_on {YEAR}"),
    "fulfilment_rate_last_year": rate(KEPT, OF_2024["signed"]),
    "start_on_land_due": count("due == True"), "start_on_land_broken": count("(due == True) & (kept == False)"),
    "start_on_land_rate": rate("kept == True", "due == True"),
}  # fmt: skip
FUNNEL = {code: read for stage in STAGES for code, read in both(f"stage_{stage}", f"stage == '{stage}'").items()}
for first, then in (("signed", "started"), ("started", "producing"), ("producing", "at_capacity")):
    FUNNEL[f"{first}_to_{then}"] = rate(f"{then}_on.notna()", f"{first}_on {YEAR}")
    FUNNEL[f"{first}_to_{then}_last_year"] = rate(f"{then}_on.notna()", OF_2024[first])
for code, kind in (("signed", "signed"), ("completed_works", "completed"), ("producing", "producing"),
                   ("at_capacity", "at_capacity"), ("above_scale", "above_scale")):  # fmt: skip
    FUNNEL[code] = count(f"{kind}_on {YEAR}")
FUNNEL |= both("pipeline", PIPELINE) | both("industrial_pipeline", f"{PIPELINE} & {INDUSTRIAL}")
STRUCTURE = {
    f"{code}_share": share(Sum("ytd", where), Sum("ytd", f"{known}.notna()"))
    for code, where, known in (
        ("industrial", INDUSTRIAL, "industry"), ("high_tech", HIGH_TECH, "industry"),
        ("strategic", STRATEGIC, "strategic"),
    )
} | {
    "industrial_projects": count(INDUSTRIAL), "renovation_completed": total("ytd", "nature == 'renovation'"),
    **both("giant_renovations", "(nature == 'renovation') & (total >= 10000000000)"),
    "started_total": total("total", STARTED),
}  # fmt: skip
for service, divisions in SERVICES.items():
    STRUCTURE |= both(f"{service}_services", f"industry.str[1:3].isin({divisions})")
AGENDA = {
    **both("key_projects", "on_key == 1"), "key_projects_behind": count(f"(on_key == 1) & ({BEHIND})"),
    "key_projects_rate": share(Sum("ytd", f"(on_key == 1) & {PLANNED}"), Sum("annual_plan", "on_key == 1")),
    **both("park_projects", "park.notna()"), "park_industrial_total": total("total", f"park.notna() & {INDUSTRIAL}"),
    **{code: read for stall in STALLS for code, read in both(stall, f"stall == '{stall}'").items()},
    **both("stalled", "stall.notna()"), "stall_rate": share(Sum(where="stall.notna()"), Sum()),
}  # fmt: skip
MADE = "producing_on.notna() & promised_{0}.notna()"
SUPPORT = {
    "funds_agreed": total("agreed"), "funds_paid_in": total("paid_in"),
    "funds_rate": share(Sum("paid_in"), Sum("agreed")), "land_rate": share(Sum("land_granted"), Sum("land_requested")),
    "grant_rate": share(Sum("granted"), Sum("cases")), "on_time_rate": share(Sum("on_time"), Sum("due_by_now")),
    "resource_requests": total("cases"), "jobs": total("jobs"), "reporting_rate": rate("reported == True", WORKING),
    "not_reported": count(f"{WORKING} & reported.isna()"),
    "output_rate": share(Sum("output", MADE.format("output")), Sum("promised_output", "producing_on.notna()")),
    "tax_rate": share(Sum("tax", MADE.format("tax")), Sum("promised_tax", "producing_on.notna()")),
}  # fmt: skip
INDUSTRIES = {f"projects_{lead}": count(f"lead == '{lead}'") for lead in LEADS[1:]}
INDUSTRIES |= {f"total_{lead}": total("total", f"lead == '{lead}'") for lead in LEADS[1:]}
OF_PROJECTS = PROGRESS | STARTS | FUNNEL | STRUCTURE | AGENDA | SUPPORT | INDUSTRIES


def by_hand(code: str, frames: Frames) -> Pairs:
    """One figure by county."""
    return frames.published(*PUBLISHED[code]) if code in PUBLISHED else OF_PROJECTS[code](frames)
