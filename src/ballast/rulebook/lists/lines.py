"""The lines of a table's body: what each row was taken for, before they are joined into projects and groups."""

import re
from dataclasses import dataclass, field

from ballast.rulebook.lists.markers import SIGNS

TOTAL = re.compile(
    r"(?:总计|合计|总合计|小计|共计|总数|累计|总和)(?:[(（:：].*|共?\d+[个项件].*|共.*)?"
    r"|(?:[\u4e00-\u9fff、()（）\d]{1,20})(?:总计|合计|小计|共计)(?:[(（:：].*|共?\d+[个项件].*)?"
    # What a spreadsheet writes when it adds up by a column: 永山县 汇总, 永山县 计数, 总计数.
    r"|[\u4e00-\u9fff、()（）\d]{1,20}(?<!数据)(?<!信息)(?:汇总|计数)|总计数"
    r"|(?:全[省市县区州旗]|项目)?(?:总计|合计|共计).{0,30}"
    r"|全[省市县区州旗盟](?:[(（:：].*)?|[共计]{0,2}\d{1,5}[个项件](?:项目)?"
)
SUBTOTAL = re.compile(r"小计|.(?:汇总|(?<!总)计数)$")
# Whose total a row is: 永山县小计 is that of 永山县.
SUMMED = re.compile(r"小计|合计|汇总$|计数$")
OF_WHICH = re.compile(r"^其中[:：、]?|^#其中")
NOTE = re.compile(
    r"^[(（]?(?:备\s*注|注|说明|填[表报]说明|注释|注解|附注|标注说明|编制说明|名词解释)\d?(?:[:：.、一二三1-9(（]|$)"
    rf"|^(?:标|带|加|打|注|有)?[“\"'‘(（]?[{re.escape(SIGNS)}]+[”\"'’)）]?(?:为|表示|号|的|代表|标|是|者|项目为|[:：])"
    rf"|^(?:标|带|加|打|标注|标有|注有|加注)[“\"'‘(（]*[{re.escape(SIGNS)}]"
    r"|^(?:以上|上述|本表|此表|下列).{0,40}(?:项目|数据|投资|子项目)|^名称(?:后|前)?(?:标|带|加)"
)
FOOTER = re.compile(
    r"^(?:填报|填表|审核|制表|审批|复核|编制|报送)(?:人|单位|日期|时间)(?:\([签盖].*)?(?:[:：]|$)"
    r"|^(?:单位)?(?:主要)?(?:负责|领导|审核|审批|复核|制表|填表|经办)人?\(?(?:签[字名章]|盖章)?\)?[:：]"
    r"|^[-—]*以下(?:空白|无正文)|^分管领导[:：]|^[(（]?联系(?:人|电话)[:：]|^第?\d+页|^共\d+页|^[-—]\s*\d+\s*[-—]$|^第[\d一二三四五六七八九十]+页|^\(?盖章\)?"
)
# Beside hints and an example of how to fill in, where others have their number.
EXAMPLE = re.compile(r"[(（]?(?:示例|样例|例|例如|范例|举例|填[写报表](?:说明|要求|示例|样例))\d?[)）]?[:：]?")
PROPER_END = re.compile(r"(?:项目|工程|建设|改造|基地|中心|园|厂|路|桥|线|站|学校|医院|[)）]|期|段|计划|大楼|小区)$")


# 建设内容：占地100亩… in a row of its own says more of the project above.
TOLD = re.compile(
    r"^(?:主要|项目|总体)?(?:建设|工程|投资)?(?:规模及|规模和|规模与|内容及)?(?:内容|规模|概况|简介|地点|性质|进展|进度|概述)[^：:]{0,6}[：:]"
)


def told_of(text: str) -> bool:
    """True when a row of words tells of the project above it."""
    return bool(TOLD.match(text))


@dataclass(slots=True)
class Line:
    """One filled row of a body. ``kind`` is one of: project group total of_which part continuation note footer
    title repeat stray; ``mark`` the kind of its enumeration mark; ``key`` what sort of group it heads."""

    row: int
    kind: str
    title: str = ""
    name_column: int = -1
    mark: str = ""
    key: str = ""
    count: int | None = None
    described: int = 0
    paid: int = 0
    filled: int = 99
    sequence: str = ""
    more: list[int] = field(default_factory=list)
    sure: bool = True


def open_bracket(text: str) -> bool:
    """True when a bracket opens in ``text`` and does not close: the words go on in the next row."""
    return _depth(text) > 0


def _depth(text: str) -> int:
    return text.count("(") + text.count("（") - text.count(")") - text.count("）")


def cut_short(before: str, text: str) -> bool:
    """True when ``text`` in a row of its own finishes the name ``before``: it closes its bracket, or its sentence."""
    if _depth(before) > 0:
        return _depth(text) < 0
    return len(before) >= 10 and not PROPER_END.search(before) and bool(PROPER_END.search(text)) and len(text) <= 24
