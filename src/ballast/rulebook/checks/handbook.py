"""docs/checks.md, written from the checks and their worked examples."""

from collections.abc import Iterator, Mapping
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook import checks
from ballast.rulebook.checks import examples, heaping, year_end
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.forms import BY_KEY

PATH = "checks.md"
HEAD = """# 校验手册 / Checks

由规则生成，勿手改：`make docs`。 Generated from the rules by `make docs`; do not edit.

每条校验有代码、条文、轻重和一句话的结论。**error** 不改正不能报送；**warning** 报送时须在“说明”栏解释；
**note** 先接收、后询问；**off** 不用。轻重由本市规则手册的 `[checks.severity]` 决定：账目与日期相符的只能是
error，数字的模样（整数堆积、年底集中）永远不能是 error。提示只引出一次询问，不是处罚：询问一直挂着，直到有人
回答、审核人看过。

Every check has a code, a clause, a severity and one sentence. An **error** stops the report; a **warning** is
explained with it; a **note** is taken first and asked about afterwards; **off** is not asked. The table
`[checks.severity]` of the city's policy book sets it: what sums and dates demand stays an error, a pattern of figures
never becomes one. A flag opens a question, never a penalty; it stands until it is answered and a reviewer has looked.

"""

GROUPS: tuple[tuple[Sentence, tuple[checks.Check[Any], ...], Mapping[str, object]], ...] = (
    (Sentence("一个项目的一个月", "One project's month"), checks.ALL, examples.ROWS),
    (Sentence("一个填报单位的几个月", "A reporter's months"), checks.HABITS, examples.HABITS),
    (Sentence("一张照片", "A photo"), checks.PHOTOS, examples.PHOTOS),
)


def markdown() -> str:
    """The whole document."""
    lines = [HEAD]
    for title, made, seen in GROUPS:
        lines += [f"## {title.zh} / {title.en}", ""]
        for check in made:
            lines += _check(check, seen[check.code])
    return "\n".join([*lines, *_methods(), *_params()]) + "\n"


def _check(check: checks.Check[Any], seen: object) -> Iterator[str]:
    column = BY_KEY.get(check.column)
    sentence = check.rule(seen, checks.DEFAULT)
    yield f"### {check.clause.zh} / {check.clause.en}"
    yield ""
    yield f"`{check.code}` · **{check.severity}** · {column.zh.format(m='m') if column else '到位资金'}"
    yield ""
    yield str(check.rule.__doc__)
    yield ""
    if sentence is not None:
        yield f"> {sentence.zh}"
        yield ">"
        yield f"> {sentence.en}"
        yield ""


def _methods() -> Iterator[str]:
    yield "## 方法 / Methods"
    yield ""
    for module in (heaping, year_end):
        yield str(module.__doc__).strip()
        yield ""


def _params() -> Iterator[str]:
    yield "## 参数 / Thresholds"
    yield ""
    yield "规则手册 `[checks]` 一章；金额单位为元。 The chapter `[checks]` of a policy book; amounts in 元."
    yield ""
    yield "| 参数 / key | 默认 / default | 含义 / meaning |"
    yield "|---|---|---|"
    for name, field in CheckParams.model_fields.items():
        if name != "severity":
            yield f"| `{name}` | {field.default:,} | {field.description} |"
