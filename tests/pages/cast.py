"""Two counties, one project each, a list they came from and a month of reports: the smallest city with pages."""

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import xlsxwriter
from django.contrib.auth import get_user_model
from django.utils import timezone

from ballast import month
from ballast.kit import files
from ballast.kit.ledger import journal
from ballast.kit.models import Source
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as officials
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry import queries as projects
from ballast.rooms.registry.cards import EVERYWHERE, PlanCard, ProfileCard, RoleCard
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting import queries as told_of
from ballast.rooms.reporting.cards import ProgressCard
from ballast.rooms.tours import actions as tours
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import AreaKind, Basis, ProjectRoleKind
from kit.uploads import snaps
from town import PASSWORD as PASSWORD
from town import SINCE, everybody

YI = 100_000_000
LAST_YEAR, JUNE, JULY = "2024-07", "2025-06", "2025-07"
PHONE = "13800001234"
EVIL = "=cmd|' /C calc'!A0"


@dataclass(frozen=True)
class Town:
    """The serials of the projects of the eastern and the western county, and the id of the list's source."""

    east: str
    west: str
    source: int


def settle(*, sealed: bool = False) -> Town:
    """Build the town: people, projects from one list, three months reported and, if asked, sealed."""
    areas = _people()
    at = datetime(2025, 1, 6, 1, tzinfo=UTC)
    stored = files.keep(_list(), "重点项目.xlsx", at=at, by="office")
    columns = {"name": "A", "total_investment": "B"}
    source = Source.objects.create(
        kind="list", file=stored, place="清单", columns=columns, received_at=at, received_by="office"
    )
    with journal.entry(at=at, by="office", action="import", source=source) as writer:
        ids = registry.enrol(2, writer=writer)
        cards = [
            ProfileCard(project_id=project, name=name, area_id=area, total_investment=total, row=row)
            for row, (project, (name, total), area) in enumerate(zip(ids, PROJECTS, areas, strict=True), start=2)
        ]
        registry.describe(cards, writer=writer)
        registry.describe([PlanCard(project_id=project, year=2025, amount=YI) for project in ids], writer=writer)
        started = [
            MilestoneCard(
                project_id=project, kind=MilestoneKind.STARTED, basis=Basis.DECLARED, actual_on=date(2025, 3, 1)
            )
            for project in ids
        ]
        lifecycle.move(started, writer=writer)
        registry.describe(_named(ids[0]), writer=writer)
    for told, at in ((LAST_YEAR, (2025, 1, 8)), (JUNE, (2025, 7, 2)), (JULY, (2025, 8, 2))):
        moment = datetime(*at, 1, tzinfo=UTC)
        with journal.entry(at=moment, by="east", action="submit") as writer:
            reporting.report([_report(project, told) for project in ids], writer=writer)
        if sealed:
            month.seal(told, at=moment + timedelta(days=8), by="office")
    return Town("P000001", "P000002", source.pk)


def shown(town: Town, *, caption: str = "") -> tuple[int, int]:
    """A photo of May shown for the eastern project's July; its id, and that of the question it gives rise to."""
    at = datetime(2025, 8, 3, 1, tzinfo=UTC)
    east = officials.official_of(get_user_model().objects.get(username="east"), on=at.date())
    card = projects.find(town.east, held=EVERYWHERE)
    assert card is not None
    sent = [("现场.jpg", snaps.photo(datetime(2025, 5, 20, 9)))]
    done = reporting.attach(
        card, town.east, shown=f"progress:{JULY}", sent=sent, caption=caption, official=east, at=at
    )  # fmt: skip
    assert not done.refused, done.refused
    [question] = told_of.questions(held=EVERYWHERE)
    return done.cards[0].id, question.id


def toured(town: Town) -> str:
    """A tour on which the project of each county is put forward and approved; its serial."""
    at = timezone.now()
    policy.adopt(OPEN_TOUR.encode(), "b.toml", at=at, by="office", effective=date(2025, 8, 1))
    office = officials.official_of(get_user_model().objects.get(username="office"), on=at.date())
    plan = tours.Planned(kind="quarterly", quarter="2025-Q3", held_on=date(2025, 9, 20))
    serial = tours.plan_tour(plan, official=office, at=at)
    counties = {"east": "990001", "west": "990002"}
    for name, code in counties.items():
        put = tours.PutForward(area_code=code, position=1, project=getattr(town, name), line="看点")
        tours.nominate(serial, put, official=office, on=at.date(), at=at)
        tours.approve(serial, put.project, official=office, at=at)
    return serial


# The projects of the town have no industry; here everything may be seen, and the city office may put it forward.
OPEN_TOUR = """
extends = "ballast-2025"
place = "海州"
paper = "观摩办法"
date = 2025-08-01
[powers]
nominate = ["project_office", "county_office"]
[tours.quarterly]
eligible = [{ field = "name", known = true }]
"""


def _named(project: int) -> list[RoleCard]:
    """The owner and the steward of the cast answer for the eastern project."""
    found = ((kind, officials.official_named(name)) for kind, name in (
        (ProjectRoleKind.OWNER_CONTACT, "owner"), (ProjectRoleKind.STEWARD, "steward")
    ))  # fmt: skip
    return [
        RoleCard(project_id=project, kind=kind, person=one.name, official_id=one.id, phone=PHONE, since=SINCE)
        for kind, one in found
        if one is not None
    ]


def _report(project: int, told: str) -> ProgressCard:
    return ProgressCard(
        project_id=project, month=told, basis=Basis.DECLARED, month_completed=YI // 10, year_to_date=YI
    )  # fmt: skip


PROJECTS = (("东港码头", 2 * YI), (EVIL, 30_005_000))


def _people() -> list[int]:
    city = people.establish("990000", "海州市", kind=AreaKind.CITY)
    counties = [
        people.establish(code, name, kind=AreaKind.COUNTY, parent_id=city, position=place)
        for place, (code, name) in enumerate((("990001", "东港区"), ("990002", "西岭县")), start=1)
    ]
    everybody({"city": city, "east": counties[0], "west": counties[1]})
    return counties


def _list() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("清单")
        for place, heading in enumerate(("项目名称", "总投资（万元）")):
            sheet.write(0, place, heading)
        for row, (name, total) in enumerate(PROJECTS, start=1):
            sheet.write_string(row, 0, name)
            sheet.write_number(row, 1, total / 10_000)
    return held.getvalue()
