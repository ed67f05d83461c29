"""The inside of the crowd's installation: counties founded in it, and what stands in it read back; prints JSON."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client
from django.utils import timezone

from ballast.kit.ledger import journal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as who
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import PlanCard, ProfileCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Chosen
from ballast.rooms.reporting.models import Progress, Report, Step, Submission
from ballast.rulebook.loop import State
from ballast.rulebook.terms import AreaKind, Role
from ballast.site.golden import pen

WAN, YI = 10_000, 100_000_000
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
YEAR, MONTH = 2025, "2025-07"  # what they report, whatever month it is
Typed = dict[str, dict[str, str | Decimal]]


def found(counties: int, projects: int, folder: str) -> None:
    """A city of ``counties`` counties with ``projects`` projects each, a reporter signed in in each, their forms."""
    month, serials = lay(counties, projects)
    expected: dict[str, int] = {}
    sessions = []
    for number in range(1, counties + 1):
        code, own = f"98{number:04}", serials[(number - 1) * projects : number * projects]
        amounts = {serial: (number * 1000 + place) * WAN // 10 for place, serial in enumerate(own)}
        expected |= amounts
        forms = _forms(month, code, amounts, Path(folder))
        sessions.append({"county": code, "cookie": _cookie(code), "forms": forms})
    print(json.dumps({"month": month, "sessions": sessions, "expected": expected}))


def lay(counties: int, projects: int) -> tuple[str, list[str]]:
    """The counties with their people and projects; the month they report, and the serials, county by county."""
    secret = make_password("long-enough-2025")
    city = people.establish("980000", "众城市", kind=AreaKind.CITY)
    _seat("office", Role.PROJECT_OFFICE, city, secret)
    areas = []
    for number in range(1, counties + 1):
        code = f"98{number:04}"
        area = people.establish(code, f"第{number}县", kind=AreaKind.COUNTY, parent_id=city)
        _seat(code, Role.REPORTER, area, secret)
        _seat(f"{code}-xmb", Role.COUNTY_OFFICE, area, secret)
        areas.append(area)
    return MONTH, _enrol(areas, projects)


def taken() -> None:
    """What stands: every report's amount, reports and hand-ins that do not fit, and the database's health."""
    amounts, steps = {}, Counter(Step.objects.filter(verb="submit").values_list("report_id", flat=True))
    reports = list(Report.objects.select_related("project", "submission"))
    for report in reports:
        amounts[report.project.serial] = round(report.values.get("month_completed", 0) * WAN)
    half = [one.project.serial for one in reports if one.state != State.SUBMITTED or not one.submission]
    twice = [one.project.serial for one in reports if steps[one.pk] != 1 or one.version != 1]
    print(json.dumps({
        "amounts": amounts, "half": half, "twice": twice, "steps": Step.objects.count(),
        "submissions": Counter(Submission.objects.values_list("status", flat=True)), "health": _health(),
    }))  # fmt: skip


def accept_all() -> None:
    """Every county and the city accept whatever waits for them, a whole list in one act; what is then a fact, in 元."""
    now = timezone.now()
    offices = [area.code + "-xmb" for area in who.areas() if area.kind is AreaKind.COUNTY]
    for username in (*offices, "office"):
        official = who.official_of(get_user_model().objects.get(username=username), on=now.date())
        waiting = queries.worklist(MONTH, official, on=now.date()).to_review
        if waiting:
            chosen = [Chosen(item.serial, item.version) for item in waiting]
            actions.accept(MONTH, chosen, official=official, at=now)
    facts = Progress.objects.current().filter(month=MONTH).values_list("project__serial", "month_completed")
    print(json.dumps(dict(facts)))


def _seat(username: str, role: Role, area_id: int, secret: str) -> None:
    official = people.open_account(
        username, name="某人", encoded=secret, must_change_password=False, at=LONG_AGO, by="test"
    )
    office = people.open_office(f"office of {username}", area_id=area_id)
    people.appoint(official, office_id=office, role=role, since=date(2020, 1, 1), at=LONG_AGO, by="test")


def _enrol(areas: list[int], projects: int) -> list[str]:
    with journal.entry(at=LONG_AGO, by="test", action="test") as writer:
        ids = registry.enrol(len(areas) * projects, writer=writer)
        by_area = {area: ids[place * projects : (place + 1) * projects] for place, area in enumerate(areas)}
        for area, members in by_area.items():
            registry.describe([_profile(one, area) for one in members], writer=writer)
            registry.describe([PlanCard(project_id=one, year=YEAR, amount=YI) for one in members], writer=writer)
        started = [
            MilestoneCard(project_id=one, kind="started", basis="declared", actual_on=date(2020, 1, 1), evidence="照片")
            for one in ids
        ]
        lifecycle.move(started, writer=writer)
    return [f"P{one:06d}" for one in ids]


def _profile(project: int, area: int) -> ProfileCard:
    return ProfileCard(project_id=project, name=f"项目{project}", area_id=area, total_investment=90 * YI)


def _forms(month: str, code: str, amounts: dict[str, int], folder: Path) -> list[str]:
    """One form after another, each with one project more."""
    blank, typed, made = queries.form(month, code), Typed(), []
    for serial, amount in amounts.items():
        value = Decimal(amount) / WAN
        typed[serial] = {"month_completed": value, "year_to_date": value, "to_date": value,
                         "form_progress": "主体施工", "explanation": "如实"}  # fmt: skip
        file = folder / f"{code}-{serial}.xlsx"
        file.write_bytes(pen.fill(blank, file.name, typed))
        made.append(str(file))
    return made


def _cookie(username: str) -> str:
    browser = Client()
    browser.force_login(get_user_model().objects.get(username=username))
    return "; ".join(f"{name}={morsel.value}" for name, morsel in browser.cookies.items())


def _health() -> Any:
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return cursor.fetchone()[0]
