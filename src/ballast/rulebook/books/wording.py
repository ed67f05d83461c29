"""What a fault of a chapter's form is called, and what would be right, in both languages."""

import difflib
import types
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from ballast.kit.sentence import Sentence

PLAIN = {
    "missing": (
        '缺少这一项，必须写（文首可用 extends = "default" 续用默认手册）',
        'it is wanted, or extends = "default"',
    ),
    "int_type": ("应为整数", "a whole number is wanted"),
    "int_parsing": ("应为整数", "a whole number is wanted"),
    "int_from_float": ("应为整数", "a whole number is wanted"),
    "int_parsing_size": ("整数太大", "a smaller whole number is wanted"),
    "finite_number": ("应为整数", "a whole number is wanted"),
    "string_too_long": ("文字太长", "a shorter text is wanted"),
    "string_type": ("应为加引号的文字", "a text in quotes is wanted"),
    "bool_type": ("应为 true 或 false", "true or false is wanted"),
    "bool_parsing": ("应为 true 或 false", "true or false is wanted"),
    "date_type": ("应为日期，如 2025-03-18（不加引号）", "a date is wanted, as 2025-03-18 without quotes"),
    "date_from_datetime_parsing": ("应为日期，如 2025-03-18（不加引号）", "a date is wanted, as 2025-03-18"),
    "date_from_datetime_inexact": (
        "应为日期，如 2025-03-18（不加引号）",
        "a date is wanted, as 2025-03-18 without quotes",
    ),
    "date_parsing": ("应为日期，如 2025-03-18（不加引号）", "a date is wanted, as 2025-03-18"),
    "dict_type": ("应为表（[…] 或 { … }）", "a table is wanted"),
    "model_type": ("应为表（[…] 或 { … }）", "a table is wanted"),
    "model_attributes_type": ("应为表（[…] 或 { … }）", "a table is wanted"),
    "tuple_type": ("应为列表（方括号）", "a list in brackets is wanted"),
    "string_pattern_mismatch": (
        "代码只用小写字母、数字和下划线，以字母开头",
        "a code has small letters, digits and _ only",
    ),
    "string_too_short": ("不能为空", "it may not be empty"),
}
SHAPED = frozenset({"dict_type", "model_type", "model_attributes_type", "tuple_type"})
ASKED = '{ field = "lists", in = ["市重点"] }'
# How a key that holds a table or a list is written, for whoever wrote a word or a number there.
LIKE = {
    **dict.fromkeys(("applies", "when", "among", "due", "eligible"), ASKED),
    **dict.fromkeys(("in", "not_in", "starts_with"), '["市重点"]'),
    "by": '{ kind = "ratio", target = 100 }', "bands": '[{ colour = "green", below = 10 }, { … }]',
    "rules": '[{ colour = "red", when = { … } }]', "on": "[{ lit = 1 }]", "steps": "[[ladders.代码.steps]]",
    "cases": "[{ when = { … }, gives = 5 }]", "grades": "[{ at_least = 90, gives = 10 }, { below = 90, gives = 0 }]",
    "levels": "[{ at_least = 90, points = 10 }, { below = 90, points = 0 }]", "weights": '["60%", 1]',
    "corners": "[{ at = 60, points = 0 }, { at = 100, points = 80 }]", "extensions": '{ count = 1, each = "3个月" }',
}  # fmt: skip
BOUNDS = {
    "greater_than_equal": ("ge", "不小于", "at least"), "greater_than": ("gt", "大于", "above"),
    "less_than_equal": ("le", "不大于", "at most"), "less_than": ("lt", "小于", "below"),
    "too_short": ("min_length", "项数不少于", "at least so many items:"),
    "too_long": ("max_length", "项数不多于", "at most so many items:"),
}  # fmt: skip


def worded(error: Any, root: type[BaseModel]) -> Sentence:
    """The sentence of one error that the checker of forms found."""
    kind, written = error["type"], error.get("input")
    if kind == "extra_forbidden":
        return _unknown_key(error["loc"], root)
    if kind in ("literal_error", "enum", "union_tag_invalid", "union_tag_not_found"):
        return _not_among(error)
    if kind in BOUNDS:
        name, zh, en = BOUNDS[kind]
        return _said(f"应{zh} {error['ctx'][name]}", f"{en} {error['ctx'][name]} is wanted", written)
    if kind == "value_error":
        zh, _, en = str(error["ctx"]["error"]).rpartition(" / ")
        return _said(zh or en, en, written)
    zh, en = PLAIN.get(kind, (error["msg"], error["msg"]))
    if kind == "missing":
        inside = len(error["loc"]) > 1
        zh, en = ("缺少这一项，必须写", "it is wanted") if inside else (zh, en)
        return Sentence(f"规则不合要求：{zh}", f"Not a rule the book can hold: {en}")
    like = LIKE.get(next((part for part in reversed(error["loc"]) if isinstance(part, str)), ""), "")
    if kind in SHAPED and like:
        zh, en = ("应为条件", "conditions are wanted") if like == ASKED else (zh, en)
        zh, en = f"{zh}，如 {like}", f"{en}, as {like}"
    return _said(zh, en, written)


def _said(zh: str, en: str, written: Any) -> Sentence:
    plain = not isinstance(written, dict | list | BaseModel) and written is not None
    shown = f"，不是 {written if isinstance(written, Decimal) else repr(written)}" if plain else ""
    return Sentence(f"规则不合要求：{zh}{shown}", f"Not a rule the book can hold: {en}")


def _unknown_key(loc: tuple[Any, ...], root: type[BaseModel]) -> Sentence:
    key, known = str(loc[-1]), keys_at(loc[:-1], root)
    if any(key in keys_at(loc[:length], root) for length in range(len(loc) - 2, 0, -1)):
        # In TOML, what follows a [table] belongs to it until the next one.
        return Sentence(
            f"“{key}”是上一级的键，写在了“{loc[-2]}”的表里；请移到它的 [表头] 之前，或另起一段表头",
            f"{key!r} is a key of the table around {loc[-2]!r}; write it before that table's heading",
        )
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    hint = f"；是不是 {near[0]}？" if near else "；"
    return Sentence(
        f"没有“{key}”这一项{hint}可用：{'、'.join(known)}",
        f"There is no key {key!r} here; keys are: {', '.join(known)}",
    )


def _not_among(error: Any) -> Sentence:
    told = error.get("ctx", {})
    expected = str(told.get("expected") or told.get("expected_tags") or "").replace(" or ", ", ")
    wanted = [word.strip(" '\"") for word in expected.split(",") if word.strip(" '\"")]
    written = told.get("tag", error.get("input"))
    if error["type"] == "union_tag_not_found":
        return Sentence("缺少 kind：应写用哪一种，见 docs/policy.md", "kind is wanted: which kind, see docs/policy.md")
    near = difflib.get_close_matches(str(written), wanted, n=3, cutoff=0.5) or _by_title(str(written), wanted)
    shown = near if len(wanted) > 15 and near else wanted
    return Sentence(f"没有“{written}”；应为：{'、'.join(shown)}", f"{written!r} is none of: {', '.join(shown)}")


def _by_title(written: str, wanted: list[str]) -> list[str]:
    """The kinds of measures whose Chinese title holds what was written."""
    from ballast.rulebook.measures.kinds import KINDS

    return [code for code in wanted if code in KINDS and not written.isascii() and written in KINDS[code].title.zh]


def keys_at(loc: tuple[Any, ...], root: type[BaseModel]) -> list[str]:
    """The keys of the table at a place below the outermost one."""
    here: list[Any] = [root]
    for part in loc:
        here = [inner for kind in here for inner in _inside(kind, part)]
    models = [kind for kind in here if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return list(dict.fromkeys(field.alias or name for model in models for name, field in model.model_fields.items()))


def _inside(kind: Any, part: Any) -> list[Any]:
    """The types that may stand under a key or place of a type."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if part in (name, field.alias):
                return _opened(field.annotation)
        tag = kind.model_fields.get("kind")
        return [kind] if tag is not None and part in get_args(tag.annotation) else []
    origin, args = get_origin(kind), get_args(kind)
    if origin is dict:
        return _opened(args[1])
    return _opened(args[0]) if origin is tuple else []


def _opened(annotation: Any) -> list[Any]:
    """A type without its wrappings; a union as its members."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _opened(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [inner for one in get_args(annotation) for inner in _opened(one)]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return []
    return [annotation]
