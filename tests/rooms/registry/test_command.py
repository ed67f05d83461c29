"""``ballast import`` and ``ballast industries`` as a person runs them, in an installation of their own."""

import json
import subprocess
from pathlib import Path

import pytest

from plugins.houses import BALLAST, House
from rooms.registry.paper import ROWS, changed, workbook

SETTING_UP = ("--city", "370100=金州市", "--create-areas")


@pytest.fixture
def bare(tmp_path: Path) -> House:
    """An installation without even a table."""
    return House(tmp_path / "bare")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "名单.xlsx"
    file.write_bytes(workbook())
    return file


def test_a_dry_run_needs_no_database(bare: House, paper: Path) -> None:
    told = json.loads(bare.ballast("import", str(paper), "--dry-run", "--json").stdout)
    assert list(told) == ["rows", "groups", "skipped", "errors"]
    first = told["rows"][0]
    assert (first["name"], first["total_investment"], first["annual_plan"]) == (
        "高端制剂产业园（一期）", 1_000_000_000, 300_000_000,
    )  # fmt: skip
    assert (first["area"], first["owner"], first["responsible"]) == ("城东区", "华泰制药有限公司", "城东区政府")
    assert first["source"] == "名单!B4"


def test_a_dry_run_reads_for_a_person(bare: House, paper: Path) -> None:
    said = bare.ballast("import", str(paper), "--dry-run").stdout
    assert "100,000万" in said
    assert "3 个项目" in said


def test_what_is_no_list_is_refused_with_a_sentence(bare: House, tmp_path: Path) -> None:
    file = tmp_path / "名单.xlsx"
    file.write_bytes(b"%PDF-1.7 nothing of a sheet")
    done = bare.ballast("import", str(file), "--dry-run", "--json", check=False)
    assert done.returncode == 2
    told = json.loads(done.stdout)
    assert (told["rows"], told["groups"], told["skipped"]) == ([], [], [])
    assert "PDF" in told["errors"][0]["zh"]
    assert "PDF" in done.stderr


@pytest.mark.slow
def test_a_list_is_committed_and_again_adds_nothing(house: House, paper: Path) -> None:
    words = ("import", str(paper), "--list", "市重点", "--json", *SETTING_UP)
    told = json.loads(house.ballast(*words).stdout)
    assert (told["new"], told["year"], told["list"]) == (3, 2025, "市重点")
    assert json.loads(house.ballast(*words).stdout)["nothing_new"] is True
    house.ballast("verify")


@pytest.mark.slow
def test_faults_are_told_and_nothing_is_kept(house: House, paper: Path) -> None:
    done = house.ballast("import", str(paper), "--json", "--city", "370100=金州市", check=False)
    assert done.returncode == 1
    assert [fault["where"] for fault in json.loads(done.stdout)["errors"]] == ["名单!D4", "名单!D5", "名单!D6"]
    assert json.loads(house.ballast("import", str(paper), "--json", *SETTING_UP).stdout)["new"] == 3


@pytest.mark.slow
def test_two_people_importing_at_once_do_not_double_the_projects(house: House, paper: Path, tmp_path: Path) -> None:
    house.ballast("import", str(paper), *SETTING_UP)
    files = []
    for number in range(3):
        rows = [*changed(1, 总投资=200_000 + number), [9, "热电联产项目", "", "城东区", "", "", "", "", 9, 9, "", ""]]
        files.append(tmp_path / f"{number}.xlsx")
        files[-1].write_bytes(workbook(rows))
    commands = [[str(BALLAST), "import", str(file), "--json", "--list", "市重点"] for file in files]
    running = [
        subprocess.Popen(command, env=house.environment, stdout=subprocess.PIPE, text=True) for command in commands
    ]
    told = [json.loads(process.communicate()[0]) for process in running]
    assert sum(one["new"] for one in told) == 1, "the second sees the first's project"
    assert all(one["rows"] == len(ROWS) + 1 for one in told)
    house.ballast("verify")


@pytest.mark.slow
def test_the_industry_table_is_loaded_or_refused(house: House, tmp_path: Path) -> None:
    from ballast.rulebook.industries import NAMES, SECTIONS

    lines = ["门类,大类,中类,小类,类别名称"]
    for letter, section in SECTIONS.items():
        lines.append(f"{letter},,,,{section.name.zh}")
        lines += [f",{code},,,{NAMES[code]}" for code in section.divisions]
    lines += [",,392,,通信设备制造", ",,,3921,通信系统设备制造"]
    file = tmp_path / "行业.csv"
    file.write_text("\n".join(lines), encoding="utf-8-sig")
    assert json.loads(house.ballast("industries", str(file), "--json").stdout) == {"codes": 119, "changed": 119}
    assert json.loads(house.ballast("industries", str(file), "--json").stdout)["changed"] == 0
    file.write_text("\n".join([*lines, ",,,9811,没有的行业"]), encoding="utf-8-sig")
    done = house.ballast("industries", str(file), check=False)
    assert done.returncode == 2
    assert "98" in done.stderr
