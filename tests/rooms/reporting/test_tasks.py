"""The year's form of tasks: written filled and locked, read back all or nothing, looked at before it is recorded."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.kit.ledger.sealing import seal
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as who
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry import queries as projects
from ballast.rooms.registry.cards import PlanCard, ProfileCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.actions import TasksRefused
from ballast.rooms.reporting.models import AreaTarget
from ballast.rooms.reporting.tasks import known
from ballast.rooms.reporting.tasks.layout import PROJECTS, PUBLISHED, TARGETS, Layout
from ballast.rulebook.terms import AreaKind
from ballast.site.commands import main
from rooms.reporting import cast
from rooms.reporting.cast import WAN, County
from rooms.supervision.cast import BOOKS
from town import PASSWORD

pytestmark = pytest.mark.django_db
NAME, YEAR = "任务分解.xlsx", 2025
NOW = datetime(2025, 8, 5, 1, tzinfo=UTC)


def form(official: OfficialCard, area: str = "") -> bytes:
    """The form an official takes, of an area or of all."""
    return queries.tasks_form(YEAR, area, mine=actions.setter(official, at=NOW), at=NOW)[1]


def filled(data: bytes, *cells: tuple[str, str, Any]) -> bytes:
    """The form with cells typed into: sheet, address, value."""
    book = load_workbook(io.BytesIO(data))
    for sheet, where, value in cells:
        book[sheet][where].value = value
    return cast.saved(book)


def place(layout: Layout, key: str, row: int) -> tuple[str, str]:
    """The sheet and the address of a column in the nth row of data."""
    number = layout.letters[key]
    return layout.name, f"{chr(65 + number)}{row + 3}"


def task(month: str, value: Any, row: int = 1) -> tuple[str, str, Any]:
    return (*place(PROJECTS, month, row), value)


def sent(data: bytes, official: OfficialCard) -> actions.TasksSet:
    return actions.set_tasks(data, NAME, mine=actions.setter(official, at=NOW), at=NOW)


def faults(data: bytes, official: OfficialCard) -> dict[str, str]:
    """What is wrong with a form, by cell; nothing of it may be recorded."""
    with pytest.raises(TasksRefused) as refused:
        sent(data, official)
    return {one.where: one.sentence.zh for one in refused.value.faults}


def tasks_of(town: County) -> dict[str, int | None]:
    return projects.tasks_of([town.plant])[town.plant] if projects.tasks_of([town.plant]) else {}


def test_the_form_comes_filled_and_locked_and_untouched_it_changes_nothing(
    town: County, county: OfficialCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "PART", 1)  # a large city is asked for in parts
    sent(filled(form(county), task("07", 3000), (*place(PROJECTS, "developed", 1), None)), county)
    book = load_workbook(io.BytesIO(form(county)))
    sheet = book[PROJECTS.name]
    assert [sheet.cell(4, column).value for column in (1, 2, 3, 4)] == ["P000001", "高端制剂厂", "清河区", 40_000]
    assert sheet[place(PROJECTS, "07", 1)[1]].value == 3000
    assert sheet.protection.sheet and sheet["A4"].protection.locked and not sheet["E4"].protection.locked
    assert [sheet.cell(row, 2).data_type for row in (4, 5)] == ["s", "s"], "a name is never a formula"
    assert TARGETS.name not in book.sheetnames, "areas' targets are the city's to set"
    assert sent(form(county), county).cells == 0


def test_tasks_and_land_are_recorded_with_their_cells_and_an_empty_cell_takes_nothing_back(
    town: County, county: OfficialCard
) -> None:
    _land(town, 90)
    made = sent(filled(form(county), task("07", 2600.5), task("08", 0), (*place(PROJECTS, "developed", 1), 30)), county)
    assert (made.cells, made.projects, made.recorded.new) == (3, 1, 3)
    assert tasks_of(town)["2025-07"] == 26_005_000 and tasks_of(town)["2025-08"] == 0
    assert projects.developed_of([town.plant]) == {town.plant: Decimal(30)}
    where = projects.cell(town.plant, "target.amount", ("2025-07",))
    assert where is not None and where.text == f"{NAME} · 任务分解表!{place(PROJECTS, '07', 1)[1]}"
    land = projects.cell(town.plant, "profile.developed_mu", ())
    assert land is not None and land.text.endswith(place(PROJECTS, "developed", 1)[1])
    assert sent(filled(form(county), task("07", None)), county).cells == 0
    assert tasks_of(town)["2025-07"] == 26_005_000
    [line, unchanged] = AuditLine.objects.filter(act="set_tasks").order_by("id")
    assert (line.actor, line.result, line.detail["cells"]) == ("county", "done", 3)
    assert (unchanged.result, unchanged.detail["cells"]) == ("unchanged", 0)


def test_a_task_is_taken_back_with_its_reason_and_audit_line(town: County, county: OfficialCard) -> None:
    sent(filled(form(county), task("07", 2600), task("08", 500)), county)
    found = faults(filled(form(county), task("07", "撤回"), task("09", "撤回：没有下达过")), county)
    assert [said for _, said in sorted(found.items())] == [
        "请写明撤回的原因，如“撤回：项目停建”", "没有下达过，无可撤回；应留空",
    ]  # fmt: skip
    form_ = filled(form(county), task("07", "撤回：项目停建"))
    [change] = actions.try_tasks(form_, NAME, mine=actions.setter(county, at=NOW), at=NOW).changes
    assert (change.was, change.becomes) == ("2,600 万元", "撤回：项目停建")
    assert sent(form_, county).cells == 1
    assert tasks_of(town) == {"2025-07": None, "2025-08": 5_000_000}
    [line] = AuditLine.objects.filter(act="withdraw_task")
    assert (line.actor, line.object) == ("county", "P000001 2025")
    assert line.detail["reason"] == "项目停建" and line.detail["was"] == "2,600 万元" and line.detail["column"] == "7月"
    seal("2025-07", at=NOW, by="项目办")
    found = faults(filled(form(county), task("07", "撤回：再撤")), county)
    assert list(found.values()) == ["该月已封账，不能再下达；应留空"]


def test_every_fault_is_named_with_its_cell_and_nothing_is_recorded(town: County, county: OfficialCard) -> None:
    people.establish("990102", "西林县", kind=AreaKind.COUNTY)
    _elsewhere()
    _land(town, 90)
    found = faults(filled(
        form(county), task("01", 100), task("02", "三千万"), task("03", -5), (*place(PROJECTS, "developed", 1), 90.5),
        (*place(PROJECTS, "plan", 2), 1), ("任务分解表", "A6", "P999999"), task("01", 5, row=3),
        ("任务分解表", "A7", "P000004"), ("任务分解表", "A8", "P000001"), task("05", 1, row=6),
    ), county)  # fmt: skip
    told = {where.removeprefix("任务分解表!"): said for where, said in found.items()}
    assert set(told) == {"F4", "G4", "S4", "D5", "A6", "A7", "A8", "A9"}
    assert "应填数字" in told["F4"] and "不小于 0" in told["G4"] and "超过用地面积 90 亩" in told["S4"]
    assert "不在此表改，应为 10,000 万元" in told["D5"] and "没有 P999999" in told["A6"]
    assert "不归您" in told["A7"] and "与第 4 行重复" in told["A8"] and "没有编号" in told["A9"]
    [line] = AuditLine.objects.filter(act="set_tasks")
    assert not tasks_of(town) and (line.actor, line.object, line.result) == ("county", NAME, "refused")
    assert (line.detail["code"], line.detail["faults"]) == ("tasks_refused", 8)


def test_a_sealed_month_is_closed_and_the_others_are_not(town: County, county: OfficialCard) -> None:
    sent(filled(form(county), task("06", 500)), county)
    seal("2025-06", at=NOW, by="项目办")
    sheet = load_workbook(io.BytesIO(form(county)))[PROJECTS.name]
    assert sheet[place(PROJECTS, "06", 1)[1]].protection.locked
    found = faults(filled(form(county), task("06", 600), task("07", 700)), county)
    assert found == {f"任务分解表!{place(PROJECTS, '06', 1)[1]}": "该月已封账，不能再下达；应保留 500 万元"}
    assert sent(filled(form(county), task("07", 700)), county).cells == 1


def test_the_sum_of_the_months_is_held_against_the_plan_and_only_warned_of(town: County, county: OfficialCard) -> None:
    made = sent(filled(form(county), task("07", 40_001)), county)
    assert [one.where for one in made.warnings] == ["任务分解表!D4"]
    assert "合计 40,001 万元，年度计划 40,000 万元" in made.warnings[0].sentence.zh
    assert not sent(filled(form(county), task("07", 39_000)), county).warnings


def test_a_cell_left_as_it_came_does_not_undo_what_another_set_meanwhile(
    town: County, county: OfficialCard, city: OfficialCard
) -> None:
    sent(filled(form(city), task("07", 100)), city)
    mine = form(county)
    sent(filled(form(city), task("07", 200)), city)
    made = sent(filled(mine, task("08", 50)), county)
    assert made.cells == 1 and tasks_of(town)["2025-07"] == 200 * WAN
    [warning] = sent(filled(mine, task("07", 300)), county).warnings
    assert "已有人改为 200 万元" in warning.sentence.zh


def test_an_areas_targets_are_the_citys_to_set(town: County, county: OfficialCard, city: OfficialCard) -> None:
    data = (BOOKS / "tianjin-2022" / "book.toml").read_bytes()
    policy.adopt(data, "book.toml", effective=date(2025, 1, 1), at=NOW, by="office")
    rate = filled(form(city), (*place(TARGETS, "year", 1), 9.5), (*place(TARGETS, "07", 1), "-3%"))
    found = faults(rate, county)
    assert list(found.values()) == ["“地区目标”不由您填写，请联系市项目办；此表请保持原样"]
    assert sent(rate, city).areas == 1
    assert queries.targets()[town.area_id]["fai_growth"] == {"2025": Decimal("9.5"), "2025-07": Decimal(-3)}
    cell = queries.target_cell(town.area_id, "target", ("fai_growth", "2025"))
    where = f"{NAME} · 地区目标!{place(TARGETS, 'year', 1)[1]}"
    assert cell is not None and (cell.field, cell.text) == ("percent", where)
    assert "-100 至 1,000" in list(faults(filled(form(city), (*place(TARGETS, "year", 1), "快")), city).values())[0]
    assert AreaTarget.objects.count() == 2


def test_what_the_statistics_office_publishes_is_the_citys_to_enter(
    town: County, county: OfficialCard, city: OfficialCard
) -> None:
    blank = form(city)
    row = next(row for row in load_workbook(io.BytesIO(blank))[PUBLISHED.name].iter_rows(min_row=4)
               if (row[0].value, row[2].value) == ("990101", "fai"))  # fmt: skip
    july, may = (f"{chr(65 + PUBLISHED.letters[month])}{row[0].row}" for month in ("07", "05"))
    typed = filled(blank, (PUBLISHED.name, july, 12345.6))
    assert list(faults(typed, county).values()) == ["“统计数据”不由您填写，请联系市项目办；此表请保持原样"]
    assert sent(typed, city).areas == 1
    assert queries.indicators()[town.area_id] == {"fai": {"2025-07": 123_456_000}}
    cell = queries.indicator_cell("990101", "fai", "2025-07")
    assert cell is not None and cell.text == f"{NAME} · 统计数据!{july}"
    assert AuditLine.objects.filter(act="set_tasks", result="done", actor="office").count() == 1
    assert sent(form(city), city).cells == 0, "what was entered comes back as it stands"
    sent(filled(form(city), (PUBLISHED.name, july, "撤回：填错地区")), city)
    assert queries.indicators()[town.area_id] == {"fai": {"2025-07": None}}
    seal("2025-05", at=NOW, by="office")
    assert "该月已封账" in faults(filled(form(city), (PUBLISHED.name, may, 1)), city)[f"统计数据!{may}"]


def test_a_form_of_something_else_is_refused(town: County, county: OfficialCard) -> None:
    for data in (cast.july(), filled(form(county), ("_ballast", "B1", "难说"))):
        with pytest.raises(Exception, match="这不是本系统的任务分解表"):
            sent(data, county)


def test_the_page_shows_what_would_change_then_records_it(town: County, county: OfficialCard) -> None:
    client = Client(headers={"accept-language": "en"})
    assert client.login(username="county", password=PASSWORD)
    year = timezone.localdate().year
    address = reverse("task-form", args=[year, "990101"])
    _plan(town, year)
    data = client.get(address).content
    assert AuditLine.objects.filter(act="task_form").get().actor == "county"
    wrong = client.post(reverse("tasks-hand-in"), {"file": SimpleUploadedFile(NAME, filled(data, task("12", "多")))})
    assert wrong.status_code == 422 and "1 cell is wrong" in wrong.content.decode()
    assert AuditLine.objects.filter(act="refusal", actor="county").count() == 1
    shown = client.post(reverse("tasks-hand-in"), {"file": SimpleUploadedFile(NAME, filled(data, task("12", 700)))})
    assert "1 cell changes" in shown.content.decode() and "700 万元" in shown.content.decode() and not tasks_of(town)
    done = client.post(reverse("tasks-hand-in"), {"kept": shown.context["trial"].sha256}, follow=True)
    assert "1 cells are recorded" in done.content.decode() and tasks_of(town) == {f"{year}-12": 700 * WAN}
    other = client.post(reverse("tasks-hand-in"), {"file": SimpleUploadedFile(NAME, b"x,y\n1,2\n")})
    assert other.status_code == 422 and "no form of tasks" in other.content.decode()
    assert client.post(reverse("tasks-hand-in"), {"kept": "0" * 64}).status_code == 422


def test_on_the_command_line(town: County, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / NAME

    def typed(*words: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main(["tasks", *words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    assert typed("--form", "2025", "--area", "清河区", "-o", str(file))[0] == 0
    blank = file.read_bytes()
    file.write_bytes(filled(blank, task("07", "多")))
    code, said = typed(str(file))
    assert (code, said["recorded"], len(said["faults"])) == (1, False, 1)
    file.write_bytes(filled(blank, task("07", 100)))
    assert typed(str(file), "--try")[1]["recorded"] is False and not tasks_of(town)
    code, said = typed(str(file), "--by", "王主任")
    assert (code, said["recorded"], said["changes"][0]["after"]) == (0, True, 100 * WAN)
    assert AuditLine.objects.get(act="set_tasks", result="done").actor == "王主任"
    assert typed("--form", "二〇二五", "-o", str(file))[1]["errors"][0]["code"] == "unknown_year"
    assert typed(str(tmp_path / "没有.xlsx"))[1]["errors"][0]["code"] == "missing"


def _land(town: County, mu: int) -> None:
    with journal.entry(at=NOW, by="市项目办", action="test") as writer:
        card = projects.project_card(town.plant)
        assert card is not None
        registry.describe([replace(card, land_mu=Decimal(mu))], writer=writer)


def _plan(town: County, year: int) -> None:
    with journal.entry(at=NOW, by="市项目办", action="test") as writer:
        registry.describe([PlanCard(project_id=town.plant, year=year, amount=WAN)], writer=writer)


def _elsewhere() -> None:
    """A project of another county: P000004."""
    west = next(area.id for area in who.areas() if area.code == "990102")
    with journal.entry(at=NOW, by="市项目办", action="test") as writer:
        [other] = registry.enrol(1, writer=writer)
        registry.describe([ProfileCard(project_id=other, name="林场", area_id=west)], writer=writer)
