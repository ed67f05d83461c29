"""A native chart in a paper: written with its workbook, read back point by point, found out where changed."""

import io
import re
import zipfile

import pytest

from ballast.kit.documents import Chart, Official, Paragraph, Picture, Pictures, Point, Series, check_official
from ballast.kit.documents import write_official as write
from kit.documents.reworded import altered
from kit.uploads import snaps

VALUES = {f"fact:row/P000001/done/2025-0{month}": f"{month}.5" for month in (1, 2, 3)}
POINTS = [Point(text, tag) for tag, text in VALUES.items()]
CHART = Chart(
    "line", ["1月", "2月", "3月"], [Series("本年累计", [*POINTS[:2], None]), Series("序时", POINTS)], "投资进度（亿元）"
)


def paper(*blocks: Chart | Pictures) -> bytes:
    return write(Official(title="项目情况", blocks=[Paragraph("情况如下。"), *blocks]))


def codes(data: bytes, lookup: dict[str, str] = VALUES) -> set[str]:
    return {fault.code for fault in check_official(data, lookup=lookup.get)}


def embedded(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/embeddings/chart1.xlsx")


def with_book(data: bytes, book: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            new.writestr(name, book if name == "word/embeddings/chart1.xlsx" else old.read(name))
    return into.getvalue()


def test_it_is_sound_and_the_same_bytes_every_time() -> None:
    made = paper(CHART)
    assert codes(made) == set() and made == paper(CHART)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert {"word/charts/chart1.xml", "word/embeddings/chart1.xlsx"} <= set(names)
    assert "2.5" in zipfile.ZipFile(io.BytesIO(made)).read("word/charts/chart1.xml").decode()


def test_numbers_of_two_lines_keep_apart() -> None:
    """Below the first line and above the other, and the other way round where the first lies higher."""
    told = [[Point(text, f"fact:row/P000001/{name}/{text}") for text in row] for name, row in LINES.items()]
    made = paper(Chart("line", ["1月", "2月"], [Series(*one) for one in zip(LINES, told, strict=True)]))
    drawn = zipfile.ZipFile(io.BytesIO(made)).read("word/charts/chart1.xml").decode()
    turned = re.findall(r'<c:dLbl><c:idx val="(\d)"/>.*?<c:dLblPos val="(\w)"/>', drawn)
    usual = re.findall(r'</c:dLbl>(?:<c:txPr>.*?</c:txPr>)<c:dLblPos val="(\w)"/>', drawn)
    assert (turned, usual) == ([("1", "t"), ("1", "b")], ["b", "t"])


LINES = {"序时": ("1.5", "3.5"), "本年累计": ("2.5", "2.0")}
CHANGES = (
    ("word/charts/chart1.xml", "<c:v>2.5</c:v>", "<c:v>9.5</c:v>", "wrong-number"),
    ("word/charts/chart1.xml", "投资进度（亿元）", "投资 99 亿元", "untagged-number"),
    ("word/charts/chart1.xml", "<c:v>本年累计</c:v>", "<c:v>累计 80</c:v>", "untagged-number"),
    ("word/charts/chart1.xml", "<c:formatCode>0.0</c:formatCode>", '<c:formatCode>"9"0</c:formatCode>', "format"),
    ("word/charts/chart1.xml", "</c:ser>", "<c:trendline/></c:ser>", "opaque"),
    ("word/charts/chart1.xml", "</c:ser>", "<c:yVal/></c:ser>", "opaque"),
    ("word/charts/_rels/chart1.xml.rels", "chart1.xlsx", "gone.xlsx", "opaque"),
    ("word/document.xml", 'name="图 1"', 'name="图 7"', "missing-number"),
    ("word/document.xml", 'descr="投资进度（亿元）"', 'descr="完成 77"', "untagged-number"),
    ("customXml/item1.xml", "chart:图 1:1:2", "chart:图 1:1:9", "untagged-number"),
)


@pytest.mark.parametrize(("part", "before", "after", "code"), CHANGES, ids=lambda said: str(said)[:24])
def test_whatever_is_changed_by_hand_is_found(part: str, before: str, after: str, code: str) -> None:
    assert code in codes(altered(paper(CHART), part, before, after))


def test_a_figure_that_changed_since_is_found_in_the_chart() -> None:
    assert codes(paper(CHART), VALUES | {"fact:row/P000001/done/2025-03": "4.5"}) == {"wrong-number"}
    assert codes(paper(CHART), {}) == {"unknown-claim"}


def test_its_workbook_says_what_it_shows() -> None:
    made = paper(CHART)
    other = Chart("line", CHART.categories, [CHART.series[0], Series("序时", [POINTS[0], POINTS[2], POINTS[2]])])
    assert codes(with_book(made, embedded(paper(other)))) == {"wrong-number"}
    assert "opaque" in codes(with_book(made, b"no workbook"))


def test_charts_and_pictures_stand_side_by_side() -> None:
    picture = Picture(snaps.photo(seed=1), "photo/P000001/1", 40, 50)
    made = paper(Pictures([CHART, picture], "左起：进度、现场"), CHART)
    found = check_official(made, lookup=lambda tag: VALUES.get(tag))
    assert {fault.code for fault in found} == {"wrong-picture"}, "the chart is sound, the photo is of no record"
    body = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    assert body.count("<wp:inline") == 3 and "word/charts/chart2.xml" in zipfile.ZipFile(io.BytesIO(made)).namelist()
    wide = [int(found) for found in re.findall(r'<wp:extent cx="(\d+)"', body)]
    assert all(width <= 156 * 36_000 for width in wide) and min(wide) <= 50 * 36_000
