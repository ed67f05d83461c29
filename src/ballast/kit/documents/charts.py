"""Native charts, the same in slides and in papers: python-pptx writes part and workbook, the dress is ours."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.util import Pt

from ballast.kit.documents.description import Series

DATA: Any = CategoryChartData  # python-pptx leaves these untyped
COLOUR: Any = RGBColor
NATIVE: Any = NativeChart
WRITER: Any = CategoryWorkbookWriter
FACE = "仿宋"
NUMBER_FORMATS = {0: "0", 1: "0.0", 2: "0.00"}
KINDS = {"column": XL_CHART_TYPE.COLUMN_CLUSTERED, "bar": XL_CHART_TYPE.BAR_CLUSTERED,
         "line": XL_CHART_TYPE.LINE_MARKERS}  # fmt: skip
UNDATED = datetime(2000, 1, 1)  # a workbook inside a paper has no date of its own
TITLE_LARGER, LABELS_SMALLER = 2, 1
GRID = "D9D9D9"


class Charted(Protocol):
    """What a chart shows, wherever it stands."""

    @property
    def kind(self) -> str:
        """``column``, ``bar`` or ``line``."""

    @property
    def categories(self) -> Sequence[str]:
        """What its points are of."""

    @property
    def series(self) -> Sequence[Series]:
        """Its values, a series each."""

    @property
    def title(self) -> str:
        """What stands above it."""


def data_of(chart: Charted) -> Any:
    """The chart's numbers, as python-pptx takes them."""
    digits = max((_digits(point.text) for one in chart.series for point in one.points if point), default=0)
    data = DATA(number_format=NUMBER_FORMATS[min(digits, 2)])
    data.categories = list(chart.categories)
    for one in chart.series:
        data.add_series(one.name, [None if point is None else float(Decimal(point.text)) for point in one.points])
    return data


def _digits(text: str) -> int:
    return len(text.partition(".")[2])


def claims_of(name: str, chart: Charted) -> dict[str, str]:
    """The claim of every point, under the name of the chart's shape."""
    return {
        f"chart:{name}:{series}:{place}": point.tag
        for series, one in enumerate(chart.series)
        for place, point in enumerate(one.points)
        if point is not None
    }


class _Undated(WRITER):  # type: ignore[misc]
    """A workbook whose bytes are the same whenever it is written."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[Any]:
        with super()._open_worksheet(xlsx_file) as (workbook, sheet):
            workbook.set_properties({"created": UNDATED})
            yield workbook, sheet


def standing_alone(chart: Charted, *, size: float) -> tuple[Any, bytes]:
    """The chart's element, dressed, and the workbook it can be edited with."""
    data = data_of(chart)
    root = parse_xml(data.xml_bytes(KINDS[chart.kind]))
    dress(NATIVE(root, None), chart, size=size)
    return root, _Undated(data).xlsx_blob


def dress(native: Any, chart: Charted, *, size: float) -> None:
    """Faces, colours, labels: sober, and legible from the last row."""
    native.font.size, native.font.name = Pt(size), FACE
    native.has_title = bool(chart.title)
    if chart.title:
        native.chart_title.text_frame.text = chart.title
        native.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(size + TITLE_LARGER)
    native.has_legend = len(chart.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    native.value_axis.has_major_gridlines = chart.kind == "line"
    native.value_axis.visible = chart.kind == "line"
    if native.value_axis.has_major_gridlines:
        native.value_axis.major_gridlines.format.line.color.rgb = COLOUR.from_string(GRID)
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # clear of bars below nought
    if chart.kind == "bar":
        native.category_axis.reverse_order = True
    plot = native.plots[0]
    plot.has_data_labels = True
    plot.data_labels.font.size, plot.data_labels.show_value = Pt(size - LABELS_SMALLER), True
    if chart.kind != "line":
        plot.gap_width, plot.data_labels.position = 60, XL_LABEL_POSITION.OUTSIDE_END
    else:
        _apart(plot, size)
    for one, series in zip(chart.series, plot.series, strict=True):
        paint = series.format.line.color if chart.kind == "line" else _filled(series)
        paint.rgb = COLOUR.from_string(one.colour)


def _apart(plot: Any, size: float) -> None:
    """The numbers of the first line below it, those of the others above; the other way round where it lies higher."""
    first, *others = series = list(plot.series)
    for place, one in enumerate(series):
        labels = one.data_labels
        labels.show_value, labels.font.size = True, Pt(size - LABELS_SMALLER)
        labels.position = XL_LABEL_POSITION.ABOVE if place else XL_LABEL_POSITION.BELOW
    for other in others:
        for place, (low, high) in enumerate(zip(first.values, other.values, strict=True)):
            if low is not None and high is not None and low > high:
                _turned(first, place, XL_LABEL_POSITION.ABOVE, size)
                _turned(other, place, XL_LABEL_POSITION.BELOW, size)


def _turned(series: Any, place: int, position: Any, size: float) -> None:
    label = series.points[place].data_label
    label.position, label.font.size = position, Pt(size - LABELS_SMALLER)


def _filled(series: Any) -> Any:
    series.format.fill.solid()
    series.invert_if_negative = False
    return series.format.fill.fore_color
