"""``ballast accounts ROSTER -o FILE``: the first accounts of a city, its three administrators among them.

Only while nobody is security administrator: from then on accounts and appointments are made on the pages.
"""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.kit import clock
from ballast.rooms.people import actions, queries
from ballast.site.commands import say_json
from ballast.site.commands.import_ import pair

CONSOLE = "console"


def add(parser: argparse.ArgumentParser) -> None:
    """The roster, where the passwords go, and the city where no area is known yet."""
    parser.add_argument("roster", type=Path, nargs="?", help="the filled roster, .xlsx or .csv / 填好的名册")
    parser.add_argument("-o", "--output", required=True, type=Path, help="the .xlsx to write / 输出文件")
    parser.add_argument("--blank", action="store_true", help="write the empty roster instead / 写出空白名册")
    parser.add_argument("--city", default="", metavar="CODE=NAME", help="370100=金州市")


def run(chosen: argparse.Namespace) -> int:
    """Make the accounts and appoint their holders, all or none; the passwords stand in the file alone."""
    now = timezone.now()
    city = pair(chosen.city) if chosen.city else None
    if chosen.blank or chosen.roster is None:
        chosen.output.write_bytes(queries.blank_roster())
        if chosen.json:
            say_json({"file": str(chosen.output)})
        else:
            print(f"已写出空白名册 {chosen.output} / the empty roster is written")
        return 0
    chosen.output.touch(mode=0o600)  # where it cannot be written, nothing is made whose passwords nobody would know
    made = actions.found(
        chosen.roster.read_bytes(), chosen.roster.name, city=city, on=clock.today(), at=now, by=CONSOLE
    )
    chosen.output.write_bytes(queries.passwords_sheet(made))
    return _say(chosen, len(made))


def _say(chosen: argparse.Namespace, count: int) -> int:
    if chosen.json:
        say_json({"accounts": count, "file": str(chosen.output)})
    else:
        print(f"已写出 {chosen.output}，{count} 个账号 / written, {count} accounts")
    return 0
