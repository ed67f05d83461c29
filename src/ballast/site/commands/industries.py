"""``ballast industries FILE``: load the official table of GB/T 4754-2017."""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.kit.sheets import read
from ballast.rooms.registry import actions
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The table, and who loads it."""
    parser.add_argument("file", type=Path, help="the table as .xlsx .xls .csv: codes and names / 国民经济行业分类表")
    parser.add_argument("--by", default="ballast", help="who loads it / 载入人")


def run(chosen: argparse.Namespace) -> int:
    """Load the table and say how many codes it has."""
    loaded = actions.load_industries(read(chosen.file), file=chosen.file.name, at=timezone.now(), by=chosen.by)
    if chosen.json:
        say_json({"codes": loaded.codes, "changed": loaded.changed})
    else:
        print(f"已载入 {loaded.codes} 个行业代码，更新 {loaded.changed} 个 / {loaded.codes} codes loaded")
    return 0
