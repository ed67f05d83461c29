"""What of a card a condition may ask: the closed list of fields, and what may be asked of each."""

from dataclasses import dataclass

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.forms import Node
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.stages import Stage
from ballast.rulebook.terms import AreaKind, FundChannel, LandMode, Nature


class Holds(Word):
    """What a field holds."""

    TEXT = "text", "文字", "text"
    SET = "set", "多个文字", "several texts"
    FLAG = "flag", "是否", "yes or no"
    AMOUNT = "amount", "数量", "a number"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: whose it is, what it holds, its unit, and the words it may hold where they are closed."""

    name: str
    of: str
    holds: Holds
    label: Sentence
    unit: Unit = Unit.TEXT
    words: tuple[str, ...] = ()


def _text(name: str, zh: str, en: str, words: type[Word] | None = None, of: str = "project") -> Asked:
    return Asked(name, of, Holds.TEXT, Sentence(zh, en), words=tuple(str(word) for word in words or ()))


def _amount(name: str, zh: str, en: str, unit: Unit = Unit.YUAN) -> Asked:
    return Asked(name, "project", Holds.AMOUNT, Sentence(zh, en), unit)


def _flag(name: str, zh: str, en: str) -> Asked:
    return Asked(name, "project", Holds.FLAG, Sentence(zh, en))


FIELDS: dict[str, Asked] = {
    field.name: field
    for field in (
        _text("area", "属地（代码或名称）", "area, code or name", of="both"),
        _text("area_class", "地区分类（本手册 area_classes）", "class of area, of this book", of="both"),
        _text("area_kind", "地区种类", "kind of area", AreaKind, of="area"),
        _text("county", "县（市、区）（代码或名称）", "county, code or name"),
        _text("park", "园区（代码）", "park, code"),
        Asked("lists", "project", Holds.SET, Sentence("名单（代码或名称）", "lists, code or name")),
        _text("nature", "建设性质", "nature", Nature),
        _text("land_mode", "用地方式", "land mode", LandMode),
        _text("industry", "行业代码（按开头比较）", "industry code, by its beginning"),
        _text("lead_industry", "主导产业（本手册 lead_industries）", "lead industry, of this book"),
        _text("size_band", "投资规模档（本手册 size_bands）", "size band, of this book"),
        _text("stage", "阶段", "stage", Stage),
        _text("node", "施工节点（最近一次月报所填）", "construction node, as reported last", Node),
        Asked("channels", "project", Holds.SET, Sentence("资金来源", "fund channels"),
              words=tuple(str(channel) for channel in FundChannel)),
        _text("responsible", "责任单位", "responsible office"),
        _text("linked_leader", "包联领导", "linked leader"),
        _text("name", "项目名称", "name of the project"),
        _text("serial", "项目编号", "serial of the project"),
        _flag("industrial", "工业", "industrial"),
        _flag("high_tech", "高技术制造业", "high-tech manufacturing"),
        _flag("strategic", "战略性新兴产业", "strategic emerging industry"),
        _flag("start_on_land", "承诺拿地即开工", "start-on-land promised"),
        _amount("total_investment", "总投资", "total investment"),
        _amount("annual_plan", "年度计划投资", "annual plan"),
        _amount("done_by_last_year", "至上年底累计完成", "completed by the end of last year"),
        _amount("land_mu", "用地面积（亩）", "land in mu", Unit.NUMBER),
        _amount("start_year", "计划开工年份", "year of start", Unit.NUMBER),
        _amount("end_year", "计划竣工年份", "year of completion", Unit.NUMBER),
        Asked("month_number", "both", Holds.AMOUNT, Sentence("判断的月份（1—12）", "month judged, 1 to 12"),
              Unit.NUMBER),
        Asked("quarter_end", "both", Holds.FLAG, Sentence("季末月（3、6、9、12 月）", "the last month of a quarter")),
    )
}  # fmt: skip
