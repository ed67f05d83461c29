"""The one table of the monthly form: its columns, what each may hold, and which fact each feeds.

Writing the blank form and reading it back both follow this table (domain: monthly reporting, real headings).
Money stands in 万元 with up to four decimals, that is in whole 元.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ballast.kit.words import Word
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import FundChannel, Nature

VERSION = "2025.1"
EARLIEST = date(1990, 1, 1)
LATEST = date(2100, 12, 31)


class Kind(Word):
    """What a column holds."""

    NUMBER = "number", "数", "number"
    MONEY = "money", "金额", "amount"
    PERCENT = "percent", "百分比", "percentage"
    DATE = "date", "日期", "date"
    CHOICE = "choice", "选项", "choice"
    TEXT = "text", "文字", "text"


class Node(Word):
    """The construction node a project has reached (domain: nodes of real ledgers)."""

    SITE = "site", "进场", "on site"
    PILING = "piling", "打桩/基础开挖", "piling or excavation"
    FOUNDATION = "foundation", "主体基础完成", "foundation done"
    TOPPED_OUT = "topped_out", "主体封顶", "topped out"
    EQUIPPING = "equipping", "装修或设备安装调试", "fitting out or installing"
    TRIAL = "trial", "试投产/交付验收", "trial run or acceptance"
    RUNNING = "running", "正式投产", "in production"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the form.

    ``feeds`` is the fact and field it becomes (``progress.month_completed``), empty for what is shown only;
    ``editable`` cells are for the reporter, the others are locked. ``{m}`` in a heading is the month's number.
    """

    key: str
    zh: str
    en: str
    kind: Kind
    width: float
    editable: bool = False
    feeds: str = ""
    parent: str = ""
    choices: tuple[Word, ...] = ()

    def heading(self, month: str) -> str:
        """The heading as it stands in the form of ``month``."""
        return self.zh.format(m=int(month[5:]))


def _milestone(kind: MilestoneKind, part: str, label: str, en: str) -> Column:
    word = "实际" if part == "actual_on" else "拟"
    return Column(f"{kind}.{part}", f"{word}{label}时间", f"{en}", Kind.DATE, 11, True,
                  f"milestone.{kind}.{part}", f"{label}时间")  # fmt: skip


def _fund(channel: FundChannel) -> Column:
    return Column(f"paid.{channel}", channel.zh, f"Paid in: {channel.en}", Kind.MONEY, 10, True,
                  f"funding.{channel}", "至本月底累计到位资金")  # fmt: skip


INVESTED = "完成投资"
BEFORE = "上月累计"

COLUMNS: tuple[Column, ...] = (
    Column("number", "序号", "No.", Kind.NUMBER, 5),
    Column("serial", "项目编号", "Serial", Kind.TEXT, 10),
    Column("name", "项目名称", "Project", Kind.TEXT, 30),
    Column("site", "建设地点", "Site", Kind.TEXT, 16),
    Column("nature", "建设性质", "Nature", Kind.CHOICE, 8, choices=tuple(Nature)),
    Column("content", "建设规模及内容", "Scale and content", Kind.TEXT, 32),
    Column("years", "建设起止年限", "Years", Kind.TEXT, 11),
    Column("total_investment", "总投资", "Total investment", Kind.MONEY, 12),
    Column("done_by_last_year", "至上年底累计完成", "Completed by the end of last year", Kind.MONEY, 12),
    Column("annual_plan", "本年计划", "Annual plan", Kind.MONEY, 12),
    Column("last_year_to_date", "本年累计至上月", "Year to date, last month", Kind.MONEY, 12, parent=BEFORE),
    Column("last_to_date", "开工累计至上月", "To date, last month", Kind.MONEY, 12, parent=BEFORE),
    Column("month_completed", "本月完成", "Completed this month", Kind.MONEY, 12, True,
           "progress.month_completed", INVESTED),
    Column("year_to_date", "1–{m}月完成", "Year to date", Kind.MONEY, 12, True, "progress.year_to_date", INVESTED),
    Column("to_date", "开工累计", "To date", Kind.MONEY, 12, True, "progress.to_date", INVESTED),
    Column("plan_percent", "占年计划%", "% of annual plan", Kind.PERCENT, 9, parent=INVESTED),
    Column("node", "施工节点", "Node", Kind.CHOICE, 14, True, "progress.node", choices=tuple(Node)),
    Column("form_progress", "形象进度", "Progress in words", Kind.TEXT, 30, True, "progress.form_progress"),
    _milestone(MilestoneKind.STARTED, "planned_on", "开工", "Planned start"),
    _milestone(MilestoneKind.STARTED, "actual_on", "开工", "Actual start"),
    _milestone(MilestoneKind.COMPLETED, "planned_on", "竣工", "Planned completion"),
    _milestone(MilestoneKind.COMPLETED, "actual_on", "竣工", "Actual completion"),
    _milestone(MilestoneKind.PRODUCING, "planned_on", "投产", "Planned production"),
    _milestone(MilestoneKind.PRODUCING, "actual_on", "投产", "Actual production"),
    Column(f"{MilestoneKind.REGISTERED}.actual_on", "入库（纳统）时间", "Statistics registration", Kind.DATE, 11, True,
           f"milestone.{MilestoneKind.REGISTERED}.actual_on"),
    Column("evidence", "佐证材料（照片、文件编号）", "Evidence", Kind.TEXT, 18, True, "milestone.evidence"),
    *(_fund(channel) for channel in FundChannel),
    Column("check", "表内校验", "Check", Kind.TEXT, 22),
    Column("problems", "存在问题", "Problems", Kind.TEXT, 24, True, "progress.problems"),
    Column("needs", "需协调事项", "Matters to coordinate", Kind.TEXT, 24, True, "progress.needs"),
    Column("explanation", "说明（对提示的解释）", "Explanation", Kind.TEXT, 24, True, "progress.explanation"),
    Column("responsible", "责任单位", "Responsible unit", Kind.TEXT, 16),
    Column("responsible_person", "责任人", "Responsible person", Kind.TEXT, 9),
    Column("linked_leader", "包联领导", "Linked leader", Kind.TEXT, 9),
    Column("remarks", "备注", "Remarks", Kind.TEXT, 16, True, "progress.remarks"),
)  # fmt: skip

BY_KEY = {column.key: column for column in COLUMNS}
COMPUTED = ("number", "plan_percent", "check")
LOCKED = tuple(column for column in COLUMNS if not column.editable and column.key not in COMPUTED)
MILESTONES = tuple(column for column in COLUMNS if column.kind is Kind.DATE)
FUNDS = tuple(column for column in COLUMNS if column.key.startswith("paid."))
DASHES = str.maketrans({"—": "-", "–": "-", "－": "-", "~": "-", "%": "%"})


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """A heading without what hands change: spaces, line breaks, full-width forms, the unit in brackets."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", heading)).translate(DASHES)
    return re.sub(r"\((?:万元|单位:?万元)\)", "", text)


def headings(month: str) -> dict[str, str]:
    """The plain heading of every column in the form of ``month``, to its key."""
    return {plain(column.heading(month)): column.key for column in COLUMNS}
