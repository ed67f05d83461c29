"""The pen: what stands in the file, held against the numbers of GB/T 9704-2012 written out here."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import docx
import pytest
from docx.shared import Mm

from ballast.kit.documents import Column, Heading, Table, check_official, write_official
from ballast.kit.documents.closing import indents
from ballast.kit.documents.description import Official
from ballast.kit.refusal import Refusal
from kit.documents.official_sample import DONGHE, SAMPLE, STARTS, part, sample


def test_same_description_gives_the_same_bytes():
    assert sample() == sample()
    at = datetime(2025, 8, 6, 1, tzinfo=UTC)
    assert write_official(SAMPLE, at=at) == write_official(SAMPLE, at=at) != sample()


def test_times_come_from_the_caller(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(write_official(SAMPLE, at=datetime(2025, 8, 6, 1, 2, 3, tzinfo=UTC)))
    core = docx.Document(str(path)).core_properties
    assert (core.created, core.modified) == (datetime(2025, 8, 6, 1, 2, 3, tzinfo=UTC),) * 2
    assert core.title == SAMPLE.title and core.author == SAMPLE.signature


def test_page_of_the_standard(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(sample())
    section = docx.Document(str(path)).sections[0]
    for length, millimetres in (
        (section.page_width, 210),
        (section.page_height, 297),
        (section.top_margin, 37),
        (section.bottom_margin, 35),
        (section.left_margin, 28),
        (section.right_margin, 26),
    ):
        assert abs(length - Mm(millimetres)) < Mm(1) / 50


def test_grid_holds_22_lines_of_28_characters():
    xml = part(sample(), "word/document.xml")
    assert 'w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"' in xml
    text_width, text_height = (210 - 28 - 26) / 25.4 * 72, (297 - 37 - 35) / 25.4 * 72
    pitch = 16 - 842 / 4096
    assert 28 * pitch <= text_width + 0.1 < 29 * pitch
    assert 22 * 579 / 20 <= text_height < 23 * 579 / 20


@pytest.mark.parametrize(
    ("style", "face", "half_points"),
    [
        ("OfficialTitle", "方正小标宋简体", 44),
        ("OfficialBody", "仿宋_GB2312", 32),
        ("OfficialHeading1", "黑体", 32),
        ("OfficialHeading2", "楷体_GB2312", 32),
        ("OfficialHeading3", "仿宋_GB2312", 32),
        ("OfficialHeading4", "仿宋_GB2312", 32),
        ("OfficialPageOdd", "宋体", 28),
    ],
)
def test_faces_and_sizes_of_the_standard(style, face, half_points):
    xml = part(sample(), "word/styles.xml").split(f'w:styleId="{style}"')[1].split("</w:style>")[0]
    assert f'w:eastAsia="{face}"' in xml and f'<w:sz w:val="{half_points}"/>' in xml


def test_headings_are_numbered_level_by_level(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(sample())
    texts = [p.text for p in docx.Document(str(path)).paragraphs if p.style.style_id.startswith("OfficialHeading")]
    assert [text[:3] for text in texts] == ["一、总", "（一）", "二、存", "（一）", "1.签", "（1）"]


def test_body_is_indented_two_characters_and_every_line_exact():
    xml = part(sample(), "word/styles.xml").split('w:styleId="OfficialBody"')[1].split("</w:style>")[0]
    assert 'w:firstLineChars="200"' in xml and 'w:line="579" w:lineRule="exact"' in xml


def test_every_figure_is_a_control_with_its_claim():
    xml = part(sample(), "word/document.xml")
    assert f'<w:tag w:val="{STARTS.tag}"/>' in xml and xml.count("<w:sdt>") == 5
    assert STARTS.tag == "fig:new_starts||2025-07|e1|count"


def test_claim_too_long_for_a_tag_is_kept_beside_the_text():
    assert len(DONGHE.tag) > 64
    document = sample()
    assert DONGHE.tag not in part(document, "word/document.xml")
    assert DONGHE.tag.replace("&", "&amp;") in part(document, "customXml/item1.xml")


def test_odd_and_even_pages_are_numbered_on_the_outer_side():
    document = sample()
    assert "<w:evenAndOddHeaders/>" in part(document, "word/settings.xml")
    styles = part(document, "word/styles.xml")
    for style, side in (("OfficialPageOdd", "right"), ("OfficialPageEven", "left")):
        assert f'<w:jc w:val="{side}"/>' in styles.split(f'w:styleId="{style}"')[1].split("</w:style>")[0]


def test_table_head_repeats():
    assert part(sample(), "word/document.xml").count("<w:tblHeader/>") == 1


@pytest.mark.parametrize(
    ("signature", "dated", "sealed", "expected"),
    [
        ("海岳市发展和改革委员会", "2025年8月5日", False, (2, 5)),  # 11 and 6 characters wide
        ("县府办", "2025年12月25日", False, (8, 2)),  # 3 and 7: the longer date stands two in
        ("海岳市重点项目办公室", "2025年8月5日", True, (2, 4)),  # 10 and 6: centred on the date
    ],
)
def test_signature_and_date_stand_where_the_standard_says(signature, dated, sealed, expected):
    assert indents(signature, dated, sealed=sealed) == tuple(Decimal(count) for count in expected)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "no-title"),
        ({"blocks": [Heading(1, "甲"), Heading(3, "乙")]}, "skipped-level"),
        ({"blocks": [Table([Column("甲"), Column("乙")], [["一"]])]}, "ragged-table"),
    ],
)
def test_refusals(changes, code):
    with pytest.raises(Refusal) as refused:
        write_official(replace(SAMPLE, **changes))
    assert refused.value.code == code


def test_bare_document_is_sound():
    bare = write_official(Official("关于试行的通知", [], signed_on=date(2025, 8, 5)))
    assert check_official(bare, lookup=lambda tag: None) == []
