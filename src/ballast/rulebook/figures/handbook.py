"""docs/figures.md, written from the catalogue."""

from collections.abc import Iterator

from ballast.rulebook.figures import wording
from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.columns import BY, COLUMNS, Kind
from ballast.rulebook.figures.declarations import Declaration

PATH = "figures.md"
HEAD = """# 指标手册 / Figures

由目录生成，勿手改：`make docs`。 Generated from the catalogue by `make docs`; do not edit.

每个指标只声明一次。公式中 {…} 是条件；“无数据”不是零：没有一个已知值的合计为空（显示“—”）。
Every figure is declared once. {…} in a formula is a condition. Absent is not zero: a sum of which nothing is known
is shown as “—”; a sum over no project at all is 0. Growth reads last year's month as it was published then.

"""


def markdown() -> str:
    """The whole document."""
    figures = list(standard().values())
    lines = [f"{len(figures)} 个指标 / figures. 维度 / dimensions: {', '.join(f'`{by}`' for by in BY)}.", ""]
    theme = ""
    for one in figures:
        if str(one.theme) != theme:
            theme = str(one.theme)
            lines += [f"## {one.theme.zh} / {one.theme.en}", ""]
        lines += _figure(one)
    return HEAD + "\n".join([*lines, *_columns()]) + "\n"


def _figure(one: Declaration) -> Iterator[str]:
    said = wording.formula(one.formula)
    yield f"### {one.name.zh} / {one.name.en}"
    yield ""
    yield f"`{one.code}` · {one.unit.zh} / {one.unit.en} · 口径 / basis: {one.basis} · `{one.fingerprint[:12]}`"
    yield ""
    yield f"{one.meaning.zh}。 {one.meaning.en}."
    yield ""
    yield f"- {said.zh}"
    yield f"- {said.en}"
    yield f"- 依据 / clause: {one.clause}，自 / since {one.since}"
    yield ""


def _columns() -> Iterator[str]:
    """The columns of the wide snapshot, which formulas speak of."""
    yield "## 宽表各列 / Columns of the wide snapshot"
    yield ""
    yield "一个项目一行，取月末、按某一时刻所知。 One row a project, for the end of a month, as known at a moment."
    yield ""
    yield "| 列 / column | 中文 | English | 类 / kind | 单位 / unit |"
    yield "|---|---|---|---|---|"
    for column in COLUMNS.values():
        if column.kind is not Kind.IDENTITY:
            yield f"| `{column.name}` | {column.zh} | {column.en} | {column.kind.zh} | {column.unit} |"
