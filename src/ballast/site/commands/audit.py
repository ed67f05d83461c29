"""``ballast audit archive --before DATE -o FILE`` and ``ballast audit check FILE``: the trail kept in files too."""

import argparse
from datetime import date, datetime, time
from pathlib import Path

from django.utils import timezone
from django.utils.dateparse import parse_date

from ballast.kit.audit.archive import Archived, archive, check
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.site import environment
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """What to do, until when, and the file."""
    what = parser.add_subparsers(dest="what", required=True, metavar="archive|check")
    keep = what.add_parser("archive", help="write old lines to a file; none is deleted / 归档旧记录，不删除")
    keep.add_argument("--before", required=True, metavar="YYYY-MM-DD", help="lines before this day / 此日以前")
    keep.add_argument("-o", "--output", required=True, type=Path, help="the .jsonl.gz to write / 输出文件")
    keep.add_argument("--by", default="ballast", help="who archives / 归档人")
    prove = what.add_parser("check", help="prove that an archive is whole / 核对归档文件")
    prove.add_argument("file", type=Path)
    for one in (keep, prove):
        one.add_argument("--json", action="store_true", help=argparse.SUPPRESS, default=argparse.SUPPRESS)


def run(chosen: argparse.Namespace) -> int:
    """Archive, or check."""
    if chosen.what == "check":
        found = check(chosen.file)
        here = "" if found.known else "；本库没有它的归档记录 / unknown here"
        _say(chosen, found, f"归档完好 / the archive is whole{here}")
        return 0 if found.known else 1
    before = timezone.make_aware(datetime.combine(_day(chosen.before), time()))
    done = archive(before, chosen.output, months=environment.AUDIT_MONTHS, at=timezone.now(), by=chosen.by)
    _say(chosen, done, f"已归档到 {chosen.output} / archived")
    return 0


def _day(text: str) -> date:
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Refusal(Sentence(f"日期“{text}”应写作 2026-01-31", f"{text!r} is no day; write it as 2026-01-31"),
                      where="--before", code="no_day")  # fmt: skip
    return day


def _say(chosen: argparse.Namespace, one: Archived, said: str) -> None:
    if chosen.json:
        say_json({"lines": one.lines, "first": one.first, "last": one.last, "sha256": one.sha256, "known": one.known})
        return
    print(f"{said}：{one.lines} 条 / lines ({one.first}–{one.last})\nsha256 {one.sha256}")
