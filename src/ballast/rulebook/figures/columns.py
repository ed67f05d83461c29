"""The wide snapshot: one row a project, as known at a moment, for the end of a month.

Dates are ISO text, money is integer 元, resource quantities are thousandths of their unit; None is absent.
A flow has three columns: the month's own (``completed``), January to the month (``completed_ytd``) and since the
start (``completed_to_date``).
"""

from dataclasses import dataclass

from ballast.kit.words import Word
from ballast.rulebook.stages import MilestoneKind


class Kind(Word):
    """What a column holds, and so what may be asked of it."""

    IDENTITY = "identity", "标识", "identity"
    DIMENSION = "dimension", "维度", "dimension"
    TEXT = "text", "文字", "text"
    FLAG = "flag", "是否", "flag"
    DATE = "date", "日期", "date"
    MONTH = "month", "月份", "month"
    STOCK = "stock", "存量", "stock"
    FLOW = "flow", "流量", "flow"
    COUNT = "count", "个数", "count"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, in which unit, its heading in both languages, and the book's rule it rests on."""

    name: str
    kind: Kind
    zh: str
    en: str
    unit: str = ""
    rule: str = ""


def _flow(name: str, zh: str, en: str) -> list[Column]:
    return [
        Column(name, Kind.FLOW, f"本月{zh}", f"{en}, month", "yuan"),
        Column(f"{name}_ytd", Kind.FLOW, f"本年累计{zh}", f"{en}, year to date", "yuan"),
        Column(f"{name}_to_date", Kind.FLOW, f"开工累计{zh}", f"{en}, to date", "yuan"),
    ]


def _plain(kind: Kind, *columns: tuple[str, str, str], unit: str = "", rule: str = "") -> list[Column]:
    return [Column(name, kind, zh, en, unit, rule) for name, zh, en in columns]


IDENTITY = [
    Column("project", Kind.IDENTITY, "项目", "project"),
    Column("serial", Kind.IDENTITY, "编号", "serial"),
    Column("name", Kind.TEXT, "项目名称", "name"),
    Column("owner", Kind.TEXT, "建设单位", "owner"),
    Column("site", Kind.TEXT, "建设地点", "site"),
    Column("responsible", Kind.TEXT, "责任单位", "responsible office"),
    Column("linked_leader", Kind.TEXT, "包联领导", "linked leader"),
    Column("problems", Kind.TEXT, "存在问题", "problems"),
    Column("form_progress", Kind.TEXT, "形象进度", "progress in words"),
]
DIMENSIONS = [
    *_plain(
        Kind.DIMENSION,
        ("area", "属地", "area"),
        ("county", "县（市、区）", "county"),
        ("park", "园区", "park"),
        ("section", "行业门类", "industry section"),
        ("division", "行业大类", "industry division"),
        ("industry", "行业代码", "industry code"),
        ("service", "服务业类别", "kind of service"),
        ("lead_industry", "主导产业", "lead industry"),
        ("nature", "建设性质", "nature"),
        ("land_mode", "用地方式", "land mode"),
        ("lists", "名单", "lists"),
        ("stage", "阶段", "stage"),
    ),
    Column("size_band", Kind.DIMENSION, "投资规模", "size band", rule="size_bands"),
    Column("stall", Kind.DIMENSION, "停滞", "stall", rule="stalls"),
]
FLAGS = [
    *_plain(
        Kind.FLAG,
        ("industrial", "工业", "industrial"),
        ("high_tech", "高技术制造业", "high-tech manufacturing"),
        ("strategic", "战略性新兴产业", "strategic emerging"),
        ("reported", "本月已报", "reported this month"),
        ("start_on_land", "承诺拿地即开工", "start-on-land promised"),
    ),
    Column("behind", Kind.FLAG, "落后序时", "behind schedule", rule="curve"),
    *_plain(
        Kind.FLAG,
        ("promise_due", "拿地即开工到期", "start-on-land due"),
        ("promise_kept", "拿地即开工兑现", "start-on-land kept"),
        ("promise_late", "拿地即开工迟兑现", "start-on-land late"),
        ("promise_broken", "拿地即开工未兑现", "start-on-land broken"),
        rule="start_on_land",
    ),
]
PLANNED = (MilestoneKind.STARTED, MilestoneKind.COMPLETED, MilestoneKind.PRODUCING)
DATES = [
    *_plain(Kind.DATE, *((f"{kind}_on", f"{kind.zh}日期", f"{kind.en} on") for kind in MilestoneKind)),
    *_plain(Kind.DATE, *((f"planned_{kind}_on", f"计划{kind.zh}", f"planned {kind.en}") for kind in PLANNED)),
    Column("started_declared_on", Kind.DATE, "申报开工", "started, declared"),
    Column("started_verified_on", Kind.DATE, "核验开工", "started, verified"),
    Column("papers_on", Kind.DATE, "五证齐备", "last of five papers on"),
    Column("last_invested_month", Kind.MONTH, "最近有投资月份", "last month with investment"),
]
MONEY = [
    *_plain(
        Kind.STOCK,
        ("total_investment", "总投资", "total investment"),
        ("annual_plan", "年度计划投资", "annual plan"),
        ("funds_agreed", "约定资金", "funds agreed"),
        ("funds_paid_in", "到位资金", "funds paid in"),
        ("promised_output", "承诺年产值", "promised output"),
        ("promised_tax", "承诺年税收", "promised tax"),
        ("output", "近十二月产值", "output, twelve months"),
        ("tax", "近十二月税收", "tax, twelve months"),
        unit="yuan",
    ),
    *_flow("completed", "完成投资", "completed"),
    *_flow("stat_completed", "统计完成投资", "completed (statistical)"),
]
COUNTS = [
    Column("promised_jobs", Kind.COUNT, "承诺用工", "promised jobs", "jobs"),
    Column("jobs", Kind.COUNT, "用工", "jobs", "jobs"),
    Column("land_requested", Kind.COUNT, "申请用地", "land requested", "thousandths of a mu"),
    Column("land_granted", Kind.COUNT, "批准用地", "land granted", "thousandths of a mu"),
    *_plain(
        Kind.COUNT,
        ("cases", "要素申请", "resource requests"),
        ("cases_granted", "要素批准", "resource grants"),
        ("cases_due", "到期要素", "resource requests due"),
        ("cases_on_time", "按期保障", "resource grants on time"),
        unit="count",
    ),
]

COLUMNS: dict[str, Column] = {
    column.name: column for column in [*IDENTITY, *DIMENSIONS, *FLAGS, *DATES, *MONEY, *COUNTS]
}

# The dimensions a figure is divided by, and the column each reads.
BY: dict[str, str] = {
    "county": "county",
    "area": "area",
    "park": "park",
    "industry": "section",
    "division": "division",
    "size_band": "size_band",
    "stage": "stage",
    "list": "lists",
    "lead_industry": "lead_industry",
    "nature": "nature",
}

# The project list is filtered by these too.
FACETS: dict[str, str] = {**BY, "stall": "stall", "land_mode": "land_mode"}
