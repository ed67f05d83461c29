"""Reading spreadsheets: what is kept, and what is refused with a sentence that says what the file really is."""

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from docx import Document

from ballast.kit.grid import Merge
from ballast.kit.refusal import Refusal
from ballast.kit.sheets import read


def book(fill=None, sheets=("清单",)):
    """The bytes of a workbook; ``fill`` gets the workbook and its sheets."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target)
    pages = [made.add_worksheet(name) for name in sheets]
    if fill:
        fill(made, *pages)
    else:
        for page in pages:
            page.write_row(0, 0, ["序号", "项目名称"])
    made.close()
    return target.getvalue()


def code(data, name="名单.xlsx"):
    with pytest.raises(Refusal) as refused:
        read(data, name)
    assert refused.value.where == name
    assert refused.value.sentence.zh != refused.value.sentence.en
    return refused.value.code


def test_cells_keep_their_place_from_a1_with_merges_and_visibility():
    def fill(made, first, second):
        first.merge_range("B3:D3", "标题")
        first.write_datetime("B5", date(2024, 11, 1), made.add_format({"num_format": "yyyy-mm-dd"}))
        first.write("C5", 2.5)
        second.write("A1", "x")
        second.hide()

    first, second = read(book(fill, ("甲", "乙")), "名单.xlsx")
    assert first.rows == [[], [], [None, "标题", None], [], [None, date(2024, 11, 1), 2.5]]
    assert first.merges == [Merge(2, 1, 2, 3)]
    assert (first.name, first.hidden, second.name, second.hidden) == ("甲", False, "乙", True)


def test_formula_errors_stay_recognisable():
    def fill(made, page):
        page.write_row("A1", ["甲", 1])
        page.write_formula("B1", "=1/0", None, "#DIV/0!")
        page.write_formula("D3", "=A9", None, "#REF!")

    (grid,) = read(book(fill), "名单.xlsx")
    assert grid.rows[0][1] == "#DIV/0!"
    assert grid.rows[2][3] == "#REF!"


def test_a_million_empty_rows_are_dropped():
    def fill(made, page):
        border = made.add_format({"border": 1})
        page.write_row("A1", ["序号", "项目名称"])
        for row in range(1, 30_000):
            page.write_blank(row, 0, None, border)
        page.write_blank(1_048_575, 0, None, border)

    (grid,) = read(book(fill), "名单.xlsx")
    assert grid.rows == [["序号", "项目名称"]]


def test_a_stray_cell_in_the_last_row_costs_no_memory_but_one_in_the_far_corner_is_refused():
    (grid,) = read(book(lambda made, page: (page.write("A1", "x"), page.write("C1048576", 1))), "名单.xlsx")
    assert len(grid.rows) == 1_048_576
    assert grid.rows[5] is grid.rows[500_000]
    assert code(book(lambda made, page: (page.write("A1", "x"), page.write("XFD1048576", 1)))) == "file-sprawl"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "file-empty"),
        (b"   \r\n", "file-empty"),
        (b"%PDF-1.7 ...", "file-pdf"),
        (b"\x89PNG\r\n\x1a\n0000", "file-image"),
        (b"PK\x03\x04 but broken", "file-broken-zip"),
        (b"<html><p>no table</p></html>", "file-html"),
        (b'<html><frameset rows="*,39"><frame src="a.files/sheet001.htm"></frameset></html>', "file-frames"),
        (b'[{"name": "x", "total": 1}]', "file-json"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "file-no-sheets"),
        (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><?mso-application progid="Excel.Sheet"?><Workbook/>',
            "file-broken",
        ),
        (b"Rar!\x1a\x07\x00", "file-archive"),
        (b"{\\rtf1 text}", "file-rtf"),
        (b"\x00\x00\x01\x02" * 50, "file-binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file-binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + b"\0" * 600, "file-broken"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_by_what_it_is(data, expected):
    assert code(data) == expected


def test_a_docx_posing_as_xlsx_is_told_apart():
    target = io.BytesIO()
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "项目名称"
    document.save(target)
    assert code(target.getvalue()) == "file-word"


def test_a_cut_workbook_and_a_plain_archive_are_refused():
    whole = book()
    assert code(whole[: len(whole) // 2]) == "file-broken-zip"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("名单.xlsx", whole)
    assert code(target.getvalue()) == "file-archive"


def test_a_zip_bomb_is_refused_by_its_declared_size():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "<workbook/>")
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * (80 * 1024 * 1024))
    assert code(target.getvalue()) == "file-bomb"


def test_an_empty_workbook_is_refused():
    assert code(book(lambda made, page: None)) == "file-no-sheets"


def test_content_counts_and_not_the_extension(tmp_path: Path):
    twice = tmp_path / "名单.xlsx.xlsx"
    twice.write_bytes(book())
    assert read(twice)[0].rows == [["序号", "项目名称"]]
    wrong = tmp_path / "名单.csv"
    wrong.write_bytes(book())
    assert read(wrong)[0].rows == [["序号", "项目名称"]]
    with pytest.raises(Refusal, match="找不到"):
        read(tmp_path / "没有.xlsx")


@pytest.mark.parametrize("extension", ["xls", "ods"])
def test_old_workbooks_written_by_a_real_office(tmp_path: Path, extension: str):
    source = tmp_path / "名单.xlsx"
    source.write_bytes(
        book(lambda made, page: (page.merge_range("A1:B1", "重点项目"), page.write_row("A2", ["甲厂", 12.5])))
    )
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/office",
            "--headless",
            "--convert-to",
            extension,
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
    )
    (grid,) = read(tmp_path / f"名单.{extension}")
    assert grid.rows[0][0] == "重点项目"
    assert grid.rows[1][:2] == ["甲厂", 12.5]
    if extension == "xls":
        assert grid.merges == [Merge(0, 0, 0, 1)]


@pytest.mark.parametrize("height", [12, 300])
def test_formula_errors_of_an_old_workbook_stay_recognisable(tmp_path: Path, height: int):
    def fill(made, page):
        page.write_row("A1", ["序号", "项目名称", "总投资"])
        for row in range(1, height):
            page.write_row(row, 0, [row, f"第{row}号厂"])
        page.write_formula("C2", "=1/0", None, "#DIV/0!")
        page.write_formula("C9", "=NA()", None, "#N/A")

    source = tmp_path / "名单.xlsx"
    source.write_bytes(book(fill))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/office",
            "--headless",
            "--convert-to",
            "xls",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
    )
    (grid,) = read(tmp_path / "名单.xls")
    assert grid.rows[1] == [1, "第1号厂", "#DIV/0!"]
    assert grid.rows[8] == [8, "第8号厂", "#N/A"]


TEXT = '序号,项目名称,总投资\r\n1,"甲厂,一期",100\r\n,,\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_text_in_any_usual_encoding(encoding, delimiter):
    text = TEXT.replace(",", delimiter).replace(f"甲厂{delimiter}", f"甲厂{delimiter}")
    (grid,) = read(text.encode(encoding), "名单.csv")
    assert grid.name == "名单"
    assert grid.rows == [["序号", "项目名称", "总投资"], ["1", f"甲厂{delimiter}一期", "100"]]


def test_text_in_no_known_encoding_is_refused():
    assert code(b"\xff\xff\xff\xfe" * 20 + b"abc", "名单.csv") == "file-encoding"


def test_a_formula_whose_result_was_never_stored_is_no_empty_cell(tmp_path):
    path = tmp_path / "公式.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["甲厂", "=1+2", '=IF(A1=1,1,"")'])
    book.active["B9"] = "=B1"  # a row with nothing else is only prepared
    book.save(path)
    (grid,) = read(path)
    assert grid.rows == [["甲厂", "#NOVALUE!", "#NOVALUE!"]]
