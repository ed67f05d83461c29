"""A town of four counties with a project each, June behind them; run in a house of its own."""

from datetime import UTC, date, datetime

import django
from django.conf import settings

NAMES = ("东港区", "西岭县", "南坪县", "北滩县")
CODES = ("990001", "990002", "990003", "990004")
BEFORE, MONTH = "2025-06", "2025-07"  # and the pages are asked for the month by name, whichever is in hand


def found() -> None:
    """Build the town into the house this process runs in."""
    areas = _offices()
    _projects(areas)


def _offices() -> list[int]:
    from ballast.rooms.people import actions as people
    from ballast.rulebook.terms import AreaKind, Role
    from town import official

    city = people.establish("990000", "海州市", kind=AreaKind.CITY)
    areas = [
        people.establish(code, name, kind=AreaKind.COUNTY, parent_id=city, position=place)
        for place, (code, name) in enumerate(zip(CODES, NAMES, strict=True), start=1)
    ]
    since = date(2020, 1, 1)
    for username, role in (("office", Role.PROJECT_OFFICE), ("second", Role.PROJECT_OFFICE), ("leader", Role.LEADER)):
        official(username, role, city, since=since)
    for place, area in enumerate(areas, start=1):
        official(f"clerk{place}", Role.REPORTER, area, since=since)
        official(f"county{place}", Role.COUNTY_OFFICE, area, since=since)
    return areas


def _projects(areas: list[int]) -> None:
    from ballast.kit.ledger import journal
    from ballast.rooms.lifecycle import actions as lifecycle
    from ballast.rooms.lifecycle.cards import MilestoneCard
    from ballast.rooms.registry import actions as registry
    from ballast.rooms.registry.cards import PlanCard, ProfileCard
    from ballast.rooms.reporting import actions as reporting
    from ballast.rooms.reporting.cards import ProgressCard

    wan, started = 10_000, date(2024, 3, 1)
    with journal.entry(at=datetime(2025, 1, 6, 1, tzinfo=UTC), by="office", action="import") as writer:
        ids = registry.enrol(4, writer=writer)
        registry.describe([
            ProfileCard(project_id=one, name=f"{name}新厂", area_id=area, total_investment=90_000 * wan,
                        done_by_last_year=0)
            for one, name, area in zip(ids, NAMES, areas, strict=True)
        ], writer=writer)  # fmt: skip
        plans = [PlanCard(project_id=one, year=2025, amount=20_000 * wan) for one in ids]
        registry.describe(plans, writer=writer)
        lifecycle.move([
            MilestoneCard(project_id=one, kind="started", basis="declared", actual_on=started, evidence="照片")
            for one in ids
        ], writer=writer)  # fmt: skip
        reporting.report([
            ProgressCard(project_id=one, month=BEFORE, basis="declared", month_completed=800 * wan,
                         year_to_date=800 * wan, to_date=800 * wan, form_progress="主体施工")
            for one in ids
        ], writer=writer)  # fmt: skip


if __name__ == "__main__":
    assert settings.configured or django.setup() is None
    found()
