"""Whatever is typed into a form, the ledger takes all of it or stays as it was; and two at once take turns."""

import threading
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ballast.kit.ledger.models import Entry, Source
from ballast.kit.ledger.verification import fact_models, verify
from ballast.kit.refusal import Refusal
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import Status
from ballast.rooms.reporting.models import Progress
from ballast.rulebook.forms import COLUMNS
from rooms.reporting import cast
from rooms.reporting.cast import County

TYPED = st.one_of(
    st.none(), st.integers(-10, 30_000), st.floats(-1, 1e6, allow_nan=False), st.booleans(),
    st.dates(), st.sampled_from(["主体封顶", "#REF!", "12,000", "=1+1", "２０", "无", "—", "三千万", "P000001"]),
)  # fmt: skip
HANDS = st.lists(
    st.tuples(st.sampled_from(["plant", "road", "store"]), st.sampled_from([column.key for column in COLUMNS]), TYPED),
    max_size=5,
)


def ledger() -> tuple[Any, ...]:
    """The head of the journal, and how many facts and sources there are."""
    head = Entry.objects.order_by("-id").first()
    return head and head.hash, Source.objects.count(), [kind.objects.count() for kind in fact_models()]


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hands=HANDS, explained=st.booleans())
def test_a_form_is_taken_whole_or_not_at_all(hands: list[tuple[str, str, Any]], explained: bool) -> None:
    with transaction.atomic():
        town = cast.county()

        def spoil(sheet: cast.Sheet) -> None:
            cast.filling(town, **({"explanation": "如实"} if explained else {}))(sheet)
            rows = {name: cast.row_of(sheet, getattr(town, name)) for name in ("plant", "road", "store")}
            for name, key, value in hands:
                sheet.cell(rows[name], cast.INDEX[key] + 1).value = value

        data, before = cast.edited(cast.july(), spoil), ledger()
        try:
            receipt = cast.submit(data)
        except actions.SentBack as refused:
            assert any(found.stops and found.where for found in refused.receipt.findings)
            assert ledger() == before
        except Refusal:
            assert ledger() == before
        else:
            assert receipt.status is Status.ACCEPTED
            assert not any(found.stops for found in receipt.findings)
            reported = Progress.objects.current().filter(month="2025-07", recorded_by="王填报")
            assert reported.count() == receipt.rows
            assert all((fact.month_completed or 0) >= 0 and fact.cell("month_completed") for fact in reported)
            assert verify() == []
        transaction.set_rollback(True)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_people_at_the_same_moment_take_turns() -> None:
    town: County = cast.county()
    blank = cast.july()
    amounts = {"王填报": 2_000, "李填报": 2_500}
    forms = {by: cast.edited(blank, cast.filling(town, month_completed=amount)) for by, amount in amounts.items()}
    came: dict[str, Any] = {}
    start = threading.Barrier(2)

    def hand_in(by: str) -> None:
        start.wait()
        try:
            came[by] = cast.submit(forms[by], by=by)
        except actions.SentBack as refused:
            came[by] = refused.receipt
        finally:
            connection.close()

    threads = [threading.Thread(target=hand_in, args=(by,)) for by in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(receipt.status for receipt in came.values()) == [Status.ACCEPTED, Status.RETURNED]
    first = next(by for by, receipt in came.items() if receipt.status is Status.ACCEPTED)
    [second] = [receipt for receipt in came.values() if receipt.status is Status.RETURNED]
    said = next(found.sentence.zh for found in second.findings if found.code == "changed_meanwhile")
    assert first in said
    assert "2,000 万元" in said
    assert "2,500 万元" in said
    stands = Progress.objects.current().get(project_id=town.plant, month="2025-07")
    assert stands.month_completed == amounts[first] * cast.WAN
