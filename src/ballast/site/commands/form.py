"""``ballast form MONTH --area A -o FILE``: write the blank monthly form."""

import argparse
from pathlib import Path

from ballast.rooms.reporting import queries
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The month, the area, and where to put the form."""
    parser.add_argument("month", help="YYYY-MM")
    parser.add_argument("--area", required=True, help="code or name of the area / 地区编码或名称")
    parser.add_argument("-o", "--output", required=True, type=Path, help="the .xlsx to write / 输出文件")


def run(chosen: argparse.Namespace) -> int:
    """Write the form."""
    data = queries.form(chosen.month, chosen.area)
    chosen.output.write_bytes(data)
    if chosen.json:
        say_json({"month": chosen.month, "area": chosen.area, "file": str(chosen.output), "bytes": len(data)})
    else:
        print(f"已写出 {chosen.output} / written")
    return 0
