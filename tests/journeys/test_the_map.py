"""The map: shaded by a figure, clicked through to a county, and loaded anew from a GeoJSON file."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.walking import sign_in

pytestmark = pytest.mark.slow

SQUARE = [[[120.0, 36.0], [120.2, 36.0], [120.2, 36.2], [120.0, 36.2], [120.0, 36.0]]]


def geojson(file: Path, name: str) -> Path:
    """A map of one square."""
    feature = {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": SQUARE}}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False))
    return file


def test_shaded_by_a_figure_with_the_same_table(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/map/?month=2025-07")
    expect(page.locator("figure.map .canvas[data-drawn]")).to_have_count(1)
    expect(page.locator("figure.map svg path").nth(600)).to_be_attached()
    expect(page.locator("#map tbody tr")).to_have_count(13)
    page.locator("select[name=figure]").select_option("stalled")
    expect(page.locator("#map caption")).to_contain_text("停滞项目数")
    expect(page.locator("figure.map .canvas[data-drawn]")).to_have_count(1)
    expect(page).to_have_url(re.compile("figure=stalled"))
    counts = [int(text) for text in page.locator("#map tbody td:nth-of-type(1)").all_inner_texts()]
    assert sum(counts) == int(page.locator("#map tfoot td").first.inner_text())


def test_a_wrong_map_is_refused_and_a_right_one_loaded(golden_site: str, page: Page, tmp_path: Path) -> None:
    sign_in(page, golden_site, "xmb")
    page.goto(f"{golden_site}/map/")
    county = page.locator("#map tbody th").first.inner_text()
    for name, said in (("外星县", "对不上本市任何地区"), (county, "已载入 1 个地区")):
        page.locator("details summary", has_text="换一张地图").click()
        page.set_input_files("input[type=file]", geojson(tmp_path / "map.geojson", name))
        page.get_by_role("button", name="载入").click()
        expect(page.locator(".messages")).to_contain_text(said)


def test_only_the_project_office_loads_maps(golden_site: str, page: Page) -> None:
    sign_in(page, golden_site, "lingdao")
    page.goto(f"{golden_site}/map/")
    expect(page.locator("input[type=file]")).to_have_count(0)
