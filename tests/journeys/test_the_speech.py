"""The leader's speech of July 2025: every figure in it comes out of the golden city's ledger.

Each is read on the command line, stands on the board and in the bulletin, and drills down to projects that add up.
"""

import io
import re
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from plugins.houses import House
from plugins.walking import sign_in

pytestmark = pytest.mark.slow

MONTH = "2025-07"
YI = 100_000_000
Read = dict[str, dict[str, Any]]

RATES = {
    "fai_growth": 9.8,
    "industrial_value_added_growth": 8.5,
    "output_growth_new_electronics": 13.0,
    "output_growth_biopharma": 11.0,
}
COUNTS = {"started_large": 180, "started_very_large": 35, "key_projects": 69, "giant_renovations": 2}
AMOUNTS = {
    "started_large_total": (1500, 1600),
    "industrial_pipeline_total": (3900, 4000),
    "giant_renovations_total": (200, 400),
}
REST = (
    "industrial_pipeline", "key_projects_behind", "industrial_share", "high_tech_share", "start_on_land_rate",
    "start_on_land_broken",
)  # fmt: skip


@pytest.fixture(scope="module")
def read(golden: House) -> Read:
    """Every figure of the speech by county, with its rows, as the command line gives it."""
    codes = [*RATES, *COUNTS, *AMOUNTS, *REST]
    asked = (["figure", code, "--period", MONTH, "--by", "county", "--rows"] for code in codes)
    return {found["code"]: found for found in golden.answers(*asked)}


def tenths(found: dict[str, Any]) -> float:
    """A ratio in percent with one decimal, as it is said aloud."""
    return round(found["total"]["value"] * 100, 1)


@pytest.fixture(scope="module")
def bulletin(mould: House, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The words of July's bulletin, as they stand in the finished file."""
    city = mould.copy(tmp_path_factory.mktemp("speech") / "city")
    file = city.folder / "bulletin.docx"
    city.ballast("bulletin", MONTH, "-o", str(file))
    document = Document(io.BytesIO(file.read_bytes()))
    # Figures stand in content controls, which python-docx leaves out of paragraph.text.
    return "".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))


@pytest.mark.parametrize(("code", "said"), RATES.items())
def test_the_growth_rates(read: Read, bulletin: str, code: str, said: float) -> None:
    assert tenths(read[code]) == said
    assert f"增长{said}%" in bulletin


@pytest.mark.parametrize(("code", "said"), COUNTS.items())
def test_the_counts(read: Read, bulletin: str, code: str, said: int) -> None:
    found = read[code]
    assert found["total"]["numerator"] == said == len(found["rows"])
    assert f"项目{said}个" in bulletin


@pytest.mark.parametrize(("code", "bounds"), AMOUNTS.items())
def test_the_amounts_add_up_to_the_yuan(read: Read, bulletin: str, code: str, bounds: tuple[int, int]) -> None:
    found = read[code]
    amount = found["total"]["numerator"]
    assert bounds[0] * YI < amount < bounds[1] * YI
    assert sum(row["contribution"] for row in found["rows"]) == amount
    assert f"总投资{amount / YI:.1f}亿元" in bulletin


def test_over_three_hundred_in_talks_or_signed(read: Read, bulletin: str) -> None:
    found = read["industrial_pipeline"]
    assert found["total"]["numerator"] == len(found["rows"]) > 300
    assert f"重点产业项目{len(found['rows'])}个" in bulletin


def test_a_few_of_the_sixty_nine_are_behind_each_with_its_reason(read: Read, bulletin: str) -> None:
    behind = read["key_projects_behind"]["rows"]
    assert 1 <= len(behind) <= 10
    for row in behind:
        assert row["name"] in bulletin
    assert "未报原因" not in bulletin[bulletin.index("落后序时的重点产业项目") : bulletin.index("县区比较")]


def test_structure_and_promises_leave_room(read: Read, bulletin: str) -> None:
    for code, ceiling in (("industrial_share", 50), ("high_tech_share", 20), ("start_on_land_rate", 100)):
        said = tenths(read[code])
        assert 0 < said < ceiling
        assert f"{said}%" in bulletin
    late = read["start_on_land_broken"]["values"]
    assert 1 <= sum(value["numerator"] > 0 for value in late.values()) < 13


NAMED = {
    "高端制剂产业园": 10 * YI,
    "国际生物医药产业园": None,
    "航空航天产业园": None,
    "化工物流": None,
    "步行商业街": None,
    "文旅小镇": None,
    "职业": None,
}


@pytest.mark.parametrize(("words", "total"), NAMED.items())
def test_the_projects_it_names(golden_site: str, page: Page, words: str, total: int | None) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/projects/?month={MONTH}&q={words}")
    row = page.locator("main table tbody tr").first
    expect(row).to_contain_text(words)
    if total is not None:
        expect(row).to_contain_text(f"{total // 10_000:,}")


ON_THE_BOARD = {
    "fai_growth": "9.8",
    "industrial_value_added_growth": "8.5",
    "started_large": "180",
    "key_projects": "69",
}


def test_the_board_shows_them_and_each_leads_to_its_rows(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "lingdao")
    page.goto(f"{golden_site}/?month={MONTH}")
    for said in ON_THE_BOARD.values():
        expect(page.locator("main")).to_contain_text(
            re.compile(rf"(?<![\d.]){re.escape(said)}(?![\d])"), use_inner_text=True
        )
    for code, said in {**ON_THE_BOARD, **{code: str(count) for code, count in COUNTS.items()}}.items():
        page.goto(f"{golden_site}/figures/{code}/?month={MONTH}")
        expect(page.locator("main")).to_contain_text(said)
