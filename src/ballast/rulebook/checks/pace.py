"""Checks of pace: what is too fast, too round, or silent."""

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.declared import check, wan
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.checks.row import ReportRow


@check("month_share", "month_completed",
       "单月完成占年计划比例过高须说明", "A month with too large a share of the annual plan is explained")  # fmt: skip
def month_share(row: ReportRow, params: CheckParams) -> Sentence | None:
    """One month's amount is more than x % of the annual plan."""
    if row.month_completed is None or not row.annual_plan:
        return None
    if row.month_completed * 100 <= row.annual_plan * params.month_share_of_plan_percent:
        return None
    share = row.month_completed * 100 // row.annual_plan
    return Sentence(
        f"本月完成 {wan(row.month_completed)}，占年计划 {wan(row.annual_plan)} 的 {share}%，"
        f"超过 {params.month_share_of_plan_percent}%；请核对或说明",
        f"This month's {wan(row.month_completed)} is {share} % of the annual plan {wan(row.annual_plan)}, "
        f"more than {params.month_share_of_plan_percent} %; check or explain",
    )


@check("year_over_plan", "year_to_date",
       "本年累计大幅超年计划须说明", "A year to date far above the annual plan is explained")  # fmt: skip
def year_over_plan(row: ReportRow, params: CheckParams) -> Sentence | None:
    """The year to date is more than x % of the annual plan."""
    if row.year_to_date is None or not row.annual_plan:
        return None
    if row.year_to_date * 100 <= row.annual_plan * params.year_over_plan_percent:
        return None
    share = row.year_to_date * 100 // row.annual_plan
    return Sentence(
        f"本年累计 {wan(row.year_to_date)} 已达年计划的 {share}%；请核对或说明",
        f"The year to date {wan(row.year_to_date)} is {share} % of the annual plan; check or explain",
    )


@check("round_number", "month_completed",
       "整数堆积提示", "Round numbers are noted")  # fmt: skip
def round_number(row: ReportRow, params: CheckParams) -> Sentence | None:
    """One amount in whole multiples of ten million; off by default, for one round amount says nothing."""
    if not row.month_completed or row.month_completed % params.round_unit:
        return None
    return Sentence(
        f"本月完成 {wan(row.month_completed)} 为整数，请确认不是估数",
        f"This month's {wan(row.month_completed)} is a round number; make sure it is not a guess",
    )


@check("silent", "month_completed",
       "开工后连续数月无投资须说明", "Months without investment after the start are explained")  # fmt: skip
def silent(row: ReportRow, params: CheckParams) -> Sentence | None:
    """Started, and no investment for k months with this one."""
    if row.started_on is None or row.completed_on is not None or row.month_completed != 0:
        return None
    months = row.silent_months + 1
    if months < params.silent_months:
        return None
    return Sentence(
        f"开工后已连续 {months} 个月没有完成投资；请说明停滞原因",
        f"No investment for {months} months since the start; explain the stall",
    )


@check("unheard", "month_completed",
       "开工项目不得连续数月不报", "A started project is not left unreported for months")  # fmt: skip
def unheard(row: ReportRow, params: CheckParams) -> Sentence | None:
    """Started, not completed, and nothing reported for k months with this one."""
    if row.started_on is None or row.completed_on is not None or row.month_completed is not None:
        return None
    months = row.unheard_months + 1
    if f"{row.started_on:%Y-%m}" > row.month or months < params.unheard_months:
        return None
    return Sentence(
        f"已开工项目连续 {months} 个月没有报数；请补报，没有发生请填 0，或说明",
        f"Nothing was reported for {months} months of a started project; report it (0 if nothing), or explain",
    )


@check("progress_without_photo", "evidence",
       "报完成投资应附当月现场照片", "Money that moved has its photo of the month")  # fmt: skip
def progress_without_photo(row: ReportRow, params: CheckParams) -> Sentence | None:
    """Investment was completed in the month and no photo of it is attached."""
    if not row.month_completed or row.photos != 0 or row.started_on is None or row.completed_on is not None:
        return None
    return Sentence(
        f"本月完成 {wan(row.month_completed)}，但没有当月的现场照片；请在项目页上传，或说明",
        f"{wan(row.month_completed)} was completed and no photo of the month is attached; upload one, or explain",
    )


@check("words_missing", "form_progress",
       "有投资须填形象进度", "Money that moved has its progress in words")  # fmt: skip
def words_missing(row: ReportRow, params: CheckParams) -> Sentence | None:
    """Investment was completed and nothing is said of the works."""
    if not row.month_completed or row.form_progress.strip():
        return None
    return Sentence(
        f"本月完成 {wan(row.month_completed)}，但形象进度未填；请填写，或在说明栏解释",
        f"{wan(row.month_completed)} was completed but no progress is described; describe it, or explain",
    )


ALL = (
    month_share, year_over_plan, round_number, silent, unheard, progress_without_photo, words_missing,
)  # fmt: skip
