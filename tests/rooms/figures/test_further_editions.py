"""A further edition is the first, with what slips have put right, whom they name, and what is first published since."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ballast.kit.ledger.journal import entry
from ballast.kit.ledger.sealing import seal
from ballast.rooms.figures import actions, ledger, queries
from ballast.rooms.figures.models import Edition, FixedFigure
from ballast.rooms.figures.shelf import files
from ballast.rooms.figures.workdays import workdays
from ballast.rooms.people.models import Area
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.models import NamedList, Project
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import AreaSlip, IndicatorCard, ProgressCard
from ballast.rooms.reporting.models import CorrectionSlip, IndicatorSlip, Progress
from ballast.rulebook import books
from ballast.rulebook.figures.facts import further
from ballast.rulebook.figures.snapshot import snapshot
from ballast.rulebook.terms import AreaIndicator, Basis
from rooms.figures.ledgers import START, indicators, record, tell
from rooms.figures.readings import in_the_database, lay_lookups, of_engine, undone

pytestmark = pytest.mark.django_db
MONTH = "2025-07"
FIRST, SINCE, SECOND = (START + timedelta(days=days) for days in (40, 50, 60))


def fixed(at: datetime, number: int) -> Edition:
    return actions.fix(MONTH, seal=seal(MONTH, at=at, by="测试"), number=number, reason="更正", by="测试")


def values(edition: Edition) -> dict[tuple[str, str], Any]:
    found = FixedFigure.objects.filter(edition=edition).values_list("code", "by", "values")
    return {(code, by): said for code, by, said in found}


def live_on(seed: int, *, publish: bool = False) -> list[int]:
    """After the first seal: anything is recorded of the projects, and two more are enrolled; all of them."""
    chance = Random(seed)
    areas = list(Area.objects.order_by("pk").values_list("pk", flat=True))
    lists = list(NamedList.objects.values_list("pk", flat=True))
    with entry(at=SINCE, by="测试", action="random") as writer:
        tell(list(Project.objects.values_list("pk", flat=True)), areas, lists, chance, writer, first=False)
        tell(registry.enrol(2, writer=writer), areas, lists, chance, writer, first=True)
        if publish:
            reporting.report(list(indicators(areas, chance)), writer=writer)
    return list(Project.objects.order_by("pk").values_list("pk", flat=True))


def slip(project: int, month: str, amount: int, *, at: datetime = SINCE + timedelta(days=1)) -> None:
    """Put the year to date of a report right."""
    with entry(at=at, by="测试", action="correct") as writer:
        reporting.report(
            [ProgressCard(project_id=project, month=month, basis=Basis.DECLARED, year_to_date=amount)], writer=writer
        )
        made = Progress.objects.current().get(project_id=project, month=month, basis=Basis.DECLARED)
        CorrectionSlip.objects.create(
            project_id=project, month=month, basis=Basis.DECLARED, field="year_to_date", new_value=amount,
            reason="漏报", evidence="合同", approver="主任", recorded_at=writer.moment, recorded_by="测试",
            progress=made,
        )  # fmt: skip


def test_without_a_slip_it_says_what_the_first_said() -> None:
    record(7, 9, 2)
    first = fixed(FIRST, 1)
    live_on(8)
    assert values(fixed(SECOND, 2)) == values(first)
    assert queries.figure("projects", month="2025-08").total.numerator == 11, "while the ledger has moved on"


def test_a_slip_changes_its_report_and_nothing_else() -> None:
    record(7, 9, 2)
    first = values(fixed(FIRST, 1))
    projects = live_on(8)
    before = Progress.objects.known(FIRST).filter(
        project_id=projects[0], basis=Basis.DECLARED, month__startswith="2025"
    )
    latest = before.filter(year_to_date__isnull=False).order_by("-month").values_list("year_to_date", flat=True).first()
    slip(projects[0], MONTH, 10**12)
    second = values(fixed(SECOND, 2))
    [was], [now] = first["completed", ""].values(), second["completed", ""].values()
    assert now[0] == was[0] + 10**12 - (latest or 0)
    assert second["projects", "county"] == first["projects", "county"]
    assert second["stage_building", ""] == first["stage_building", ""]


def test_a_project_enrolled_since_is_in_it_only_where_a_slip_names_it() -> None:
    record(7, 9, 2)
    first = fixed(FIRST, 1)
    *_, named, unnamed = live_on(8)
    slip(named, MONTH, 10**9)
    second = fixed(SECOND, 2)
    rows = {row["project"] for row in of_engine(f"read_parquet('{files(second)[0]}')")}
    assert named in rows and unnamed not in rows
    assert values(second)["projects", ""] == {"": [10, 1]} != values(first)["projects", ""]


def test_a_slip_of_a_later_month_brings_nobody_to_an_earlier_one() -> None:
    record(7, 9, 2)
    first = fixed(FIRST, 1)
    slip(live_on(8)[-1], "2025-08", 10**9)
    assert values(fixed(SECOND, 2)) == values(first)


def test_what_is_published_later_is_taken_in_but_not_what_is_published_anew() -> None:
    record(7, 9, 1)

    def publish(at: datetime, **amounts: int) -> None:
        with entry(at=at, by="统计局", action="publish") as writer:
            city = Area.objects.get(code="990000").pk
            reporting.report([
                IndicatorCard(area_id=city, indicator=AreaIndicator.OUTPUT, lead_industry="aerospace",
                              month=month.replace("_", "-").strip("m"), year_to_date=amount)
                for month, amount in amounts.items()
            ], writer=writer)  # fmt: skip

    publish(START + timedelta(days=30), m2024_07=100)
    assert values(fixed(FIRST, 1))["output_growth_aerospace", ""] == {"": [None, 100]}
    publish(SINCE, m2024_07=999, m2025_07=110)
    assert values(fixed(SECOND, 2))["output_growth_aerospace", ""] == {"": [10, 100]}


def test_a_published_figure_is_put_right_by_a_slip_and_by_nothing_else() -> None:
    record(7, 9, 1)
    city = Area.objects.get(code="990000").pk
    with entry(at=START + timedelta(days=30), by="统计局", action="publish") as writer:
        reporting.report([
            IndicatorCard(area_id=city, indicator=AreaIndicator.OUTPUT, lead_industry="aerospace", month=month,
                          year_to_date=amount)
            for month, amount in (("2024-07", 100), (MONTH, 104))
        ], writer=writer)  # fmt: skip
    first = values(fixed(FIRST, 1))
    slip = AreaSlip(area_id=city, indicator="output.aerospace", month=MONTH, old=104, new=110, reason="漏统",
                    evidence="复函", approver="主任")  # fmt: skip
    reporting.correct_area(slip, at=SINCE, by="测试")
    second = values(fixed(SECOND, 2))
    assert first["output_growth_aerospace", ""] == {"": [4, 100]}
    assert second["output_growth_aerospace", ""] == {"": [10, 100]}
    said = list(IndicatorSlip.objects.values())
    told = further(ledger.facts(), said, MONTH, FIRST, SECOND).indicators
    assert [row["year_to_date"] for row in told if row["lead_industry"] == "aerospace" and row["month"] == MONTH] == [
        110
    ]


@given(seed=st.integers(0, 2**32), slips=st.integers(0, 4))
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(seed=7, slips=4)
def test_both_readings_agree(seed: int, slips: int) -> None:
    """Its rows: plain Python, the engine, and the application's own database."""
    with undone():
        record(seed, 6, 2)
        fixed(FIRST, 1)
        projects, chance = live_on(seed + 1, publish=True), Random(seed)
        for number in range(slips):
            month = chance.choice(["2025-05", "2025-06", MONTH])
            slip(chance.choice(projects), month, chance.randrange(10**9), at=SINCE + timedelta(days=1 + number))
        second = fixed(SECOND, 2)
        said = list(CorrectionSlip.objects.values())
        facts = further(ledger.facts(), said, MONTH, FIRST, SECOND)
        expected = snapshot(facts, MONTH, None, books.default(), workdays())
        assert of_engine(f"read_parquet('{files(second)[0]}')") == expected
        lay_lookups()
        assert in_the_database(MONTH, SECOND, FIRST) == expected
