"""What the loop refuses, with a sentence that says where, an audit line, and nothing changed."""

import io
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from openpyxl import load_workbook

from ballast.kit.ledger import journal
from ballast.kit.ledger.sealing import seal
from ballast.kit.refusal import Refusal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry.actions import naming
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Chosen, Edit
from ballast.rooms.reporting.models import Report
from ballast.rulebook.loop import State
from ballast.rulebook.terms import ProjectRoleKind, Role
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, County
from rooms.reporting.way import JULY, audited, plant, state, submitted, typed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("month", "at", "says"),
    [("2025-7", AT, "不是月份"), ("2025-09", AT, "还没有到"), ("2025-06", AT, "已封账")],
)
def test_a_month_must_be_one_and_open(town: County, clerk: OfficialCard, month: str, at: object, says: str) -> None:
    seal("2025-06", at=AT - timedelta(days=1), by="项目办")
    with pytest.raises(Exception, match=says):
        actions.save(month, [Edit(cast.serial_of(town.plant), JULY)], official=clerk, at=AT)
    assert not Report.objects.exists()
    assert audited("report_save", "refused").actor == "clerk"


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"total_investment": 1}, "没有可填的"),
        ({"没有这栏": 1}, "没有可填的"),
        ({"problems": "字" * 2001}, "最多 2000 字"),
        ({"problems": ["a"]}, "应为文字或数字"),
        ({"problems": "a\0b"}, "不是文字"),
        ({"problems": "\ud800"}, "不是文字"),
    ],
)
def test_what_is_no_cell_is_refused(town: County, clerk: OfficialCard, cells: dict[str, object], says: str) -> None:
    with pytest.raises(actions.NotACell, match=says) as refused:
        actions.save(MONTH, [Edit(cast.serial_of(town.plant), cells)], official=clerk, at=AT)
    assert cast.serial_of(town.plant) in refused.value.where
    assert not Report.objects.exists()


def test_remarks_fit_and_are_on_cells_there_are(town: County, clerk: OfficialCard, county: OfficialCard) -> None:
    submitted(town, clerk)
    for said, says in (({"problems": "字" * 5001}, "最多 5000 字"), ({"无此栏": "改"}, "没有这一栏")):
        with pytest.raises(actions.RemarkRefused, match=says):
            actions.send_back(MONTH, plant(town, **said), official=county, at=AT)
    assert state(town) == State.SUBMITTED


def test_formulas_stay_words(town: County, clerk: OfficialCard) -> None:
    evil = "=cmd|' /C calc'!A0"
    typed(town, clerk, problems=evil, month_completed=evil)
    assert Report.objects.get().values["problems"] == evil
    sheet = load_workbook(io.BytesIO(cast.july()))[cast.SHEET]
    row = cast.row_of(sheet, town.plant)
    for key in ("problems", "month_completed"):
        cell = sheet.cell(row, cast.INDEX[key] + 1)
        assert (cell.data_type, cell.value) == ("s", evil)


def test_a_reviewer_accepts_what_they_saw_and_nothing_newer(
    town: County, clerk: OfficialCard, county: OfficialCard
) -> None:
    submitted(town, clerk)
    actions.recall(MONTH, plant(town), official=clerk, at=AT)
    typed(town, clerk, 1, month_completed=2700)
    actions.submit(MONTH, plant(town, 2), official=clerk, at=AT)
    with pytest.raises(actions.Overtaken, match="第 1 版，现为第 2 版；本月完成由“2600.5”改为“2700”（clerk）"):
        actions.accept(MONTH, plant(town, 1), official=county, at=AT)
    assert state(town) == State.SUBMITTED


def test_the_log_and_the_answers_are_never_changed(town: County, clerk: OfficialCard) -> None:
    typed(town, clerk, key="k", month_completed=1)
    for table in ("reporting_step", "reporting_act"):
        for statement in (f"UPDATE {table} SET by = by", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="ballast ledger"), transaction.atomic():
                connection.cursor().execute(statement.replace("by = by", "\"by\" = 'x'"))


def test_an_owner_fills_in_what_they_answer_for_and_nothing_else(town: County, city: OfficialCard) -> None:
    cast.person("yezhu", Role.OWNER, town.area_id)
    today = AT.date()
    naming.name_role(
        town.plant, ProjectRoleKind.OWNER_CONTACT, "yezhu", official=city, since=cast.START, on=today, at=AT
    )
    owner = cast.seated("yezhu")
    assert [item.project_id for item in queries.worklist(MONTH, owner, on=today).to_fill] == [town.plant]
    submitted(town, owner)
    assert state(town) == State.SUBMITTED
    with pytest.raises(actions.NotYours):
        actions.save(MONTH, [Edit(cast.serial_of(town.store), {"problems": "x"})], official=owner, at=AT)
    with pytest.raises(NotAllowed):
        actions.accept(MONTH, plant(town), official=owner, at=AT)


def test_a_project_the_month_does_not_ask_for_is_not_typed(town: County, clerk: OfficialCard) -> None:
    with journal.entry(at=AT, by="test", action="test") as writer:
        produced = MilestoneCard(project_id=town.plant, kind="producing", basis="declared", actual_on=date(2025, 6, 1))
        lifecycle.move([produced], writer=writer)
    with pytest.raises(actions.NotOnTheForm, match="已投产"):
        typed(town, clerk, month_completed=1)


def test_a_clock_behind_the_ledger_is_refused_and_audited(town: County, clerk: OfficialCard) -> None:
    early = cast.BEFORE - timedelta(hours=1)
    with pytest.raises(journal.ClockBehind, match="请校正时钟"):
        actions.save("2025-06", [Edit(cast.serial_of(town.plant), {"problems": "x"})], official=clerk, at=early)
    assert audited("report_save", "refused").detail["code"] == "clock_behind"
    assert not Report.objects.exists()


def test_a_list_is_done_whole_or_not_at_all(town: County, clerk: OfficialCard, county: OfficialCard) -> None:
    submitted(town, clerk)
    actions.save(MONTH, [Edit(cast.serial_of(town.store), {"month_completed": 1})], official=clerk, at=AT)
    both = [Chosen(cast.serial_of(one), 1, {"": "重报"}) for one in (town.plant, town.store)]
    with pytest.raises(actions.NotThen, match="月报为“草稿”，不能退回；现在可以：保存、提交") as refused:
        actions.send_back(MONTH, both, official=county, at=AT)
    assert refused.value.where == cast.serial_of(town.store)
    assert state(town) == State.SUBMITTED
    for serials, says in (([cast.serial_of(town.plant)] * 2, "出现两次"), ([], "1 至 2000 个")):
        with pytest.raises(Refusal, match=says):
            actions.accept(MONTH, [Chosen(serial, 1) for serial in serials], official=county, at=AT)
