"""History: every revision with who, when, what it changed, and the cell of each value."""

from datetime import UTC, datetime

import pytest

from ballast.kit.ledger import journal
from ballast.kit.ledger.history import revisions, sources_of
from ballast.kit.models import Source
from ballast.rooms.people import actions as people
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import ProfileCard
from ballast.rooms.registry.models import Profile
from ballast.rulebook.terms import AreaKind

pytestmark = pytest.mark.django_db

FIRST, SECOND = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 2, 1, tzinfo=UTC)


@pytest.fixture
def project() -> int:
    """A project told by a sheet, and revised by hand."""
    area = people.establish("990000", "海州市", kind=AreaKind.CITY)
    columns = {"name": "B", "total_investment": "G"}
    source = Source.objects.create(kind="list", place="清单", columns=columns, received_at=FIRST, received_by="a")
    with journal.entry(at=FIRST, by="a", action="import", source=source) as writer:
        [made] = registry.enrol(1, writer=writer)
        card = ProfileCard(project_id=made, name="码头", area_id=area, total_investment=5, row=7)
        registry.describe([card], writer=writer)
    with journal.entry(at=SECOND, by="b", action="edit") as writer:
        registry.describe([ProfileCard(project_id=made, name="码头", area_id=area, total_investment=9)], writer=writer)
    return made


def test_newest_first_with_before_after_and_cell(project: int) -> None:
    newest, oldest = revisions(Profile.objects.filter(project_id=project), without="project")
    assert (newest.by, newest.recorded_at, newest.superseded_at) == ("b", SECOND, None)
    assert [(change.field, change.before, change.after) for change in newest.changes] == [("total_investment", 5, 9)]
    assert (oldest.by, oldest.superseded_at, oldest.followed) == ("a", SECOND, True)
    told = {change.field: (change.after, change.cell) for change in oldest.changes}
    assert told["total_investment"] == (5, "list · 清单!G7")
    assert told["name"] == ("码头", "list · 清单!B7") and told["area"][0] == "海州市"
    assert "site" not in told


def test_a_fact_withdrawn_is_told_from_one_revised(project: int) -> None:
    with journal.entry(at=datetime(2025, 3, 1, tzinfo=UTC), by="c", action="withdraw") as writer:
        writer.withdraw(Profile.objects.current())
    newest, oldest = revisions(Profile.objects.filter(project_id=project), without="project")
    assert newest.superseded_at is not None and not newest.followed and oldest.followed


def test_whose_facts_a_source_told(project: int) -> None:
    source = Source.objects.get().pk
    assert sources_of(source, None, Profile.objects.all(), owner="project_id") == {project}
    assert sources_of(source, 7, Profile.objects.all(), owner="project_id") == {project}
    assert sources_of(source, 8, Profile.objects.all(), owner="project_id") == set()
