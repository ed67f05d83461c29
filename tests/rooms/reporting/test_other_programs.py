"""The form in other programs' hands: LibreOffice opens, calculates and saves it, and it reads back."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ballast.kit.refusal import Refusal
from ballast.rooms.reporting.models import Progress
from ballast.rooms.reporting.workbook.layout import INDEX, TOTAL_ROW
from rooms.reporting import cast
from rooms.reporting.cast import County, Sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> County:
    return cast.county()


def resaved(data: bytes, folder: Path, kind: str) -> bytes:
    """The form opened and saved as ``kind`` by LibreOffice."""
    (folder / "form.xlsx").write_bytes(data)
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
               "--outdir", str(out), str(folder / "form.xlsx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return (out / f"form.{kind}").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_copy_saved_by_libreoffice_reads_back(town: County, tmp_path: Path, kind: str) -> None:
    data = resaved(cast.edited(cast.july(), cast.filling(town)), tmp_path, kind)
    receipt = cast.submit(data)
    assert receipt.rows == 2
    plant = Progress.objects.current().get(project_id=town.plant, month="2025-07")
    assert (plant.year_to_date, plant.cell("to_date")) == (146_005_000, f"清河月报.xlsx · 月报表!O{plant.row}")


@pytest.mark.slow
def test_libreoffice_calculates_the_sums_and_the_checks(town: County, tmp_path: Path) -> None:
    data = cast.edited(cast.july(), cast.filling(town, to_date=11_000))
    sheet = load_workbook(io.BytesIO(resaved(data, tmp_path, "xlsx")), data_only=True)[cast.SHEET]
    row = cast.row_of(sheet, town.plant)

    def shown(key: str, at: int = row) -> object:
        return sheet.cell(at, INDEX[key] + 1).value

    assert shown("year_to_date") == 14_600.5
    assert shown("plan_percent") == 36.5
    assert shown("check") == "开工累计≠至上年底＋本年累计；开工累计少于上月；"
    assert shown("month_completed", TOTAL_ROW + 1) == 2900.5


def test_the_form_is_protected_frozen_and_set_up_for_print(town: County) -> None:
    sheet = load_workbook(io.BytesIO(cast.july()))[cast.SHEET]
    row = cast.row_of(sheet, town.plant)
    locked = {key: sheet.cell(row, INDEX[key] + 1).protection.locked for key in ("name", "month_completed", "to_date")}
    assert locked == {"name": True, "month_completed": False, "to_date": False}
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.freeze_panes == "D6"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert sheet.print_title_rows == "$3:$4"
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert any("主体封顶" in choices for choices in lists.values())
    assert sheet.cell(row, INDEX["last_to_date"] + 1).value == 12_000


def test_columns_are_found_by_heading_wherever_they_were_moved(town: County) -> None:
    def insert_a_helper(sheet: Sheet) -> None:
        cast.filling(town)(sheet)
        merged = [str(area) for area in sheet.merged_cells.ranges]
        for area in merged:
            sheet.unmerge_cells(area)
        sheet.insert_cols(4)
        sheet.cell(4, 4).value = "自用"
        sheet.cell(6, 4).value = "看现场"
        sheet.insert_rows(1)

    cast.submit(cast.edited(cast.july(), insert_a_helper))
    plant = Progress.objects.current().get(project_id=town.plant, month="2025-07")
    assert (plant.month_completed, plant.cell("month_completed")) == (26_005_000, "清河月报.xlsx · 月报表!N7")


def test_headings_that_are_gone_or_doubled_are_named(town: County) -> None:
    def rename(sheet: Sheet) -> None:
        sheet.cell(4, INDEX["month_completed"] + 1).value = "七月"

    def double(sheet: Sheet) -> None:
        sheet.cell(4, INDEX["to_date"] + 1).value = "本月完成"

    with pytest.raises(Refusal, match="表头缺少：本月完成"):
        cast.submit(cast.edited(cast.july(), rename))
    with pytest.raises(Refusal, match="另见 M 列") as refused:
        cast.submit(cast.edited(cast.july(), double))
    assert refused.value.where == "清河月报.xlsx · 月报表!O4"


def test_no_name_becomes_a_formula(town: County) -> None:
    data = cast.july()
    sheet = load_workbook(io.BytesIO(data))[cast.SHEET]
    cell = sheet.cell(cast.row_of(sheet, town.store), INDEX["name"] + 1)
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x")仓储')
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        formulas = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>HYPERLINK" in text for text in formulas)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_words_that_look_like_formulas_go_out_as_text(text: str) -> None:
    town = cast.county(prefix=text)
    sheet = load_workbook(io.BytesIO(cast.july()))[cast.SHEET]
    assert sheet.cell(cast.row_of(sheet, town.plant), INDEX["name"] + 1).data_type == "s"


def test_what_is_no_form_is_said_to_be_what_it_is(town: County) -> None:
    book = load_workbook(io.BytesIO(cast.july()))
    del book["_ballast"]
    with pytest.raises(Refusal, match="不是本系统下发的月报表.*月报表"):
        cast.submit(cast.saved(book))
    touched = load_workbook(io.BytesIO(cast.july()))
    touched["_ballast"]["B3"] = "2025-06"
    with pytest.raises(Refusal, match="被改动"):
        cast.submit(cast.saved(touched))
    for data, says in ((b"", "空"), (b"PK\x03\x04 broken", "损坏"), (b"a,b\n1,2\n", "不是本系统下发的月报表")):
        with pytest.raises(Refusal, match=says):
            cast.submit(data)
