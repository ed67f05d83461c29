"""The city, its counties and parks from one workbook: all or none, codes that stay, faults with their cell."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from ballast.kit.audit import AuditLine
from ballast.rooms.people import actions, queries
from ballast.rooms.people.models import Area

pytestmark = pytest.mark.django_db
BY: dict[str, Any] = {"at": datetime(2025, 8, 1, 2, tzinfo=UTC), "by": "security"}
HEAD = ["代码", "名称", "类别", "上级", "别名"]
CITY = ["370100", "金州市", "市", None, "市本级"]
COUNTY = [370102, "东港区", "区", None, "东港、港区"]
PARK = ["370102-G", "东港高新区", "园区", "东港区", None]


def book(*rows: list[Any]) -> bytes:
    """A sheet of areas of these rows."""
    made = Workbook()
    assert made.active is not None
    for row in (HEAD, *rows):
        made.active.append(row)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def faults(*rows: list[Any]) -> dict[str, str]:
    """What is said of each cell of a sheet that is refused."""
    with pytest.raises(actions.RosterRefused) as refused:
        actions.divide(book(*rows), "地区.xlsx", **BY)
    return {fault.where.split("!")[-1]: fault.sentence.zh for fault in refused.value.faults}


def test_an_empty_house_gets_its_city_counties_and_parks() -> None:
    done = actions.divide(book(PARK, COUNTY, CITY), "地区.xlsx", **BY)
    assert sorted(done.new) == ["东港区", "东港高新区", "金州市"]
    city, county, park = queries.areas()
    assert (county.code, county.parent_code, park.parent_code, park.county_code) == (
        "370102", "370100", "370102", "370102",
    )  # fmt: skip
    assert queries.find_area("港区") == county and city.aliases == ("市本级",)
    line = AuditLine.objects.get(act="divide")
    assert (line.actor, line.object, sorted(line.detail["new"])) == ("security", "地区.xlsx", sorted(done.new))


def test_the_register_of_codes_tells_city_and_county_by_the_code() -> None:
    register = "行政区划代码,单位名称\n370100,金州市\n370102000000,　东港区\n370104,西岭县\n".encode("gb18030")
    assert actions.divide(register, "区划.csv", **BY).new == ["金州市", "东港区", "西岭县"]
    assert [(area.code, str(area.kind)) for area in queries.areas()] == [
        ("370100", "city"), ("370102", "county"), ("370104", "county"),
    ]  # fmt: skip
    assert actions.divide(register, "区划.csv", **BY).new == []
    assert "删去" in faults(CITY, [370101, "市辖区", None, None, None])["B3"]


def test_the_sheet_as_it_stands_comes_back_and_changes_nothing() -> None:
    actions.divide(book(CITY, COUNTY, PARK), "地区.xlsx", **BY)
    before = queries.areas()
    done = actions.divide(queries.areas_sheet(), "地区名册.xlsx", **BY)
    assert (done.new, len(done.changed), queries.areas()) == ([], 3, before)
    sheet = load_workbook(io.BytesIO(queries.areas_sheet()))["地区名册"]
    assert [cell.value for cell in sheet[1]] == HEAD
    assert [cell.value for cell in sheet[4]] == ["370102-G", "东港高新区", "园区", "东港区", None]


def test_a_new_name_keeps_the_code_the_outline_and_the_old_name() -> None:
    actions.divide(book(CITY, COUNTY), "地区.xlsx", **BY)
    Area.objects.filter(code="370102").update(shape={"type": "Polygon"})
    actions.divide(book(["370102", "滨海区", "县（市、区）", "金州市", None]), "地区.xlsx", **BY)
    renamed = Area.objects.get(code="370102")
    assert (renamed.name, renamed.shape) == ("滨海区", {"type": "Polygon"})
    found = queries.find_area("东港区")
    assert found is not None and found.name == "滨海区"


def test_every_fault_is_named_with_its_cell_and_nothing_is_set_up() -> None:
    said = faults(
        CITY,
        ["37 01", "甲县", "县", None, None],
        ["370103", "", "乡", None, None],
        ["370104", "@丙县", "县", None, None],
    )
    assert set(said) == {"A3", "B4", "C4", "B5"}
    assert "类别应为：市、县（市、区）、园区" in said["C4"]
    assert not Area.objects.exists()


def test_one_city_one_code_a_name_and_a_place_for_every_park() -> None:
    assert "一个也没有" in faults(COUNTY)["C2"]
    assert set(faults(CITY, ["370200", "银州市", "市", None, None])) == {"C3"}
    assert "出现了两次" in faults(CITY, COUNTY, ["370102", "西港区", "区", None, None])["A4"]
    assert set(faults(CITY, COUNTY, ["370102-G", "东港高新区", "园区", "南港区", None])) == {"D4"}
    actions.divide(book(CITY, COUNTY), "地区.xlsx", **BY)
    assert "代码是 370102" in faults(["370199", "东港区", "区", None, None])["B2"]
