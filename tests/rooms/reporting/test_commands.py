"""``ballast form``, ``submit`` and ``correct``, as typed, with ``--json`` in 元."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry
from ballast.kit.ledger.sealing import seal
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.models import Progress
from ballast.site.commands import main
from rooms.reporting import cast

pytestmark = pytest.mark.django_db


def typed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    """The exit code and the JSON of a command."""
    capsys.readouterr()
    code = main([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_month_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town, file = cast.county(), tmp_path / "月报.xlsx"
    assert typed(capsys, "form", "2025-07", "--area", "清河区", "-o", str(file))[0] == 0
    blank = file.read_bytes()
    file.write_bytes(cast.edited(blank, cast.filling(town, month_completed="多")))
    code, said = typed(capsys, "submit", str(file), "--by", "王填报")
    assert (code, said["status"], said["findings"][0]["code"]) == (1, "returned", "text_amount")
    file.write_bytes(cast.edited(blank, cast.filling(town)))
    code, said = typed(capsys, "submit", str(file), "--month", "2025-07", "--area", "990101")
    assert (code, said["status"], said["rows"], said["new"]) == (0, "accepted", 2, 3)
    seal("2025-07", at=timezone.now(), by="项目办")
    code, said = typed(
        capsys, "correct", "2025-07", "--project", cast.serial_of(town.plant), "--field", "month_completed",
        "--old", "26005000", "--new", "20000000", "--carry", "--reason", "重复", "--evidence", "监理月报",
        "--approver", "赵主任",
    )  # fmt: skip
    assert code == 0
    assert [one["field"] for one in said["corrections"]] == ["month_completed", "year_to_date", "to_date"]
    assert Progress.objects.current().get(project_id=town.plant, month="2025-07").to_date == 140_000_000


def test_refusals_say_where_and_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cast.county()
    assert typed(capsys, "submit", str(tmp_path / "没有.xlsx"))[1]["errors"][0]["code"] == "missing"
    code, said = typed(capsys, "form", "2025-07", "--area", "无名县", "-o", str(tmp_path / "x.xlsx"))
    assert (code, said["errors"][0]["code"]) == (2, "unknown_area")
    assert not (tmp_path / "x.xlsx").exists()


BROKEN, UNREADABLE, NO_LIST = "坏.xlsx", b"PK\3\4 cut short", b"x,y\n1,2\n"
SLIP = ("--field", "month_completed", "--old", "1", "--new", "2", "--reason", "r", "--evidence", "e", "--approver", "a")


@pytest.mark.parametrize(
    ("words", "data", "act"),
    [
        (("submit",), None, "refusal"), (("submit",), UNREADABLE, "submit"), (("submit",), NO_LIST, "submit"),
        (("import",), UNREADABLE, "refusal"), (("import", "--year", "2025"), NO_LIST, "import_list"),
        (("tasks",), None, "refusal"), (("tasks",), UNREADABLE, "refusal"),
    ],
)  # fmt: skip
def test_a_refusal_leaves_its_line_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], data: bytes | None, act: str
) -> None:
    cast.county()
    file = tmp_path / ("名单.csv" if data == NO_LIST else BROKEN)
    if data is not None:
        file.write_bytes(data)
    entries, lines = Entry.objects.count(), AuditLine.objects.count()
    assert typed(capsys, words[0], str(file), *words[1:], "--by", "王填报")[0] in (1, 2)
    [line] = AuditLine.objects.order_by("id")[lines:]
    assert (line.actor, line.act, line.result) == ("王填报", act, "refused")
    assert file.name in line.object and line.detail["address"].startswith("terminal ")
    assert Entry.objects.count() == entries


def test_a_form_of_tasks_with_faults_and_a_slip_leave_theirs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cast.county()
    at, file = timezone.now(), tmp_path / "任务.xlsx"
    book = load_workbook(io.BytesIO(queries.tasks_form(2025, "", mine=actions.at_the_server("office"), at=at)[1]))
    book["任务分解表"]["G4"].value = "三千万"
    file.write_bytes(cast.saved(book))
    assert typed(capsys, "tasks", str(file), "--try")[0] == 1
    assert not AuditLine.objects.filter(act="set_tasks").exists(), "what is only looked at is not refused"
    assert typed(capsys, "tasks", str(file), "--by", "王填报")[0] == 1
    line = AuditLine.objects.get(act="set_tasks")
    assert (line.actor, line.object, line.result) == ("王填报", file.name, "refused")
    assert typed(capsys, "correct", "2025-07", "--project", "P999999", *SLIP)[0] == 2
    line = AuditLine.objects.latest("id")
    assert (line.act, line.result, line.detail["code"]) == ("refusal", "refused", "unknown_project")
    assert line.object.startswith("ballast correct 2025-07 --project P999999")
