"""Each check passes, speaks, or keeps silent where what it compares is not reported."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.rulebook.checks import ALL, CheckParams, ReportRow, Severity, examine
from ballast.rulebook.checks.series import Amounts, caused, contradictions
from ballast.rulebook.forms import BY_KEY

WAN = 10_000
YI = 100_000_000
GOOD = ReportRow(
    month="2025-07", total_investment=10 * YI, done_by_last_year=YI, annual_plan=4 * YI,
    last_year_to_date=12_000 * WAN, last_to_date=22_000 * WAN, month_completed=2_600 * WAN + 5,
    year_to_date=14_600 * WAN + 5, to_date=24_600 * WAN + 5, form_progress="主体施工", started_on=date(2024, 3, 1),
)  # fmt: skip

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
    ({"started_on": None}, ["money_before_start"]),
    ({"started_on": date(2025, 8, 1)}, ["money_before_start", "start_in_future"]),
    ({"start_is_new": True}, ["start_without_evidence"]),
    ({"start_is_new": True, "evidence": "照片 3"}, []),
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


def test_silence_and_round_numbers() -> None:
    still = replace(GOOD, month_completed=0, year_to_date=12_000 * WAN, to_date=22_000 * WAN, form_progress="")
    assert [found.code for found in examine(replace(still, silent_months=1))] == []
    [found] = examine(replace(still, silent_months=2))
    assert (found.code, found.severity) == ("silent", Severity.WARNING)
    assert "3 个月" in found.sentence.zh
    assert examine(replace(still, silent_months=2), CheckParams(silent_months=4)) == []
    round_ = replace(GOOD, month_completed=3_000 * WAN, year_to_date=15_000 * WAN, to_date=25_000 * WAN)
    assert [(found.code, found.severity) for found in examine(round_)] == [("round_number", Severity.NOTE)]


def test_an_enormous_amount_asks() -> None:
    huge = replace(GOOD, month_completed=2_000 * YI, year_to_date=2_000 * YI + 12_000 * WAN,
                   to_date=2_001 * YI + 12_000 * WAN)  # fmt: skip
    assert "absurd_amount" in [found.code for found in examine(huge)]


def test_every_check_has_a_code_of_its_own_a_clause_and_a_column() -> None:
    assert len({check.code for check in ALL}) == len(ALL)
    for check in ALL:
        assert check.clause.zh
        assert check.clause.en
        assert check.column in BY_KEY or check.column == "paid_in"
        assert check.rule.__doc__


def test_every_sentence_says_both_languages() -> None:
    for other, _ in CASES:
        for found in examine(replace(GOOD, **other)):
            assert found.sentence.zh
            assert found.sentence.en.replace("万元", "").isascii()


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
    changed = series | {first: replace(series[first], month_completed=amounts[0] + slip + 1)}
    assert [found.finding.code for found in caused(series, changed)] == ["year_sum"]
    assert caused(changed, changed) == []
