"""Making a pack and reading it back: every file of a meeting from one gathering, every file checked cold."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

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
class Planned:
    """One file of a pack to be written: its name in it, its kind, whom it is about (a serial, an area, a leader)."""

    name: str
    kind: FileKind
    subject: str
    write: Callable[[], bytes]


def planned(gathered: Gathering, rules: PackRules, *, on: date) -> Iterator[Planned]:
    """Every file the rules call for, in the order of the pack."""
    if rules.bulletin:
        yield Planned("01-通报.docx", FileKind.BULLETIN, "", partial(bulletin_of, gathered, on=on))
    if rules.counties:
        for number, (code, name) in enumerate(gathered.occasion.counties.items(), start=1):
            paper = partial(county_paper, gathered, code)
            yield Planned(f"02-县区/{number:02d}-{_fit(name)}.docx", FileKind.COUNTY, code, paper)
    for serial in _projects(gathered, rules):
        name, paper = _fit(str(gathered.rows[serial]["name"])), partial(project_paper, gathered, serial)
        yield Planned(f"03-项目/{serial}-{name}.docx", FileKind.PROJECT, serial, paper)
    if rules.leaders:
        for leader in gathered.leaders:
            paper = partial(leader_paper, gathered, leader)
            yield Planned(f"04-包联领导/{_fit(leader)}.docx", FileKind.LEADER, leader, paper)
    if rules.slides:
        yield Planned("05-幻灯片.pptx", FileKind.SLIDES, "", lambda: write_deck(deck(gathered)))
    if rules.workbook:
        yield Planned("06-数据表.xlsx", FileKind.TABLES, "", lambda: write_tables(tables(gathered)))


def _projects(gathered: Gathering, rules: PackRules) -> Iterable[str]:
    if rules.projects == "all":
        return gathered.in_order(gathered.rows)
    return gathered.on_agenda if rules.projects == "agenda" else ()


def _fit(name: str) -> str:
    return UNFIT.sub("-", name).strip("-.")[:60] or "-"


class Checker:
    """Opens files from their bytes and holds them against the figures, read anew once for all of them."""

    def __init__(self, *, seal: str, characters: int) -> None:
        self._seal, self._characters, self._reading = seal, characters, Reading()

    def faults(self, name: str, kind: FileKind, data: bytes) -> list[tuple[str, Finding]]:
        """Everything wrong with one file, each with the file's name."""
        return [(name, fault) for fault in _check(kind, data, self._reading.text, self._seal, self._characters)]


def checked(files: Iterable[tuple[str, FileKind, bytes]], *, seal: str, characters: int) -> list[tuple[str, Finding]]:
    """Everything wrong with the files."""
    checker = Checker(seal=seal, characters=characters)
    return [fault for file in files for fault in checker.faults(*file)]


def _check(
    kind: FileKind, data: bytes, lookup: Callable[[str], str | None], seal: str, characters: int
) -> list[Finding]:  # fmt: skip
    if kind is FileKind.SLIDES:
        return check_deck(data, lookup=lookup, foot=seal)
    if kind is FileKind.TABLES:
        return check_tables(data, lookup=lookup)
    return check_official(data, lookup=lookup, known_names=CLASSES, limit=characters, foot=seal)
