"""``ballast policy``: what is right is printed, what is wrong is said with its place and leaves exit code 1."""

import json
from pathlib import Path

import pytest

from ballast.kit.audit import AuditLine
from ballast.rooms.policy import queries
from ballast.rulebook.books.layers import POLICIES
from ballast.site.commands import main

PRESET = POLICIES / "presets" / "yinchuan-2025"
BOOK, CASES = str(PRESET / "book.toml"), str(PRESET / "cases.toml")
Printed = pytest.CaptureFixture[str]


def test_a_book_is_printed_in_plain_chinese(capsys: Printed) -> None:
    assert main(["policy", "check", BOOK]) == 0
    said = capsys.readouterr().out
    assert "“落后序时（百分点）”高于 30 个百分点：红灯" in said and "【亮灯规则】" in said
    assert main(["policy", "check", BOOK, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["place"] == "银川市" and {one["code"] for one in told["chapters"]} >= {"colours", "lights"}


def test_a_faulty_book_says_every_fault_and_leaves_one(capsys: Printed, tmp_path: Path) -> None:
    wrong = tmp_path / "本市.toml"
    text = (PRESET / "book.toml").read_text(encoding="utf-8")
    wrong.write_text(text.replace('"overdue"', '"overdu"').replace("severity = 2", "sevrity = 2"), encoding="utf-8")
    assert main(["policy", "check", str(wrong)]) == 1
    said = capsys.readouterr().out
    line = text.splitlines().index("severity = 2") + 1
    assert f"本市.toml:{line} colours.red.sevrity" in said and "是不是 severity？" in said and "overdue" in said
    assert main(["policy", "check", str(wrong), "--json"]) == 1
    faults = json.loads(capsys.readouterr().out)["errors"]
    assert {one["key"] for one in faults} >= {"colours.red.sevrity", "measures.start_overdue"}


def test_cases_are_a_table_of_right_and_wrong(capsys: Printed, tmp_path: Path) -> None:
    assert main(["policy", "try", BOOK, CASES]) == 0
    assert "28 项，0 项不对" in capsys.readouterr().out
    wrong = tmp_path / "cases.toml"
    text = Path(CASES).read_text(encoding="utf-8").replace('start = "suspended"', 'start = "red"')
    wrong.write_text(text, encoding="utf-8")
    assert main(["policy", "try", BOOK, str(wrong)]) == 1
    said = capsys.readouterr().out
    assert "错 WRONG" in said and "28 项，1 项不对" in said
    assert main(["policy", "try", BOOK, str(wrong), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    [one] = [case for case in told["cases"] if not case["right"]]
    assert (one["asked"], one["expected"], one["got"], told["wrong"]) == ("lights.start", "red", "suspended", 1)


def test_a_case_that_asks_for_what_is_not_there_is_a_fault_with_its_line(capsys: Printed, tmp_path: Path) -> None:
    wrong = tmp_path / "cases.toml"
    wrong.write_text(
        '[[case]]\nname = "x"\nmonth = "2025-13"\nproject = {}\nexpect.lights.progres = "yellow"\n', encoding="utf-8"
    )
    assert main(["policy", "try", BOOK, str(wrong)]) == 1
    assert "cases.toml:3 case[1].month" in capsys.readouterr().out
    wrong.write_text(
        '[[case]]\nname = "x"\nmonth = "2025-12"\nproject = {}\nexpect.lights.progres = "yellow"\n', encoding="utf-8"
    )
    assert main(["policy", "try", BOOK, str(wrong)]) == 1
    assert "cases.toml:5 case[1].expect.lights.progres" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_book_is_adopted_and_listed(capsys: Printed) -> None:
    assert main(["policy", "list"]) == 0
    assert "尚未采用手册" in capsys.readouterr().out
    assert main(["policy", "adopt", BOOK, "--by", "office", "--reason", "常务会议", "--json"]) == 0
    [card] = json.loads(capsys.readouterr().out)["adoptions"]
    assert card["effective"] == "2025-04-01" and queries.hash_for_month("2025-04") == card["sha256"]
    assert AuditLine.objects.get(act="adopt_book").actor == "office"
    assert main(["policy", "adopt", BOOK]) == 2
    assert "同一天不能有两本生效" in capsys.readouterr().err
    assert main(["policy", "list"]) == 0
    assert "2025-04-01" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_refused(capsys: Printed) -> None:
    assert main(["policy", "check", "/nosuch.toml"]) == 2
    assert "/nosuch.toml" in capsys.readouterr().err
