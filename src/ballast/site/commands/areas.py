"""``ballast areas -o FILE`` writes the areas as they stand; ``ballast areas FILE`` takes an amended sheet."""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import actions, queries
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The filled sheet, or where to write it."""
    parser.add_argument("file", nargs="?", type=Path, help="the filled sheet of areas, .xlsx or .csv / 填好的地区名册")
    parser.add_argument("-o", "--output", type=Path, help="write the areas as they stand / 写出现有地区（可作表样）")
    parser.add_argument("--by", default="ballast", help="who sets them up / 设立人")


def run(chosen: argparse.Namespace) -> int:
    """Write the sheet, or take a filled one, all or none."""
    if chosen.output:
        chosen.output.write_bytes(queries.areas_sheet())
        _say(chosen, f"已写出 {chosen.output} / written", {"file": str(chosen.output)})
        return 0
    if chosen.file is None or not chosen.file.is_file():
        said = Sentence("请给出填好的地区名册，或用 -o 文件 写出表样", "Give the filled sheet of areas, or -o FILE")
        raise Refusal(said, where=str(chosen.file or ""), code="missing")
    done = actions.divide(chosen.file.read_bytes(), chosen.file.name, at=timezone.now(), by=chosen.by)
    new = "、".join(done.new) or "无"
    _say(chosen, f"新设 {len(done.new)} 个：{new}；核对已有 {len(done.changed)} 个 / areas set up",
         {"new": done.new, "changed": done.changed})  # fmt: skip
    return 0


def _say(chosen: argparse.Namespace, said: str, told: dict[str, object]) -> None:
    if chosen.json:
        say_json(told)
    else:
        print(said)
