"""Queries by hand over the live tables: what each begins with, one row a project, in the idiom of each engine.

A query says which columns it speaks of; the tables that give them are joined to the project's card. Everything is
for 2025-07 and from what stands (``superseded_at IS NULL``).
"""

import re
from dataclasses import dataclass

END = "'2025-07-31'"
PAPERS = ("land_permit", "title", "works_permit", "drawings", "construction_permit")
KINDS = (
    "negotiating", "signed", "permitting", "landed", "land", *PAPERS, "started", "registered", "completed",
    "producing", "at_capacity", "above_scale",
)  # fmt: skip
NOW = "superseded_at IS NULL"
CARD = f"""card AS (SELECT f.project_id, f.total_investment AS total, f.industry, f.nature, f.lead_industry AS lead,
    f.land_mode, f.strategic, COALESCE(up.code, a.code) AS county, CASE WHEN a.kind = 'park' THEN a.code END AS park
    FROM registry_profile f JOIN people_area a ON a.id = f.area_id
    LEFT JOIN people_area up ON up.id = a.parent_id AND a.kind = 'park' WHERE f.{NOW})"""
OF_CARD = {"total", "industry", "nature", "lead", "land_mode", "strategic", "park"}
MODES = {"existing": 3, "new_land": 2, "factory": 2, "equity": 3}


@dataclass(frozen=True)
class Query:
    """Numerator and denominator as aggregates, over the projects where a condition holds."""

    top: str
    bottom: str = "1"
    where: str = ""


def month_number(on: str) -> str:
    """Months since the year 0 of ISO text."""
    return f"(CAST(SUBSTR({on}, 1, 4) AS INTEGER) * 12 + CAST(SUBSTR({on}, 6, 2) AS INTEGER))"


def latest(engine: str, columns: str, source: str, key: str = "project_id") -> str:
    """The row of the latest month of every project, as each engine's people write it."""
    names = columns.split(", ")
    if engine == "postgresql":
        return f"SELECT DISTINCT ON ({key}) {key}, {columns} FROM {source} ORDER BY {key}, month DESC"
    if engine == "duckdb":
        picked = ", ".join(f"arg_max({name}, month) AS {name}" for name in names)
        return f"SELECT {key}, {picked} FROM {source} GROUP BY {key}"
    return f"SELECT {key}, {columns}, MAX(month) AS month FROM {source} GROUP BY {key}"


def progress(engine: str, column: str, name: str, basis: str, months: str) -> str:
    """A column of the last report that says something, between two months."""
    source = f"reporting_progress WHERE {NOW} AND basis = '{basis}' AND {months} AND {column} IS NOT NULL"
    return f"SELECT project_id, {column} AS {name} FROM ({latest(engine, column, source)}) AS last"


def dates(engine: str, kinds: list[str], plans: bool) -> str:
    """When each milestone was reached, verified before declared (registration: as the statisticians have it)."""
    on = "actual_on" if engine == "sqlite" else "CAST(actual_on AS VARCHAR)"
    planned = on.replace("actual", "planned")
    said = []
    for kind in kinds:
        bases = ("statistical", "verified", "declared") if kind == "registered" else ("verified", "declared")
        each = ", ".join(f"MAX({on}) FILTER (WHERE kind = '{kind}' AND basis = '{basis}')" for basis in bases)
        said.append(f"COALESCE({each}) AS {kind}_on")
    if plans:
        said.append(f"MAX({planned}) FILTER (WHERE kind = 'started' AND basis = 'declared') AS planned_start")
        said.append(f"MAX({on}) FILTER (WHERE kind = 'started' AND basis = 'verified') AS verified_start")
    wanted = ", ".join(f"'{kind}'" for kind in [*kinds, *(["started"] if plans else [])])
    found = f"SELECT project_id, {', '.join(said)} FROM lifecycle_milestone WHERE {NOW} AND kind IN ({wanted})"
    reached = [f"CASE WHEN {kind}_on <= {END} THEN {kind}_on END AS {kind}_on" for kind in kinds]
    reached += ["planned_start", f"CASE WHEN verified_start <= {END} THEN verified_start END AS verified_start"] * plans
    return f"SELECT project_id, {', '.join(reached)} FROM ({found} GROUP BY project_id) AS told"


STAGE = """SELECT card.project_id, CASE WHEN at_capacity_on IS NOT NULL THEN 'at_capacity'
    WHEN producing_on IS NOT NULL THEN 'producing' WHEN completed_on IS NOT NULL THEN 'completed'
    WHEN invested >= SUBSTR(started_on, 1, 7) THEN 'building' WHEN started_on IS NOT NULL THEN 'started'
    WHEN landed_on IS NOT NULL THEN 'landed' WHEN permitting_on IS NOT NULL THEN 'permitting'
    WHEN signed_on IS NOT NULL THEN 'signed' WHEN negotiating_on IS NOT NULL THEN 'negotiating'
    ELSE 'planned' END AS stage FROM card LEFT JOIN dates ON dates.project_id = card.project_id
    LEFT JOIN invested ON invested.project_id = card.project_id"""
LIMIT = " ".join(f"WHEN '{mode}' THEN {months}" for mode, months in MODES.items())
JULY = 2025 * 12 + 7
STALL = f"""SELECT card.project_id, CASE
    WHEN producing_on IS NOT NULL THEN CASE WHEN at_capacity_on IS NULL
        AND {month_number("producing_on")} + 24 <= {JULY} AND NOT (promised_output IS NOT NULL
        AND COALESCE(output * 100 >= promised_output * 80, FALSE) AND COALESCE(tax * 100 >= promised_tax * 80, FALSE)
        AND COALESCE(jobs * 100 >= promised_jobs * 80, FALSE)) THEN 'built_not_at_capacity' END
    WHEN completed_on IS NOT NULL THEN NULL
    WHEN started_on IS NOT NULL THEN CASE WHEN {JULY} - {month_number("started_on")} >= 3
        AND (invested IS NULL OR {JULY} - {month_number("invested")} >= 3) THEN 'started_not_building' END
    WHEN signed_on IS NOT NULL AND (COALESCE({month_number("construction_permit_on")} + 3 <= {JULY}, FALSE)
        OR CASE WHEN planned_start IS NOT NULL THEN {month_number("planned_start")} <= {JULY}
           ELSE {month_number("signed_on")} + CASE land_mode {LIMIT} ELSE 3 END <= {JULY} END)
        THEN 'signed_not_started' END AS stall
    FROM card LEFT JOIN dates ON dates.project_id = card.project_id
    LEFT JOIN invested ON invested.project_id = card.project_id
    LEFT JOIN promises ON promises.project_id = card.project_id
    LEFT JOIN made ON made.project_id = card.project_id"""
LAST_PAPER = " ".join(
    f"WHEN {' AND '.join(f'{one}_on >= {other}_on' for other in PAPERS if other != one)} THEN {one}_on"
    for one in PAPERS
)
ON_LAND = f"""SELECT promises.project_id, COALESCE(promised_start AND last.ordinal - land.ordinal >= 30, FALSE) AS due,
    COALESCE(promised_start AND last.ordinal - land.ordinal >= 30 AND papers.working - land.working <= 5
    AND begun.ordinal - land.ordinal <= 30, FALSE) AS kept
    FROM promises JOIN dates ON dates.project_id = promises.project_id JOIN calendar land ON land.day = land_on
    JOIN calendar last ON last.day = {END} LEFT JOIN calendar begun ON begun.day = verified_start
    LEFT JOIN calendar papers ON papers.day = CASE {LAST_PAPER} END"""

# The tables a query may join: the columns each gives, and those it rests on itself.
RESTS_ON = {
    "staged": ["at_capacity_on", "producing_on", "completed_on", "started_on", "landed_on", "permitting_on",
               "signed_on", "negotiating_on", "invested"],
    "stuck": ["at_capacity_on", "producing_on", "completed_on", "started_on", "signed_on", "construction_permit_on",
              "planned_start", "invested", "promised_output", "output"],
    "on_land": ["promised_start", "land_on", "verified_start", *(f"{paper}_on" for paper in PAPERS)],
}  # fmt: skip
GIVES = {
    "plan": ["annual_plan"], "month": ["month_completed"], "year": ["ytd"], "last_year": ["ytd_before"],
    "whole": ["to_date"], "stat": ["stat_ytd"], "invested": ["invested"], "told": ["reported"],
    "funds": ["agreed", "paid_in"], "promises": ["promised_output", "promised_tax", "promised_jobs", "promised_start"],
    "made": ["output", "tax", "jobs"], "asked": ["cases", "granted", "due_by_now", "on_time", "land_requested",
    "land_granted"], "listed": ["on_key"], "dates": [*(f"{kind}_on" for kind in KINDS), "planned_start",
    "verified_start"], "staged": ["stage"], "stuck": ["stall"], "on_land": ["due", "kept"],
}  # fmt: skip


def reports(engine: str) -> dict[str, str]:
    """The tables that come of the monthly reports."""
    of_2025 = "month BETWEEN '2025-01' AND '2025-07'"
    july = f"FROM reporting_progress WHERE {NOW} AND basis = 'declared' AND month = '2025-07'"
    return {
        "month": f"SELECT project_id, month_completed {july}",
        "told": f"SELECT project_id, TRUE AS reported {july}",
        "year": progress(engine, "year_to_date", "ytd", "declared", of_2025),
        "last_year": progress(engine, "year_to_date", "ytd_before", "declared", of_2025.replace("2025", "2024")),
        "whole": progress(engine, "to_date", "to_date", "declared", "month <= '2025-07'"),
        "stat": progress(engine, "year_to_date", "stat_ytd", "statistical", of_2025),
        "invested": f"""SELECT project_id, MAX(month) AS invested FROM reporting_progress WHERE {NOW}
            AND basis = 'declared' AND month <= '2025-07' AND month_completed > 0 GROUP BY project_id""",
        "made": latest(engine, "output, tax, jobs", f"reporting_output WHERE {NOW} AND month <= '2025-07'"),
    }


def table(name: str, engine: str, columns: set[str]) -> str:
    """The query of one table."""
    if name == "dates":
        kinds = [kind for kind in KINDS if f"{kind}_on" in columns]
        return dates(engine, kinds, bool(columns & {"planned_start", "verified_start"}))
    channels = f"registry_funding WHERE {NOW} AND month <= '2025-07'"
    funds = latest(engine, "agreed, paid_in", channels, "project_id, channel")
    granted, by_now, requested, until = (
        f"{on} <= {END}" if engine == "sqlite" else f"CAST({on} AS VARCHAR) <= {END}"
        for on in ("granted_on", "due_on", "requested_on", "until")
    )
    tables = reports(engine) | {
        "plan": f"SELECT project_id, amount AS annual_plan FROM registry_annualplan WHERE {NOW} AND year = 2025",
        "promises": f"""SELECT project_id, output AS promised_output, tax AS promised_tax, jobs AS promised_jobs,
            start_on_land AS promised_start FROM registry_promise WHERE {NOW}""",
        "asked": f"""SELECT project_id, COUNT(*) AS cases, COUNT(*) FILTER (WHERE {granted}) AS granted,
            COUNT(*) FILTER (WHERE {by_now}) AS due_by_now,
            COUNT(*) FILTER (WHERE {by_now} AND {granted} AND granted_on <= due_on) AS on_time,
            SUM(requested) FILTER (WHERE resource = 'land') AS land_requested,
            SUM(granted) FILTER (WHERE resource = 'land' AND {granted}) AS land_granted
            FROM resources_resourcecase WHERE {NOW} AND {requested} GROUP BY project_id""",
        "listed": f"""SELECT DISTINCT m.project_id, 1 AS on_key FROM registry_membership m
            JOIN registry_namedlist l ON l.id = m.named_list_id AND l.code = 'key69'
            WHERE {NOW} AND (until IS NULL OR NOT {until})""",
        "funds": f"""SELECT project_id, SUM(agreed) AS agreed, SUM(paid_in) AS paid_in FROM ({funds}) AS x
            GROUP BY project_id""",
        "staged": STAGE, "stuck": STALL, "on_land": ON_LAND,
    }  # fmt: skip
    return tables[name]


def text(query: Query, engine: str) -> str:
    """The whole query: the card, the tables it speaks of, and the sums by county."""
    words = set(re.findall(r"\w+", f"{query.top} {query.bottom} {query.where}"))
    joined = [name for name, gives in GIVES.items() if words & set(gives)]
    for name in ("staged", "stuck", "on_land"):
        words |= set(RESTS_ON[name]) if name in joined else set()
    needed = [name for name, gives in GIVES.items() if words & set(gives)]
    how = "MATERIALIZED " if engine == "sqlite" else ""  # else SQLite joins them row by row
    tables = [CARD, *(f"{name} AS {how}({table(name, engine, words)})" for name in needed)]
    joins = " ".join(f"LEFT JOIN {name} ON {name}.project_id = card.project_id" for name in joined)
    where = f" WHERE {query.where}" if query.where else ""
    return (
        f"WITH {', '.join(tables)} SELECT county, {query.top}, {query.bottom} FROM card {joins}{where} GROUP BY county"
    )
