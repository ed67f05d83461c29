"""Making a pack and reading it back: every file of a meeting from one gathering, every file checked cold."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ballast.kit.decks import check_deck, write_deck
from ballast.kit.documents import Finding, check_official
from ballast.kit.tables import check_tables, write_tables
from ballast.rooms.meetings.cards import FileKind
from ballast.rooms.meetings.documents.bulletin.wording import CLASSES
from ballast.rooms.meetings.documents.pack.county import county_paper
from ballast.rooms.meetings.documents.pack.gathering import Gathering
from ballast.rooms.meetings.documents.pack.leader import leader_paper
from ballast.rooms.meetings.documents.pack.project import project_paper
from ballast.rooms.meetings.documents.pack.slides import deck
from ballast.rooms.meetings.documents.pack.tables import tables
from ballast.rooms.meetings.issuing import bulletin_of
from ballast.rooms.meetings.reading import Reading
from ballast.rulebook.books.meetings import PackRules

UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')  # what a file's name may not hold


@dataclass(frozen=True, slots=True)
class Made:
    """One file of a pack: its name in it, its kind, whom it is about (a serial, an area's code, a leader)."""

    name: str
    kind: FileKind
    subject: str
    data: bytes


def made(gathered: Gathering, rules: PackRules, *, on: date) -> Iterator[Made]:
    """Every file the rules call for, in the order of the pack."""
    if rules.bulletin:
        yield Made("01-通报.docx", FileKind.BULLETIN, "", bulletin_of(gathered, on=on))
    if rules.counties:
        for number, (code, name) in enumerate(gathered.occasion.counties.items(), start=1):
            yield Made(f"02-县区/{number:02d}-{_fit(name)}.docx", FileKind.COUNTY, code, county_paper(gathered, code))
    for serial in _projects(gathered, rules):
        name = _fit(str(gathered.rows[serial]["name"]))
        yield Made(f"03-项目/{serial}-{name}.docx", FileKind.PROJECT, serial, project_paper(gathered, serial))
    if rules.leaders:
        for leader in gathered.leaders:
            yield Made(f"04-包联领导/{_fit(leader)}.docx", FileKind.LEADER, leader, leader_paper(gathered, leader))
    if rules.slides:
        yield Made("05-幻灯片.pptx", FileKind.SLIDES, "", write_deck(deck(gathered)))
    if rules.workbook:
        yield Made("06-数据表.xlsx", FileKind.TABLES, "", write_tables(tables(gathered)))


def _projects(gathered: Gathering, rules: PackRules) -> Iterable[str]:
    if rules.projects == "all":
        return gathered.in_order(gathered.rows)
    return gathered.on_agenda if rules.projects == "agenda" else ()


def _fit(name: str) -> str:
    return UNFIT.sub("-", name).strip("-.")[:60] or "-"


def checked(files: Iterable[tuple[str, FileKind, bytes]], *, seal: str, characters: int) -> list[tuple[str, Finding]]:
    """Everything wrong with the files, opened from their bytes and held against the figures read anew."""
    reading = Reading()
    return [
        (name, fault) for name, kind, data in files for fault in _check(kind, data, reading.text, seal, characters)
    ]  # fmt: skip


def _check(
    kind: FileKind, data: bytes, lookup: Callable[[str], str | None], seal: str, characters: int
) -> list[Finding]:  # fmt: skip
    if kind is FileKind.SLIDES:
        return check_deck(data, lookup=lookup, foot=seal)
    if kind is FileKind.TABLES:
        return check_tables(data, lookup=lookup)
    return check_official(data, lookup=lookup, known_names=CLASSES, limit=characters, foot=seal)
