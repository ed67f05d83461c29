"""Issuing the bulletin of a sealed month."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.documents import write_official
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.documents.bulletin.desk import Desk
from ballast.rooms.meetings.documents.bulletin.paper import Letterhead, Matter, Places, paper
from ballast.rooms.meetings.queries.bulletin import check_bulletin
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import CorrectionCard
from ballast.rulebook.terms import AreaKind

LIST_LENGTHS = (10, 8, 6, 5, 4, 3)
TOO_LONG = "too-long"


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
    industries = {code: industry.zh for code, industry in policy.for_month(month).lead_industries.items()}
    head, matter = _letterhead(desk, on, number), Matter(_places(), industries, _slips(desk))
    for most in LIST_LENGTHS:
        document = write_official(paper(desk, head, matter, most=most))
        findings = check_bulletin(document)
        if not any(finding.code == TOO_LONG for finding in findings):
            break
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


def _letterhead(desk: Desk, on: date, number: str) -> Letterhead:
    city = next((area.name for area in people.areas() if area.kind is AreaKind.CITY), "")
    seal = figures.edition_seal(desk.month, desk.edition)
    return Letterhead(city, f"{city}重点项目建设办公室", number, on, seal)


def _places() -> Places:
    areas = people.areas()
    counties = {area.code: area.name for area in areas if area.kind is AreaKind.COUNTY}
    return Places(counties, {area.code: area.name for area in areas})


def _slips(desk: Desk) -> list[CorrectionCard]:
    """The slips recorded after the last month's first edition and known to this one."""
    until = figures.edition_moment(desk.month, desk.edition)
    earlier = [one.month for one in figures.months() if one.sealed_edition and one.month < desk.month]
    after = figures.edition_moment(earlier[-1], 1) if earlier else None
    return [one for one in reporting.corrections(after=after) if one.recorded_at <= until]
