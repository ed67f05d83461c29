"""The checker on native charts: the values a chart shows, and the workbook it can be edited with."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from ballast.kit.decks.look import NUMBER_FORMATS
from ballast.kit.decks.opened import OpenedDeck
from ballast.kit.documents.allowed import untagged_numbers
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.numbers import Lookup
from ballast.kit.refusal import Refusal
from ballast.kit.tables.opened import opened

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def check_charts(deck: OpenedDeck, lookup: Lookup) -> Iterator[Finding]:
    """Every chart on every slide, and charts that stand on none."""
    shown = set()
    due = {key.rpartition(":")[0].rpartition(":")[0] for key in deck.claims if key.startswith("chart:")}
    for name in sorted(deck.parts):
        if not name.startswith("ppt/slides/slide"):
            continue
        for frame in deck.parts[name].iter(f"{P}graphicFrame"):
            chart = next(frame.iter(f"{C}chart"), None)
            if chart is not None:
                part = deck.linked(name, str(chart.get(f"{R}id")))
                shape = str(next(frame.iter(f"{P}cNvPr")).get("name"))
                shown.add(f"chart:{shape}")
                yield from _chart(deck, part, shape, lookup)
    for lost in sorted(due - shown):
        yield finding("missing-number", lost, "图表已被删去或改名", "a chart is gone or was renamed")


def _chart(deck: OpenedDeck, part: str, shape: str, lookup: Lookup) -> Iterator[Finding]:
    root = deck.parts.get(part)
    if root is None:
        yield finding("opaque", shape, "图表无法读取", "the chart cannot be read")
        return
    cells: dict[str, str] = {}
    for series, one in enumerate(root.iter(f"{C}ser")):
        yield from _words(one, shape)
        values = one.find(f"{C}val")
        claimed = {key for key in deck.claims if key.startswith(f"chart:{shape}:{series}:")}
        for point in () if values is None else values.iter(f"{C}pt"):
            key = f"chart:{shape}:{series}:{point.get('idx')}"
            text = "".join(point.itertext()).strip()
            claimed.discard(key)
            cells[_address(series, int(point.get("idx", "0")))] = text
            yield from _point(shape, text, deck.claims.get(key, ""), lookup)
        for lost in sorted(claimed):
            yield finding("missing-number", shape, f"图中缺少数据 {deck.claims[lost]}", f"{deck.claims[lost]} is gone")
    yield from _formats(root, shape)
    yield from _workbook(deck, root, part, shape, cells)


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


def _workbook(deck: OpenedDeck, root: Any, part: str, shape: str, cells: dict[str, str]) -> Iterator[Finding]:
    """What a person sees who edits the chart's data is what the chart shows."""
    link = root.find(f"{C}externalData")
    inside = deck.raw.get(deck.linked(part, str(link.get(f"{R}id")))) if link is not None else None
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
