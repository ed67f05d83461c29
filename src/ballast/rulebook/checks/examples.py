"""One worked example a check: what is reported, and so what the check says; run as a test, printed in the handbook."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ballast.rulebook.checks.heaping import Habit, Tally
from ballast.rulebook.checks.photos import Photo, Use
from ballast.rulebook.checks.row import Party, ReportRow
from ballast.rulebook.evidence import progress_of
from ballast.rulebook.stages import MilestoneKind

WAN = 10_000
YI = 100_000_000

GOOD = ReportRow(
    month="2025-07", total_investment=10 * YI, done_by_last_year=YI, annual_plan=4 * YI,
    last_year_to_date=12_000 * WAN, last_to_date=22_000 * WAN, month_completed=2_600 * WAN + 5,
    year_to_date=14_600 * WAN + 5, to_date=24_600 * WAN + 5, form_progress="主体施工", started_on=date(2024, 3, 1),
    registered_on=date(2024, 4, 8), photos=2, owner=Party(name="清河制剂有限公司"),
)  # fmt: skip
STILL = replace(GOOD, month_completed=0, year_to_date=12_000 * WAN, to_date=22_000 * WAN, form_progress="")
UNTOLD = replace(GOOD, month_completed=None, year_to_date=None, to_date=None, form_progress="")
ENORMOUS = replace(GOOD, month_completed=2_000 * YI, year_to_date=2_000 * YI + 12_000 * WAN,
                   to_date=2_001 * YI + 12_000 * WAN)  # fmt: skip
DECEMBER = replace(
    GOOD, month="2025-12", month_completed=12_345 * WAN, year_to_date=24_345 * WAN, to_date=34_345 * WAN,
    year_months=tuple((f"2025-{number:02}", (1_000 + 7 * number) * WAN) for number in range(1, 12)),
)  # fmt: skip
SNAP = Photo(
    claim=progress_of("2025-07"), uploaded_at=datetime(2025, 8, 2, 1, tzinfo=UTC), zoned=True,
    taken_at=datetime(2025, 7, 28, 2, tzinfo=UTC), place=(117.12, 36.65), site=(117.121, 36.651),
)  # fmt: skip
MAY = Use(progress_of("2025-05"), "P000017", True)
ELSEWHERE = Use(progress_of("2025-07"), "P000123", False)

ROWS: dict[str, ReportRow] = {
    "to_date_falls": replace(GOOD, to_date=21_999 * WAN),
    "year_sum": replace(GOOD, year_to_date=14_600 * WAN),
    "whole_sum": replace(GOOD, done_by_last_year=2 * YI),
    "over_total": replace(GOOD, total_investment=2 * YI),
    "largest_total": replace(GOOD, total_investment=1_000 * YI + 1),
    "absurd_amount": ENORMOUS,
    "over_agreed": replace(GOOD, agreed=YI, paid_in=YI + 1),
    "paid_in_falls": replace(GOOD, last_paid_in=YI, paid_in=YI - 1),
    "funds_total": replace(GOOD, funds_total=8 * YI),
    "approval_total": replace(GOOD, approved_total=5 * YI),
    "contract_total": replace(GOOD, contract_amount=11 * YI),
    "parties_differ": replace(GOOD, approval_owner=Party(name="海州药业集团有限公司")),
    "month_share": replace(GOOD, annual_plan=5_200 * WAN),
    "year_over_plan": replace(GOOD, annual_plan=5_200 * WAN + 10),
    "round_number": replace(GOOD, month_completed=3_000 * WAN, year_to_date=15_000 * WAN, to_date=25_000 * WAN),
    "silent": replace(STILL, silent_months=2),
    "unheard": replace(UNTOLD, unheard_months=1),
    "progress_without_photo": replace(GOOD, photos=0),
    "words_missing": replace(GOOD, form_progress=" "),
    "year_end_bunching": DECEMBER,
    "start_without_evidence": replace(GOOD, start_is_new=True),
    "registration_overdue": replace(GOOD, registered_on=None),
    "money_before_start": replace(GOOD, started_on=None),
    "start_in_future": replace(GOOD, started_on=date(2025, 8, 1), registered_on=None),
    "completion_in_future": replace(GOOD, completed_on=date(2025, 8, 1)),
    "production_in_future": replace(GOOD, producing_on=date(2025, 8, 1)),
    "registration_in_future": replace(GOOD, registered_on=date(2025, 8, 1)),
    "completed_before_started": replace(GOOD, completed_on=date(2024, 2, 29)),
    "date_withdrawn": replace(GOOD, dates_withdrawn=(f"{MilestoneKind.STARTED}.actual_on",)),
}
HABITS: dict[str, Habit] = {"round_heaping": Habit(Tally(24, 40), Tally(32, 160))}
PHOTOS: dict[str, Photo] = {
    "photo_before": replace(SNAP, taken_at=datetime(2025, 5, 6, 2, tzinfo=UTC)),
    "photo_after_upload": replace(SNAP, taken_at=datetime(2025, 8, 3, 2, tzinfo=UTC)),
    "photo_far": replace(SNAP, place=(116.4, 39.9)),
    "photo_reused": replace(SNAP, same=(MAY,)),
    "photo_alike": replace(SNAP, alike=(ELSEWHERE,)),
}
