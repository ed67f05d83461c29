"""``ballast form``, ``submit`` and ``correct``, as typed, with ``--json`` in 元."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from ballast.kit.ledger.sealing import seal
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
