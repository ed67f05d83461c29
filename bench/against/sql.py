"""The same figures written by hand in SQL over the live tables; one text runs on PostgreSQL, SQLite and DuckDB.

Each query answers county, numerator, denominator for 2025-07, from what stands (``superseded_at IS NULL``).
``{p}`` is the prefix of tables, ``{day}`` turns a date column into ISO text.
"""

CARD = """card AS (SELECT f.project_id, f.total_investment, f.industry, COALESCE(up.code, a.code) AS county
    FROM {p}registry_profile f JOIN {p}people_area a ON a.id = f.area_id
    LEFT JOIN {p}people_area up ON up.id = a.parent_id AND a.kind = 'park' WHERE f.superseded_at IS NULL)"""
YTD = """ytd AS (SELECT r.project_id, r.year_to_date FROM {p}reporting_progress r JOIN (
      SELECT project_id, MAX(month) AS month FROM {p}reporting_progress WHERE superseded_at IS NULL
      AND basis = 'declared' AND month BETWEEN '2025-01' AND '2025-07' AND year_to_date IS NOT NULL
      GROUP BY project_id) last ON last.project_id = r.project_id AND last.month = r.month
    WHERE r.superseded_at IS NULL AND r.basis = 'declared')"""
BEFORE = YTD.replace("ytd AS", "before AS MATERIALIZED").replace("2025", "2024")  # else SQLite joins it row by row
PLAN = """plan AS (SELECT project_id, amount FROM {p}registry_annualplan
    WHERE superseded_at IS NULL AND year = 2025)"""
DATES = """dates AS (SELECT project_id,
    COALESCE(MAX(CASE WHEN basis = 'verified' AND kind = 'started' THEN {day} END),
             MAX(CASE WHEN basis = 'declared' AND kind = 'started' THEN {day} END)) AS started,
    COALESCE(MAX(CASE WHEN basis = 'verified' AND kind = 'completed' THEN {day} END),
             MAX(CASE WHEN basis = 'declared' AND kind = 'completed' THEN {day} END)) AS completed,
    COALESCE(MAX(CASE WHEN basis = 'verified' AND kind = 'producing' THEN {day} END),
             MAX(CASE WHEN basis = 'declared' AND kind = 'producing' THEN {day} END)) AS producing
    FROM {p}lifecycle_milestone WHERE superseded_at IS NULL GROUP BY project_id)"""

BY_HAND: dict[str, str] = {
    "projects": f"WITH {CARD} SELECT county, COUNT(*), 1 FROM card GROUP BY county",
    "completed_month": f"""WITH {CARD} SELECT county, SUM(month_completed), 1 FROM card
        JOIN {{p}}reporting_progress r ON r.project_id = card.project_id AND r.superseded_at IS NULL
        AND r.basis = 'declared' AND r.month = '2025-07' GROUP BY county""",
    "completed": f"""WITH {CARD}, {YTD} SELECT county, SUM(year_to_date), 1 FROM card
        LEFT JOIN ytd ON ytd.project_id = card.project_id GROUP BY county""",
    "completion_rate": f"""WITH {CARD}, {YTD}, {PLAN}
        SELECT county, SUM(CASE WHEN amount IS NOT NULL THEN year_to_date END), SUM(amount) FROM card
        LEFT JOIN ytd ON ytd.project_id = card.project_id LEFT JOIN plan ON plan.project_id = card.project_id
        GROUP BY county""",
    "industrial_share": f"""WITH {CARD}, {YTD}
        SELECT county, SUM(CASE WHEN SUBSTR(industry, 1, 1) IN ('B', 'C', 'D') THEN year_to_date END), SUM(year_to_date)
        FROM card LEFT JOIN ytd ON ytd.project_id = card.project_id GROUP BY county""",
    "completed_growth": f"""WITH {CARD}, {YTD}, {BEFORE}
        SELECT county, SUM(ytd.year_to_date) - SUM(before.year_to_date), SUM(before.year_to_date) FROM card
        LEFT JOIN ytd ON ytd.project_id = card.project_id LEFT JOIN before ON before.project_id = card.project_id
        GROUP BY county""",
    "completed_to_date": f"""WITH {CARD}, last AS (SELECT project_id, MAX(month) AS month FROM {{p}}reporting_progress
        WHERE superseded_at IS NULL AND basis = 'declared' AND month <= '2025-07' AND to_date IS NOT NULL
        GROUP BY project_id) SELECT county, SUM(r.to_date), 1 FROM card JOIN last ON last.project_id = card.project_id
        JOIN {{p}}reporting_progress r ON r.project_id = last.project_id AND r.month = last.month
        AND r.basis = 'declared' AND r.superseded_at IS NULL GROUP BY county""",
    "started_large_total": f"""WITH {CARD}, {DATES} SELECT county, SUM(total_investment), 1 FROM card
        JOIN dates ON dates.project_id = card.project_id WHERE started BETWEEN '2025-01-01' AND '2025-07-31'
        AND total_investment >= 100000000 GROUP BY county""",
    "stage_building": f"""WITH {CARD}, {DATES}, invested AS (SELECT project_id, MAX(month) AS month
        FROM {{p}}reporting_progress WHERE superseded_at IS NULL AND basis = 'declared' AND month <= '2025-07'
        AND month_completed > 0 GROUP BY project_id) SELECT county, COUNT(*), 1 FROM card
        JOIN dates ON dates.project_id = card.project_id JOIN invested ON invested.project_id = card.project_id
        WHERE started <= '2025-07-31' AND invested.month >= SUBSTR(started, 1, 7)
        AND NOT (completed <= '2025-07-31') AND NOT (producing <= '2025-07-31') GROUP BY county""",
    "funds_rate": f"""WITH {CARD}, last AS (SELECT project_id, channel, MAX(month) AS month FROM {{p}}registry_funding
        WHERE superseded_at IS NULL AND month <= '2025-07' GROUP BY project_id, channel)
        SELECT county, SUM(f.paid_in), SUM(f.agreed) FROM card JOIN last ON last.project_id = card.project_id
        JOIN {{p}}registry_funding f ON f.project_id = last.project_id AND f.channel = last.channel
        AND f.month = last.month AND f.superseded_at IS NULL GROUP BY county""",
}


def by_hand(code: str, prefix: str, vendor: str) -> str:
    """The query of one figure for one engine."""
    day = "actual_on" if vendor == "sqlite" else "CAST(actual_on AS VARCHAR)"
    return BY_HAND[code].format(p=prefix, day=day)
