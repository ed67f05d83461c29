"""Many at once from a roster: all or none, every fault with its cell, passwords told once."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from openpyxl import Workbook, load_workbook

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.verification import verify
from ballast.kit.refusal import Refusal
from ballast.rooms.people import actions, queries
from ballast.rooms.people.models import Appointment, Official
from ballast.rulebook.terms import AreaKind, Role
from town import account, everybody

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 8, 1, 2, tzinfo=UTC)
TODAY = date(2025, 8, 1)
HEAD = ["账号", "姓名", "单位", "地区", "岗位", "任职开始", "任职截止"]
BY: dict[str, Any] = {"at": NOW, "by": "admin"}


@pytest.fixture
def areas() -> dict[str, int]:
    city = actions.establish("990000", "海州市", kind=AreaKind.CITY)
    east = actions.establish("990001", "东港区", kind=AreaKind.COUNTY, parent_id=city, position=1)
    actions.open_office("东港区发改局", area_id=east)
    return {"city": city, "east": east, "west": east}


def book(*rows: list[Any], head: list[str] | None = None, above: int = 0) -> bytes:
    """A roster of these rows."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "人员名册"
    for number in range(above):
        sheet.append([f"第 {number} 行封面"])
    sheet.append(HEAD if head is None else head)
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def faults(refused: pytest.ExceptionInfo[actions.RosterRefused]) -> dict[str, str]:
    """What was said of each cell."""
    return {fault.where: fault.sentence.zh for fault in refused.value.faults}


def test_everybody_of_a_roster_gets_an_account_and_a_password_of_their_own(areas: dict[str, int]) -> None:
    made = actions.enlist(book(["wang", "王一"], ["li.si", "李四"], above=2), "名册.xlsx", **BY)
    assert [(one.username, one.name) for one in made] == [("wang", "王一"), ("li.si", "李四")]
    for one in made:
        user = authenticate(username=one.username, password=one.password)
        assert user is not None and Official.objects.get(user=user).must_change_password
    assert len({one.password for one in made}) == 2
    assert AuditLine.objects.filter(act="open_account", object__in=("wang", "li.si"), actor="admin").count() == 2
    assert not any(one.password in str(line.detail) for one in made for line in AuditLine.objects.all())
    sheet = load_workbook(io.BytesIO(queries.passwords_sheet(made))).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        [one.username, one.name, one.password] for one in made
    ]  # fmt: skip


@pytest.mark.parametrize("head", [HEAD[:2], ["登录账号*", "真实 姓名（必填）"]])
def test_a_text_file_does_too_by_whatever_headings(areas: dict[str, int], head: list[str]) -> None:
    held = io.StringIO()
    csv.writer(held).writerows([head, ["wang", "王一"]])
    assert len(actions.enlist(held.getvalue().encode("gb18030"), "名册.csv", **BY)) == 1


def test_every_fault_is_named_with_its_cell_and_nothing_is_taken(areas: dict[str, int]) -> None:
    account("taken")
    rows = [["good", "王一"], ["Bad Name", "李四"], ["taken", "张三"], ["good", "赵五"], ["empty", ""], ["x1", "=1+1"]]
    with pytest.raises(actions.RosterRefused) as refused:
        actions.enlist(book(*rows), "名册.xlsx", **BY)
    said = faults(refused)
    assert list(said) == [f"人员名册!{cell}" for cell in ("A3", "A4", "A5", "B6", "B7")]
    assert "不合要求" in said["人员名册!A3"] and "已存在" in said["人员名册!A5"]
    assert refused.value.where == "人员名册!A3" and "5 处" in refused.value.sentence.zh
    assert get_user_model().objects.count() == 1
    assert not AuditLine.objects.filter(act="open_account", actor="admin").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (book(["x"], head=["序号"]), "没有找到名册"),
        (book(["x1", "县里"], head=["账号", "备注", "单位"]), "缺少“姓名”"),
        (book(), "应有 1 至"), (b"%PDF-1.7", ""), (b"", ""),
    ],
)  # fmt: skip
def test_what_is_no_roster_is_refused(areas: dict[str, int], data: bytes, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.enlist(data, "名册.xlsx", **BY)
    faulty = getattr(refused.value, "faults", ())
    assert said in refused.value.sentence.zh + "".join(fault.sentence.zh for fault in faulty)
    assert not get_user_model().objects.exists()


def test_everybody_of_a_roster_is_appointed_and_new_offices_are_opened(areas: dict[str, int]) -> None:
    ids = {name: account(name) for name in ("wang", "li")}
    rows = [
        ["wang", "王一", "东港区发改局", "", "填报员", datetime(2025, 9, 1), "2026.8.31"],
        ["li", "李四", "东港区住建局", "东港", "部门", "", ""],
    ]
    rows[1][4] = "市直部门"
    assert actions.appoint_listed(book(*rows), "名册.xlsx", on=TODAY, **BY) == 2
    [wang] = queries.appointments(official_id=ids["wang"])
    assert (wang.role, wang.since, wang.until) == (Role.REPORTER, date(2025, 9, 1), date(2026, 8, 31))
    [li] = queries.appointments(official_id=ids["li"])
    assert (li.office.name, li.office.area_name, li.since, li.until) == ("东港区住建局", "东港区", TODAY, None)
    assert Appointment.objects.get(official_id=ids["wang"]).cell("role") == "名册.xlsx · 人员名册!E2"
    assert AuditLine.objects.filter(act="appoint", actor="admin").count() == 2
    assert verify() == []


def test_wrong_appointments_are_named_cell_by_cell_and_nobody_is_appointed(areas: dict[str, int]) -> None:
    everybody(areas, "east", "system")
    account("wang")
    before = len(queries.appointments())
    rows = [
        ["nobody", "", "东港区发改局", "", "填报员"], ["wang", "", "无此单位", "", "填报员"],
        ["wang", "", "新单位", "火星", "填报员"], ["wang", "", "东港区发改局", "", "镇长"],
        ["wang", "", "东港区发改局", "", "填报员", "昨天"],
        ["wang", "", "东港区发改局", "", "填报员", "2025-9-1", "2025-8-1"],
        ["system", "", "东港区发改局", "", "填报员"], ["wang", "", "东港区发改局", "", "审计管理员"],
        ["wang", "", "东港区发改局", "", "填报员"],
    ]  # fmt: skip
    with pytest.raises(actions.RosterRefused) as refused:
        actions.appoint_listed(book(*rows), "名册.xlsx", on=TODAY, **BY)
    said = faults(refused)
    cells = ("A2", "C3", "D4", "C4", "E5", "F6", "E7", "E8", "E10")
    assert list(said) == [f"人员名册!{cell}" for cell in cells]
    assert "三人" in said["人员名册!E8"] and "三人" in said["人员名册!E10"]
    assert len(queries.appointments()) == before
    assert "新单位" not in [office.name for office in queries.offices()]


def test_the_empty_roster_can_be_filled_and_read_back(areas: dict[str, int]) -> None:
    blank = load_workbook(io.BytesIO(queries.blank_roster()))
    sheet = blank["人员名册"]
    assert [cell.value for cell in sheet[1]] == HEAD
    assert blank["选项"].sheet_state == "hidden"
    for place, value in enumerate(["wang", "王一", "东港区发改局", "", "填报员"], start=1):
        sheet.cell(2, place).value = value
    held = io.BytesIO()
    blank.save(held)
    assert [one.username for one in actions.enlist(held.getvalue(), "名册.xlsx", **BY)] == ["wang"]
    assert actions.appoint_listed(held.getvalue(), "名册.xlsx", on=TODAY, **BY) == 1
    assert queries.appointments(on=TODAY + timedelta(days=1))[0].name == "王一"


FIRST = (
    ["xitong", "司若川", "大数据局", "海州市", "系统管理员"], ["anquan", "汤守拙", "网信办", "海州市", "安全管理员"],
    ["shenji", "郝立群", "审计局", "海州市", "审计管理员"],
)  # fmt: skip


def test_a_city_is_founded_with_its_three_administrators_once() -> None:
    asked = {"city": ("990000", "海州市"), "on": TODAY, **BY}
    with pytest.raises(actions.RosterRefused) as refused:
        actions.found(book(FIRST[0], FIRST[2]), "名册.xlsx", **asked)
    assert "安全管理员" in faults(refused)["名册.xlsx"]
    assert not get_user_model().objects.exists() and queries.areas() == []
    made = actions.found(book(*FIRST), "名册.xlsx", **asked)
    assert [one.username for one in made] == ["xitong", "anquan", "shenji"]
    assert {card.role for card in queries.appointments(on=TODAY)} == {
        Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN,
    }  # fmt: skip
    with pytest.raises(actions.AlreadyFounded):
        actions.found(book(["other", "王一", "大数据局", "", "系统管理员"]), "名册.xlsx", **asked)
    assert verify() == []


def test_the_command_writes_the_blank_roster_and_the_passwords(tmp_path: Any, capsys: Any) -> None:
    from ballast.site.commands import main

    roster, passwords = tmp_path / "名册.xlsx", tmp_path / "密码.xlsx"
    assert main(["accounts", "--blank", "-o", str(roster)]) == 0
    assert load_workbook(roster).sheetnames[0] == "人员名册"
    roster.write_bytes(book(*FIRST))
    assert main(["accounts", str(roster), "-o", str(passwords), "--city", "990000=海州市"]) == 0
    sheet = load_workbook(passwords).active
    assert sheet is not None and passwords.stat().st_mode & 0o777 == 0o600
    assert authenticate(username="anquan", password=str(sheet["C4"].value)) is not None
    assert main(["accounts", str(roster), "-o", str(passwords), "--json"]) == 2
    assert "already_founded" in capsys.readouterr().out
