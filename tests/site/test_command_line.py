"""Every command helps, speaks JSON, and refuses without a traceback."""

import json
import subprocess
from pathlib import Path

import pytest

from ballast.site.commands import MODULES
from plugins.houses import BALLAST, House

UNMIGRATED = (
    ("figure", "completed", "--period", "2025-07"), ("form", "2025-07", "--area", "x", "-o", "f.xlsx"),
    ("seal", "2025-07"), ("verify",), ("bulletin", "2025-07", "-o", "b.docx"),
    ("pack", "2025-07", "--kind", "monthly", "--out", "pack", "--by", "xmb"),
)  # fmt: skip
MISTAKEN = (("nosuch",), (), ("figure",), ("submit", "/nosuch"), ("map", "/nosuch"), ("industries", "/nosuch"))


def test_every_command_helps_and_has_json(capsys: pytest.CaptureFixture[str]) -> None:
    from ballast.site.commands import main

    for command in MODULES:
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0 and "--json" in capsys.readouterr().out, command


@pytest.mark.parametrize("words", [*UNMIGRATED, *MISTAKEN], ids=" ".join)
def test_a_refusal_is_json_with_exit_two(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = House(tmp_path / "empty").ballast(*words, "--json", check=False)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    [fault] = json.loads(done.stdout)["errors"]
    assert fault["zh"] and fault["en"] and fault["code"]
    if words in UNMIGRATED:
        assert fault["code"] == "not_migrated" and "ballast migrate" in fault["en"]


def test_a_reader_that_has_enough_is_no_error(house: House) -> None:
    piped = f"{BALLAST} figures --json | head -c 1"
    done = subprocess.run(piped, shell=True, env=house.environment, capture_output=True, text=True, check=False)
    assert done.stdout == "[" and done.stderr == ""
