"""After the seal only a correction slip: old value, new value, reason, evidence, approver."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry
from ballast.kit.ledger.sealing import seal
from ballast.kit.ledger.verification import verify
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Change, Slip
from ballast.rooms.reporting.models import CorrectionSlip, Progress
from rooms.reporting import cast
from rooms.reporting.cast import AT, WAN, County

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=20)


@pytest.fixture
def sealed(db: None) -> County:
    """July handed in, June and July sealed."""
    town = cast.county()
    cast.submit(cast.edited(cast.july(), cast.filling(town)))
    seal("2025-06", at=AT + timedelta(days=5), by="项目办")
    seal("2025-07", at=AT + timedelta(days=6), by="项目办")
    return town


def slip(town: County, *changes: Change, **other: str) -> Slip:
    said = {"reason": "重复计入", "evidence": "监理月报第 7 期", "approver": "赵主任", **other}
    return Slip(project_id=town.plant, basis="declared", changes=changes, **said)


def lower_july(town: County) -> Slip:
    """July's plant did 2,000 万元, not 2,600.5, with the sums that move along."""
    return slip(town, *queries.carried(town.plant, "2025-07", "declared", "month_completed", 2000 * WAN))


def test_a_slip_revises_the_report_and_is_kept(sealed: County) -> None:
    made = actions.correct(lower_july(sealed), at=LATER, by="项目办")
    assert [(one.field, one.old, one.new) for one in made] == [
        ("month_completed", 26_005_000, 20_000_000),
        ("year_to_date", 146_005_000, 140_000_000),
        ("to_date", 146_005_000, 140_000_000),
    ]
    plant = Progress.objects.current().get(project_id=sealed.plant, month="2025-07")
    assert (plant.month_completed, plant.form_progress, str(plant.source)) == (
        2000 * WAN, "主体封顶", f"slip · {cast.serial_of(sealed.plant)} 2025-07")  # fmt: skip
    assert queries.corrections(month="2025-07") == made
    assert AuditLine.objects.order_by("-id").first().act == "correct"
    assert verify() == []


def test_an_open_month_is_reported_not_corrected(db: None) -> None:
    town = cast.county()
    with pytest.raises(actions.MonthOpen, match="直接重新报送"):
        actions.correct(slip(town, Change("2025-06", "month_completed", 3000 * WAN, 1)), at=LATER, by="项目办")


def test_a_stale_slip_shows_both_values(sealed: County) -> None:
    with pytest.raises(actions.Stale, match="2,500 万元.*2,600.5 万元") as refused:
        actions.correct(slip(sealed, Change("2025-07", "month_completed", 2500 * WAN, 1)), at=LATER, by="项目办")
    assert refused.value.where == f"{cast.serial_of(sealed.plant)} 2025-07 month_completed"


def test_later_months_must_still_add_up_or_be_corrected_too(sealed: County) -> None:
    head = Entry.objects.order_by("-id").first()
    june = Change("2025-06", "month_completed", 3000 * WAN, 2000 * WAN)
    sums = (Change("2025-06", "year_to_date", 12_000 * WAN, 11_000 * WAN),
            Change("2025-06", "to_date", 12_000 * WAN, 11_000 * WAN))  # fmt: skip
    with pytest.raises(actions.Contradicts, match="2025-07.*应为 13,600.5 万元"):
        actions.correct(slip(sealed, june, *sums), at=LATER, by="项目办")
    assert Entry.objects.order_by("-id").first() == head
    whole = queries.carried(sealed.plant, "2025-06", "declared", "month_completed", 2000 * WAN)
    assert [(one.month, one.field) for one in whole] == [
        ("2025-06", "month_completed"), ("2025-06", "year_to_date"), ("2025-06", "to_date"),
        ("2025-07", "year_to_date"), ("2025-07", "to_date"),
    ]  # fmt: skip
    assert len(actions.correct(slip(sealed, *whole), at=LATER, by="项目办")) == 5
    assert Progress.objects.current().get(project_id=sealed.plant, month="2025-07").to_date == 136_005_000


@pytest.mark.parametrize(
    ("changes", "other", "says"),
    [
        ((), {}, "更正内容"),
        ((Change("2025-07", "month_completed", 26_005_000, 1),), {"reason": " "}, "理由"),
        ((Change("2025-07", "month_completed", 26_005_000, 1),), {"approver": ""}, "批准人"),
        ((Change("2025-07", "month_completed", 26_005_000, 26_005_000),), {}, "相同"),
        ((Change("2025-07", "month_completed", 26_005_000, -1),), {}, "不小于 0"),
        ((Change("2025-07", "recorded_by", "", "x"),), {}, "不能更正"),
        ((Change("2025-13", "month_completed", 1, 2),), {}, "不是月份"),
        ((Change("2025-07", "needs", "", "a"), Change("2025-07", "needs", "", "b")), {}, "更正了两次"),
    ],
)
def test_an_incomplete_slip_is_refused(
    sealed: County, changes: tuple[Change, ...], other: dict[str, str], says: str
) -> None:
    head = Entry.objects.order_by("-id").first()
    with pytest.raises(actions.SlipIncomplete if "月份" not in says else Exception, match=says):
        actions.correct(slip(sealed, *changes, **other), at=LATER, by="项目办")
    assert Entry.objects.order_by("-id").first() == head
    assert not CorrectionSlip.objects.exists()


def test_a_slip_is_never_changed(sealed: County) -> None:
    actions.correct(lower_july(sealed), at=LATER, by="项目办")
    for statement in ("UPDATE reporting_correctionslip SET reason = 'x'", "DELETE FROM reporting_correctionslip"):
        with pytest.raises(DatabaseError, match="ballast ledger"), transaction.atomic():
            connection.cursor().execute(statement)
