"""A synthetic city, the same in every database: made by DuckDB and written into the application's own tables.

Every project has 31 months of progress on two bases; one row in twenty is a revision of one that was superseded.
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


def chance(what: str, below: int) -> str:
    """A number from 0 up to ``below`` that the project and the word decide: the same in every run."""
    return f"(hash(p.id, '{what}') % {below})::BIGINT"


def tables(projects: int) -> dict[str, str]:
    """The query that makes each table, in the order they are filled."""
    all_projects = f"(SELECT id::BIGINT AS id FROM range(1, {projects + 1}) AS r(id)) AS p"
    total = f"(10000000 * (1 + {chance('total', 400)}))"
    on = f"DATE '2022-07-01' + {chance('start', 1150)}::INT"
    return {
        "people_area": f"""SELECT 1 AS id, '990000' AS code, '市' AS name, 'city' AS kind, '[]' AS aliases,
            0 AS position
            UNION ALL SELECT 1 + c, (990100 + c)::VARCHAR, '县' || c, 'county', '[]', c
            FROM range(1, {COUNTIES + 1}) AS r(c)
            UNION ALL SELECT 50 + c, 'park' || c, '园' || c, 'park', '[]', c
            FROM range(1, {PARKS + 1}) AS r(c)""",
        "registry_project": f"SELECT id, printf('P%06d', id) AS serial, {MOMENT} AS created_at FROM {all_projects}",
        "registry_profile": f"""SELECT id, id AS project_id, {FACT}, '项目' || id AS name, '' AS project_code,
            '' AS credit_code, '企业' || (id % 997) AS owner, '' AS investor, 2 + {chance("area", COUNTIES)} AS area_id,
            '' AS site, ['new', 'renovation'][1 + {chance("nature", 2)}] AS nature, '' AS content,
            {total} AS total_investment,
            ['C3921', 'C2710', 'C2614', 'L7291', 'F5110'][1 + {chance("industry", 5)}] AS industry,
            ['', 'biopharma', 'new_electronics'][1 + {chance("lead", 3)}] AS lead_industry, 'new_land' AS land_mode,
            '' AS responsible, '' AS responsible_person, '' AS linked_leader, '' AS remarks FROM {all_projects}""",
        "registry_annualplan": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, y AS year,
            {total} // 4 AS amount, '' AS goal FROM {all_projects}, range(2023, 2026) AS r(y)""",
        "registry_funding": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, channel,
            month, {total} AS agreed, {total} // 50 * m AS paid_in
            FROM {all_projects}, {MONTHS}, (SELECT unnest(['own', 'loan']) AS channel) WHERE m % 10 = 0""",
        "lifecycle_milestone": f"""SELECT row_number() OVER () AS id, p.id AS project_id, {FACT}, kind,
            basis, NULL::DATE AS planned_on, ({on} + gap::INT)::DATE AS actual_on, '' AS evidence
            FROM {all_projects}, (SELECT unnest(['signed', 'landed', 'started', 'completed', 'producing']) AS kind,
            unnest([-200, -60, 0, 500, 600]) AS gap), (SELECT unnest(['declared', 'verified']) AS basis)""",
        "reporting_progress": _progress(all_projects, total, on),
        "kit_entry": f"""SELECT 1 AS id, {MOMENT} AS moment, '量' AS by, 'bench' AS action, 0 AS recorded, 0 AS closed,
            '{NOTHING_BEFORE}' AS previous, repeat('a', 64) AS hash""",
    }  # fmt: skip


def _progress(all_projects: str, total: str, on: str) -> str:
    """Investment from the month of the start on; the year to date and the sum to date are kept true."""
    first = f"greatest(0, datediff('month', DATE '2023-01-01', {on}))"
    done = f"greatest(0, m - {first} + 1)"
    in_year = f"greatest(0, m - greatest({first}, m - m % 12) + 1)"
    each = f"({total} // 40)"
    columns = f"""month, basis, CASE WHEN m >= {first} THEN {each} ELSE 0 END AS month_completed,
        {each} * {in_year} AS year_to_date, {each} * {done} AS to_date,
        '主体施工' AS form_progress, '' AS problems"""
    bases = "(SELECT unnest(['declared', 'statistical']) AS basis)"
    return f"""SELECT row_number() OVER () AS id, * FROM (
        SELECT p.id AS project_id, {FACT}, {columns} FROM {all_projects}, {MONTHS}, {bases}
        UNION ALL SELECT p.id, {BEFORE}, {MOMENT}, '量', month, basis, 1, 1, 1, '', ''
        FROM {all_projects}, {MONTHS}, {bases} WHERE (p.id + m) % 20 = 0)"""


def fill(database: dict[str, Any], projects: int) -> None:
    """Write the city into the application's tables of one database, through DuckDB."""
    vendor = engine.vendor(database)
    with duckdb.connect(":memory:", config=engine.CLOSED) as writer:
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
    for table in ("registry_profile", "registry_annualplan", "registry_funding", "lifecycle_milestone",
                  "reporting_progress"):  # fmt: skip
        if vendor == "postgresql":
            sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            sql(f"DROP TRIGGER {table}_after_seal")


def parents(sql: Any) -> None:
    """Parks have the first counties as parents, counties the city."""
    sql("UPDATE people_area SET parent_id = 1 WHERE kind = 'county'")
    sql("UPDATE people_area SET parent_id = id - 49 WHERE kind = 'park'")
