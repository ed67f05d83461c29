"""The pen: a deck described in plain words, written as .pptx."""

import io
import zipfile
from decimal import Decimal
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Emu, Pt

from ballast.kit.decks.description import Box, Chart, Deck, Grid, Line, Place, Slide
from ballast.kit.decks.drawing import Pens, a, box, grid, p, title
from ballast.kit.decks.look import GREY, HEIGHT, NAVY, NUMBER_FORMATS, RED, TEXT_FACE, WHITE, WIDTH, emu
from ballast.kit.documents.claim_part import claims_xml

SAMPLES = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
TITLE_ONLY, EPOCH = 5, (1980, 1, 1, 0, 0, 0)
DATA: Any = CategoryChartData  # python-pptx leaves these two untyped
COLOUR: Any = RGBColor
KINDS = {"column": XL_CHART_TYPE.COLUMN_CLUSTERED, "bar": XL_CHART_TYPE.BAR_CLUSTERED,
         "line": XL_CHART_TYPE.LINE_MARKERS}  # fmt: skip
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
    digits = max((_digits(point.text) for one in chart.series for point in one.points if point), default=0)
    data = DATA(number_format=NUMBER_FORMATS[min(digits, 2)])
    data.categories = list(chart.categories)
    for one in chart.series:
        data.add_series(one.name, [None if point is None else float(Decimal(point.text)) for point in one.points])
    place = chart.place
    where = (Emu(emu(place.left)), Emu(emu(place.top)), Emu(emu(place.width)), Emu(emu(place.height)))
    graphic = made.shapes.add_chart(KINDS[chart.kind], *where, data)
    number = pens.number()
    graphic.name = f"图 {number}"
    graphic._element.nvGraphicFramePr.cNvPr.set("id", str(number))
    for series, one in enumerate(chart.series):
        for place_, point in enumerate(one.points):
            if point is not None:
                pens.claims[f"chart:{graphic.name}:{series}:{place_}"] = point.tag
    _dress(graphic.chart, chart)


def _digits(text: str) -> int:
    return len(text.partition(".")[2])


def _dress(native: Any, chart: Chart) -> None:
    """Faces, colours, labels: sober, and legible from the last row."""
    native.font.size, native.font.name = Pt(11), TEXT_FACE
    native.has_title = bool(chart.title)
    if chart.title:
        native.chart_title.text_frame.text = chart.title
        native.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(13)
    native.has_legend = len(chart.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    native.value_axis.has_major_gridlines = chart.kind == "line"
    native.value_axis.visible = chart.kind == "line"
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # clear of bars below nought
    if chart.kind == "bar":
        native.category_axis.reverse_order = True
    plot = native.plots[0]
    plot.has_data_labels = True
    plot.data_labels.font.size, plot.data_labels.show_value = Pt(10), True
    if chart.kind != "line":
        plot.gap_width, plot.data_labels.position = 60, XL_LABEL_POSITION.OUTSIDE_END
    else:
        _apart(plot)
    for one, series in zip(chart.series, plot.series, strict=True):
        paint = series.format.line.color if chart.kind == "line" else _filled(series)
        paint.rgb = COLOUR.from_string(one.colour)


def _apart(plot: Any) -> None:
    """The numbers of the first line below it, those of the others above."""
    for place, series in enumerate(plot.series):
        labels = series.data_labels
        labels.show_value, labels.font.size = True, Pt(10)
        labels.position = XL_LABEL_POSITION.ABOVE if place else XL_LABEL_POSITION.BELOW


def _filled(series: Any) -> Any:
    series.format.fill.solid()
    series.invert_if_negative = False
    return series.format.fill.fore_color
