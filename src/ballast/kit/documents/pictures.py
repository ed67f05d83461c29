"""Pictures: written with the claim of the record they come from, and read back by the hash of their bytes."""

import hashlib
import io
from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.shared import Mm

from ballast.kit.documents.claims import control_tag
from ballast.kit.documents.description import Chart, Picture, Pictures
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.graphs import graph
from ballast.kit.documents.opened import Line, Opened
from ballast.kit.documents.roles import PICTURE, PICTURE_LINE
from ballast.kit.documents.runs import Inks
from ballast.kit.documents.wordml import Element, paragraph, text_run, w

FIRST_ID = 100_000  # above the ids of content controls
PICTURED = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"


def pictures(described: Pictures, inks: Inks) -> list[Element]:
    """Pictures and charts in one line, and the line below them, where there is anything to say."""
    drawn = [graph(one, inks) if isinstance(one, Chart) else _drawn(one, inks) for one in described.parts]
    spaced = [run for one in drawn for run in (w("r", one), text_run(" "))][:-1]
    said = inks.write(described.caption)
    return [paragraph(PICTURE.style, *spaced), *([paragraph(PICTURE_LINE.style, *said)] if said else [])]


def _drawn(described: Picture, inks: Inks) -> Element:
    """The drawing of a picture; its claim is its alternative text."""
    drawn = inks.part.new_pic_inline(io.BytesIO(described.data), height=Mm(described.height))
    extent = drawn.extent
    if extent.cx > Mm(described.width):
        extent.cy, extent.cx = round(extent.cy * Mm(described.width) / extent.cx), Mm(described.width)
    short = control_tag(described.tag)
    if short != described.tag:
        inks.long_claims[short] = described.tag
    inks.pictures += 1
    drawn.docPr.set("id", str(FIRST_ID + inks.pictures))
    drawn.docPr.set("name", f"照片 {inks.pictures}")
    drawn.docPr.set("descr", short)
    return w("drawing", drawn)


def hash_of(data: bytes) -> str:
    """How a picture is named by what is in it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def claimed(drawing: Element) -> str:
    """The claim of a drawing that is one picture and nothing else; empty for every other."""
    graphics = list(drawing.iter(_GRAPHIC))
    about = next(drawing.iter(qn("wp:docPr")), None)
    lettered = next(drawing.iter(qn("w:t")), None) is not None
    if about is None or len(graphics) != 1 or graphics[0].get("uri") != PICTURED or lettered:
        return ""
    said = str(about.get("descr", ""))
    return said if said.startswith(("fact:", "claim:")) else ""


def check_picture(opened: Opened, line: Line, drawing: Element, value: str | None) -> Iterator[Finding]:
    """The bytes of the picture against the hash its claim answers with."""
    blip = next(drawing.iter(qn("a:blip")), None)
    part = opened.linked(line.part, str(blip.get(qn("r:embed"), ""))) if blip is not None else ""
    data = opened.media.get(part)
    if data is None or hash_of(data) != value:
        yield finding(
            "wrong-picture", line.where, "图片不是其标记所指的那一张", "the picture is not the one its claim names"
        )
