"""Serials count on from the last one given, whatever the database makes of its own ids."""

from datetime import UTC, datetime

import pytest

from ballast.kit.ledger import journal
from ballast.rooms.registry import actions
from ballast.rooms.registry.models import Project

pytestmark = pytest.mark.django_db
AT = datetime(2025, 1, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "then"),
    [
        ([], ["P000001", "P000002"]),
        (["P000009"], ["P000010", "P000011"]),
        (["P999999", "P000007"], ["P1000000", "P1000001"]),
    ],
)
def test_serials_count_on_without_a_gap(given: list[str], then: list[str]) -> None:
    for step, serial in enumerate(given):
        Project.objects.create(pk=5_000 + 20 * step, serial=serial, created_at=AT)
    with journal.entry(at=AT, by="office", action="enrol") as writer:
        ids = [*actions.enrol(1, writer=writer), *actions.enrol(1, writer=writer)]
    assert [Project.objects.get(pk=one).serial for one in ids] == then
