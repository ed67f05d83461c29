"""Workbooks as counties hand them in: one sheet a kind of fact, so that every fact has its cell."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from ballast.kit.money import WAN
from ballast.site.golden.news import Card, Sheet

HEADER_ROW = 3
MONEY = frozenset(
    (
        "total_investment",
        "done_by_last_year",
        "amount",
        "agreed",
        "paid_in",
        "output",
        "tax",
        "month_completed",
        "year_to_date",
        "to_date",
    )
)
QUANTITIES = frozenset(("requested", "granted"))

# Sheet by sheet: its title, and its columns after 序号 and 项目名称, each with the field it fills.
LAYOUT: dict[Sheet, tuple[str, tuple[tuple[str, str], ...]]] = {
    Sheet.POOL: (
        "项目库",
        (
            ("项目代码", "project_code"),
            ("统一社会信用代码", "credit_code"),
            ("建设单位", "owner"),
            ("投资方", "investor"),
            ("建设地点", "site"),
            ("经度", "longitude"),
            ("纬度", "latitude"),
            ("建设性质", "nature"),
            ("建设规模及内容", "content"),
            ("开工年份", "start_year"),
            ("竣工年份", "end_year"),
            ("总投资", "total_investment"),
            ("至上年底累计完成", "done_by_last_year"),
            ("行业代码", "industry"),
            ("主导产业", "lead_industry"),
            ("战新", "strategic"),
            ("用地方式", "land_mode"),
            ("用地（亩）", "land_mu"),
            ("责任单位", "responsible"),
            ("责任人", "responsible_person"),
            ("包联领导", "linked_leader"),
            ("备注", "remarks"),
        ),
    ),
    Sheet.PLANS: ("年度计划", (("年度", "year"), ("年度计划投资", "amount"), ("年度目标", "goal"))),
    Sheet.PROMISES: (
        "协议承诺",
        (
            ("年产值", "output"),
            ("年税收", "tax"),
            ("就业（人）", "jobs"),
            ("拿地即开工", "start_on_land"),
        ),
    ),
    Sheet.LISTS: ("名单", (("纳入时间", "since"), ("调出时间", "until"))),
    Sheet.CLOCKS: (
        "节点台账",
        (
            ("节点", "kind"),
            ("口径", "basis"),
            ("计划时间", "planned_on"),
            ("实际时间", "actual_on"),
            ("佐证材料", "evidence"),
        ),
    ),
    Sheet.PROGRESS: (
        "月度进度",
        (
            ("本月完成", "month_completed"),
            ("1—本月累计完成", "year_to_date"),
            ("开工累计", "to_date"),
            ("形象进度", "form_progress"),
            ("存在问题", "problems"),
            ("需协调事项", "needs"),
            ("说明", "explanation"),
        ),
    ),
    Sheet.FUNDS: ("资金到位", (("资金来源", "channel"), ("协议金额", "agreed"), ("累计到位", "paid_in"))),
    Sheet.OUTPUT: ("投产产出", (("近12个月产值", "output"), ("近12个月税收", "tax"), ("在岗人数", "jobs"))),
    Sheet.RESOURCES: (
        "要素保障",
        (
            ("要素", "resource"),
            ("单位", "unit"),
            ("申请量", "requested"),
            ("申请日期", "requested_on"),
            ("应办结日期", "due_on"),
            ("批复量", "granted"),
            ("批复日期", "granted_on"),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished workbook: its bytes, and by sheet its cards with the rows they stand in."""

    data: bytes
    cards: dict[Sheet, list[Card]]


def letters(sheet: Sheet) -> dict[str, str]:
    """Which column of a sheet fills which field."""
    return {field: chr(ord("C") + step) for step, (_, field) in enumerate(LAYOUT[sheet][1])}


def write(title: str, told: Mapping[Sheet, list[Card]], name_of: Callable[[Card], str], at: datetime) -> Paper:
    """Write the workbook of ``told``; the same cards give the same bytes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"title": title, "created": at.replace(tzinfo=None)})
    bold = book.add_format({"bold": True})
    placed = {sheet: _sheet(book, bold, title, sheet, told[sheet], name_of) for sheet in sorted(told)}
    book.close()
    return Paper(buffer.getvalue(), placed)


def _sheet(
    book: Any, bold: Any, title: str, sheet: Sheet, cards: list[Card], name_of: Callable[[Card], str]
) -> list[Card]:
    name, columns = LAYOUT[sheet]
    page = book.add_worksheet(name)
    page.write_string(0, 0, f"{title} · {name}", bold)
    page.write_string(1, 0, "单位：万元")
    page.write_row(HEADER_ROW - 1, 0, ["序号", "项目名称", *(heading for heading, _ in columns)], bold)
    page.set_column(1, 1, 42)
    page.freeze_panes(HEADER_ROW, 2)
    placed = []
    for step, card in enumerate(cards):
        page.write_number(HEADER_ROW + step, 0, step + 1)
        page.write_string(HEADER_ROW + step, 1, name_of(card))
        for column, (_, field) in enumerate(columns, 2):
            value = getattr(card, field)
            if value is not None and value != "":
                page.write(HEADER_ROW + step, column, _plain(field, value))
        placed.append(replace(card, row=HEADER_ROW + step + 1))
    return placed


def _plain(field: str, value: Any) -> Any:
    if field in MONEY:
        return float(Decimal(value) / WAN)
    if field in QUANTITIES:
        return float(Decimal(value) / 1000)
    if isinstance(value, bool):
        return "是" if value else "否"
    if hasattr(value, "zh"):
        return value.zh
    if isinstance(value, date | int):
        return value
    return float(value) if isinstance(value, Decimal) else str(value)
