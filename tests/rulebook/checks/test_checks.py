"""Each check passes, speaks, or keeps silent where what it compares is not reported."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ballast.rulebook.checks import EVERY, Check, CheckParams, Finding, Party, ReportRow, Severities, Severity, examine
from ballast.rulebook.checks.examples import DECEMBER, GOOD, ROWS, STILL, UNTOLD, WAN, YI
from ballast.rulebook.checks.handbook import GROUPS
from ballast.rulebook.checks.series import Amounts, caused, contradictions
from ballast.rulebook.forms import BY_KEY

# What is different from a good row, and what the checks then find.
CASES = [
    ({}, []),
    ({"to_date": 21_999 * WAN}, ["to_date_falls", "whole_sum"]),
    ({"year_to_date": 14_600 * WAN}, ["year_sum", "whole_sum"]),
    ({"month": "2026-01"}, ["year_sum"]),
    ({"done_by_last_year": 2 * YI}, ["whole_sum"]),
    ({"total_investment": 2 * YI}, ["over_total"]),
    ({"total_investment": 1_000 * YI}, []),
    ({"total_investment": 1_000 * YI + 1}, ["largest_total"]),
    ({"annual_plan": 5_200 * WAN + 10}, ["year_over_plan"]),
    ({"annual_plan": 5_200 * WAN}, ["month_share", "year_over_plan"]),
    ({"agreed": YI, "paid_in": YI}, []),
    ({"agreed": YI, "paid_in": YI + 1}, ["over_agreed"]),
    ({"last_paid_in": YI, "paid_in": YI - 1}, ["paid_in_falls"]),
    ({"form_progress": " "}, ["words_missing"]),
    ({"funds_total": 9 * YI}, []),
    ({"funds_total": 9 * YI - 1}, ["funds_total"]),
    ({"funds_total": 11 * YI + 1}, ["funds_total"]),
    ({"approved_total": 8 * YI}, ["approval_total"]),
    ({"approved_total": 0}, []),
    ({"contract_amount": 10 * YI}, []),
    ({"contract_amount": 10 * YI + 1}, ["contract_total"]),
    ({"contract_party": Party(name="清河制剂")}, []),
    ({"contract_party": Party(name="清河医药有限公司")}, ["parties_differ"]),
    ({"approval_owner": Party(name="清河制剂厂", credit_code="1"), "owner": Party(name="新名", credit_code="1")}, []),
    ({"approval_owner": Party(credit_code="1"), "owner": Party(credit_code="2")}, ["parties_differ"]),
    ({"photos": 0}, ["progress_without_photo"]),
    ({"photos": None}, []),
    ({"photos": 0, "completed_on": date(2025, 7, 3)}, []),
    ({"registered_on": None}, ["registration_overdue"]),
    ({"registered_on": None, "started_on": date(2025, 6, 1)}, []),
    ({"registered_on": None, "started_on": date(2025, 5, 31)}, ["registration_overdue"]),
    ({"started_on": None}, ["money_before_start"]),
    ({"started_on": date(2025, 8, 1)}, ["money_before_start", "start_in_future"]),
    ({"start_is_new": True}, ["start_without_evidence"]),
    ({"start_is_new": True, "evidence": "照片 3"}, []),
    ({"start_is_new": True, "start_papers": 1}, []),
    ({"completed_on": date(2025, 8, 1)}, ["completion_in_future"]),
    ({"producing_on": date(2025, 8, 1)}, ["production_in_future"]),
    ({"registered_on": date(2025, 7, 31)}, []),
    ({"registered_on": date(2025, 8, 1)}, ["registration_in_future"]),
    ({"completed_on": date(2024, 2, 29)}, ["completed_before_started"]),
    ({"dates_withdrawn": ("started.actual_on",)}, ["date_withdrawn"]),
]  # fmt: skip


@pytest.mark.parametrize(("other", "codes"), CASES)
def test_a_check_finds_its_fault_and_nothing_else(other: dict[str, object], codes: list[str]) -> None:
    assert [found.code for found in examine(replace(GOOD, **other))] == codes


def test_silence_is_counted_in_months() -> None:
    assert [found.code for found in examine(replace(STILL, silent_months=1))] == []
    [found] = examine(replace(STILL, silent_months=2))
    assert (found.code, found.severity) == ("silent", Severity.WARNING)
    assert "3 个月" in found.sentence.zh
    assert examine(replace(STILL, silent_months=2), CheckParams(silent_months=4)) == []


def test_a_started_project_nobody_hears_of_is_asked_about() -> None:
    assert examine(UNTOLD) == []
    [found] = examine(replace(UNTOLD, unheard_months=1))
    assert (found.code, found.severity, found.asks) == ("unheard", Severity.NOTE, True)
    assert examine(replace(UNTOLD, unheard_months=1, completed_on=date(2025, 6, 1))) == []


def test_one_round_amount_says_nothing_unless_the_book_asks() -> None:
    assert examine(ROWS["round_number"]) == []
    [found] = examine(ROWS["round_number"], CheckParams(severity=Severities(round_number=Severity.NOTE)))
    assert found.code == "round_number"


def test_the_channel_of_the_registration_follows_the_size() -> None:
    late = replace(GOOD, registered_on=None, done_by_last_year=0, to_date=14_600 * WAN + 5, last_to_date=0)
    said = {
        total: [found.sentence.zh for found in examine(replace(late, total_investment=total * WAN))
                if found.code == "registration_overdue"]
        for total in (499, 4_999, 5_000)
    }  # fmt: skip
    assert said[499] == []
    assert "属地统计" in said[4_999][0]
    assert "联网直报" in said[5_000][0]


def test_the_year_s_end_is_held_against_the_own_other_months() -> None:
    code = "year_end_bunching"
    [december] = [found for found in examine(DECEMBER) if found.code == code]
    assert "十二月" in december.sentence.zh
    months = dict(DECEMBER.year_months)
    few = tuple((month, amount) for month, amount in months.items() if month >= "2025-07")
    assert code not in {found.code for found in examine(replace(DECEMBER, year_months=few))}
    even = replace(DECEMBER, month_completed=1_100 * WAN)
    assert code not in {found.code for found in examine(even)}
    spread = months | {"2025-10": 6_000 * WAN, "2025-11": 6_000 * WAN}
    late = replace(DECEMBER, year_months=tuple(spread.items()), month_completed=6_000 * WAN)
    [quarter] = [found for found in examine(late) if found.code == code]
    assert "第四季度" in quarter.sentence.zh
    idle = replace(DECEMBER, year_months=tuple((month, 0) for month in months))
    assert code in {found.code for found in examine(idle)}
    assert code not in {found.code for found in examine(replace(DECEMBER, month="2025-11"))}


def test_every_check_has_a_code_of_its_own_a_clause_a_severity_and_a_column() -> None:
    codes = [check.code for check in EVERY]
    assert len(set(codes)) == len(codes)
    assert set(codes) == set(Severities.model_fields)
    for check in EVERY:
        assert check.clause.zh
        assert check.clause.en
        assert check.column in BY_KEY or check.column == "paid_in"
        assert check.rule.__doc__


def latin(found: Finding) -> bool:
    """Whether the English is English, but for the unit and the names of firms."""
    return re.sub("万元|[\u4e00-\u9fff]+有限公司", "", found.sentence.en).isascii()


def test_every_sentence_says_both_languages() -> None:
    for other, _ in CASES:
        for found in examine(replace(GOOD, **other)):
            assert found.sentence.zh
            assert latin(found)


MONEY = st.one_of(st.none(), st.integers(0, 10**13))


@given(MONEY, MONEY, MONEY)
def test_nothing_is_found_in_what_is_not_reported(total: int | None, plan: int | None, last: int | None) -> None:
    known = {"total_investment": total, "annual_plan": plan, "last_to_date": last, "last_year_to_date": last}
    row = ReportRow(month="2025-07", **known)
    assert {found.code for found in examine(row)} <= {"largest_total"}


@given(st.lists(st.integers(0, 10**10), min_size=1, max_size=18), st.integers(0, 10**10))
def test_a_series_that_adds_up_has_no_contradiction_and_one_that_slips_has(amounts: list[int], slip: int) -> None:
    series: dict[str, Amounts] = {}
    year = whole = 0
    for position, amount in enumerate(amounts):
        month = f"{2024 + position // 12}-{position % 12 + 1:02}"
        year, whole = (0 if month.endswith("-01") else year) + amount, whole + amount
        series[month] = Amounts(amount, year, whole)
    assert contradictions(series) == []
    first = next(iter(series))
    changed = series | {first: series[first]._replace(month_completed=amounts[0] + slip + 1)}
    assert [found.finding.code for found in caused(series, changed)] == ["year_sum"]
    assert caused(changed, changed) == []


@pytest.mark.parametrize("said", [{"year_sum": "warning"}, {"round_heaping": "error"}, {"no_such_check": "note"}])
def test_a_book_sets_severities_within_their_bounds(said: dict[str, str]) -> None:
    lighter = CheckParams(severity={"silent": "off", "progress_without_photo": "error", "year_end_bunching": "warning"})
    [stops] = examine(ROWS["progress_without_photo"], lighter)
    assert (stops.severity, stops.asks) == (Severity.ERROR, False)
    assert examine(ROWS["silent"], lighter) == []
    with pytest.raises(ValidationError):
        CheckParams(severity=said)


@pytest.mark.parametrize(("made", "code", "seen"), [
    (made, check.code, seen[check.code]) for _, made, seen in GROUPS for check in made
])  # fmt: skip
def test_every_check_speaks_of_its_worked_example(made: tuple[Check[object], ...], code: str, seen: object) -> None:
    spoken = CheckParams(severity=Severities(round_number=Severity.NOTE))
    found = {check.code: finding for check in made if (finding := check.finding(seen, spoken))}
    assert code in found
    assert latin(found[code])
