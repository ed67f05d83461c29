"""The sheets of the form, each column declared once: what is written blank is read back from here."""

from dataclasses import dataclass

from ballast.rooms.reporting.tasks.cells import How

HIDDEN, MARK = "_ballast", "ballast-task-form"
TITLE_ROW, NOTE_ROW, HEADER_ROW, FIRST_ROW = 0, 1, 2, 3  # from 0
MONTHS = tuple(f"{number:02d}" for number in range(1, 13))
TO_DATE = {month: f"1–{int(month)}月" if month != "01" else "1月" for month in MONTHS}


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``how`` is None where each row has its own unit; ``typed`` cells are for whoever sets tasks."""

    key: str
    heading: str
    width: float
    how: How | None = How.TEXT
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: its name, title and note, its columns, and the columns that say which row it is."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]

    @property
    def by_key(self) -> dict[str, Column]:
        """The columns by key."""
        return {column.key: column for column in self.columns}

    @property
    def letters(self) -> dict[str, int]:
        """The place of each column, from 0."""
        return {column.key: place for place, column in enumerate(self.columns)}


CELLS = "白色单元格填写，灰色单元格不要改（已封账的月份为灰色）；留空即没有说"
NOTE = f"{CELLS}；没有任务填 0；撤回已下达的数填“撤回：原因”"
PROJECTS = Layout(
    "任务分解表", "{year}年重点项目任务分解表", f"单位：万元、亩。{NOTE}",
    (
        Column("serial", "项目编号", 10), Column("name", "项目名称", 32), Column("county", "县（市、区）", 14),
        Column("plan", "年度计划", 12, How.MONEY),
        *(Column(month, f"{int(month)}月", 10, How.MONEY, typed=True) for month in MONTHS),
        Column("sum", "各月合计", 12, How.MONEY), Column("land", "用地面积", 10, How.MU),
        Column("developed", "已动工开发面积", 12, How.MU, typed=True),
    ),
    ("serial",),
)  # fmt: skip
TARGETS = Layout(
    "地区目标", "{year}年地区目标下达表", f"各月为 1 月至当月累计目标。{NOTE}",
    (
        Column("code", "地区代码", 10), Column("area", "地区", 16), Column("target", "目标代码", 16),
        Column("name", "目标", 24), Column("unit", "单位", 8), Column("book", "手册全年目标", 12, None),
        Column("year", "全年", 11, None, typed=True),
        *(Column(month, heading, 10, None, typed=True) for month, heading in TO_DATE.items()),
    ),
    ("code", "target"),
)  # fmt: skip
PUBLISHED = Layout(
    "统计数据", "{year}年地区统计数据表",
    f"单位：万元。统计部门公布的 1 月至当月累计数，按可比价。{CELLS}；撤回已填的数填“撤回：原因”",
    (
        Column("code", "地区代码", 10), Column("area", "地区", 16), Column("target", "指标代码", 22),
        Column("name", "指标", 24),
        *(Column(month, heading, 14, How.MONEY, typed=True) for month, heading in TO_DATE.items()),
    ),
    ("code", "target"),
)  # fmt: skip
SHEETS = (PROJECTS, TARGETS, PUBLISHED)
UNCHECKED = ("sum",)  # reckoned by the sheet itself
