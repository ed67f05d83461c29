"""The columns of the workbooks, each declared once: the template is written and a filled one read from them."""

import re
from dataclasses import dataclass

from ballast.kit.sentence import Sentence

MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how wide it is, and what belongs in it."""

    key: str
    heading: str
    width: int
    note: Sentence


# Brackets with hints and stars of what must be filled in are no part of a heading.
ASIDE = re.compile(r"[*＊\s]+|[(（][^)）]*[)）]")


@dataclass(frozen=True, slots=True)
class Layout:
    """One workbook: its sheet, the column it is told from others by, its columns, and their headings elsewhere."""

    sheet: str
    known_by: str
    columns: tuple[Column, ...]
    also: dict[str, str]

    def heading(self, key: str) -> str:
        """What a column is headed."""
        return next(column.heading for column in self.columns if column.key == key)

    def key(self, heading: str) -> str:
        """The column a heading means; empty for none."""
        said = ASIDE.sub("", heading).lower()
        return next((one.key for one in self.columns if said in (one.heading, *self.also[one.key].split())), "")


PEOPLE = Layout("人员名册", "username", (
    Column("username", "账号", 20,
           Sentence("2 至 50 个小写字母、数字或 . _ @ -", "2 to 50 small letters, digits or . _ @ -")),
    Column("name", "姓名", 14, Sentence("最多 40 字", "40 letters at most")),
    Column("office", "单位", 32,
           Sentence("已有的单位；新单位须同时填地区", "An office there is; a new one needs its area as well")),
    Column("area", "地区", 18, Sentence("单位所在的市、县（市、区）或园区", "The city, county or park of the office")),
    Column("role", "岗位", 16, Sentence("从下拉表选择", "Choose from the list")),
    Column("since", "任职开始", 14, Sentence("日期；不填为今天", "A day; today where it is empty")),
    Column("until", "任职截止", 14, Sentence("日期；不填为未定", "A day; open where it is empty")),
), {
    "username": "用户名 登录名 登录账号 登录账户 用户账号 账户 帐号 登录帐号 account username",
    "name": "名字 人员姓名 真实姓名 name",
    "office": "任职单位 部门 所在单位 工作单位 所属单位 单位名称 所属部门 office",
    "area": "属地 县区 区县 县 县市区 所在县 所属地区 所在地区 所属县区 所在县区 行政区 area",
    "role": "角色 职务 岗位角色 用户角色 role",
    "since": "开始 任职时间 开始日期 任职日期 任职开始日期 起始日期 since",
    "until": "截止 截止日期 结束日期 任职截止日期 任期至 until",
})  # fmt: skip
AREAS = Layout("地区名册", "code", (
    Column("code", "代码", 14,
           Sentence("六位区划代码；园区没有的自编，最多 12 位字母、数字或 -",
                    "The six digits of GB/T 2260; a park without one has its own, 12 letters, digits or - at most")),
    Column("name", "名称", 24, Sentence("全称，最多 60 字", "In full, 60 letters at most")),
    Column("kind", "类别", 14, Sentence("从下拉表选择", "Choose from the list")),
    Column("parent", "上级", 18, Sentence("园区所在的县区；不填为本市", "The county a park lies in; else the city")),
    Column("aliases", "别名", 30, Sentence("名单里的其他写法，用顿号隔开", "Other names lists use, with 、 between")),
), {
    "code": "地区代码 区划代码 行政区划代码 统计用区划代码 行政区代码 code",
    "name": "地区 地区名称 单位名称 行政区划名称 name",
    "kind": "类型 级别 行政级别 kind",
    "parent": "所属 所属地区 所在县区 上级地区 上级名称 parent",
    "aliases": "简称 又名 曾用名 aliases",
})  # fmt: skip
