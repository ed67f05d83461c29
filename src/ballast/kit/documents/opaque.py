"""The checker on what it cannot read: pictures, formulas, fields, automatic numbers, tracked changes."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from ballast.kit.documents.chart_check import charts_claimed, check_gone
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.graphs import check_graph, graphed
from ballast.kit.documents.numbers import Lookup
from ballast.kit.documents.opened import Line, Opened
from ballast.kit.documents.pictures import check_picture, claimed

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_OPAQUE = {
    qn("w:drawing"): ("图片或图形", "a picture or drawing"),
    qn("w:pict"): ("图片或图形", "a picture or drawing"),
    qn("w:object"): ("嵌入对象", "an embedded object"),
    qn("w:sym"): ("符号字体字符", "a symbol-font character"),
    qn("w:numPr"): ("自动编号", "automatic numbering"),
    qn("w:footnoteReference"): ("自动编号", "automatic numbering"),
    qn("w:endnoteReference"): ("自动编号", "automatic numbering"),
    qn("w:fldSimple"): ("域", "a field"),
    qn("w:bdo"): ("改变书写方向的文字", "text that runs the other way"),
    _MATH: ("公式", "a formula"),
}
# What Word shows in place of the text that stands in the file, wherever in a part it stands.
_FETCHED = (qn("w:altChunk"), qn("w:subDoc"), qn("w:dataBinding"))
_TRACKED = frozenset(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))


def check_opaque(opened: Opened, lookup: Lookup) -> Iterator[Finding]:
    """Nothing in the document may show a number that is not its text, nor wait to be accepted or refused.

    A picture may stand that says which record it is from, and is that record's to the byte; a chart whose every
    point says what it claims.
    """
    claims = opened.claims()
    known, charts = charts_claimed(claims), set()
    for line in opened.lines():
        said = set()
        for element in line.element.iter():
            kind = _OPAQUE.get(element.tag)
            said_of = claimed(element) if element.tag == qn("w:drawing") else ""
            if said_of:
                yield from check_picture(opened, line, element, lookup(claims.get(said_of, said_of)))
                continue
            name = graphed(element) if element.tag == qn("w:drawing") else ""
            if name in known:
                charts.add(name)
                yield from check_graph(opened, line, element, lookup)
                continue
            if element.tag == qn("w:instrText") and not _is_page(element.text or "", line):
                kind = ("域", "a field")
            if kind is not None and kind not in said:
                said.add(kind)
                yield finding(
                    "opaque", line.where, f"含有无法核对的{kind[0]}", f"holds {kind[1]}, which cannot be checked"
                )
        if any(element.tag in _TRACKED for element in line.element.iter()):
            yield finding(
                "tracked-change",
                line.where,
                "含有未接受或拒绝的修订",
                "holds a tracked change neither accepted nor refused",
            )
    yield from check_gone(claims, charts)
    yield from _fetched(opened)


def _fetched(opened: Opened) -> Iterator[Finding]:
    """What stands elsewhere than in the text, and numbers that styles count."""
    for name, root in opened.stories():
        for _ in root.iter(*_FETCHED):
            yield finding("opaque", name, "含有无法核对的外部内容", "holds imported content, which cannot be checked")
    for _ in opened.styles.iter(qn("w:numPr")):
        yield finding("opaque", "word/styles.xml", "样式带有自动编号", "a style numbers its paragraphs by itself")


def _is_page(instruction: str, line: Line) -> bool:
    """A page number in a footer is read by other means."""
    return instruction.split() == ["PAGE"] and line.part.startswith("word/footer")
