"""Checks that figures add up: month, year and whole."""

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.declared import check, wan
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.checks.row import ReportRow


@check("to_date_falls", "to_date",
       "开工累计只增不减", "The amount completed to date never falls")  # fmt: skip
def to_date_falls(row: ReportRow, params: CheckParams) -> Sentence | None:
    """开工累计 is at least last month's."""
    if row.to_date is None or row.last_to_date is None or row.to_date >= row.last_to_date:
        return None
    return Sentence(
        f"开工累计 {wan(row.to_date)} 少于上月的 {wan(row.last_to_date)}；累计数不会减少，上月数有误请走更正单",
        f"To date {wan(row.to_date)} is below last month's {wan(row.last_to_date)}; it never falls, "
        "and a wrong figure of last month is put right by a correction slip",
    )


@check("year_sum", "year_to_date",
       "本年累计＝上月本年累计＋本月完成", "Year to date = last month's year to date + this month")  # fmt: skip
def year_sum(row: ReportRow, params: CheckParams) -> Sentence | None:
    """1–m月完成 is last month's plus this month's; in January it is this month's."""
    last = 0 if row.month.endswith("-01") else row.last_year_to_date
    if last is None or row.month_completed is None or row.year_to_date is None:
        return None
    right = last + row.month_completed
    if row.year_to_date == right:
        return None
    return Sentence(
        f"本年累计 {wan(row.year_to_date)} ≠ 上月累计 {wan(last)}＋本月 {wan(row.month_completed)}；应为 {wan(right)}",
        f"Year to date {wan(row.year_to_date)} is not {wan(last)} + {wan(row.month_completed)}; "
        f"it should be {wan(right)}",
    )


@check("whole_sum", "to_date",
       "开工累计＝至上年底累计＋本年累计", "To date = completed by the end of last year + year to date")  # fmt: skip
def whole_sum(row: ReportRow, params: CheckParams) -> Sentence | None:
    """开工累计 is what was done before this year plus the year to date."""
    if row.done_by_last_year is None or row.year_to_date is None or row.to_date is None:
        return None
    right = row.done_by_last_year + row.year_to_date
    if row.to_date == right:
        return None
    return Sentence(
        f"开工累计 {wan(row.to_date)} ≠ 至上年底 {wan(row.done_by_last_year)}＋本年累计 {wan(row.year_to_date)}；"
        f"应为 {wan(right)}",
        f"To date {wan(row.to_date)} is not {wan(row.done_by_last_year)} + {wan(row.year_to_date)}; "
        f"it should be {wan(right)}",
    )


@check("over_total", "to_date",
       "累计完成不超过总投资", "No more is completed than the total investment")  # fmt: skip
def over_total(row: ReportRow, params: CheckParams) -> Sentence | None:
    """More was completed than the project is to cost."""
    if row.to_date is None or row.total_investment is None or row.to_date <= row.total_investment:
        return None
    return Sentence(
        f"开工累计 {wan(row.to_date)} 超过总投资 {wan(row.total_investment)}；请核对，或说明是否调整概算",
        f"To date {wan(row.to_date)} exceeds the total investment {wan(row.total_investment)}; "
        "check it, or explain the change of budget",
    )


@check("largest_total", "total_investment",
       "总投资超过一千亿元须说明", "A total investment above 100 billion yuan is explained")  # fmt: skip
def largest_total(row: ReportRow, params: CheckParams) -> Sentence | None:
    """A total above the limit is more often a wrong unit than a project."""
    if row.total_investment is None or row.total_investment <= params.largest_total:
        return None
    return Sentence(
        f"总投资 {wan(row.total_investment)} 超过 {wan(params.largest_total)}；请核对单位，无误请说明",
        f"The total investment {wan(row.total_investment)} exceeds {wan(params.largest_total)}; "
        "check the unit, or explain",
    )


@check("absurd_amount", "to_date",
       "完成投资超过一千亿元须说明", "Completed investment above 100 billion yuan is explained")  # fmt: skip
def absurd_amount(row: ReportRow, params: CheckParams) -> Sentence | None:
    """An amount above the limit is more often a wrong unit than an investment."""
    largest = max(amount or 0 for amount in (row.month_completed, row.year_to_date, row.to_date))
    if largest <= params.largest_total:
        return None
    return Sentence(
        f"填报金额 {wan(largest)} 超过 {wan(params.largest_total)}；请核对单位（应为万元），无误请说明",
        f"The amount {wan(largest)} exceeds {wan(params.largest_total)}; check the unit (万元), or explain",
    )


@check("over_agreed", "paid_in",
       "到位资金不超过协议资金", "No more is paid in than was agreed")  # fmt: skip
def over_agreed(row: ReportRow, params: CheckParams) -> Sentence | None:
    """More funds came than the channels agreed."""
    if row.paid_in is None or row.agreed is None or row.paid_in <= row.agreed:
        return None
    return Sentence(
        f"累计到位资金 {wan(row.paid_in)} 超过协议资金 {wan(row.agreed)}；请核对或说明",
        f"Funds paid in {wan(row.paid_in)} exceed the {wan(row.agreed)} agreed; check or explain",
    )


@check("paid_in_falls", "paid_in",
       "累计到位资金只增不减", "Funds paid in to date do not fall")  # fmt: skip
def paid_in_falls(row: ReportRow, params: CheckParams) -> Sentence | None:
    """累计到位资金 is at least what was reported before."""
    if row.paid_in is None or row.last_paid_in is None or row.paid_in >= row.last_paid_in:
        return None
    return Sentence(
        f"累计到位资金 {wan(row.paid_in)} 少于此前的 {wan(row.last_paid_in)}；应填累计数，确有退回请说明",
        f"Funds paid in {wan(row.paid_in)} are below the {wan(row.last_paid_in)} reported before; "
        "give the amount to date, or explain what was returned",
    )


ALL = (to_date_falls, year_sum, whole_sum, over_total, largest_total, absurd_amount, over_agreed, paid_in_falls)
