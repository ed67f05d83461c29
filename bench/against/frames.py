"""The same figures by hand with pandas, over the standing rows already in memory."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from against.sql import GIVES, JULY, KINDS, MODES, PAPERS

Pairs = dict[str, tuple[int, int]]
END = "2025-07-31"
ROWS = {
    "plan": ("registry_annualplan", "project_id, year, amount"),
    "funding": ("registry_funding", "project_id, channel, month, agreed, paid_in"),
    "promise": ("registry_promise", "project_id, output, tax, jobs, start_on_land"),
    "milestone": ("lifecycle_milestone", "project_id, kind, basis, CAST(planned_on AS VARCHAR) AS planned_on, "
                  "CAST(actual_on AS VARCHAR) AS actual_on"),
    "progress": ("reporting_progress", "project_id, month, basis, month_completed, year_to_date, to_date"),
    "output": ("reporting_output", "project_id, month, output, tax, jobs"),
    "case": ("resources_resourcecase", "project_id, resource, requested, granted, CAST(due_on AS VARCHAR) AS due_on, "
             "CAST(requested_on AS VARCHAR) AS requested_on, CAST(granted_on AS VARCHAR) AS granted_on"),
    "membership": ("registry_membership", "project_id, named_list_id, CAST(until AS VARCHAR) AS until"),
    "indicator": ("reporting_indicator", "area_id, indicator, month, lead_industry, year_to_date"),
    "profile": ("registry_profile", "project_id, area_id, total_investment AS total, industry, nature, "
                "lead_industry AS lead, land_mode, strategic"),
}  # fmt: skip


@dataclass(frozen=True)
class Sum:
    """What is counted (no column) or added up, of the projects where a condition of ``DataFrame.query`` holds."""

    column: str = ""
    where: str = ""


class Frames:
    """The tables as data frames: what stands, read once and not counted in the time."""

    def __init__(self, reader: duckdb.DuckDBPyConnection) -> None:
        def read(sql: str) -> Any:
            return reader.execute(sql).df()

        self.rows = {name: read(f"SELECT {said} FROM {table} WHERE superseded_at IS NULL")
                     for name, (table, said) in ROWS.items()}  # fmt: skip
        self.areas = read("""SELECT a.id AS area_id, a.kind, a.code, coalesce(up.code, a.code) AS county,
            CASE WHEN a.kind = 'park' THEN a.code END AS park FROM people_area a
            LEFT JOIN people_area up ON up.id = a.parent_id AND a.kind = 'park'""")
        self.calendar = read("SELECT * FROM calendar").set_index("day")
        self.makers: dict[str, Callable[[set[str]], Any]] = {
            "plan": self._plan, "month": self._month, "told": self._told, "year": lambda _: self._latest("ytd"),
            "last_year": lambda _: self._latest("ytd_before"), "whole": lambda _: self._latest("to_date"),
            "stat": lambda _: self._latest("stat_ytd"), "invested": self._invested, "funds": self._funds,
            "promises": self._promises, "made": self._made, "asked": self._asked, "listed": self._listed,
            "dates": self._dates, "staged": self._staged, "stuck": self._stuck, "on_land": self._on_land,
        }  # fmt: skip

    def read(
        self, top: tuple[Sum, ...], bottom: Sum | None = None, signs: tuple[int, ...] = (1,), times: int = 1
    ) -> Pairs:
        """A figure by county: signed sums over a sum so many times, or over 1."""
        asked = (*top, *([bottom] if bottom else []))
        wide = self.wide(set(re.findall(r"\w+", " ".join(f"{one.column} {one.where}" for one in asked))))
        parts = [_add(wide, one) for one in asked]
        numerator = sum(sign * part for sign, part in zip(signs, parts, strict=False))
        return {
            str(county): (int(numerator[county]), times * int(parts[-1][county]) if bottom else 1)
            for county in numerator.index
            if pd.notna(numerator[county])
        }

    def published(self, indicator: str, lead: str) -> Pairs:
        """The growth of an indicator of counties over the same months of last year."""
        rows = self.rows["indicator"]
        rows = rows[(rows.indicator == indicator) & (rows.lead_industry == lead)]
        rows = rows.merge(self.areas[self.areas.kind == "county"], on="area_id")
        by = {month: rows[rows.month == month].set_index("code").year_to_date for month in ("2025-07", "2024-07")}
        now, old = by["2025-07"], by["2024-07"]
        return {str(code): (int(now[code] - old[code]), int(old[code])) for code in now.index}

    def wide(self, words: set[str]) -> Any:
        """The cards with the columns that are spoken of."""
        wide = self.rows["profile"].merge(self.areas[["area_id", "county", "park"]], on="area_id")
        for name, gives in GIVES.items():
            if words & set(gives):
                wide = wide.merge(self.makers[name](words), on="project_id", how="left")
        return wide

    def _progress(self, basis: str, first: str = "", last: str = "2025-07") -> Any:
        rows = self.rows["progress"]
        return rows[(rows.basis == basis) & (rows.month >= first) & (rows.month <= last)]

    def _latest(self, name: str) -> Any:
        basis = "statistical" if name == "stat_ytd" else "declared"
        months = {"ytd_before": ("2024-01", "2024-07"), "to_date": ("", "2025-07")}.get(name, ("2025-01", "2025-07"))
        column = "to_date" if name == "to_date" else "year_to_date"
        rows = self._progress(basis, *months).dropna(subset=[column]).sort_values("month")
        return rows.drop_duplicates("project_id", keep="last")[["project_id", column]].rename(columns={column: name})

    def _plan(self, words: set[str]) -> Any:
        rows = self.rows["plan"]
        return rows[rows.year == 2025][["project_id", "amount"]].rename(columns={"amount": "annual_plan"})

    def _month(self, words: set[str]) -> Any:
        return self._progress("declared", "2025-07")[["project_id", "month_completed"]]

    def _told(self, words: set[str]) -> Any:
        return self._progress("declared", "2025-07")[["project_id"]].assign(reported=True)

    def _invested(self, words: set[str]) -> Any:
        rows = self._progress("declared")
        return rows[rows.month_completed > 0].groupby("project_id").month.max().rename("invested").reset_index()

    def _funds(self, words: set[str]) -> Any:
        rows = self.rows["funding"]
        rows = (
            rows[rows.month <= "2025-07"].sort_values("month").drop_duplicates(["project_id", "channel"], keep="last")
        )
        return rows.groupby("project_id")[["agreed", "paid_in"]].sum().reset_index()

    def _promises(self, words: set[str]) -> Any:
        names = {name: f"promised_{name}" for name in ("output", "tax", "jobs")}
        return self.rows["promise"].rename(columns=names | {"start_on_land": "promised_start"})

    def _made(self, words: set[str]) -> Any:
        rows = self.rows["output"]
        rows = rows[rows.month <= "2025-07"].sort_values("month").drop_duplicates("project_id", keep="last")
        return rows[["project_id", "output", "tax", "jobs"]]

    def _asked(self, words: set[str]) -> Any:
        rows = self.rows["case"]
        rows = rows[rows.requested_on <= END]
        granted, due, land = rows.granted_on <= END, rows.due_on <= END, rows.resource == "land"
        told = rows.assign(
            cases=1, granted=granted, due_by_now=due, on_time=due & granted & (rows.granted_on <= rows.due_on),
            land_requested=rows.requested.where(land), land_granted=rows.granted.where(land & granted),
        )  # fmt: skip
        return told.groupby("project_id")[GIVES["asked"]].sum(min_count=1).reset_index()

    def _listed(self, words: set[str]) -> Any:
        rows = self.rows["membership"]
        return rows[rows.until.isna() | (rows.until >= END)][["project_id"]].drop_duplicates().assign(on_key=1)

    def _dates(self, words: set[str]) -> Any:
        kinds = [kind for kind in KINDS if f"{kind}_on" in words]
        rows = self.rows["milestone"]
        found = self.rows["profile"][["project_id"]]
        for kind in kinds:
            of_kind, on = rows[rows.kind == kind], None
            for basis in ("statistical", "verified", "declared")[kind != "registered" :]:
                told = of_kind[of_kind.basis == basis].set_index("project_id").actual_on.dropna()
                on = told if on is None else on.combine_first(told)
            found = found.merge(on[on <= END].rename(f"{kind}_on").reset_index(), on="project_id", how="left")
        if words & {"planned_start", "verified_start"}:
            begun = rows[rows.kind == "started"]
            planned = begun[begun.basis == "declared"][["project_id", "planned_on"]]
            found = found.merge(planned.rename(columns={"planned_on": "planned_start"}), on="project_id", how="left")
            verified = begun[(begun.basis == "verified") & (begun.actual_on <= END)][["project_id", "actual_on"]]
            found = found.merge(verified.rename(columns={"actual_on": "verified_start"}), on="project_id", how="left")
        return found

    def _staged(self, words: set[str]) -> Any:
        order = ("at_capacity", "producing", "completed", "started", "landed", "permitting", "signed", "negotiating")
        wide = self._dates({f"{kind}_on" for kind in order}).merge(self._invested(words), on="project_id", how="left")
        tests, words_ = [], []
        for kind in order:
            if kind == "started":
                tests.append(wide.started_on.notna() & (wide.invested >= wide.started_on.str[:7]))
                words_.append("building")
            tests.append(wide[f"{kind}_on"].notna())
            words_.append(kind)
        return wide[["project_id"]].assign(stage=np.select(tests, words_, "planned"))

    def _stuck(self, words: set[str]) -> Any:
        kinds = ("signed", "construction_permit", "started", "completed", "producing", "at_capacity")
        wide = self._dates({*(f"{kind}_on" for kind in kinds), "planned_start"})
        for other in (self._invested(words), self._promises(words), self._made(words),
                      self.rows["profile"][["project_id", "land_mode"]]):  # fmt: skip
            wide = wide.merge(other, on="project_id", how="left")
        begun, producing, done = wide.started_on.notna(), wide.producing_on.notna(), wide.completed_on.notna()
        kept = wide.promised_output.notna()
        for name in ("output", "tax", "jobs"):
            kept &= wide[name] * 100 >= wide[f"promised_{name}"] * 80
        grown = producing & wide.at_capacity_on.isna() & (_month(wide.producing_on) + 24 <= JULY) & ~kept
        idle = begun & (JULY - _month(wide.started_on) >= 3)
        idle &= wide.invested.isna() | (JULY - _month(wide.invested) >= 3)
        agreed = _month(wide.planned_start) <= JULY
        limit = _month(wide.signed_on) + wide.land_mode.map(MODES).fillna(3) <= JULY
        due = (_month(wide.construction_permit_on) + 3 <= JULY) | agreed.where(wide.planned_start.notna(), limit)
        tests = [grown, producing | done, idle, begun, wide.signed_on.notna() & due]
        said = ["built_not_at_capacity", "", "started_not_building", "", "signed_not_started"]
        stall = pd.Series(np.select(tests, said, ""), index=wide.index)
        return wide[["project_id"]].assign(stall=stall.where(stall != "", None))

    def _on_land(self, words: set[str]) -> Any:
        wide = self._dates({"land_on", "verified_start", *(f"{paper}_on" for paper in PAPERS)})
        wide = wide.merge(self._promises(words)[["project_id", "promised_start"]], on="project_id")
        papers = wide[[f"{paper}_on" for paper in PAPERS]]
        last = papers.fillna("").max(axis=1).where(papers.notna().all(axis=1))
        day, working = self.calendar.ordinal, self.calendar.working
        land = wide.land_on.map(day)
        due = wide.promised_start & (day[END] - land >= 30)
        in_time = (last.map(working) - wide.land_on.map(working) <= 5) & (wide.verified_start.map(day) - land <= 30)
        return wide[["project_id"]].assign(due=due, kept=due & in_time)


def _month(on: Any) -> Any:
    """Months since the year 0 of ISO text."""
    return on.str[:4].astype(float) * 12 + on.str[5:7].astype(float)


def _add(wide: Any, one: Sum) -> Any:
    """One sum by county; nought where a county has none of them."""
    meant = wide.query(one.where, engine="python") if one.where else wide
    grouped = meant.groupby("county")
    found = grouped[one.column].sum(min_count=1) if one.column else grouped.size()
    return found.reindex(wide.county.unique(), fill_value=0)
