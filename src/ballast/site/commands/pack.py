"""``ballast pack MEETING|MONTH``: make the pack of a meeting, check every file, and write it out."""

import argparse
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.meetings import actions, queries
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The meeting, or a month and a kind of meeting; where to, and in whose name."""
    parser.add_argument("of", help="number of a meeting, or YYYY-MM to call one / 会议号，或月份（先召集会议）")
    parser.add_argument("--kind", default="", help="kind of meeting in the book, for a month / 会议种类")
    parser.add_argument("--projects", choices=("agenda", "all", "none"), default="",
                        help="whose pages, else as the book says / 项目一页纸的范围")  # fmt: skip
    parser.add_argument("--out", type=Path, required=True, help="folder to write into / 输出文件夹")
    parser.add_argument("--by", required=True, help="account of the project office / 项目办账号")


def run(chosen: argparse.Namespace) -> int:
    """Make it, write it, say what came of the check: 1 where a number is not in order, and then nothing is written."""
    at = timezone.now()
    on = clock.today()
    official = _official(chosen.by)
    number = chosen.of
    if chosen.kind:
        with transaction.atomic():  # a month of which no pack is made leaves no meeting behind
            number = actions.call_meeting(
                chosen.kind, title="", month=chosen.of, held_on=on, place="", official=official, at=at
            )
            actions.packable(number)
    made = actions.make_pack(number, official=official, on=on, at=at, projects=chosen.projects)
    pack = queries.pack(number, made)
    assert pack is not None
    if not pack.findings:
        for place, one in enumerate(pack.files, start=1):
            read = queries.pack_file(pack, place)
            target = chosen.out / one.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(read[1] if read else b"")
    told = [f"{file} {where}: {said.both()}" for file, where, said in pack.findings]
    if chosen.json:
        say_json({"meeting": number, "pack": made, "edition": pack.edition, "draft": pack.draft,
                  "files": [one.name for one in pack.files], "findings": told})  # fmt: skip
    else:
        print(f"{number} 第 {made} 份 / pack {made}: {len(pack.files)} 个文件 / files → {chosen.out}")
        print("\n".join(told) if told else "核对通过 / every number is its fixed figure")
    return 1 if told else 0


def _official(username: str) -> OfficialCard:
    official = people.official_card(username, on=clock.today())
    if official is None:
        raise Refusal(Sentence("没有这个账号", "There is no such account"), where=username, code="no_such_account")
    return official
