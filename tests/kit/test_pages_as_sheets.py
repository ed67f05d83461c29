"""Web pages, pages saved in one file and XML workbooks posing as ``.xls``; what a sheet hides or crosses out."""

import io
import subprocess

import pytest
import xlsxwriter

from ballast.kit.grid import Merge
from ballast.kit.sheets import read

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="{0}"><title>x</title>
<style>td {{mso-number-format: General}}</style></head><body><h2>2024年重点
项目</h2><p>单位：万元</p><table border=1><tr><th rowspan=2>序号<th rowspan="2">项目<br>名称<th colspan='2'>投资</tr>
<tr><td>总投资<td>计划</tr><tr><td>1<td>甲&nbsp;厂</td><td x:num="100.25">100.3</td><td></td></tr>
<tr style='display: none'><td>2</td><td>乙厂</td><td>200</td><td>20</td></tr></table><p>注：无</p></body></html>"""
ROWS = [
    ["2024年重点 项目"], ["单位：万元"], ["序号", "项目\n名称", "投资", None], [None, None, "总投资", "计划"],
    ["1", "甲 厂", 100.25, None], ["2", "乙厂", "200", "20"], ["注：无"],
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_page_is_read_as_excel_would_lay_it_out(encoding):
    (grid,) = read(PAGE.format(encoding).encode(encoding), "名单.xls")
    assert grid.name == "名单"
    assert grid.rows == [row if any(row) else [] for row in ROWS]
    assert set(grid.merges) == {Merge(2, 0, 3, 0), Merge(2, 1, 3, 1), Merge(2, 2, 2, 3)}
    assert grid.hidden_rows == {5}


def test_tables_that_lay_out_others_give_way_to_them():
    inner = "<table><tr><td>序号<td>项目名称</tr><tr><td>1<td>甲</tr></table>"
    page = f"<html><table><tr><td>首页<td>导航</tr><tr><td colspan=2>名单{inner}完</tr></table></html>"
    (grid,) = read(page.encode(), "a.xls")
    assert grid.rows == [["首页"], ["导航"], ["名单"], ["序号", "项目名称"], ["1", "甲"], ["完"]]


def test_a_page_saved_with_its_parts_has_a_sheet_for_each():
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Location: file:///C:/{0}.htm\r\n\r\n<table><tr><td>{0}</table>"
    body = "\r\n--x\r\n".join(["", *[part.format(name) for name in ("sheet001", "sheet002")]])
    page = f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n{body}\r\n--x--\r\n"
    assert [(grid.name, grid.rows) for grid in read(page.encode(), "a.mht")] == [
        ("sheet001", [["sheet001"]]), ("sheet002", [["sheet002"]])]  # fmt: skip


def test_reaches_beyond_reason_cost_nothing():
    page = "<table>" + "<tr><td colspan=99999999 rowspan=99999999>甲</td></tr>" * 50 + "</table>"
    (grid,) = read(page.encode(), "a.xls")
    assert len(grid.rows) == 50
    deep = "<table><tr><td>" * 3_000 + "甲"
    assert read(deep.encode(), "a.xls")[0].rows


@pytest.mark.parametrize("encoding", ["UTF-8", "GBK", "UTF-16"])
def test_an_xml_workbook_is_read_with_its_places_merges_and_kinds(encoding):
    text = f"""<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="清单"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell></Row>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Number">1.5</Data></Cell>
<Cell><Data ss:Type="DateTime">2024-03-01T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>"""
    (grid,) = read(text.encode(encoding), "a.xls")
    assert grid.name == "清单"
    assert grid.rows[0][0] == "标题"
    assert (grid.rows[2][1], str(grid.rows[2][2])) == (1.5, "2024-03-01 00:00:00")
    assert (grid.merges, grid.hidden_rows) == ([Merge(0, 0, 0, 1)], {2})


def test_a_hint_of_the_separator_is_taken_and_keeps_its_row():
    (grid,) = read('sep=;\n序号;项目名称\n1;"甲\n厂"\n'.encode(), "a.csv")
    assert grid.rows == [[], ["序号", "项目名称"], ["1", "甲\n厂"]]


@pytest.fixture
def with_hidden():
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    page = book.add_worksheet("清单")
    for place in range(5):
        page.write_row(place, 0, [place, f"第{place}号", 2.5])
    page.write(4, 1, "第4号", book.add_format({"font_strikeout": True}))
    page.set_row(2, None, None, {"hidden": True})
    page.set_column(2, 2, None, None, {"hidden": True})
    book.close()
    return target.getvalue()


def test_hidden_rows_and_columns_and_crossed_out_cells_are_told(with_hidden):
    (grid,) = read(with_hidden, "a.xlsx")
    assert (grid.hidden_rows, grid.hidden_columns, grid.struck) == ({2}, {2}, {(4, 1)})


@pytest.mark.slow
def test_they_are_told_of_old_workbooks_too(with_hidden, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(with_hidden)
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xls"]
    subprocess.run([*office, "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")], check=True, capture_output=True)
    (grid,) = read(tmp_path / "a.xls")
    assert (grid.hidden_rows, grid.hidden_columns, grid.struck) == ({2}, {2}, {(4, 1)})
