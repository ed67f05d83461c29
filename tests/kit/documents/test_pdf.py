"""The PDF, by the real LibreOffice: pages, lines and characters as the standard counts them."""

import io
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from pypdf import PdfReader

from ballast.kit.documents import Official, Paragraph, to_pdf, write_official
from ballast.kit.documents.typefaces import FANG_SONG
from ballast.kit.refusal import Refusal
from kit.documents.official_sample import sample

pytestmark = pytest.mark.slow
needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def pages(pdf):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@needs_soffice
def test_a_page_has_22_lines_of_28_characters():
    # The first line of the page is the title and the second the empty addressee's.
    document = write_official(Official("题", [Paragraph("建设" * 1000)]))
    texts = pages(to_pdf(document))
    middle = [line.strip() for line in texts[1].splitlines() if "建" in line]
    assert len(middle) == 22
    assert {len(line) for line in middle} == {28}
    assert "— 2 —" in texts[1]


@needs_soffice
def test_the_whole_text_is_in_the_pdf_and_the_page_is_a4():
    reader = PdfReader(io.BytesIO(to_pdf(sample())))
    box = reader.pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (210, 297)
    text = "".join("".join(page.extract_text() for page in reader.pages).split())
    for expected in ("180个", "9.8%", "12.5", "3.2亿元", "（一）进度偏慢", "〔2025〕7号", "2025年8月5日印发"):
        assert expected in text
    assert reader.get_fields() is None  # the figures are text, not form fields


@needs_soffice
def test_two_at_once_do_not_disturb_each_other():
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(to_pdf, [sample(), sample(title="另一份通报")])
    assert "另一份通报" in pages(second)[0] and "另一份通报" not in pages(first)[0]


def test_missing_libreoffice_says_what_to_install():
    with pytest.raises(Refusal) as refused:
        to_pdf(b"", soffice="no-such-soffice")
    assert refused.value.code == "no-soffice" and "libreoffice-writer" in refused.value.sentence.zh


def test_what_is_no_docx_is_refused(tmp_path):
    with pytest.raises(Refusal) as refused:
        to_pdf(b"%PDF-1.7 something else", soffice=script(tmp_path, "exit 0"))
    assert refused.value.code == "not-docx"


def script(tmp_path, text):
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_program_that_hangs_is_given_up(tmp_path):
    with pytest.raises(Refusal) as refused:
        to_pdf(sample(), soffice=script(tmp_path, "exec sleep 30"), timeout=0.5)
    assert refused.value.code == "pdf-timeout"


def test_a_program_that_makes_nothing_is_reported(tmp_path):
    with pytest.raises(Refusal) as refused:
        to_pdf(sample(), soffice=script(tmp_path, "echo no space left >&2; exit 1"))
    assert refused.value.code == "pdf-failed" and "no space left" in refused.value.sentence.en


def test_the_first_face_named_is_the_standard_s_own():
    assert FANG_SONG.accepts("仿宋_GB2312") and FANG_SONG.accepts("仿宋") and not FANG_SONG.accepts("宋体")
