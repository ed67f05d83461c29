"""Checks of dates and of the evidence for them."""

from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.declared import check, wan
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.checks.row import ReportRow
from ballast.rulebook.forms import BY_KEY
from ballast.rulebook.stalls import month_number


@check("start_without_evidence", "evidence",
       "申报开工须有佐证（首根桩或基坑开挖照片、施工许可）", "A start is declared with evidence")  # fmt: skip
def start_without_evidence(row: ReportRow, params: CheckParams) -> Sentence | None:
    """A start newly declared names its photo or paper, or has one attached."""
    if not row.start_is_new or row.evidence.strip() or row.start_papers:
        return None
    return Sentence(
        "本月申报开工，但未填佐证材料；请填照片或施工许可证编号，或说明",
        "A start is declared without evidence; name the photo or the permit, or explain",
    )


@check("registration_overdue", "registered.actual_on",
       "达到规模的项目开工后按期入库纳统", "A started project of statistical size is registered in time")  # fmt: skip
def registration_overdue(row: ReportRow, params: CheckParams) -> Sentence | None:
    """N months after the start a total of 500 万 (local channel) or 5,000 万 (direct reporting) is not registered."""
    total = row.total_investment
    if row.started_on is None or row.registered_on or total is None or total < params.registration_from:
        return None
    passed = month_number(row.month) - month_number(f"{row.started_on}")
    if passed < params.registration_months:
        return None
    direct = total >= params.registration_direct_from
    zh, en = ("由法人单位联网直报", "direct reporting") if direct else ("由属地统计部门入库", "the local office")
    return Sentence(
        f"{row.started_on} 开工，总投资 {wan(total)}，至 {row.month} 已 {passed} 个月尚未入库（应在 "
        f"{params.registration_months} 个月内{zh}）；请填入库时间，或说明",
        f"Started on {row.started_on} with a total of {wan(total)} and not registered {passed} months later "
        f"(due within {params.registration_months}, through {en}); give the date, or explain",
    )


@check("money_before_start", "month_completed",
       "未开工不计投资", "No investment before the start")  # fmt: skip
def money_before_start(row: ReportRow, params: CheckParams) -> Sentence | None:
    """Investment is reported and the project has not started by the end of the month."""
    if not row.month_completed or (row.started_on is not None and f"{row.started_on:%Y-%m}" <= row.month):
        return None
    return Sentence(
        f"本月完成 {wan(row.month_completed)}，但没有实际开工时间；请补填开工时间，或说明投资内容",
        f"{wan(row.month_completed)} was completed before any actual start; give the start, or explain",
    )


def _later(what: str, en: str, on: date | None, month: str) -> Sentence | None:
    if on is None or f"{on:%Y-%m}" <= month:
        return None
    return Sentence(
        f"实际{what}时间 {on} 晚于报表月份 {month}；未发生的请填“拟{what}时间”",
        f"The actual {en} {on} is after the month {month}; what is still to come is a planned date",
    )


@check("start_in_future", "started.actual_on",
       "实际时间不晚于报表月份", "An actual date is not after the month")  # fmt: skip
def start_in_future(row: ReportRow, params: CheckParams) -> Sentence | None:
    """实际开工 is not after the month."""
    return _later("开工", "start", row.started_on, row.month)


@check("completion_in_future", "completed.actual_on",
       "实际时间不晚于报表月份", "An actual date is not after the month")  # fmt: skip
def completion_in_future(row: ReportRow, params: CheckParams) -> Sentence | None:
    """实际竣工 is not after the month."""
    return _later("竣工", "completion", row.completed_on, row.month)


@check("production_in_future", "producing.actual_on",
       "实际时间不晚于报表月份", "An actual date is not after the month")  # fmt: skip
def production_in_future(row: ReportRow, params: CheckParams) -> Sentence | None:
    """实际投产 is not after the month."""
    return _later("投产", "production", row.producing_on, row.month)


@check("registration_in_future", "registered.actual_on",
       "入库时间不晚于报表月份", "The registration is not after the month")  # fmt: skip
def registration_in_future(row: ReportRow, params: CheckParams) -> Sentence | None:
    """入库时间 is not after the month."""
    if row.registered_on is None or f"{row.registered_on:%Y-%m}" <= row.month:
        return None
    return Sentence(
        f"入库时间 {row.registered_on} 晚于报表月份 {row.month}；尚未入库请留空",
        f"The registration {row.registered_on} is after the month {row.month}; leave it empty until then",
    )


@check("completed_before_started", "completed.actual_on",
       "竣工不早于开工", "Nothing is completed before it is started")  # fmt: skip
def completed_before_started(row: ReportRow, params: CheckParams) -> Sentence | None:
    """实际竣工 has a start, and is not before it."""
    if row.completed_on is None or (row.started_on is not None and row.completed_on >= row.started_on):
        return None
    start = f"实际开工时间 {row.started_on}" if row.started_on else "开工时间（未填）"
    start_en = f"the start {row.started_on}" if row.started_on else "any actual start"
    return Sentence(
        f"实际竣工时间 {row.completed_on} 早于{start}；请核对两个时间",
        f"The completion {row.completed_on} is before {start_en}; check both dates",
    )


@check("date_withdrawn", "started.actual_on",
       "已报的实际时间不得无故撤回", "A reported actual date is not withdrawn without a reason")  # fmt: skip
def date_withdrawn(row: ReportRow, params: CheckParams) -> Sentence | None:
    """An actual date reported before is now empty."""
    if not row.dates_withdrawn:
        return None
    zh = "、".join(BY_KEY[key].zh for key in row.dates_withdrawn)
    en = ", ".join(BY_KEY[key].en.lower() for key in row.dates_withdrawn)
    return Sentence(f"此前已报的{zh}被清空；请补回，或说明撤回原因",
                    f"A date reported before was emptied ({en}); put it back, or explain")  # fmt: skip


ALL = (
    start_without_evidence, registration_overdue, money_before_start, start_in_future, completion_in_future,
    production_in_future, registration_in_future, completed_before_started, date_withdrawn,
)  # fmt: skip
