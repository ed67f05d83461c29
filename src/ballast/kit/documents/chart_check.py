"""The checker on native charts: the values a chart shows, and the workbook it can be edited with."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from ballast.kit.documents.allowed import untagged_numbers
from ballast.kit.documents.charts import NUMBER_FORMATS
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.numbers import Lookup
from ballast.kit.documents.workbooks import opened
from ballast.kit.refusal import Refusal

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What would show numbers beside the values that are checked, or other ones in their place.
BESIDE = frozenset({"dispUnits", "trendline", "errBars", "xVal", "yVal", "bubbleSize", "datalabelsRange"})


def charts_claimed(claims: Mapping[str, str]) -> set[str]:
    """The names of the charts that carry claims."""
    return {key.split(":")[1] for key in claims if key.startswith("chart:")}


def check_gone(claims: Mapping[str, str], shown: set[str]) -> Iterator[Finding]:
    """Charts that carry claims and stand nowhere."""
    for lost in sorted(charts_claimed(claims) - shown):
        yield finding("missing-number", lost, "图表已被删去或改名", "a chart is gone or was renamed")


def workbook_link(root: Any) -> str:
    """The relation that leads from a chart to its workbook; empty where there is none."""
    link = root.find(f"{C}externalData")
    return "" if link is None else str(link.get(f"{R}id", ""))


def check_chart(
    root: Any, workbook: bytes | None, shape: str, claims: Mapping[str, str], lookup: Lookup
) -> Iterator[Finding]:
    """Everything wrong with one chart; ``root`` is None where there is none to read."""
    if root is None or root.find(f"{C}userShapes") is not None:
        yield finding("opaque", shape, "图表无法读取", "the chart cannot be read")
        return
    cells: dict[str, str] = {}
    for series, one in enumerate(root.iter(f"{C}ser")):
        yield from _words(one, shape)
        values = one.find(f"{C}val")
        claimed = {key for key in claims if key.startswith(f"chart:{shape}:{series}:")}
        for point in () if values is None else values.iter(f"{C}pt"):
            key = f"chart:{shape}:{series}:{point.get('idx')}"
            text = "".join(point.itertext()).strip()
            claimed.discard(key)
            cells[_address(series, int(point.get("idx", "0")))] = text
            yield from _point(shape, text, claims.get(key, ""), lookup)
        for lost in sorted(claimed):
            yield finding("missing-number", shape, f"图中缺少数据 {claims[lost]}", f"{claims[lost]} is gone")
    yield from _formats(root, shape)
    for strange in sorted({str(one.tag).rpartition("}")[2] for one in root.iter()} & BESIDE):
        yield finding("opaque", shape, f"图中含有无法核对的内容（{strange}）", f"the chart holds {strange}")
    yield from _workbook(workbook, shape, cells)


def _address(series: int, point: int) -> str:
    return f"{chr(ord('B') + series)}{point + 2}"


def _point(shape: str, text: str, claim: str, lookup: Lookup) -> Iterator[Finding]:
    if not claim:
        yield finding("untagged-number", shape, f"图中数据“{text}”没有标记", f"the value {text!r} carries no claim")
        return
    value = lookup(claim)
    if value is None:
        yield finding("unknown-claim", shape, f"图中标记 {claim} 查无此数", f"no fixed figure answers to {claim}")
    elif not _same(text, value):
        yield finding("wrong-number", shape, f"图中为“{text}”，固定数据为“{value}”（{claim}）",
                      f"the chart has {text!r}, the fixed value is {value!r} ({claim})")  # fmt: skip


def _same(text: str, value: str) -> bool:
    try:
        return float(text) == float(Decimal(value))
    except (InvalidOperation, ValueError):
        return False


def _words(series: Any, shape: str) -> Iterator[Finding]:
    """Names of series and categories hold no numbers but periods."""
    for place in ("tx", "cat"):
        found = series.find(f"{C}{place}")
        for point in () if found is None else found.iter(f"{C}v"):
            for number in untagged_numbers(point.text or "", ()):
                yield finding("untagged-number", shape, f"图中文字含数字“{number}”", f"a label holds {number!r}")


def _formats(root: Any, shape: str) -> Iterator[Finding]:
    allowed = {"General", *NUMBER_FORMATS.values()}
    said = {one.text or "" for one in root.iter(f"{C}formatCode")}
    said |= {str(one.get("formatCode", "")) for one in root.iter(f"{C}numFmt")}
    for strange in sorted(said - allowed):
        yield finding("format", shape, f"数字格式“{strange}”会改变显示", f"the number format {strange!r} may mislead")


def _workbook(inside: bytes | None, shape: str, cells: dict[str, str]) -> Iterator[Finding]:
    """What a person sees who edits the chart's data is what the chart shows."""
    try:
        sheets = opened(inside) if inside else []
    except Refusal:
        sheets = []
    if len(sheets) != 1:
        yield finding("opaque", shape, "图表的数据表无法读取", "the workbook of the chart cannot be read")
        return
    held = {cell: one for cell, one in sheets[0].cells.items() if one.number or one.formula}
    for cell in sorted(set(held) | set(cells)):
        one = held.get(cell)
        if one is None or one.formula or cell not in cells or not _same(one.text, cells[cell]):
            told = one.text if one else ""
            yield finding("wrong-number", f"{shape} {cell}", f"图的数据表为“{told}”，图中为“{cells.get(cell, '')}”",
                          f"the chart's sheet has {told!r}, the chart {cells.get(cell, '')!r}")  # fmt: skip
    for cell, one in sheets[0].cells.items():
        for number in () if one.number else untagged_numbers(one.text, ()):
            yield finding(
                "untagged-number", f"{shape} {cell}", f"图的数据表含数字“{number}”", f"{number!r} is unclaimed"
            )
