"""Trying a filled form: everything a hand-in would do and find, told, and nothing of it done."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ballast.kit import files
from ballast.kit.ledger.models import StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting.actions.hand_in import SentBack, hand_in
from ballast.rooms.reporting.cards import Difference, Receipt
from ballast.rooms.reporting.loop import cells, desk, hands, joining
from ballast.rooms.reporting.loop.gate import own_area, same_form
from ballast.rooms.reporting.loop.joining import Choices, Joined
from ballast.rooms.reporting.queries.place import area_named, rules_of
from ballast.rooms.reporting.workbook import reading
from ballast.rooms.reporting.workbook.roster import roster
from ballast.rulebook.powers import Power


class NotKept(Refusal):
    """The file that was looked at is not kept here."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One project's cells that the form would change."""

    serial: str
    name: str
    cells: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a form would do: ``sha256`` leads to the kept file, by which it is handed in without being sent again."""

    name: str
    sha256: str
    receipt: Receipt
    changed: tuple[Changed, ...]

    @property
    def count(self) -> int:
        """How many cells it would change."""
        return sum(len(one.cells) for one in self.changed)

    @property
    def stopping(self) -> int:
        """How many findings besides cells in conflict keep it from going in."""
        return sum(found.stops and found.code != "changed_meanwhile" for found in self.receipt.findings)


def try_in(data: bytes, name: str, *, official: OfficialCard | None, at: datetime, month: str) -> Trial:
    """What handing the form in would change and find; nothing is recorded but the file. Raises as ``hand_in``."""
    mine = hands.of(official, Power.REPORT, at=at)
    filled = reading.read(data, name)
    own_area(filled, mine.reach(Power.REPORT).areas)
    same_form(filled, month, "")
    kept = files.keep(data, name, at=at, by=mine.by)
    papers = desk.spread(month, roster(area_named(filled.stamp.area), month), mine, rules_of(month).loop)
    changed = [_changed(one) for one in joining.join(filled, papers, mine, {}) if one.changed]
    with transaction.atomic():
        try:
            receipt = hand_in(data, name, official=official, at=at, month=month)
        except SentBack as back:
            receipt = back.receipt
        transaction.set_rollback(True)
    return Trial(name, kept.sha256, receipt, tuple(changed))


def hand_in_kept(
    sha256: str, *, official: OfficialCard | None, at: datetime, month: str, choices: Choices | None = None
) -> Receipt:
    """Hand in a form that was tried before. Raises NotKept; else as ``hand_in``."""
    kept = kept_file(sha256)
    return hand_in(files.read(kept), kept.name, official=official, at=at, month=month, choices=choices)


def kept_file(sha256: str) -> StoredFile:
    """The file that was looked at. Raises NotKept."""
    kept = StoredFile.objects.filter(sha256=sha256).first()
    if kept is None:
        raise NotKept(
            Sentence("没有留存这个文件，请重新上传", "This file is not kept here; send it again"),
            where=sha256[:12], code="not_kept",
        )  # fmt: skip
    return kept


def _changed(one: Joined) -> Changed:
    paper = one.paper
    return Changed(paper.serial, paper.line.profile.name, tuple(
        Difference(column=key, heading=cells.heading(key, paper.line.month), before=paper.report.values.get(key),
                   now=one.merged.cells.get(key))
        for key in one.merged.taken
    ))  # fmt: skip
