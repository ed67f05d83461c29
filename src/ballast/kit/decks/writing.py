"""The pen: a deck described in plain words, written as .pptx."""

import io
import zipfile
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Emu

from ballast.kit.decks.description import Box, Chart, Deck, Grid, Line, Place, Slide
from ballast.kit.decks.drawing import Pens, a, box, grid, p, title
from ballast.kit.decks.look import GREY, HEIGHT, NAVY, RED, WHITE, WIDTH, emu
from ballast.kit.documents.charts import KINDS, claims_of, data_of, dress
from ballast.kit.documents.claim_part import claims_xml

SAMPLES = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
TITLE_ONLY, EPOCH = 5, (1980, 1, 1, 0, 0, 0)
TITLE, COVER = Place(12, 7, 314, 15), Place(30, 60, 278, 36)
FOOT, NUMBER, BANNER = Place(12, 181, 260, 7), Place(296, 181, 30, 7), Place(222, 1, 106, 7)


def write_deck(deck: Deck) -> bytes:
    """The .pptx of ``deck``."""
    shown: Any = Presentation()
    shown.slide_width, shown.slide_height = WIDTH, HEIGHT
    _clear(shown)
    pens = Pens()
    for number, slide in enumerate(deck.slides, start=1):
        _slide(shown, deck, slide, number, pens)
    if pens.claims:
        part = Part(PackURI("/customXml/item1.xml"), CT.XML, shown.part.package, claims_xml(pens.claims))
        shown.part.relate_to(part, RT.CUSTOM_XML)
    core = shown.core_properties
    core.title, core.author, core.last_modified_by = deck.title[:255], deck.author[:255], deck.author[:255]
    loose = io.BytesIO()
    shown.save(loose)
    return _packed(loose)


def _clear(shown: Any) -> None:
    """Of the template keep one layout, without its sample date, footer and number."""
    kept = shown.slide_layouts[TITLE_ONLY]
    for layout in list(shown.slide_layouts):
        if layout is not kept:
            shown.slide_layouts.remove(layout)
    for holder in (kept, shown.slide_master):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type in SAMPLES:
                shape._element.getparent().remove(shape._element)


def _packed(loose: io.BytesIO) -> bytes:
    """The entries in order with fixed times, without the template's own picture of itself."""
    tight = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(tight, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name), compresslevel=6)
    return tight.getvalue()


def _slide(shown: Any, deck: Deck, slide: Slide, number: int, pens: Pens) -> None:
    made = shown.slides.add_slide(shown.slide_layouts[0])
    tree: Any = made.shapes._spTree
    for shape in list(made.placeholders):
        tree.remove(shape._element)
    if slide.cover:
        tree.append(box(Box(Place(0, 48, 338.7, 60), (Line(""),), fill=NAVY), pens))
        tree.append(title(slide.title, COVER, 36, WHITE, pens))
    else:
        tree.append(title(slide.title, TITLE, 24, NAVY, pens))
        tree.append(box(Box(Place(12, 22.5, 314, 0.8), (Line("", 1),), fill=RED), pens))
    for part in slide.parts:
        if isinstance(part, Box):
            tree.append(box(part, pens))
        elif isinstance(part, Grid):
            tree.append(grid(part, pens))
        else:
            _chart(made, part, pens)
    tree.append(box(Box(FOOT, (Line(deck.foot, 10, colour=GREY),)), pens))
    tree.append(_number(number, pens))
    if deck.banner:
        tree.append(box(Box(BANNER, (Line(deck.banner, 12, bold=True, colour=RED, align="right"),)), pens))


def _number(number: int, pens: Pens) -> Any:
    """The number of the slide, as a field."""
    made = box(Box(NUMBER, (Line("", 10, colour=GREY, align="right"),)), pens)
    text = a("t")
    text.text = str(number)
    identity = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
    field = a("fld", a("rPr", lang="zh-CN", sz=1000), text, id=identity, type="slidenum")
    made.find(f"{p('txBody').tag}/{a('p').tag}").append(field)
    return made


def _chart(made: Any, chart: Chart, pens: Pens) -> None:
    place = chart.place
    where = (Emu(emu(place.left)), Emu(emu(place.top)), Emu(emu(place.width)), Emu(emu(place.height)))
    graphic = made.shapes.add_chart(KINDS[chart.kind], *where, data_of(chart))
    number = pens.number()
    graphic.name = f"图 {number}"
    graphic._element.nvGraphicFramePr.cNvPr.set("id", str(number))
    pens.claims |= claims_of(graphic.name, chart)
    dress(graphic.chart, chart, size=11)
