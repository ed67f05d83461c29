"""A synthetic city, the same in every database: made by DuckDB and written into the application's own tables.

Every project has 31 months of progress on two bases; one row in twenty is a revision of one that was superseded.
Milestones lie around a start between July 2022 and the end of 2026, and only those that have happened are told.
"""

from typing import Any

import duckdb

from ballast.kit import engine
from ballast.kit.ledger.canonical import NOTHING_BEFORE

MOMENT = "TIMESTAMP '2025-08-05 08:00:00'"
BEFORE = "TIMESTAMP '2025-08-01 08:00:00'"
FACT = f"{MOMENT} AS recorded_at, NULL::TIMESTAMP AS superseded_at, '量' AS recorded_by"
COUNTIES, PARKS = 13, 4
MONTHS = """(SELECT strftime(DATE '2023-01-01' + to_months(m::INT), '%Y-%m') AS month, m
             FROM range(31) AS r(m))"""
INDUSTRIES = ["C3921", "C2710", "C2614", "C3130", "D4417", "L7291", "F5110", "H6110", "P8336"]
LEADS = ["", "new_electronics", "biopharma", "high_end_equipment", "new_materials", "green_chemicals",
         "modern_services", "aerospace"]  # fmt: skip
MODES = ["existing", "new_land", "factory", "equity", ""]

# Days from the start to each milestone, and how far it may be off.
GAPS = {
    "negotiating": (-420, 60), "signed": (-260, 60), "permitting": (-190, 60), "land": (-40, 30), "landed": (-30, 30),
    "land_permit": (-30, 20), "title": (-30, 20), "works_permit": (-30, 20), "drawings": (-30, 20),
    "construction_permit": (-30, 20), "started": (0, 1), "registered": (10, 60), "completed": (500, 90),
    "producing": (600, 90), "at_capacity": (1000, 90), "above_scale": (1000, 90),
}  # fmt: skip
VERIFIED = ("signed", "land", "started", "completed", "producing")


def chance(what: str, below: int) -> str:
    """A number from 0 up to ``below`` that the project and the word decide: the same in every run."""
    return f"(hash(p.id, '{what}') % {below})::BIGINT"


def one_of(what: str, words: list[str]) -> str:
    """One of some words, as the project decides."""
    return f"{words}[1 + {chance(what, len(words))}]"


def tables(projects: int) -> dict[str, str]:
    """The query that makes each table, in the order they are filled."""
    every = f"(SELECT id::BIGINT AS id FROM range(1, {projects + 1}) AS r(id)) AS p"
    total = f"(10000000 * (1 + {chance('total', 1200)}))"
    start = f"(DATE '2022-07-01' + {chance('start', 1600)}::INT)"
    return {
        **_places(),
        "registry_namedlist": "SELECT 1 AS id, 'key69' AS code, '重点产业项目' AS name",
        "registry_project": f"SELECT id, printf('P%06d', id) AS serial, {MOMENT} AS created_at FROM {every}",
        "registry_profile": f"""SELECT id, id AS project_id, {FACT}, '项目' || id AS name,
            '企业' || (id % 997) AS owner, CASE WHEN {chance("park", 10)} = 0
            THEN 51 + {chance("which", PARKS)} ELSE 2 + {chance("area", COUNTIES)} END AS area_id,
            {one_of("nature", ["new", "renovation"])} AS nature, {total} AS total_investment,
            {one_of("industry", INDUSTRIES)} AS industry, {one_of("lead", LEADS)} AS lead_industry,
            {one_of("mode", MODES)} AS land_mode, {chance("strategic", 4)} = 0 AS strategic FROM {every}""",
        "registry_membership": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, 1 AS named_list_id,
            DATE '2025-01-10' AS since, CASE WHEN p.id % 50 = 0 THEN DATE '2025-05-31' END AS until
            FROM {every} WHERE p.id % 10 = 0""",
        "registry_annualplan": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, y AS year,
            {total} // 4 AS amount FROM {every}, range(2023, 2026) AS r(y) WHERE {chance("plan", 5)} > 0""",
        "registry_funding": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, channel,
            month, {total} AS agreed, {total} // 50 * m AS paid_in
            FROM {every}, {MONTHS}, (SELECT unnest(['own', 'loan']) AS channel) WHERE m % 10 = 0""",
        "registry_promise": f"""SELECT p.id AS id, p.id AS project_id, {FACT}, {total} // 2 AS output,
            {total} // 20 AS tax, 200 AS jobs, {chance("promise", 2)} = 0 AS start_on_land
            FROM {every} WHERE p.id % 2 = 0""",
        "lifecycle_milestone": _milestones(every, start),
        "reporting_progress": _progress(every, total, start),
        "reporting_output": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, month,
            {total} // 10 * (1 + {chance("output", 9)}) AS output, {total} // 25 AS tax, 100 + {chance("jobs", 90)}
            AS jobs FROM {every}, {MONTHS} WHERE m IN (18, 30) AND p.id % 3 = 0""",
        "resources_resourcecase": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, resource,
            1 AS phase, '亩' AS unit, 90000 AS requested, {start} - 100 AS requested_on, {start} - 40 AS due_on,
            80000 AS granted, {start} - 80 + {chance("granted", 60)}::INT AS granted_on
            FROM {every}, (SELECT unnest(['land', 'energy']) AS resource) WHERE p.id % 4 = 0""",
        "kit_entry": f"""SELECT 1 AS id, {MOMENT} AS moment, '量' AS by, 'bench' AS action, 0 AS recorded, 0 AS closed,
            '{NOTHING_BEFORE}' AS previous, repeat('a', 64) AS hash""",
    }  # fmt: skip


def _places() -> dict[str, str]:
    """A city of counties, some with a park, and what is published of them."""
    return {
        "people_area": f"""SELECT 1 AS id, '990000' AS code, '市' AS name, 'city' AS kind, '[]' AS aliases,
            0 AS position
            UNION ALL SELECT 1 + c, (990100 + c)::VARCHAR, '县' || c, 'county', '[]', c
            FROM range(1, {COUNTIES + 1}) AS r(c)
            UNION ALL SELECT 50 + c, 'park' || c, '园' || c, 'park', '[]', c
            FROM range(1, {PARKS + 1}) AS r(c)""",
        "reporting_indicator": f"""SELECT row_number() OVER () AS id, {FACT}, 1 + a AS area_id, indicator, month,
            lead AS lead_industry, 100000000 * (10 + a) * (1 + m) AS year_to_date
            FROM range({COUNTIES + 1}) AS r(a), {MONTHS},
            (SELECT unnest(['fai', 'industrial_value_added', 'output']) AS indicator), (SELECT unnest({LEADS}) AS lead)
            WHERE lead = '' OR indicator = 'output'""",
    }


def _milestones(every: str, start: str) -> str:
    """Every kind as declared, some verified, registration by the statisticians; a planned start beside the real one."""
    kinds = []
    for kind, (gap, spread) in GAPS.items():
        on = f"({start} + ({gap} + {chance(kind, spread)})::INT)"
        planned = f"{start} + ({chance('planned', 60)} - 30)::INT" if kind == "started" else "NULL::DATE"
        bases = (
            ["statistical"] if kind == "registered" else ["declared", "verified"] if kind in VERIFIED else ["declared"]
        )
        kinds.append(f"""SELECT p.id AS project_id, '{kind}' AS kind, unnest({bases}) AS basis, {planned} AS planned_on,
            CASE WHEN {on} < DATE '2025-08-05' THEN {on} END AS actual_on FROM {every}""")
    return f"""SELECT row_number() OVER () AS id, {FACT}, * FROM ({" UNION ALL ".join(kinds)})
        WHERE coalesce(actual_on, planned_on) IS NOT NULL"""


def _progress(every: str, total: str, start: str) -> str:
    """Investment from the month of the start on; the year to date and the sum to date are kept true."""
    first = f"greatest(0, datediff('month', DATE '2023-01-01', {start}))"
    done = f"greatest(0, m - {first} + 1)"
    in_year = f"greatest(0, m - greatest({first}, m - m % 12) + 1)"
    each = f"({total} // 40)"
    columns = f"""month, basis, CASE WHEN m >= {first} AND {chance("asleep", 12)} < 31 - m THEN {each} ELSE 0 END
        AS month_completed, {each} * {in_year} AS year_to_date, {each} * {done} AS to_date,
        '主体施工' AS form_progress, '' AS problems"""
    bases = "(SELECT unnest(['declared', 'statistical']) AS basis)"
    return f"""SELECT row_number() OVER () AS id, * FROM (
        SELECT p.id AS project_id, {FACT}, {columns} FROM {every}, {MONTHS}, {bases}
        WHERE m < 30 OR {chance("late", 20)} > 0
        UNION ALL SELECT p.id, {BEFORE}, {MOMENT}, '量', month, basis, 1, 1, 1, '', ''
        FROM {every}, {MONTHS}, {bases} WHERE (p.id + m) % 20 = 0)"""


def fill(database: dict[str, Any], projects: int) -> None:
    """Write the city into the application's tables of one database, through DuckDB."""
    vendor = engine.vendor(database)
    with duckdb.connect(":memory:", config=engine.CLOSED) as writer:  # type: ignore[arg-type]
        writer.execute("SET TimeZone = 'UTC'")
        engine.load(writer, vendor)
        address = engine.quoted(engine.address(database))
        writer.execute(f"ATTACH {address} AS app (TYPE {engine.KINDS[vendor]})")
        for table, sql in tables(projects).items():
            empty = _unsaid(writer, table, sql)
            writer.execute(f"INSERT INTO app.{table} BY NAME SELECT *{empty} FROM ({sql})")


def _unsaid(writer: duckdb.DuckDBPyConnection, table: str, sql: str) -> str:
    """Texts of the table this city has nothing to say of."""
    said = {row[0] for row in writer.execute(f"DESCRIBE {sql}").fetchall()}
    columns = writer.execute(f"DESCRIBE app.{table}").fetchall()
    texts = [name for name, kind, null, *_ in columns if (kind, null) == ("VARCHAR", "NO")]
    return "".join(f", '' AS {name}" for name in texts if name not in said)


def rest(sql: Any, vendor: str) -> None:
    """Let the ledger's triggers rest while it is filled: they look up the last seal for every row."""
    for table in tables(1):
        if not table.startswith(("registry_", "lifecycle_", "reporting_", "resources_")):
            continue
        if vendor == "postgresql":
            sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            sql(f"DROP TRIGGER IF EXISTS {table}_after_seal")


def parents(sql: Any) -> None:
    """Parks have the first counties as parents, counties the city."""
    sql("UPDATE people_area SET parent_id = 1 WHERE kind = 'county'")
    sql("UPDATE people_area SET parent_id = id - 49 WHERE kind = 'park'")
