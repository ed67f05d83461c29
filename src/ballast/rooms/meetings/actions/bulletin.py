"""Issuing the bulletin of a sealed month."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.documents.bulletin.desk import Desk
from ballast.rooms.meetings.issuing import bulletin


class MonthStillOpen(Refusal):
    """A bulletin rests on sealed figures only."""


class BulletinUnsound(Refusal):
    """The finished bulletin does not pass its own check and is not handed out."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin that passed its check: the .docx, the edition its numbers are of."""

    month: str
    edition: int
    document: bytes


def issue_bulletin(month: str, *, on: date, at: datetime, by: str, number: str = "") -> Bulletin:
    """Write the bulletin of a sealed month, dated ``on``, and check the finished file before it leaves.

    Lists of projects are shortened until the text keeps within 4,000 characters. Raises MonthStillOpen, and
    BulletinUnsound where the check finds anything.
    """
    state = next((state for state in figures.months() if state.month == month), None)
    if state is None or state.sealed_edition is None:
        raise MonthStillOpen(
            Sentence(f"{month} 尚未封账，封账后才能出通报", f"{month} is not sealed; seal it before its bulletin"),
            where=month, code="month_open",
        )  # fmt: skip
    desk = Desk(month, state.sealed_edition)
    document, findings = bulletin(desk, on=on, number=number)
    if findings:
        raise BulletinUnsound(
            Sentence(
                f"通报自检发现 {len(findings)} 处问题：{findings[0].sentence.zh}",
                f"the finished bulletin has {len(findings)} faults: {findings[0].sentence.en}",
            ),
            where=findings[0].where, code="bulletin_unsound",
        )  # fmt: skip
    audit.write("bulletin", at=at, actor=by, object=month, detail={"edition": desk.edition})
    return Bulletin(month, desk.edition, document)
