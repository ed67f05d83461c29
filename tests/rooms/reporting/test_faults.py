"""Every fault of a filled form is named with its cell, and the ledger is as it was."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from ballast.kit.ledger.models import Entry
from ballast.kit.ledger.sealing import seal
from ballast.kit.refusal import Refusal
from ballast.rooms.people import actions as people
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import CellFinding
from ballast.rooms.reporting.models import Submission
from ballast.rooms.reporting.workbook.layout import INDEX
from ballast.rulebook.terms import AreaKind
from rooms.reporting import cast
from rooms.reporting.cast import AT, County, Sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> County:
    return cast.county()


def sent_back(data: bytes, **more: object) -> tuple[CellFinding, ...]:
    """Everything found on a form that is sent back; the journal stays as it was."""
    head = Entry.objects.order_by("-id").first()
    with pytest.raises(actions.SentBack) as refused:
        cast.submit(data, **more)
    assert Entry.objects.order_by("-id").first() == head
    assert Submission.objects.latest("id").status == "returned"
    return refused.value.receipt.findings


# What is typed into the plant's row, the code of the finding, its column, and words of its sentence.
TYPED = [
    ({"month_completed": "2600"}, "text_amount", "M", "应填数字 2600"),
    ({"month_completed": "１．２亿元"}, "text_amount", "M", "应填数字 12000"),
    ({"month_completed": "约三千"}, "text_amount", "M", "不是数字"),
    ({"month_completed": "#REF!"}, "formula_error", "M", "公式出错"),
    ({"month_completed": -5}, "negative", "M", "不小于 0"),
    ({"month_completed": True}, "text_amount", "M", "不是数字"),
    ({"month_completed": 1e18}, "absurd_amount", "M", "单位"),
    ({"month_completed": 20_000_000, "form_progress": "浇筑"}, "absurd_amount", "O", "10,000,000 万元"),
    ({"year_to_date": 14_000}, "year_sum", "N", "应为 14,600.5"),
    ({"to_date": 15_000}, "whole_sum", "O", "应为 14,600.5"),
    ({"month_completed": 0, "year_to_date": 12_000, "to_date": 11_000}, "to_date_falls", "O", "只增不减|不会减少"),
    ({"month_completed": 21_000}, "month_share", "M", "52%"),
    ({"form_progress": None}, "words_missing", "R", "形象进度未填"),
    ({"node": "挖坑"}, "not_a_choice", "Q", "应为：进场"),
    ({"completed__actual_on": "2025年7月"}, "not_a_date", "V", "应填到日"),
    ({"completed__planned_on": date(2205, 7, 1)}, "date_out_of_range", "U", "1990"),
    ({"completed__planned_on": date(1925, 7, 1)}, "date_out_of_range", "U", "1990"),
    ({"completed__actual_on": date(2025, 8, 1)}, "completion_in_future", "V", "晚于报表月份"),
    ({"completed__actual_on": date(2025, 1, 5)}, "completed_before_started", "V", "早于实际开工时间"),
    ({"started__actual_on": None}, "date_withdrawn", "T", "实际开工时间"),
    ({"paid__own": 70_000}, "over_agreed", None, "超过协议资金"),
    ({"paid__own": 1_000}, "paid_in_falls", None, "少于此前"),
    ({"total_investment": 999}, "locked_changed", "H", "应为“100,000”"),
    ({"name": "别的厂"}, "locked_changed", "C", "高端制剂厂"),
    ({"last_to_date": 1}, "locked_changed", "L", "12,000"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "code", "letter", "says"), TYPED)
def test_a_fault_is_named_with_its_cell(
    town: County, typed: dict[str, object], code: str, letter: str | None, says: str
) -> None:
    data = cast.edited(cast.july(), cast.filling(town, **typed))
    found = {one.code: one for one in sent_back(data)}[code]
    assert found.where.startswith("清河月报.xlsx · 月报表!" + (letter or ""))
    assert found.serial == cast.serial_of(town.plant)
    assert any(words in found.sentence.zh + found.clause.zh for words in says.split("|"))
    assert found.sentence.en
    assert found.clause.en


def test_a_warning_is_accepted_with_an_explanation(town: County) -> None:
    fast = {"month_completed": 21_000, "explanation": "设备集中到货"}
    receipt = cast.submit(cast.edited(cast.july(), cast.filling(town, **fast)))
    [found] = [one for one in receipt.findings if one.code == "month_share"]
    assert (found.severity, found.explained, found.stops) == ("warning", True, False)


def drop(serial_of: str) -> Callable[[County], Callable[[Sheet], None]]:
    """Remove a project's row."""
    return lambda town: lambda sheet: sheet.delete_rows(cast.row_of(sheet, getattr(town, serial_of)))


def serial(row_of: str, text: str | None) -> Callable[[County], Callable[[Sheet], None]]:
    """Overwrite the serial of a project's row."""
    return lambda town: lambda sheet: cast.put(sheet, getattr(town, row_of), serial=text)


@pytest.mark.parametrize(
    ("hand", "code", "says"),
    [
        (drop("road"), "row_missing", "园区道路"),
        (lambda town: serial("road", cast.serial_of(town.plant))(town), "row_twice", "第 6 行已填"),
        (serial("road", "P999999"), "row_unknown", "没有编号 P999999"),
        (serial("road", None), "row_without_serial", "没有项目编号"),
    ],
)
def test_rows_that_do_not_belong(
    town: County, hand: Callable[[County], Callable[[Sheet], None]], code: str, says: str
) -> None:
    found = {one.code: one for one in sent_back(cast.edited(cast.july(), hand(town)))}[code]
    assert says in found.sentence.zh
    assert found.where.startswith("清河月报.xlsx · 月报表")


def test_a_project_of_another_area_is_named_with_its_area(town: County) -> None:
    east = cast.county(name="东岭县", code="990102", prefix="东")
    data = cast.edited(cast.july(), lambda sheet: cast.put(sheet, town.road, serial=cast.serial_of(east.road)))
    found = {one.code: one for one in sent_back(data)}["row_of_another_area"]
    assert "属于东岭县" in found.sentence.zh


def test_a_form_for_another_month_or_area_is_refused(town: County) -> None:
    people.establish("990102", "东岭县", kind=AreaKind.COUNTY)
    data = cast.edited(cast.july(), cast.filling(town))
    with pytest.raises(actions.WrongForm, match="2025-07 的月报表，不是 2025-06"):
        cast.submit(data, month="2025-06")
    with pytest.raises(actions.WrongForm, match="清河区的月报表，不是东岭县"):
        cast.submit(data, area="东岭县")
    with pytest.raises(Refusal, match="不是月份"):
        cast.submit(data, month="七月")
    with pytest.raises(actions.NotYet, match="2025-09 还没有到"):
        cast.submit(queries.form("2025-09", "清河区"))


def test_a_sealed_month_takes_no_report(town: County) -> None:
    data = cast.edited(cast.july(), cast.filling(town))
    seal("2025-07", at=AT - timedelta(minutes=1), by="项目办")
    head = Entry.objects.order_by("-id").first()
    with pytest.raises(actions.MonthSealed, match="更正单"):
        cast.submit(data)
    assert Entry.objects.order_by("-id").first() == head


def test_two_people_at_once_see_both_values(town: County) -> None:
    blank = cast.july()
    cast.submit(cast.edited(blank, cast.filling(town)), by="王填报")
    mine = {"month_completed": 2500, "year_to_date": 14_500, "to_date": 14_500}
    found = {one.code: one for one in sent_back(cast.edited(blank, cast.filling(town, **mine)), by="李填报")}
    assert "王填报 已报“本月完成”为 2,600.5 万元，本表为 2,500 万元" in found["changed_meanwhile"].sentence.zh
    assert found["changed_meanwhile"].where.endswith(f"!M{6}")
    assert cast.submit(cast.edited(blank, cast.filling(town, **mine)), by="王填报").revised == 1


def test_every_fault_is_listed_at_once(town: County) -> None:
    def spoil(sheet: Sheet) -> None:
        cast.put(sheet, town.plant, month_completed="多", node="挖坑", completed__planned_on="明年")
        cast.put(sheet, town.store, month_completed=-1)
        sheet.cell(3, INDEX["name"] + 1).value = "项 目\n名 称"

    assert len({one.where for one in sent_back(cast.edited(cast.july(), spoil)) if one.severity == "error"}) == 4
