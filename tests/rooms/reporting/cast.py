"""A small county, 清河区, with three projects, and a reporter's hand on its monthly form."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ballast.kit.ledger import journal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as who
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import FundingCard, PlanCard, ProfileCard
from ballast.rooms.registry.queries import serials
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import ProgressCard, Receipt
from ballast.rooms.reporting.workbook.layout import FIRST_ROW, HEADER_ROW, INDEX
from ballast.rulebook.terms import AreaKind, Role
from town import official

WAN = 10_000
YI = 100_000_000
BEFORE = datetime(2025, 7, 8, 1, tzinfo=UTC)
START = date(2025, 2, 10)
AT = datetime(2025, 8, 4, 1, tzinfo=UTC)
MONTH = "2025-07"
SHEET = "月报表"
Sheet = Worksheet


@dataclass(frozen=True)
class County:
    """清河区 and its three projects: a plant under way, a park road not started, a warehouse under way."""

    area_id: int
    plant: int
    road: int
    store: int


def county(*, name: str = "清河区", code: str = "990101", prefix: str = "") -> County:
    """Found the county, enrol its projects, and report their June."""
    area = people.establish(code, name, kind=AreaKind.COUNTY)
    with journal.entry(at=BEFORE, by="市项目办", action="test") as writer:
        plant, road, store = registry.enrol(3, writer=writer)
        registry.describe([
            _profile(plant, f"{prefix}高端制剂厂", area, 10 * YI), _profile(road, f"{prefix}园区道路", area, 2 * YI),
            _profile(store, "=HYPERLINK(\"http://x\")仓储", area, 3 * YI),
            *(PlanCard(project_id=one, year=2025, amount=amount) for one, amount in ((plant, 4 * YI), (store, YI))),
            FundingCard(project_id=plant, channel="own", month="2025-06", agreed=6 * YI, paid_in=2 * YI),
        ], writer=writer)  # fmt: skip
        lifecycle.move([
            MilestoneCard(project_id=one, kind="started", basis="declared", actual_on=START, evidence="照片")
            for one in (plant, store)
        ], writer=writer)  # fmt: skip
        actions.report([june(plant, 3000, 12_000), june(store, 500, 2_000)], writer=writer)
    return County(area, plant, road, store)


def june(project_id: int, month_completed: int, year_to_date: int) -> ProgressCard:
    """June's declared report, in 万元; nothing was done before this year."""
    return ProgressCard(
        project_id=project_id, month="2025-06", basis="declared", month_completed=month_completed * WAN,
        year_to_date=year_to_date * WAN, to_date=year_to_date * WAN, form_progress="主体施工",
    )  # fmt: skip


def _profile(project_id: int, name: str, area_id: int, total: int) -> ProfileCard:
    return ProfileCard(project_id=project_id, name=name, area_id=area_id, total_investment=total, nature="new",
                       start_year=2025, end_year=2026, site="产业园", done_by_last_year=0)  # fmt: skip


def person(username: str, role: Role, area_id: int) -> OfficialCard:
    """An official with a role in an office of the area, as they stand on the day."""
    official(username, role, area_id)
    return seated(username)


def seated(username: str) -> OfficialCard:
    """The official of an account, as they stand on the day."""
    found = who.official_of(get_user_model().objects.get(username=username), on=AT.date())
    assert found is not None
    return found


def edited(data: bytes, edit: Callable[[Worksheet], None]) -> bytes:
    """The form with what a reporter's hand did to its visible sheet."""
    book = load_workbook(io.BytesIO(data))
    edit(book[SHEET])
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def serial_of(project_id: int) -> str:
    """The serial of a project."""
    return serials([project_id])[project_id]


def row_of(sheet: Worksheet, project_id: int) -> int:
    """The row (as Excel counts) of a project."""
    serial = serial_of(project_id)
    rows = range(FIRST_ROW + 1, sheet.max_row + 1)
    return next(row for row in rows if sheet.cell(row, INDEX["serial"] + 1).value == serial)


def put(sheet: Worksheet, project_id: int, **values: Any) -> None:
    """Type values into a project's row; a double underscore in a key stands for a dot."""
    row = row_of(sheet, project_id)
    for key, value in values.items():
        sheet.cell(row, INDEX[key.replace("__", ".")] + 1).value = value


def filling(town: County, **more: Any) -> Callable[[Worksheet], None]:
    """A proper July: the plant did 2,600.5 万元, the warehouse 300; ``more`` goes into the plant's row."""

    def fill(sheet: Worksheet) -> None:
        put(sheet, town.plant, month_completed=2600.5, form_progress="主体封顶", node="主体封顶", paid__own=25_000)
        put(sheet, town.store, month_completed=300, form_progress="钢构安装")
        put(sheet, town.plant, **more)

    return fill


def july(area: str = "清河区") -> bytes:
    """The blank form of July."""
    return queries.form(MONTH, area)


def submit(data: bytes, **more: Any) -> Receipt:
    """Hand a form in as 王填报."""
    asked = {"at": AT, "by": "王填报", **more}
    return actions.take_in(data, "清河月报.xlsx", **asked)


def heading_row() -> int:
    """The second header row, as Excel counts."""
    return HEADER_ROW + 1
