"""Tables of a page as a workbook: what is shown, where it is shown; numbers that add up, and never a formula."""

import io

from openpyxl import load_workbook

from ballast.kit.as_shown import shown_tables, workbook

PAGE = """<nav><table><tr><td>not the page's</td></tr></table></nav>
<main><h1>Overview <small>2025-07</small></h1><h2>Stages</h2>
<div><table><caption>amounts in <b>万元</b></caption>
<thead><tr><th rowspan="2">Stage</th><th colspan="2">Projects</th></tr><tr><th>n</th><th>Share</th></tr></thead>
<tbody><tr><th><a href="/x">Signed</a><small class="phone-only">North</small></th><td>1,234.5</td><td>59.9%</td></tr>
<tr><th>Lit</th><td><a class="count red" title="red">5</a> <a class="count" title="yellow">1</a></td><td>0</td></tr>
<tr><th>=1+1</th><td>−12</td><td>—<button>Close</button><form><label>Why<input></label></form></td></tr><tr><td>007</td><td>2025-07</td><td>P000123</td></tr>
</tbody></table></div>
<h2>Stages</h2><table><tr><td>one<br>two</td><td>0</td></tr></table><table></table></main>"""


def test_every_table_is_a_sheet_under_its_headings() -> None:
    tables = shown_tables(PAGE)
    assert [(one.heading, one.caption) for one in tables] == [
        ("Overview 2025-07 · Stages", "amounts in 万元"), ("Overview 2025-07 · Stages", ""),
    ]  # fmt: skip
    book = load_workbook(io.BytesIO(workbook(tables)))
    assert book.sheetnames == ["Stages", "Stages 2"]
    assert [[cell.value for cell in row] for row in book["Stages"].iter_rows()] == [
        ["Overview 2025-07 · Stages", None, None], ["amounts in 万元", None, None],
        ["Stage", "Projects", None], [None, "n", "Share"],
        ["Signed", 1234.5, 0.599], ["Lit", "red 5 yellow 1", 0], ["=1+1", -12, "—"], ["007", "2025-07", "P000123"],
    ]  # fmt: skip
    assert book["Stages 2"]["A3"].value == "one\ntwo"


def test_a_number_looks_as_on_the_page_and_a_formula_is_text() -> None:
    sheet = load_workbook(io.BytesIO(workbook(shown_tables(PAGE))))["Stages"]
    assert [sheet[cell].number_format for cell in ("B5", "C5", "B7")] == ["#,##0.0", "0.0%", "0"]
    assert sheet["A7"].data_type == "s"
