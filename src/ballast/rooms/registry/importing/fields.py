"""What a column of a list may mean, and what a row was taken for, in words a person chooses from."""

from ballast.kit.words import Word
from ballast.rulebook.lists.columns import DATES, MONEY


class ListField(Word):
    """The meanings a person may give a column."""

    NAME = "name", "项目名称", "name"
    SEQUENCE = "sequence", "序号", "number"
    TOTAL = "total_investment", "总投资", "total investment"
    PLAN = "annual_plan", "年度计划投资", "annual plan"
    DONE = "done_by_last_year", "至上年底累计完成", "done by last year"
    AREA = "area", "所属县区", "county"
    WIDER_AREA = "wider_area", "所属市州（县区空着时用）", "city or prefecture, where no county is told"
    SITE = "site", "建设地点", "site"
    OWNER = "owner", "建设单位", "owner"
    INVESTOR = "investor", "投资方", "investor"
    PROJECT_CODE = "project_code", "项目代码", "project code"
    CREDIT_CODE = "credit_code", "统一社会信用代码", "credit code"
    NATURE = "nature", "建设性质", "nature"
    CONTENT = "content", "建设规模及内容", "content"
    YEARS = "years", "建设起止年限", "years"
    PLANNED_START = "planned_start", "计划开工时间", "planned start"
    ACTUAL_START = "actual_start", "实际开工时间", "actual start"
    PLANNED_COMPLETION = "planned_completion", "计划竣工时间", "planned completion"
    ACTUAL_COMPLETION = "actual_completion", "实际竣工时间", "actual completion"
    SIGNED = "signed", "签约时间", "signed on"
    GOAL = "goal", "年度目标", "goal of the year"
    INDUSTRY = "industry", "所属行业", "industry"
    LEAD_INDUSTRY = "lead_industry", "产业链", "industry chain"
    RESPONSIBLE = "responsible", "责任单位", "responsible office"
    PERSON = "responsible_person", "责任人", "responsible person"
    LEADER = "linked_leader", "包联领导", "linked leader"
    FUNDING = "funding", "资金来源（分渠道）", "funds by channel"
    APPROVED = "approved_total", "批复总投资", "approved total"
    CONTRACT = "contract_amount", "合同金额", "contract amount"
    MONEY_UNIT = "money_unit", "金额单位（逐行）", "unit of the row's amounts"
    BASIS = "basis", "批复文号", "number of the approval"
    LONGITUDE = "longitude", "经度", "longitude"
    LATITUDE = "latitude", "纬度", "latitude"
    REMARKS = "remarks", "备注", "remarks"
    MONTH = "month_completed", "本月完成（不入账）", "done this month (not recorded)"
    YEAR_TO_DATE = "year_to_date", "本年累计（不入账）", "year to date (not recorded)"
    TO_DATE = "to_date", "累计完成（不入账）", "to date (not recorded)"
    OTHER_YEAR = "other_year_plan", "其他年度计划（不入账）", "plan of another year (not recorded)"
    PROGRESS = "progress", "形象进度（不入账）", "progress (not recorded)"
    PERCENT = "percent", "占年计划%（不入账）", "percent of plan (not recorded)"


class RowRole(Word):
    """What a row was taken for."""

    TITLE = "title", "标题", "title"
    SAID = "said", "写有合计", "states totals"
    UNIT = "unit", "单位", "unit"
    HEADER = "header", "表头", "header"
    PROJECT = "project", "项目", "project"
    GROUP = "group", "分组", "group"
    TOTAL = "total", "合计", "total"
    OF_WHICH = "of_which", "其中", "of which"
    PART = "part", "子项", "part"
    CONTINUATION = "continuation", "续行", "continued"
    NOTE = "note", "说明", "note"
    FOOTER = "footer", "落款", "footer"
    REPEAT = "repeat", "重复表头", "repeated header"
    STRAY = "stray", "零散", "stray"


def kind_of(field: str) -> str:
    """The sort of a field, by which its cells are coloured: name, money, date, area, text, other, or nothing."""
    if field in ("name", "area"):
        return field
    if field in MONEY:
        return "money"
    if field in DATES:
        return "date"
    return "text" if field in ListField._value2member_map_ else ("other" if field else "")
