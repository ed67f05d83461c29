"""The keys of a chapter as a table: name, what it holds, its default, what it means."""

import tomllib
import types
from collections.abc import Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticUndefined

from ballast.kit.words import Word
from ballast.rulebook.books.tours import factor
from ballast.rulebook.grammar.amounts import money, points, quantity, share
from ballast.rulebook.grammar.amounts import told as came_to
from ballast.rulebook.grammar.conditions import several
from ballast.rulebook.grammar.page import said
from ballast.rulebook.grammar.refs import Ref

READ: dict[Any, str] = {
    said: "文字 text", quantity: "数 number", money: "金额 amount", share: "比例 share",
    points: "分 points", several: "条件 conditions", came_to: "数 number",
    factor: "数 number",
}  # fmt: skip
PLAIN: dict[Any, str] = {
    str: "文字 text", int: "整数 integer", bool: "true / false", date: "日期 date", Fraction: "比例 share",
    Any: "数、文字或是否 number, text or flag",
}  # fmt: skip
PROSE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "handbook.toml").read_text(encoding="utf-8"))
BLANK = ("| 键 key | 写什么 holds | 省略时 left out | 说明 meaning |", "|---|---|---|---|")


def table(page: type[BaseModel], *, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """The keys of a page as a Markdown table."""
    yield from BLANK
    for name, field in page.model_fields.items():
        key = field.alias or name
        if key in without:
            continue
        metadata = [one for one in field.metadata if isinstance(one, Ref | BeforeValidator)]
        told = holds(Annotated[(field.annotation, *metadata)] if metadata else field.annotation)
        means = (field.description or meaning(page, key)).replace("|", "／")
        yield f"| `{key}` | {told} | {_default(field)} | {means} |"


def meaning(page: type[BaseModel], key: str) -> str:
    """What a key means where its declaration does not say."""
    return str(PROSE["means"].get(f"{page.__name__}.{key}") or PROSE["means"].get(key, ""))


def _default(field: Any) -> str:
    if field.is_required():
        return "**必写 wanted**"
    value = field.default if field.default is not PydanticUndefined else None
    if value in (None, "", (), {}) or isinstance(value, BaseModel):
        return "—"
    if isinstance(value, Word | str):
        return f'`"{value}"`'
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    return f"`{value}`" if isinstance(value, int | Fraction) else "—"


def holds(annotation: Any) -> str:
    """What a key holds, in a word or two."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(args)
    if origin is Literal:
        return "、".join(f'`"{word}"`' for word in args if word != "")
    if origin in (Union, types.UnionType):
        inner = [holds(one) for one in args if one is not type(None) and get_args(one) != ("",)]
        return " 或 ".join(dict.fromkeys(inner))
    if origin is tuple:
        return f"列表 list：{holds(args[0])}"
    if origin is dict:
        return f"表 table：{holds(args[0])} = {holds(args[1])}"
    if annotation in PLAIN:
        return PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        words = [f'`"{word.value}"`' for word in annotation]
        return "、".join(words)
    name = getattr(annotation, "__name__", str(annotation))
    return f"表 table：{TABLES.get(name, name)}"


def _annotated(args: tuple[Any, ...]) -> str:
    for one in args[1:]:
        if isinstance(one, Ref):
            listed = "列表 list：" if get_origin(args[0]) is tuple else ""
            return f"{listed}{REFS[one.chapter]}"
        if isinstance(one, BeforeValidator) and one.func in READ:
            return READ[one.func]
    return holds(args[0])


REFS = {
    "events": "事件 event", "curves": "`[curves]` 的代码", "clocks": "`[clocks]` 的代码", "measures": "量 measure",
    "lights": "`[lights]` 的代码", "colours": "`[colours]` 的代码",
    "outcomes": "颜色或 `none` `unknown` `not_applicable`",
    "stall_lists": "`[stall_lists]` 的代码", "pauses": "`[pauses]` 的代码", "reasons": "`[reasons]` 的代码",
    "targets": "`[targets]` 的代码", "scoring": "`[scoring]` 的代码", "area_classes": "`[area_classes]` 的代码",
    "tours": "`[tours]` 的代码", "deeds": "评分表 `deeds` 的代码",
}  # fmt: skip
TABLES = {
    "Span": "时长 span", "Band": "档 band", "Rule": "规则 rule", "Moment": "事件或 `{ event, date }`",
    "Step": "步骤 step", "Trigger": "触发 trigger", "Counted": "`{ milestone, basis }`",
    "Extensions": "`{ count, each = 时长 span }`", "Condition": "条件 condition", "Quantity": "数 number",
    "Reported": "进度 progress", "Channel": "`{ agreed, paid_in }`", "Made": "`{ output, tax, jobs }`",
    "ProjectCase": "项目 project", "AreaCase": "地区 area", "DepartmentCase": "部门 department",
    "Expected": "期望 expect", "HappenedCase": "事件 event",
    "Paused": "`{ clock, reason, since, until }`", "Extended": "`{ clock, granted }`",
    "Section": "环节 section", "PackRules": "材料 pack",
    "Item": "评分项 item", "Judges": "评委 judges", "Trim": "去高低分 trim", "Difficulty": "难度系数 difficulty",
    "Group": "组 group", "TourCase": "观摩 tour", "TourExpected": "`{ points, places, group_places }`",
    "Indicator": "指标 indicator", "IndicatorGroup": "大项 group", "Profile": "分季权重 profile", "Floor": "门槛 floor",
    "DeedKind": "奖惩项 deed", "Publication": "`{ top, bottom }`", "Bounds": "上下限 bounds", "Need": "条件 need",
    "PlaceBand": "`{ through, share }`",
    "Ratio": "折算 by", "Efficacy": "折算 by", "AmountAndGrowth": "折算 by", "Steps": "折算 by", "Mean": "折算 by",
    "Segments": "折算 by", "Levels": "折算 by",
    "Level": "`{ at_least … below, points }`", "Corner": "`{ at, points }`",
    "Grade": "`{ at_least … below, gives }`", "OneCase": "`{ when, gives 或 takes }`",
    "Bands": "折算 by", "Places": "折算 by", "Given": "折算 by",
    "RankingCase": "排名 ranking", "RankedCase": "参加者 subject", "RankingExpected": "期望 expect",
    "TouredCounty": "县 county", "TouredProject": "项目 project",
    "ItemLevel": "级别 level", "ItemCase": "事项 item", "DoneCase": "办理 done", "ExpectedItem": "事项期望 item",
    "ExcusedCase": "`{ kind, since, until, rules }`",
}  # fmt: skip
