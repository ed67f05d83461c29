"""Charts of a paper: a drawing that leads to the chart's part and its workbook; read back against their claims."""

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from ballast.kit.documents.allowed import untagged_numbers
from ballast.kit.documents.chart_check import C, check_chart, workbook_link
from ballast.kit.documents.charts import claims_of, standing_alone
from ballast.kit.documents.description import Chart
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.numbers import Lookup
from ballast.kit.documents.opened import Line, Opened
from ballast.kit.documents.runs import Inks
from ballast.kit.documents.wordml import Element, w

FIRST_ID = 200_000  # above those of pictures
SIZE = 9.0
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def graph(described: Chart, inks: Inks) -> Element:
    """The drawing of a chart; its points' claims stand beside those of the text."""
    inks.charts += 1
    name = f"图 {inks.charts}"
    inks.long_claims |= claims_of(name, described)
    link = _parts(described, inks.charts, inks.part)
    frame = parse_xml(
        f'<wp:inline {nsdecls("wp", "a", "r")} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{Mm(described.width)}" cy="{Mm(described.height)}"/>'
        f'<wp:docPr id="{FIRST_ID + inks.charts}" name="{name}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{C[1:-1]}"><c:chart xmlns:c="{C[1:-1]}" r:id="{link}"/></a:graphicData>'
        "</a:graphic></wp:inline>"
    )
    frame.find(qn("wp:docPr")).set("descr", described.title)
    return w("drawing", frame)


def _parts(described: Chart, number: int, document: Any) -> str:
    """Chart and workbook as parts of the file; the relation from the document to the chart."""
    root, book = standing_alone(described, size=SIZE)
    inside = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CT.SML_SHEET, book, document.package)
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), CT.DML_CHART, b"", document.package)
    root.get_or_add_externalData().rId = chart.relate_to(inside, RT.PACKAGE)
    chart._blob = serialize_part_xml(root)
    link: str = document.relate_to(chart, RT.CHART)
    return link


def graphed(drawing: Element) -> str:
    """The name of a drawing that is one chart and nothing else; empty for every other."""
    graphics = list(drawing.iter(f"{_A}graphicData"))
    about = next(drawing.iter(qn("wp:docPr")), None)
    if about is None or len(graphics) != 1 or [child.tag for child in graphics[0]] != [f"{C}chart"]:
        return ""
    return str(about.get("name", ""))


def check_graph(opened: Opened, line: Line, drawing: Element, lookup: Lookup) -> Iterator[Finding]:
    """One chart: its points, its workbook, and the words on it."""
    name = graphed(drawing)
    part = opened.linked(line.part, str(next(drawing.iter(f"{C}chart")).get(qn("r:id"), "")))
    root = opened.parts.get(part)
    book = None if root is None else opened.embedded.get(opened.linked(part, workbook_link(root)))
    yield from check_chart(root, book, name, opened.claims(), lookup)
    about = next(drawing.iter(qn("wp:docPr")))
    lettered = () if root is None else root.iter(f"{_A}p")
    said = ["".join(text.text or "" for text in one.iter(f"{_A}t")) for one in lettered]
    for words in (*said, str(about.get("descr", "")), str(about.get("title", ""))):
        for number in untagged_numbers(words, ()):
            yield finding("untagged-number", line.where, f"图上文字含数字“{number}”", f"a chart says {number!r}")
