"""The columns of the roster, each declared once: the template is written and a filled one read from them."""

import re
from dataclasses import dataclass

from ballast.kit.sentence import Sentence

SHEET = "人员名册"
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how wide it is, and what belongs in it."""

    key: str
    heading: str
    width: int
    note: Sentence


COLUMNS = (
    Column("username", "账号", 20,
           Sentence("2 至 50 个小写字母、数字或 . _ @ -", "2 to 50 small letters, digits or . _ @ -")),
    Column("name", "姓名", 14, Sentence("最多 40 字", "40 letters at most")),
    Column("office", "单位", 32,
           Sentence("已有的单位；新单位须同时填地区", "An office there is; a new one needs its area as well")),
    Column("area", "地区", 18, Sentence("单位所在的市、县（市、区）或园区", "The city, county or park of the office")),
    Column("role", "岗位", 16, Sentence("从下拉表选择", "Choose from the list")),
    Column("since", "任职开始", 14, Sentence("日期；不填为今天", "A day; today where it is empty")),
    Column("until", "任职截止", 14, Sentence("日期；不填为未定", "A day; open where it is empty")),
)  # fmt: skip
# Other headings the columns go by in the lists offices keep of their people.
ALSO: dict[str, str] = {
    "username": "用户名 登录名 登录账号 登录账户 用户账号 账户 帐号 登录帐号 account username",
    "name": "名字 人员姓名 真实姓名 name",
    "office": "任职单位 部门 所在单位 工作单位 所属单位 单位名称 所属部门 office",
    "area": "属地 县区 区县 县 县市区 所在县 所属地区 所在地区 所属县区 所在县区 行政区 area",
    "role": "角色 职务 岗位角色 用户角色 role",
    "since": "开始 任职时间 开始日期 任职日期 任职开始日期 起始日期 since",
    "until": "截止 截止日期 结束日期 任职截止日期 任期至 until",
}
# Brackets with hints and stars of what must be filled in are no part of a heading.
ASIDE = re.compile(r"[*＊\s]+|[(（][^)）]*[)）]")
HEADINGS = {heading: column.key for column in COLUMNS for heading in (column.heading, *ALSO[column.key].split())}
BY_KEY = {column.key: column for column in COLUMNS}
