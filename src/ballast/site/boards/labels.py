"""What the fields of facts are called on the page, and how their values are written."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ballast.kit.money import in_wan
from ballast.kit.phones import masked
from ballast.kit.sentence import Sentence
from ballast.kit.uploads import UploadKind
from ballast.kit.words import Word
from ballast.rooms.policy import queries as policy
from ballast.rulebook import industries
from ballast.rulebook.evidence import claim
from ballast.rulebook.phones import FREE
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis, FundChannel, LandMode, Nature, Resource

ABSENT = "—"
MONEY = {
    "total_investment", "done_by_last_year", "amount", "agreed", "paid_in", "output", "tax",
    "month_completed", "year_to_date", "to_date", "total", "contract_amount", "task",
}  # fmt: skip
THOUSANDTHS = {"requested", "granted"}
WORDS: dict[str, type[Word]] = {
    "nature": Nature, "land_mode": LandMode, "channel": FundChannel, "kind": MilestoneKind, "basis": Basis,
    "resource": Resource, "file_kind": UploadKind,
}  # fmt: skip

KINDS: dict[str, Sentence] = {
    "profile": Sentence("项目卡片", "Card"),
    "membership": Sentence("名单", "List"),
    "annualplan": Sentence("年度计划", "Annual plan"),
    "monthtask": Sentence("月任务", "Task of the month"),
    "developedland": Sentence("已动工开发", "Land developed"),
    "funding": Sentence("资金", "Funds"),
    "promise": Sentence("协议承诺", "Promise"),
    "milestone": Sentence("节点", "Milestone"),
    "progress": Sentence("月报", "Monthly report"),
    "output": Sentence("投产月报", "Output report"),
    "resourcecase": Sentence("要素", "Resource"),
    "approval": Sentence("立项批复", "Approval"),
    "contract": Sentence("施工合同", "Contract"),
    "evidence": Sentence("佐证材料", "Evidence"),
}

FIELDS: dict[str, Sentence] = {
    "name": Sentence("项目名称", "Name"),
    "project_code": Sentence("项目代码", "Project code"),
    "credit_code": Sentence("统一社会信用代码", "Credit code"),
    "owner": Sentence("建设单位", "Owner"),
    "investor": Sentence("投资方", "Investor"),
    "area": Sentence("所在地区", "Area"),
    "site": Sentence("建设地点", "Site"),
    "longitude": Sentence("经度", "Longitude"),
    "latitude": Sentence("纬度", "Latitude"),
    "nature": Sentence("建设性质", "Nature"),
    "content": Sentence("建设规模及内容", "Content"),
    "start_year": Sentence("建设起年", "From"),
    "end_year": Sentence("建设止年", "To"),
    "total_investment": Sentence("总投资（万元）", "Total investment (万元)"),
    "done_by_last_year": Sentence("至上年底累计完成（万元）", "Completed by last year's end (万元)"),
    "industry": Sentence("国民经济行业", "Industry"),
    "lead_industry": Sentence("主导产业", "Lead industry"),
    "strategic": Sentence("战略性新兴产业", "Strategic emerging"),
    "land_mode": Sentence("用地方式", "Land mode"),
    "land_mu": Sentence("用地（亩）", "Land (mu)"),
    "responsible": Sentence("责任单位", "Responsible office"),
    "responsible_person": Sentence("责任人", "Responsible person"),
    "linked_leader": Sentence("包联领导", "Linked leader"),
    "remarks": Sentence("备注", "Remarks"),
    "named_list": Sentence("名单", "List"),
    "since": Sentence("列入", "Since"),
    "until": Sentence("移出", "Until"),
    "year": Sentence("年度", "Year"),
    "amount": Sentence("年度计划投资（万元）", "Annual plan (万元)"),
    "task": Sentence("月任务（万元）", "Task of the month (万元)"),
    "developed_mu": Sentence("已动工开发面积（亩）", "Land developed (mu)"),
    "goal": Sentence("年度目标", "Goal"),
    "channel": Sentence("资金来源", "Channel"),
    "month": Sentence("月份", "Month"),
    "agreed": Sentence("约定（万元）", "Agreed (万元)"),
    "paid_in": Sentence("到位（万元）", "Paid in (万元)"),
    "output": Sentence("产值（万元）", "Output (万元)"),
    "tax": Sentence("税收（万元）", "Tax (万元)"),
    "jobs": Sentence("用工（人）", "Jobs"),
    "start_on_land": Sentence("拿地即开工", "Start-on-land"),
    "kind": Sentence("节点", "Milestone"),
    "basis": Sentence("口径", "Basis"),
    "planned_on": Sentence("计划", "Planned"),
    "actual_on": Sentence("实际", "Actual"),
    "evidence": Sentence("依据", "Evidence"),
    "month_completed": Sentence("本月完成（万元）", "Month (万元)"),
    "year_to_date": Sentence("本年累计（万元）", "Year to date (万元)"),
    "to_date": Sentence("开工累计（万元）", "To date (万元)"),
    "node": Sentence("施工节点", "Node"),
    "form_progress": Sentence("形象进度", "Progress in words"),
    "problems": Sentence("存在问题", "Problems"),
    "needs": Sentence("需协调事项", "Needs"),
    "explanation": Sentence("说明", "Explanation"),
    "resource": Sentence("要素", "Resource"),
    "phase": Sentence("批次", "Phase"),
    "unit": Sentence("单位", "Unit"),
    "requested": Sentence("申请量", "Requested"),
    "requested_on": Sentence("申请日期", "Requested on"),
    "due_on": Sentence("应办结", "Due"),
    "granted": Sentence("批准量", "Granted"),
    "granted_on": Sentence("批准日期", "Granted on"),
    "number": Sentence("文号（编号）", "Number"),
    "total": Sentence("批复总投资（万元）", "Approved total (万元)"),
    "approved_on": Sentence("批复日期", "Approved on"),
    "party": Sentence("发包人", "Owner's side"),
    "contractor": Sentence("承包人", "Contractor"),
    "contract_amount": Sentence("合同金额（万元）", "Contract (万元)"),
    "signed_on": Sentence("签订日期", "Signed on"),
    "claim": Sentence("佐证事项", "Shows"),
    "file": Sentence("原件", "Original"),
    "thumbnail": Sentence("缩略图", "Thumbnail"),
    "file_kind": Sentence("文件类型", "Kind of file"),
    "file_name": Sentence("文件名", "File name"),
    "caption": Sentence("图片说明", "Caption"),
    "taken_at": Sentence("拍摄时间", "Taken at"),
    "zoned": Sentence("拍摄时区已知", "Time zone known"),
    "width": Sentence("宽（像素）", "Width (pixels)"),
    "height": Sentence("高（像素）", "Height (pixels)"),
    "look": Sentence("图像指纹", "Look"),
}

YES, NO = Sentence("是", "yes"), Sentence("否", "no")


def label(field: str) -> Sentence:
    """What a field is called; a field nobody named goes by its own name."""
    return FIELDS.get(field, Sentence(field, field))


def written(field: str, value: Any) -> Sentence | str:
    """A value of a field as the page writes it; a dash where there is none, of phones in free text the ends alone."""
    if value is None or value == "":
        return ABSENT
    if isinstance(value, bool):
        return YES if value else NO
    if field in MONEY:
        return in_wan(value)
    if field in THOUSANDTHS:
        return quantity(value)
    if field in NAMED:
        return NAMED[field](value)
    if field in WORDS and value in [word.value for word in WORDS[field]]:
        return WORDS[field](value).label
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return masked(str(value)) if field in FREE else str(value)


def _lead_industry(code: str) -> Sentence | str:
    found = policy.latest().lead_industries.get(code)
    return Sentence(found.zh, found.en) if found else code


def _industry(code: str) -> str:
    try:
        return f"{code} {industries.name_of(code)}"
    except industries.UnknownIndustry:
        return code


def _claim(text: str) -> Sentence:
    return claim(text).label


NAMED = {"lead_industry": _lead_industry, "industry": _industry, "claim": _claim}


def quantity(thousandths: int) -> str:
    """A quantity in thousandths of its unit, trailing zeros dropped."""
    text = f"{Decimal(thousandths) / 1000:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
