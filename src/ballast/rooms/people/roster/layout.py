"""The columns of the roster, each declared once: the template is written and a filled one read from them."""

from dataclasses import dataclass

from ballast.kit.sentence import Sentence

SHEET = "人员名册"
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, other headings it goes by, how wide it is, and what belongs in it."""

    key: str
    heading: str
    others: tuple[str, ...]
    width: int
    note: Sentence


COLUMNS = (
    Column("username", "账号", ("用户名", "登录名", "account", "username"), 20,
           Sentence("2 至 50 个小写字母、数字或 . _ @ -", "2 to 50 small letters, digits or . _ @ -")),
    Column("name", "姓名", ("名字", "name"), 14, Sentence("最多 40 字", "40 letters at most")),
    Column("office", "单位", ("任职单位", "部门", "office"), 32,
           Sentence("已有的单位；新单位须同时填地区", "An office there is; a new one needs its area as well")),
    Column("area", "地区", ("属地", "县区", "area"), 18,
           Sentence("单位所在的市、县（市、区）或园区", "The city, county or park of the office")),
    Column("role", "岗位", ("角色", "职务", "role"), 16, Sentence("从下拉表选择", "Choose from the list")),
    Column("since", "任职开始", ("开始", "since"), 14, Sentence("日期；不填为今天", "A day; today where it is empty")),
    Column("until", "任职截止", ("截止", "until"), 14, Sentence("日期；不填为未定", "A day; open where it is empty")),
)  # fmt: skip
HEADINGS = {heading: column.key for column in COLUMNS for heading in (column.heading, *column.others)}
BY_KEY = {column.key: column for column in COLUMNS}
