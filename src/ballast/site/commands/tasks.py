"""``ballast tasks --form YEAR -o FILE`` writes the form of a year; ``ballast tasks FILE`` takes a filled one."""

import argparse
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import CellFault
from ballast.rooms.reporting import actions, queries
from ballast.site.commands import say_json

FAULTY = 1


def add(parser: argparse.ArgumentParser) -> None:
    """The form to write, or the filled one to take."""
    parser.add_argument("file", nargs="?", type=Path, help="the filled form / 填好的任务分解表")
    parser.add_argument("--form", default="", metavar="YEAR", help="write the form of a year / 生成某年的任务分解表")
    parser.add_argument("--area", default="", help="of one area only / 只要一个地区")
    parser.add_argument("-o", "--output", type=Path, help="the .xlsx to write / 输出文件")
    parser.add_argument("--try", dest="look", action="store_true", help="only say what it changes / 只看改动，不记入")
    parser.add_argument("--by", default="ballast", help="who sets them / 下达人")


def run(chosen: argparse.Namespace) -> int:
    """Write the form, or say what a filled one changes and record it; 1 where cells are wrong."""
    at, mine = timezone.now(), actions.at_the_server(chosen.by)
    if chosen.form and chosen.output:
        year = queries.year_named(chosen.form, at=at)
        name, data = queries.tasks_form(year, chosen.area, mine=mine, at=at)
        chosen.output.write_bytes(data)
        if chosen.json:
            say_json({"year": year, "name": name, "file": str(chosen.output), "bytes": len(data)})
        else:
            print(f"已写出 {chosen.output} / written")
        return 0
    if chosen.file is None or not chosen.file.is_file():
        said = Sentence("请给出填好的文件，或用 --form 年份 -o 文件 下载表样",
                        "Give the filled form, or --form YEAR -o FILE")  # fmt: skip
        raise Refusal(said, where=str(chosen.file or ""), code="missing")
    return _taken(chosen, chosen.file.read_bytes(), mine, at)


def _taken(chosen: argparse.Namespace, data: bytes, mine: actions.Hands, at: datetime) -> int:
    trial = actions.try_tasks(data, chosen.file.name, mine=mine, at=at)
    recorded = bool(trial.changes) and not trial.faults and not chosen.look
    if not chosen.look and (trial.changes or trial.faults):
        with suppress(actions.TasksRefused):  # its faults are said below, each with its cell
            actions.set_tasks(data, chosen.file.name, mine=mine, at=at)
    if chosen.json:
        changes = [{"where": one.where, "of": one.row.name, "column": one.column.heading, "before": one.before,
                    "after": one.after} for one in trial.changes]  # fmt: skip
        say_json({"year": trial.year, "recorded": recorded, "changes": changes, "faults": _plain(trial.faults),
                  "warnings": _plain(trial.warnings)})  # fmt: skip
        return FAULTY if trial.faults else 0
    for mark, found in (("✗", trial.faults), ("·", trial.warnings)):
        for fault in found:
            print(f"{mark} {fault.where} {fault.sentence.both()}")
    for one in trial.changes:
        print(f"  {one.where} {one.row.name} {one.column.heading}：{one.was} → {one.becomes}")
    print(f"{len(trial.changes)} 格{'已记入 / recorded' if recorded else '没有记入 / not recorded'}")
    return FAULTY if trial.faults else 0


def _plain(found: Iterable[CellFault]) -> list[dict[str, str]]:
    return [{"where": one.where, "zh": one.sentence.zh, "en": one.sentence.en} for one in found]
