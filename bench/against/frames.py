"""The same figures by hand with pandas, over the standing rows already in memory."""

from typing import Any

import duckdb
import pandas as pd

Pairs = dict[str, tuple[int, int]]


class Frames:
    """The tables as data frames: what stands, read once and not counted in the time."""

    def __init__(self, reader: duckdb.DuckDBPyConnection, prefix: str) -> None:
        def read(columns: str, table: str) -> Any:
            return reader.execute(f"SELECT {columns} FROM {prefix}{table} WHERE superseded_at IS NULL").df()

        areas = reader.execute(f"""SELECT a.id AS area_id, coalesce(up.code, a.code) AS county
            FROM {prefix}people_area a LEFT JOIN {prefix}people_area up
            ON up.id = a.parent_id AND a.kind = 'park'""").df()
        card = read("project_id, area_id, industry, total_investment", "registry_profile")
        self.card = card.merge(areas, on="area_id")
        self.plan = read("project_id, year, amount", "registry_annualplan")
        self.progress = read("project_id, month, basis, month_completed, year_to_date, to_date", "reporting_progress")

    def projects(self) -> Pairs:
        """How many projects."""
        return _pairs(self.card.groupby("county").size())

    def completed_month(self) -> Pairs:
        """Completed in the month."""
        rows = self.progress[(self.progress.month == "2025-07") & (self.progress.basis == "declared")]
        return _pairs(self.card.merge(rows, on="project_id").groupby("county").month_completed.sum())

    def completed(self) -> Pairs:
        """Completed from January on."""
        return _pairs(self.card.merge(self._ytd("2025"), on="project_id").groupby("county").year_to_date.sum())

    def completion_rate(self) -> Pairs:
        """Completed ÷ annual plan."""
        plan = self.plan[self.plan.year == 2025]
        both = self.card.merge(self._ytd("2025"), on="project_id", how="left").merge(plan, on="project_id")
        return _pairs(both.groupby("county").year_to_date.sum(), both.groupby("county").amount.sum())

    def completed_growth(self) -> Pairs:
        """Growth over the same months of last year."""
        now, before = (
            self.card.merge(self._ytd(year), on="project_id").groupby("county").year_to_date.sum()
            for year in ("2025", "2024")
        )
        return _pairs(now - before, before)

    def _ytd(self, year: str) -> Any:
        rows = self.progress
        rows = rows[(rows.basis == "declared") & (rows.month >= f"{year}-01") & (rows.month <= f"{year}-07")]
        last = rows.dropna(subset=["year_to_date"]).sort_values("month")
        return last.drop_duplicates("project_id", keep="last")[["project_id", "year_to_date"]]


def _pairs(top: "pd.Series[Any]", bottom: "pd.Series[Any] | None" = None) -> Pairs:
    return {str(key): (int(top[key]), int(bottom[key]) if bottom is not None else 1) for key in top.index}
