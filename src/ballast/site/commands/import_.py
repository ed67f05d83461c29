"""``ballast import FILE``: recognise a list of projects, show what it holds, and commit it whole or not at all."""

import argparse
import sys
from datetime import date
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.sheets import read
from ballast.rooms.lifecycle import actions
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries
from ballast.rooms.registry.actions import Decisions, ImportRefused, Outcome
from ballast.rulebook.lists import Fault, Recognition, recognise
from ballast.site.commands import REFUSED, import_words, say_json, witnessing

FAULTY = 1


def add(parser: argparse.ArgumentParser) -> None:
    """The file, whether to commit it, and what the list itself does not say."""
    parser.add_argument("file", type=Path, help=".xlsx .xls .xlsb .ods .et .csv, or a web page saved as .xls")
    parser.add_argument("--dry-run", action="store_true", help="only show what the file holds / 只预览，不入库")
    parser.add_argument(
        "--list", default="", metavar="NAME", help="put the projects on this list / 列入名单，如 市重点"
    )
    parser.add_argument("--year", type=int, help="the year of the annual plans / 年度计划的年份")
    parser.add_argument("--area", default="", help="the area of rows that name none / 未写县区的行归入的地区代码")
    parser.add_argument(
        "--map", action="append", default=[], metavar="TEXT=CODE", help="which area a text means / 指明地区"
    )
    parser.add_argument("--city", default="", metavar="CODE=NAME", help="set up the city of an empty house / 先设城市")
    parser.add_argument("--create-areas", action="store_true", help="set up unknown counties / 新设名单里不认识的县区")
    parser.add_argument("--confirm-large", action="store_true", help="totals above 1,000 亿 are right / 大额金额无误")
    parser.add_argument("--by", default="ballast", help="who imports / 导入人")


def run(chosen: argparse.Namespace) -> int:
    """Preview or commit; 1 where the list has faults, 2 where the file cannot be read as a list."""
    try:
        data, recognition = _recognised(chosen.file)
    except Refusal as refusal:
        witnessing.note(refusal, chosen, ["import", chosen.file.name])
        return _unreadable(refusal, as_json=chosen.json)
    if chosen.dry_run:
        return _preview(recognition, as_json=chosen.json)
    call_command("migrate", interactive=False, verbosity=0)
    try:
        outcome = _commit(chosen, data, recognition)
    except ImportRefused as refused:
        return _refused(refused, as_json=chosen.json)
    if chosen.json:
        say_json(outcome.as_json())
    else:
        import_words.outcome(outcome)
    return 0


NEW_AREAS = Sentence(
    "如果它们确是本市的县区，加 --create-areas 即可新设；写法不同的，用 --map 名单写法=地区代码",
    "if they are counties of this city, --create-areas sets them up; --map TEXT=CODE tells what a text means",
)


def _recognised(path: Path) -> tuple[bytes, Recognition]:
    grids = read(path)
    return path.read_bytes(), recognise(grids, file=path.name, known_areas=_known_areas())


def _known_areas() -> list[str]:
    """The names of the areas that stand; none where there is no database, or nothing in it yet."""
    try:
        return [name for area in people.areas() for name in (area.name, *area.aliases)]
    except DatabaseError:
        return []


def _commit(chosen: argparse.Namespace, data: bytes, recognition: Recognition) -> Outcome:
    now = timezone.now()
    year = chosen.year or queries.stated_year(recognition)
    decisions = Decisions(
        areas=dict(pair(text) for text in chosen.map), default_area=chosen.area,
        city=pair(chosen.city) if chosen.city else None, create_areas=chosen.create_areas,
        confirm_large=chosen.confirm_large,
    )  # fmt: skip
    as_of = date(year, 1, 1) if year else clock.today()
    return actions.import_list(
        recognition, list_code="", list_name=chosen.list, year=year, as_of=as_of, data=data,
        name=chosen.file.name, decisions=decisions, at=now, by=chosen.by,
    )  # fmt: skip


def pair(text: str) -> tuple[str, str]:
    """Both sides of LEFT=RIGHT. Raises Refusal for what is no such pair."""
    left, sign, right = text.partition("=")
    if not (sign and left.strip() and right.strip()):
        said = Sentence(
            f"“{text}”应写成 左=右，如 370100=金州市", f"{text!r} wants the form LEFT=RIGHT, as 370100=金州市"
        )
        raise Refusal(said, where=text, code="no_pair")
    return left.strip(), right.strip()


def _preview(recognition: Recognition, *, as_json: bool) -> int:
    if as_json:
        say_json(recognition.as_json())
    else:
        import_words.preview(recognition)
    return FAULTY if recognition.errors else 0


def _unreadable(refusal: Refusal, *, as_json: bool) -> int:
    fault = Fault(refusal.code, refusal.where, refusal.sentence)
    if as_json:
        say_json({"rows": [], "groups": [], "skipped": [], "errors": [fault.as_json()]})
    print(refusal, file=sys.stderr)
    return REFUSED


def _refused(refused: ImportRefused, *, as_json: bool) -> int:
    if as_json:
        say_json({"errors": [fault.as_json() for fault in refused.faults]})
    import_words.faults("✗", refused.faults, file=sys.stderr)
    print(refused, file=sys.stderr)
    if any(fault.code == "unknown_area" for fault in refused.faults):
        print(NEW_AREAS, file=sys.stderr)
    return FAULTY
