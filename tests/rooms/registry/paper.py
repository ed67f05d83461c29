"""Lists as an office keeps them, made for the tests, and the small city they are about."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import xlsxwriter

from ballast.kit.ledger.models import Entry
from ballast.kit.sheets import read
from ballast.rooms.lifecycle.actions import import_list
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as places
from ballast.rooms.registry.actions import Decisions, Outcome
from ballast.rulebook.lists import Recognition, recognise
from ballast.rulebook.terms import AreaKind

T0 = datetime(2025, 2, 1, 8, tzinfo=UTC)
HEADER = [
    "序号", "项目名称", "项目代码", "所属县区", "建设单位", "建设地点", "建设性质", "建设起止年限",
    "总投资", "2025年计划投资", "计划开工时间", "责任单位",
]  # fmt: skip
ROWS: list[list[Any]] = [
    [1, "▲高端制剂产业园（一期）", "2406-370102-04-01-123456", "城东区", "华泰制药有限公司", "城东区科技路18号",
     "新建", "2024-2026", 100000, 30000, "2025年3月", "城东区政府"],
    [2, "显示面板生产线扩建项目", "", "城西", "金海光电有限公司", "城西区滨河路2号",
     "扩建", "2025-2027", 250000.5, 80000, "2025.06", "城西区政府"],
    [3, "炼化一体化技术改造项目", "", "高新园", "东方石化有限公司", "高新园化工大道1号",
     "技改", "2023-2025", 1050000, "——", "", "市工信局"],
]  # fmt: skip


def city() -> None:
    """金州市 with two counties and a park in the first."""
    top = people.establish("370100", "金州市", kind=AreaKind.CITY)
    east = people.establish("370102", "城东区", kind=AreaKind.COUNTY, parent_id=top, position=1)
    people.establish("370103", "城西区", kind=AreaKind.COUNTY, parent_id=top, position=2)
    people.establish("P01", "高新园", kind=AreaKind.PARK, parent_id=east, aliases=("高新技术产业园",), position=3)


def workbook(
    rows: list[list[Any]] = ROWS, *, header: list[str] = HEADER, title: str = "金州市2025年市重点项目名单",
    sheet: str = "名单",
) -> bytes:  # fmt: skip
    """A workbook with a title, a unit line, a header and ``rows``."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet(sheet)
    page.write(0, 0, title)
    page.write(1, 0, "单位：万元")
    for number, cells in enumerate([header, *rows], start=2):
        for column, value in enumerate(cells):
            if value != "":
                page.write(number, column, value)
    book.close()
    return file.getvalue()


def recognised(data: bytes, name: str = "名单.xlsx") -> Recognition:
    """What the list says, by the areas that stand."""
    return recognise(read(data, name), file=name, known_areas=[area.name for area in places.areas()])


def bring_in(
    data: bytes, *, name: str = "名单.xlsx", list_code: str = "city", list_name: str = "市重点项目",
    year: int | None = 2025, minutes: int = 0, by: str = "张三", **decided: Any,
) -> Outcome:  # fmt: skip
    """Import a list as the project office does."""
    return import_list(
        recognised(data, name), list_code=list_code, list_name=list_name, year=year, as_of=date(2025, 1, 1),
        data=data, name=name, decisions=Decisions(**decided), at=T0 + timedelta(minutes=minutes), by=by,
    )  # fmt: skip


def changed(row: int, **cells: Any) -> list[list[Any]]:
    """ROWS with some cells of one row (1-based) changed, by heading."""
    rows = [list(one) for one in ROWS]
    for heading, value in cells.items():
        rows[row - 1][HEADER.index(heading)] = value
    return rows


def head() -> str:
    """The hash of the journal's last line; the same hash means the ledger is as it was."""
    last = Entry.objects.order_by("-id").first()
    return last.hash if last else ""
