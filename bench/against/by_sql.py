"""Every figure of the catalogue by hand in SQL: what is counted or added up, of which projects."""

from against.city import LEADS
from against.sql import Query, text

YEAR, LAST_YEAR = ">= '2025-01-01'", "BETWEEN '2024-01-01' AND '2024-12-31'"
PLANNED = "annual_plan IS NOT NULL"
BEHIND = "annual_plan > 0 AND ytd * 12 < annual_plan * 7"
INDUSTRIAL = "SUBSTR(industry, 1, 1) IN ('B', 'C', 'D')"
HIGH_TECH = (
    "(SUBSTR(industry, 2, 2) IN ('27', '39') OR SUBSTR(industry, 2, 3) IN ('374', '358', '401', '402', '404', '409'))"
)
STARTED = "stage IN ('started', 'building', 'completed', 'producing', 'at_capacity')"
PIPELINE = "stage IN ('negotiating', 'signed', 'permitting', 'landed')"
PRODUCING = "producing_on IS NOT NULL"
WORKING = "stage IN ('started', 'building')"
SERVICES = {
    kind: "SUBSTR(industry, 2, 2) IN (" + ", ".join(f"'{division}'" for division in divisions.split()) + ")"
    for kind, divisions in {
        "producer": "51 53 54 55 56 59 63 64 65 71 72 73 74",
        "consumer": "52 61 62 70 80 81 82 86 87 88 89 90",
        "social": "76 77 79 83 84 85 91 92 93 94",
    }.items()
}
STAGES = ("planned", "negotiating", "signed", "permitting", "landed", "started", "building", "completed", "producing",
          "at_capacity")  # fmt: skip
STALLS = ("signed_not_started", "started_not_building", "built_not_at_capacity")


def count(where: str = "") -> Query:
    """How many."""
    return Query("COUNT(*)", where=where)


def total(amount: str, where: str = "") -> Query:
    """How much."""
    return Query(f"SUM({amount})", where=where)


def both(code: str, where: str) -> dict[str, Query]:
    """How many, and their total investment."""
    return {code: count(where), f"{code}_total": total("total", where)}


PROGRESS = {
    "projects": count(), "total_investment": total("total"), "planned_projects": count(PLANNED),
    "annual_plan": total("annual_plan"), "completed_month": total("month_completed"), "completed": total("ytd"),
    "completed_to_date": total("to_date"), "completion_rate": Query("SUM(ytd)", "SUM(annual_plan)", PLANNED),
    "ahead_of_schedule": Query("12 * SUM(ytd) - 7 * SUM(annual_plan)", "12 * SUM(annual_plan)", PLANNED),
    "plan_of_total": Query("SUM(annual_plan)", "SUM(total)", PLANNED), "behind_schedule": count(BEHIND),
    "completed_growth": Query("SUM(ytd) - SUM(ytd_before)", "SUM(ytd_before)"), "stat_completed": total("stat_ytd"),
    "declared_gap": Query("SUM(ytd) - SUM(stat_ytd)"), "stat_share": Query("SUM(stat_ytd)", "SUM(ytd)"),
}  # fmt: skip
BEFORE = "COUNT(*) FILTER (WHERE started_on BETWEEN '2024-01-01' AND '2024-07-31')"
KEPT = "COUNT(*) FILTER (WHERE landed_on IS NOT NULL OR started_on IS NOT NULL)"
DUE = "planned_start BETWEEN '2025-01-01' AND '2025-07-31'"
LARGE, VERY_LARGE = (f"started_on {YEAR} AND total >= {bound}" for bound in (100_000_000, 1_000_000_000))
STARTS = {
    "started": count(f"started_on {YEAR}"), "started_month": count("started_on >= '2025-07-01'"),
    **both("started_large", LARGE), "started_very_large": count(VERY_LARGE),
    "started_growth": Query(f"COUNT(*) FILTER (WHERE started_on {YEAR}) - {BEFORE}", BEFORE),
    "started_verified": count(f"verified_start {YEAR}"), "starts_due": count(DUE),
    "start_rate": Query("COUNT(started_on)", "COUNT(*)", DUE), "registered": count("registered_on IS NOT NULL"),
    "registration_rate": Query("COUNT(registered_on)", "COUNT(*)", f"started_on {YEAR}"),
    "started_not_registered": count(f"{STARTED} AND registered_on IS NULL"),
    "fulfilment_rate": Query(KEPT, "COUNT(*)", f"signed_on {YEAR}"),
    "fulfilment_rate_last_year": Query(KEPT, "COUNT(*)", f"signed_on {LAST_YEAR}"),
    "start_on_land_due": count("due"), "start_on_land_broken": count("due AND NOT kept"),
    "start_on_land_rate": Query("COUNT(*) FILTER (WHERE kept)", "COUNT(*)", "due"),
}  # fmt: skip
FUNNEL = {code: query for stage in STAGES for code, query in both(f"stage_{stage}", f"stage = '{stage}'").items()}
for first, then in (("signed", "started"), ("started", "producing"), ("producing", "at_capacity")):
    FUNNEL[f"{first}_to_{then}"] = Query(f"COUNT({then}_on)", "COUNT(*)", f"{first}_on {YEAR}")
    FUNNEL[f"{first}_to_{then}_last_year"] = Query(f"COUNT({then}_on)", "COUNT(*)", f"{first}_on {LAST_YEAR}")
for code, kind in (("signed", "signed"), ("completed_works", "completed"), ("producing", "producing"),
                   ("at_capacity", "at_capacity"), ("above_scale", "above_scale")):  # fmt: skip
    FUNNEL[code] = count(f"{kind}_on {YEAR}")
FUNNEL |= both("pipeline", PIPELINE) | both("industrial_pipeline", f"{PIPELINE} AND {INDUSTRIAL}")
STRUCTURE = {
    f"{code}_share": Query(
        f"COALESCE(SUM(ytd) FILTER (WHERE {where}), 0)", f"SUM(ytd) FILTER (WHERE ({where}) IS NOT NULL)"
    )
    for code, where in (("industrial", INDUSTRIAL), ("high_tech", HIGH_TECH), ("strategic", "strategic"))
} | {
    "industrial_projects": count(INDUSTRIAL), "renovation_completed": total("ytd", "nature = 'renovation'"),
    **both("giant_renovations", "nature = 'renovation' AND total >= 10000000000"),
    "started_total": total("total", STARTED),
    **{name: query for kind, where in SERVICES.items() for name, query in both(f"{kind}_services", where).items()},
}  # fmt: skip
AGENDA = {
    **both("key_projects", "on_key = 1"), "key_projects_behind": count(f"on_key = 1 AND {BEHIND}"),
    "key_projects_rate": Query("SUM(ytd)", "SUM(annual_plan)", f"on_key = 1 AND {PLANNED}"),
    **both("park_projects", "park IS NOT NULL"),
    "park_industrial_total": total("total", f"park IS NOT NULL AND {INDUSTRIAL}"),
    **{name: query for stall in STALLS for name, query in both(stall, f"stall = '{stall}'").items()},
    **both("stalled", "stall IS NOT NULL"), "stall_rate": Query("COUNT(stall)", "COUNT(*)"),
}  # fmt: skip
SUPPORT = {
    "funds_agreed": total("agreed"), "funds_paid_in": total("paid_in"),
    "funds_rate": Query("SUM(paid_in)", "SUM(agreed)"), "land_rate": Query("SUM(land_granted)", "SUM(land_requested)"),
    "grant_rate": Query("SUM(granted)", "SUM(cases)"), "on_time_rate": Query("SUM(on_time)", "SUM(due_by_now)"),
    "resource_requests": total("cases"), "jobs": total("jobs"),
    "reporting_rate": Query("COUNT(reported)", "COUNT(*)", WORKING),
    "not_reported": count(f"{WORKING} AND reported IS NULL"),
    "output_rate": Query("SUM(output)", "SUM(promised_output)", f"{PRODUCING} AND promised_output IS NOT NULL"),
    "tax_rate": Query("SUM(tax)", "SUM(promised_tax)", f"{PRODUCING} AND promised_tax IS NOT NULL"),
}  # fmt: skip
INDUSTRIES = {f"projects_{lead}": count(f"lead = '{lead}'") for lead in LEADS[1:]}
INDUSTRIES |= {f"total_{lead}": total("total", f"lead = '{lead}'") for lead in LEADS[1:]}
PUBLISHED = {
    "fai_growth": ("fai", ""), "industrial_value_added_growth": ("industrial_value_added", ""),
    "output_growth": ("output", ""), **{f"output_growth_{lead}": ("output", lead) for lead in LEADS[1:]},
}  # fmt: skip
OF_PROJECTS = PROGRESS | STARTS | FUNNEL | STRUCTURE | AGENDA | SUPPORT | INDUSTRIES
WRITTEN = OF_PROJECTS.keys() | PUBLISHED.keys()


def growth(indicator: str, lead: str) -> str:
    """How an indicator of counties has grown over the same months of last year."""
    return f"""SELECT a.code, now.year_to_date - old.year_to_date, old.year_to_date FROM reporting_indicator now
        JOIN reporting_indicator old ON old.area_id = now.area_id AND old.indicator = now.indicator
        AND old.lead_industry = now.lead_industry AND old.month = '2024-07' AND old.superseded_at IS NULL
        JOIN people_area a ON a.id = now.area_id AND a.kind = 'county' WHERE now.month = '2025-07'
        AND now.superseded_at IS NULL AND now.indicator = '{indicator}' AND now.lead_industry = '{lead}'"""


def by_hand(code: str, engine: str) -> str:
    """The query of one figure for one engine."""
    return growth(*PUBLISHED[code]) if code in PUBLISHED else text(OF_PROJECTS[code], engine)
