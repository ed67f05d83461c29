"""The speech's own figures, January to July 2025, counted by hand over the rows of the ledger."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from ballast.rulebook.industries import is_high_tech, is_industrial, service_kind
from plugins.houses import House

pytestmark = pytest.mark.slow
YI = 100_000_000
END = date(2025, 7, 31)
Grouped = Callable[[str], dict[int, list[dict[str, Any]]]]


def growth(facts: SimpleNamespace, indicator: str, lead: str = "") -> Fraction:
    """January-July 2025 over January-July 2024, less one, summed over the counties."""
    counties = {area["id"] for area in facts.area if area["kind"] == "county"}
    sums = {
        month: sum(
            row["year_to_date"] for row in facts.indicator
            if row["area_id"] in counties
            and (row["indicator"], row["lead_industry"], row["month"]) == (indicator, lead, month)
        )
        for month in ("2024-07", "2025-07")
    }  # fmt: skip
    return Fraction(sums["2025-07"], sums["2024-07"]) - 1


@pytest.mark.parametrize(
    ("indicator", "lead", "percent"),
    [("fai", "", "9.8"), ("industrial_value_added", "", "8.5"), ("output", "new_electronics", "13.0"),
     ("output", "biopharma", "11.0")],
)  # fmt: skip
def test_growth(facts: SimpleNamespace, indicator: str, lead: str, percent: str) -> None:
    assert f"{float(growth(facts, indicator, lead) * 100):.1f}" == percent


def test_the_city_is_the_sum_of_its_counties(facts: SimpleNamespace) -> None:
    city = next(area["id"] for area in facts.area if area["kind"] == "city")
    sums: dict[tuple[str, str, str], int] = {}
    whole: dict[tuple[str, str, str], int] = {}
    for row in facts.indicator:
        key = (row["indicator"], row["lead_industry"], row["month"])
        if row["area_id"] == city:
            whole[key] = row["year_to_date"]
        else:
            sums[key] = sums.get(key, 0) + row["year_to_date"]
    assert whole == sums


def started(by_project: Grouped) -> dict[int, date]:
    """When every started project started: verified if there is a verified date, else as declared."""
    found = {}
    for project, rows in by_project("milestone").items():
        dates = {row["basis"]: row["actual_on"] for row in rows if row["kind"] == "started" and row["actual_on"]}
        on = dates.get("verified") or dates.get("declared")
        if on and on <= END:
            found[project] = on
    return found


def test_newly_started(facts: SimpleNamespace, by_project: Grouped) -> None:
    begun = {project for project, on in started(by_project).items() if on >= date(2025, 1, 1)}
    totals = [row["total_investment"] for row in facts.profile if row["project_id"] in begun]
    large = [total for total in totals if total >= YI]
    assert len(large) == 180
    assert 1500 * YI < sum(large) < 1600 * YI
    assert sum(total >= 10 * YI for total in large) == 35


def test_talks_and_signed(facts: SimpleNamespace, by_project: Grouped) -> None:
    """Industrial projects in talks or signed, the works not begun."""
    begun, reached = started(by_project), by_project("milestone")
    chosen = [
        row["total_investment"] for row in facts.profile
        if row["project_id"] not in begun and is_industrial(row["industry"])
        and any(one["kind"] == "negotiating" and one["actual_on"] for one in reached[row["project_id"]])
    ]  # fmt: skip
    assert len(chosen) > 300
    assert 3900 * YI < sum(chosen) < 4000 * YI


def test_the_69_and_a_few_behind(facts: SimpleNamespace, by_project: Grouped) -> None:
    key = next(row["id"] for row in facts.namedlist if row["code"] == "key69")
    members = {row["project_id"] for row in facts.membership if row["named_list_id"] == key and row["until"] is None}
    profiles = {row["project_id"]: row for row in facts.profile}
    assert len(members) == 69
    assert all(is_industrial(profiles[project]["industry"]) for project in members)
    behind = []
    for project in members:
        plan = next(row["amount"] for row in by_project("annualplan")[project] if row["year"] == 2025)
        july = next(
            row for row in by_project("progress")[project] if (row["month"], row["basis"]) == ("2025-07", "declared")
        )
        if Fraction(july["year_to_date"], plan) < Fraction(7, 12):
            behind.append(july)
    assert 5 <= len(behind) <= 8
    assert all(report["problems"] for report in behind)


def test_landmarks(facts: SimpleNamespace) -> None:
    named = {row["name"]: row for row in facts.profile}
    giants = [row for row in facts.profile if row["nature"] == "renovation" and row["total_investment"] >= 100 * YI]
    assert sorted(row["industry"] for row in giants) == ["C2511", "C3130"]
    assert named["高端制剂产业园"]["total_investment"] == 10 * YI
    assert named["北溟航空航天产业园"]["lead_industry"] == "aerospace"
    assert named["北溟国际生物医药产业园"]["lead_industry"] == "biopharma"
    services = {
        "银礁化工物流园": "producer", "钟楼海晏步行商业街改造提升": "consumer", "青岬渔灯文旅小镇": "consumer",
        "北溟职业技术学院新校区": "social",
    }  # fmt: skip
    assert {name: str(service_kind(named[name]["industry"])) for name in services} == services


def test_shares_are_not_high(facts: SimpleNamespace) -> None:
    industry = {row["project_id"]: row["industry"] for row in facts.profile}
    latest: dict[int, int] = {}
    for row in sorted(facts.progress, key=lambda row: str(row["month"])):
        if (
            row["basis"] == "declared"
            and row["month"][:4] == "2025"
            and row["month"] <= "2025-07"
            and row["year_to_date"]
        ):
            latest[row["project_id"]] = row["year_to_date"]
    whole = sum(latest.values())
    industrial = sum(done for project, done in latest.items() if is_industrial(industry[project]))
    high_tech = sum(done for project, done in latest.items() if is_high_tech(industry[project]))
    assert Fraction(40, 100) < Fraction(industrial, whole) < Fraction(50, 100)
    assert Fraction(10, 100) < Fraction(high_tech, whole) < Fraction(20, 100)
    plans = sum(row["amount"] for row in facts.annualplan if row["year"] == 2025)
    assert Fraction(55, 100) < Fraction(whole, plans) < Fraction(65, 100)


def test_start_on_land_is_not_kept_everywhere(facts: SimpleNamespace, by_project: Grouped) -> None:
    """In some counties half of the promises and more are broken: started within 30 days of the land, or not."""
    begun = started(by_project)
    counties = {area["id"]: area["parent_id"] if area["kind"] == "park" else area["id"] for area in facts.area}
    place = {row["project_id"]: counties[row["area_id"]] for row in facts.profile}
    kept: dict[int, list[bool]] = {}
    for row in facts.promise:
        if not row["start_on_land"]:
            continue
        land = next(
            (one["actual_on"] for one in by_project("milestone")[row["project_id"]] if one["kind"] == "land"), None
        )
        if land and row["project_id"] in begun:
            kept.setdefault(place[row["project_id"]], []).append((begun[row["project_id"]] - land).days <= 30)
    rates = sorted(sum(answers) / len(answers) for answers in kept.values() if len(answers) >= 3)
    assert rates[0] < 0.7
    assert rates[-1] > 0.9


SHOWN = {
    "started_large": 180, "started_very_large": 35, "key_projects": 69, "fai_growth": 0.098,
    "output_growth_biopharma": 0.11, "giant_renovations": 2,
}  # fmt: skip


def test_the_catalogue_says_the_same(golden: House) -> None:
    told = golden.answers(*(["figure", code, "--period", "2025-07"] for code in SHOWN))
    assert {one["edition"] for one in told} == {1}
    assert {one["code"]: round(one["total"]["value"], 4) for one in told} == SHOWN
