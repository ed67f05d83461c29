"""The bulletin put together: who speaks to whom, which slips, and lists as long as the limit allows."""

from datetime import date

from ballast.kit.documents import Finding, write_official
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.documents.bulletin.desk import Desk
from ballast.rooms.meetings.documents.bulletin.paper import Letterhead, Matter, Places, paper
from ballast.rooms.meetings.documents.pack.gathering import Gathering
from ballast.rooms.meetings.documents.pack.papers import length
from ballast.rooms.meetings.queries.bulletin import check_bulletin
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import CorrectionCard
from ballast.rulebook.terms import AreaKind

LIST_LENGTHS = (10, 8, 6, 5, 4, 3)
TOO_LONG = "too-long"


def bulletin(desk: Desk, *, on: date, number: str) -> tuple[bytes, list[Finding]]:
    """The bulletin with the longest lists that keep within the limit, and what its check finds."""
    head, matter = letterhead(desk, on, number), _matter(desk)
    for most in LIST_LENGTHS:
        document = write_official(paper(desk, head, matter, most=most))
        findings = check_bulletin(document)
        if not any(finding.code == TOO_LONG for finding in findings):
            break
    return document, findings


def bulletin_of(gathered: Gathering, *, on: date) -> bytes:
    """The bulletin of a pack, from the same reading as all of it."""
    desk = Desk(gathered.month, gathered.edition, gathered.reading)
    desk.banner = gathered.banner
    head, matter = letterhead(desk, on, ""), _matter(desk)
    for most in LIST_LENGTHS:
        described = paper(desk, head, matter, most=most)
        if length(described) <= gathered.characters:
            break
    return write_official(described)


def letterhead(desk: Desk, on: date, number: str) -> Letterhead:
    """Who speaks, and the seal the figures rest on."""
    seal = figures.edition_seal(desk.month, desk.edition) if desk.edition else ""
    return Letterhead(people.city_name(), people.issuing_office(), number, on, seal)


def _matter(desk: Desk) -> Matter:
    industries = {code: industry.zh for code, industry in policy.for_month(desk.month).lead_industries.items()}
    areas = people.areas()
    counties = {area.code: area.name for area in areas if area.kind is AreaKind.COUNTY}
    return Matter(Places(counties, {area.code: area.name for area in areas}), industries, _slips(desk))


def _slips(desk: Desk) -> list[CorrectionCard]:
    """The slips recorded after the last month's first edition and known to this one."""
    earlier = [one.month for one in figures.months() if one.sealed_edition and one.month < desk.month]
    after = figures.edition_moment(earlier[-1], 1) if earlier else None
    told = reporting.corrections(after=after)
    return [one for one in told if desk.at is None or one.recorded_at <= desk.at]
