"""The checker against finished files whose XML was altered behind the pen's back."""

import re

import pytest

from ballast.kit.documents import Paragraph, check_official
from ballast.kit.documents.extent import count_characters
from ballast.kit.documents.opened import Opened
from ballast.kit.refusal import Refusal
from kit.documents.official_sample import DONGHE, NAMES, STARTS, VALUES, altered, part, sample


def codes(document, **options):
    options = {"lookup": VALUES.get, "known_names": NAMES, **options}
    return {finding.code for finding in check_official(document, **options)}


def test_untouched_sample_is_sound():
    assert check_official(sample(), lookup=VALUES.get, known_names=NAMES) == []


def test_file_on_disk_is_read(tmp_path):
    path = tmp_path / "通报.docx"
    path.write_bytes(sample())
    assert check_official(path, lookup=VALUES.get, known_names=NAMES) == []


def test_changed_number_names_the_place_and_both_values():
    tampered = altered(sample(), "180个", "190个")
    (found,) = check_official(tampered, lookup=VALUES.get, known_names=NAMES)
    assert found.code == "wrong-number" and "1—7月，全市新开工" in found.where
    assert "190个" in found.sentence.zh and "180个" in found.sentence.en


def test_number_the_figures_no_longer_hold():
    assert codes(sample(), lookup={**VALUES, STARTS.tag: "181个"}.get) == {"wrong-number"}


def test_a_figure_or_a_record_that_nobody_knows():
    assert codes(sample(), lookup=lambda tag: None if tag == STARTS.tag else VALUES.get(tag)) == {"unknown-claim"}
    assert codes(sample(), lookup=lambda tag: VALUES.get(tag) if tag.startswith("fig:") else None) == {"unknown-claim"}


# The properties of the first run of the first body paragraph.
ONE_AS_ORDINAL = '<w:p><w:pPr><w:pStyle w:val="OfficialTableOrdinal"/></w:pPr><w:r><w:t>1</w:t></w:r></w:p>'
IN_BODY = "<w:rPr>(?=[^/]*/></w:rPr><w:t [^>]*>1—7月)"


@pytest.mark.parametrize(
    ("pattern", "new", "code", "name"),
    [
        # the page
        ('w:w="11906"', 'w:w="12240"', "page-size", "word/document.xml"),
        ('w:top="2098"', 'w:top="1440"', "margins", "word/document.xml"),
        ('w:right="1474" w:bottom', 'w:right="1800" w:bottom', "margins", "word/document.xml"),
        ('w:charSpace="-842"', 'w:charSpace="0"', "grid", "word/document.xml"),
        ("<w:docGrid [^>]*/>", "", "grid", "word/document.xml"),
        ("<w:evenAndOddHeaders/>", "", "page-number", "word/settings.xml"),
        ("<w:instrText>PAGE</w:instrText>", "<w:instrText>NUMPAGES</w:instrText>", "page-number", "word/footer1.xml"),
        ("<w:pgSz", "<w:titlePg/><w:pgSz", "page-number", "word/document.xml"),
        ('<w:footerReference w:type="even"[^>]*/>', "", "page-number", "word/document.xml"),
        # the type
        ('(OfficialBody".*?)w:eastAsia="[^"]*"', r'\1w:eastAsia="宋体"', "font", "word/styles.xml"),
        ('(OfficialTitle".*?)<w:sz w:val="44"', r'\1<w:sz w:val="36"', "size", "word/styles.xml"),
        (IN_BODY, '<w:rPr><w:sz w:val="28"/>', "size", "word/document.xml"),
        (IN_BODY, '<w:rPr><w:color w:val="FFFFFF"/>', "colour", "word/document.xml"),
        (IN_BODY, "<w:rPr><w:vanish/>", "hidden-text", "word/document.xml"),
        ('(OfficialBody".*?)w:line="579"', r'\1w:line="480"', "line-spacing", "word/styles.xml"),
        ('(OfficialBody".*?)w:firstLineChars="200"', r'\1w:firstLineChars="0"', "first-line", "word/styles.xml"),
        ('(OfficialTitle".*?)w:jc w:val="center"', r'\1w:jc w:val="left"', "alignment", "word/styles.xml"),
        ('w:pStyle w:val="OfficialBody"', 'w:pStyle w:val="Normal"', "role", "word/document.xml"),
        # the structure
        ("二、", "三、", "heading-number", "word/document.xml"),
        ("（一）(?=</w:t>)", "（二）", "heading-number", "word/document.xml"),
        ("OfficialHeading2", "OfficialHeading3", "heading-level", "word/document.xml"),
        ('w:pStyle w:val="OfficialTitle"', 'w:pStyle w:val="OfficialNumber"', "title", "word/document.xml"),
        # the numbers
        ("进展较快", "进展较快，完成35项", "untagged-number", "word/document.xml"),
        ("进展较快", "进展较快，完成３５项", "untagged-number", "word/document.xml"),
        ("进展较快", "进展较快，完成三十五项", "untagged-number", "word/document.xml"),
        ("东河县(?=</w:t>)", "东河县2", "untagged-number", "word/document.xml"),
        ("各县区投资完成情况", "各县区投资完成99.9亿元", "untagged-number", "word/document.xml"),
        ("— (?=</w:t>)", "— 35亿元 ", "untagged-number", "word/footer1.xml"),
        ("同比增长(?=</w:t>)", "同比增长-", "touching", "word/document.xml"),
        ("同比增长(?=</w:t>)", "同比增长负", "touching", "word/document.xml"),
        ("(?<=12.5</w:t></w:r></w:sdtContent></w:sdt>)", "<w:r><w:t>万</w:t></w:r>", "touching", "word/document.xml"),
        ("进展较快", "\u202e进展较快", "direction", "word/document.xml"),
        ("新开工亿元以上项目(?=</w:t>)", "新开工亿元以上项目2", "untagged-number", "word/document.xml"),
        ('<w:tag w:val="fig:new_starts[^/]*/>', "", "untagged-number", "word/document.xml"),
        ('w:val="fig:new_starts[|]', 'w:val="fig:new_finishes|', "unknown-claim", "word/document.xml"),
        ('w:val="fig:new_starts[|][|]2025-07', 'w:val="fig:new_starts', "broken-claim", "word/document.xml"),
        ("C3911", "C3912", "broken-claim", "customXml/item1.xml"),
        (">2<(?=/w:t></w:r></w:p></w:tc>)", ">25<", "ordinal", "word/document.xml"),
        ("(?=<w:p>)", ONE_AS_ORDINAL, "ordinal", "word/document.xml"),
        # what cannot be read
        ("<w:r>(?=.{0,90}1—7月)", '<w:ins w:id="9" w:author="x"/><w:r>', "tracked-change", "word/document.xml"),
        ("<w:t [^>]*>进度偏慢", '<w:sym w:font="Wingdings" w:char="F081"/>\\g<0>', "opaque", "word/document.xml"),
        ("<w:t [^>]*>进度偏慢", "<w:footnoteReference/>\\g<0>", "opaque", "word/document.xml"),
        ("<w:t [^>]*>进度偏慢", "<w:bdo/>\\g<0>", "opaque", "word/document.xml"),
        ("<w:sdtPr>", '<w:sdtPr><w:dataBinding w:xpath="/x"/>', "opaque", "word/document.xml"),
        ('(OfficialBody".*?)<w:pPr>', r"\1<w:pPr><w:numPr/>", "opaque", "word/styles.xml"),
        ("<w:t [^>]*>进度偏慢", "<w:drawing/>\\g<0>", "opaque", "word/document.xml"),
        ("<w:t [^>]*>进度偏慢", "<w:instrText>= 5*36</w:instrText>\\g<0>", "opaque", "word/document.xml"),
    ],
)  # fmt: skip
def test_tampering_is_found(pattern, new, code, name):
    assert code in codes(altered(sample(), pattern, new, name))


def test_lost_claims_are_found():
    document = sample()
    emptied = altered(document, "<claim .*</claim>", "", "customXml/item1.xml")
    faults = check_official(emptied, lookup=VALUES.get, known_names=NAMES)
    assert [fault.code for fault in faults] == ["broken-claim"] and "12.5" in faults[0].sentence.zh
    assert DONGHE.tag not in part(emptied, "customXml/item1.xml")


def test_deleted_text_is_not_read_but_inserted_text_is():
    inserted = '<w:ins w:id="9" w:author="x"><w:r><w:t>再增77亿元</w:t></w:r></w:ins>'
    assert "untagged-number" in codes(altered(sample(), "(?<=</w:sdt>)<w:r>", inserted + "<w:r>"))
    deleted = '<w:del w:id="9" w:author="x"><w:r><w:delText>77亿元</w:delText></w:r></w:del>'
    assert codes(altered(sample(), "(?<=</w:sdt>)<w:r>", deleted + "<w:r>")) == {"tracked-change"}


def test_text_box_and_footnote_are_read():
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>另有88个</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    assert {"untagged-number", "opaque"} <= codes(altered(sample(), "(?<=</w:sdt>)<w:r>", box + "<w:r>"))


def test_project_name_with_a_number_must_be_known():
    assert codes(sample(), known_names=()) == {"untagged-number"}


def test_length_limit_counts_without_spaces():
    count = count_characters(Opened(sample()))
    visible = re.sub(r"<[^>]*>", "", part(sample(), "word/document.xml"))
    assert count == len("".join(visible.split()))
    assert codes(sample(), limit=count) == set()
    assert codes(sample(), limit=count - 1) == {"too-long"}


def test_more_than_4000_characters_is_found():
    blocks = [Paragraph("建设" * 1000), Paragraph("项 目　" * 1000)]
    assert codes(sample(blocks=blocks)) == {"too-long"}
    assert codes(sample(blocks=[Paragraph("建设" * 1900)])) == set()


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_what_is_no_docx_is_refused(content):
    with pytest.raises(Refusal) as refused:
        check_official(content, lookup=VALUES.get)
    assert refused.value.code == "not-docx"
