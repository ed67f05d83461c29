"""The ledger keeps what it was told, refuses change, and finds what was changed behind its back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ballast.kit import audit
from ballast.kit.audit import AuditLine
from ballast.kit.ledger.guards import names
from ballast.kit.ledger.journal import ClockBehind, Recorded, SameKeyTwice, entry
from ballast.kit.ledger.models import Entry, Seal, Source
from ballast.kit.ledger.sealing import seal
from ballast.kit.ledger.verification import fact_models, verify
from ballast.rooms.lifecycle.models import Milestone
from ballast.rooms.registry.models import Project

T0 = datetime(2025, 7, 1, 8, tzinfo=UTC)


@pytest.fixture
def project(db: None) -> Project:
    return Project.objects.create(serial="P000001", created_at=T0)


def started(project: Project, day: int | None, evidence: str = "") -> Milestone:
    on = date(2025, 6, day) if day else None
    return Milestone(project=project, kind="started", basis="declared", actual_on=on, evidence=evidence)


def record(project: Project, day: int | None, *, minutes: int = 0) -> Recorded:
    source = Source.objects.create(
        kind="workbook", place="Sheet1", columns={"actual_on": "H"}, received_at=T0, received_by="张三"
    )
    with entry(at=T0 + timedelta(minutes=minutes), by="张三", action="test", source=source) as book:
        return book.record([started(project, day)])


def test_a_revision_closes_the_fact_before_it(project: Project) -> None:
    assert record(project, 3) == Recorded(new=1)
    assert record(project, 5, minutes=1) == Recorded(revised=1)
    old, new = Milestone.objects.order_by("id")
    assert old.superseded_at == new.recorded_at == T0 + timedelta(minutes=1)
    assert Milestone.objects.known(T0).get().actual_on == date(2025, 6, 3)
    assert Milestone.objects.current().get().actual_on == date(2025, 6, 5)


def test_saying_the_same_again_records_nothing(project: Project) -> None:
    record(project, 3)
    assert record(project, 3, minutes=1) == Recorded(unchanged=1)
    assert Milestone.objects.count() == Entry.objects.count() == 1


def test_two_things_of_one_key_are_refused_and_nothing_is_kept(project: Project) -> None:
    with pytest.raises(SameKeyTwice), entry(at=T0, by="张三", action="test") as book:
        book.record([started(project, 3), started(project, 4)])
    assert not Milestone.objects.exists()
    assert not Entry.objects.exists()


def test_moments_never_fall_back(project: Project) -> None:
    record(project, 3, minutes=1)
    record(project, 4, minutes=0)
    assert [line.moment for line in Entry.objects.order_by("id")] == [
        T0 + timedelta(minutes=1),
        T0 + timedelta(minutes=1, microseconds=1),
    ]
    with pytest.raises(ClockBehind):
        record(project, 5, minutes=-10)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE lifecycle_milestone SET actual_on = '2025-01-01'",
        "UPDATE lifecycle_milestone SET superseded_at = NULL",
        "UPDATE lifecycle_milestone SET superseded_at = '2030-01-01 00:00:00', evidence = 'x'",
        "DELETE FROM lifecycle_milestone",
        "UPDATE kit_entry SET hash = 'x'",
        "DELETE FROM kit_entry",
    ],
)
def test_the_database_refuses_every_other_change(project: Project, statement: str) -> None:
    record(project, 3)
    with pytest.raises(DatabaseError, match="ballast ledger"), transaction.atomic():
        connection.cursor().execute(statement)


def test_nothing_is_recorded_before_the_last_seal(project: Project) -> None:
    record(project, 3)
    fixed = seal("2025-06", at=T0 + timedelta(minutes=5), by="李四")
    late = started(project, 9)
    late.basis, late.recorded_at, late.recorded_by = "verified", fixed.moment, "x"
    with pytest.raises(DatabaseError, match="last seal"), transaction.atomic():
        late.save()
    with pytest.raises(DatabaseError, match="ballast ledger"), transaction.atomic():
        Milestone.objects.update(superseded_at=fixed.moment)


def test_seals_are_chained_and_verify_is_quiet(project: Project) -> None:
    record(project, 3)
    first = seal("2025-06", at=T0 + timedelta(minutes=5), by="李四")
    record(project, 4, minutes=6)
    second = seal("2025-06", at=T0 + timedelta(minutes=7), by="李四", reason="更正")
    assert second.previous == first.hash
    assert verify() == []


def behind_our_back(statement: str) -> None:
    """What an intruder with the file does: drop the guards, change, and leave."""
    with connection.cursor() as cursor:
        for model in [*fact_models(), Entry, Seal, AuditLine]:
            table = model._meta.db_table
            for name in names(table, closable=hasattr(model, "superseded_at")):
                drop = f"DROP TRIGGER {name}"
                cursor.execute(drop if connection.vendor == "sqlite" else f"{drop} ON {table}")
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE lifecycle_milestone SET actual_on = '2025-06-04' WHERE superseded_at IS NULL",
        "UPDATE lifecycle_milestone SET evidence = '照片'",
        "UPDATE lifecycle_milestone SET superseded_at = NULL, basis = 'x' WHERE superseded_at IS NOT NULL",
        "DELETE FROM lifecycle_milestone WHERE superseded_at IS NULL",
        "UPDATE lifecycle_milestone SET recorded_at = '2025-07-01 08:00:30'",
        "UPDATE kit_entry SET \"by\" = '王五'",
        "UPDATE kit_seal SET reason = '无'",
        "UPDATE kit_source SET place = 'Sheet2'",
    ],
)
def test_verify_finds_what_was_changed_behind_our_back(project: Project, statement: str) -> None:
    record(project, 3)
    record(project, 5, minutes=1)
    seal("2025-06", at=T0 + timedelta(minutes=5), by="李四")
    assert verify() == []
    behind_our_back(statement)
    assert verify() != []


def test_the_audit_trail_is_chained(db: None) -> None:
    for step, act in enumerate(("sign in", "import", "seal")):
        audit.write(act, at=T0 + timedelta(minutes=step), actor="张三", object="x")
    assert list(audit.verify()) == []
    behind_our_back("DELETE FROM kit_auditline WHERE act = 'import'")
    assert len(list(audit.verify())) == 1
