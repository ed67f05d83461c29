"""The formulas in the sheet: what the form computes, and its own checks while it is being filled."""

from collections.abc import Callable

from ballast.kit.grid import column_letter
from ballast.rooms.reporting.workbook.layout import FIRST_ROW, INDEX

Cell = Callable[[str], str]


def cells(row: int) -> Cell:
    """Gives the address of a column's cell in ``row`` (from 0): ``$M6``."""
    return lambda key: f"${column_letter(INDEX[key])}{row + 1}"


def year_to_date(row: int, month: str) -> str:
    """1–m月完成 as the form proposes it: last month's year to date plus this month."""
    at = cells(row)
    if month.endswith("-01"):
        return f'=IF(ISNUMBER({at("month_completed")}),{at("month_completed")},"")'
    last, now = at("last_year_to_date"), at("month_completed")
    return f'=IF(AND(ISNUMBER({now}),ISNUMBER({last})),ROUND({last}+{now},4),"")'


def to_date(row: int) -> str:
    """开工累计 as the form proposes it: before this year plus the year, else last month's plus this month."""
    at = cells(row)
    done, year = at("done_by_last_year"), at("year_to_date")
    last, now = at("last_to_date"), at("month_completed")
    step = f'IF(AND(ISNUMBER({last}),ISNUMBER({now})),ROUND({last}+{now},4),"")'
    return f"=IF(AND(ISNUMBER({done}),ISNUMBER({year})),ROUND({done}+{year},4),{step})"


def plan_percent(row: int) -> str:
    """占年计划%."""
    at = cells(row)
    year, plan = at("year_to_date"), at("annual_plan")
    return f'=IF(AND(ISNUMBER({year}),N({plan})>0),ROUND({year}/{plan}*100,1),"")'


def wrong_year(row: int, month: str) -> str:
    """True where the year to date is not last month's plus this month's."""
    at = cells(row)
    last = "0" if month.endswith("-01") else f"N({at('last_year_to_date')})"
    known = "TRUE" if month.endswith("-01") else f"ISNUMBER({at('last_year_to_date')})"
    now, year = at("month_completed"), at("year_to_date")
    return f"AND({known},ISNUMBER({now}),ISNUMBER({year}),ABS(N({year})-{last}-N({now}))>0.00005)"


def falls(row: int) -> str:
    """True where the amount to date is below last month's."""
    at = cells(row)
    now, last = at("to_date"), at("last_to_date")
    return f"AND(ISNUMBER({now}),ISNUMBER({last}),N({now})<N({last})-0.00005)"


def wrong_whole(row: int) -> str:
    """True where the amount to date is not what was done before this year plus the year."""
    at = cells(row)
    done, year, now = at("done_by_last_year"), at("year_to_date"), at("to_date")
    return f"AND(ISNUMBER({done}),ISNUMBER({year}),ISNUMBER({now}),ABS(N({now})-N({done})-N({year}))>0.00005)"


def over_total(row: int) -> str:
    """True where more was completed than the total investment."""
    at = cells(row)
    now, total = at("to_date"), at("total_investment")
    return f"AND(ISNUMBER({now}),ISNUMBER({total}),N({now})>N({total}))"


def words_missing(row: int) -> str:
    """True where money moved and nothing is said of the works."""
    at = cells(row)
    return f'AND(N({at("month_completed")})>0,{at("form_progress")}="")'


def text_amount(row: int) -> str:
    """True where this month's amount is text."""
    return f"ISTEXT({cells(row)('month_completed')})"


def said(row: int, month: str) -> str:
    """表内校验: the faults of the row in words, empty when there are none."""
    parts = [
        (text_amount(row), "本月完成须为数字；"),
        (wrong_year(row, month), "本年累计≠上月累计＋本月；"),
        (wrong_whole(row), "开工累计≠至上年底＋本年累计；"),
        (falls(row), "开工累计少于上月；"),
        (over_total(row), "累计超过总投资，请说明；"),
        (words_missing(row), "请填形象进度；"),
    ]
    return "=" + "&".join(f'IF({test},"{words}","")' for test, words in parts)


def total(key: str, last_row: int) -> str:
    """合计 of a column over the rows that are shown."""
    letter = column_letter(INDEX[key])
    return f"=SUBTOTAL(109,{letter}{FIRST_ROW + 1}:{letter}{last_row + 1})"
