"""Which of several columns of yearly plans is this list's own."""

import re
from collections.abc import Mapping

from ballast.kit.money import WAN
from ballast.rulebook.lists.headings import Meaning

# So many years' plans side by side, and nothing that tells which year the list is of.
MANY_YEARS = 3
# Of two plans of one year the adjusted is in force, not the one it replaced.
ADJUSTED = re.compile(r"调整(?!前)|变更后|现计划")
REPLACED = re.compile(r"^原(?![始文料])|调整前|变更前|原投资|原安排|原计划")
DONE = ("year_completed", "done_by_last_year")


def settle_years(
    fields: dict[int, str], meanings: Mapping[int, Meaning], headings: Mapping[int, str], year: int | None
) -> bool:
    """Keep one plan: the title's year, else that after what was done, else without a year, else the first; True where
    only its place told it."""
    plans = [column for column, kind in sorted(fields.items()) if kind == "annual_plan"]
    if len(plans) < 2:
        return False
    years = {column: meanings[column].year for column in plans}
    own = year if year in years.values() else _told_by_done(fields, meanings, years)
    wanted = [column for column in plans if years[column] == own]
    if not wanted and len(set(years.values())) >= MANY_YEARS:
        # 2021年 to 2025年 of a five-year plan: none of them is this list's year.
        fields.update(dict.fromkeys(plans, "other_year_plan"))
        return False
    unsure = not wanted and len(set(years.values())) > 1
    wanted = wanted or [column for column in plans if years[column] == years[plans[0]]]
    keep = min(wanted, key=lambda column: _rank(headings[column], meanings[column], column))
    for column in plans:
        if column != keep:
            fields[column] = "other" if years[column] in (None, years[keep]) else "other_year_plan"
    return unsure


def _told_by_done(
    fields: Mapping[int, str], meanings: Mapping[int, Meaning], years: Mapping[int, int | None]
) -> int | None:
    """The year after the last one that is done, or the year that is running; None for the plan without a year."""
    running = {meanings[column].year for column, kind in fields.items() if kind in ("year_to_date", "month_completed")}
    done = [year for column, kind in fields.items() if kind in DONE and (year := meanings[column].year) is not None]
    after = max(done) + 1 if done else None
    return next((one for one in (after, *running) if one is not None and one in years.values()), None)


def _rank(heading: str, meant: Meaning, column: int) -> tuple[bool, bool, bool, int, int]:
    """The adjusted plan first, investment before funds; of one plan in 亿元 and in 万元 the finer unit says more."""
    funds = "资金" in heading and "投资" not in heading
    return not ADJUSTED.search(heading), bool(REPLACED.search(heading)), funds, meant.unit or WAN, column
