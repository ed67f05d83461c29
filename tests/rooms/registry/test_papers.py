"""The approval and the contracts of a project entered on its page: read with care, recorded with a source, audited."""

from datetime import UTC, date, datetime

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal, verification
from ballast.kit.ledger.models import Entry
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as who
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.models import Official
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry import actions, queries
from ballast.rooms.registry.cards import ProfileCard
from ballast.rooms.registry.models import Approval, Contract
from ballast.rulebook.terms import AreaKind, Role
from town import official

pytestmark = pytest.mark.django_db
AT, ON = datetime(2025, 8, 4, 1, tzinfo=UTC), date(2025, 8, 4)
APPROVAL = {
    "number": "海发改〔2025〕7号", "owner": "清河制剂有限公司", "total": "1,000.5", "approved_on": "2025-03-01",
    "credit_code": "91370100MA3C4XK33U", "unknown": "x",
}  # fmt: skip


@pytest.fixture
def project() -> int:
    area = people.establish("990101", "清河区", kind=AreaKind.COUNTY)
    official("clerk", Role.REPORTER, area)
    official("leader", Role.LEADER, area)
    with journal.entry(at=datetime(2025, 1, 6, tzinfo=UTC), by="office", action="test") as writer:
        [plant] = actions.enrol(1, writer=writer)
        actions.describe([ProfileCard(project_id=plant, name="制剂厂", area_id=area)], writer=writer)
    return plant


def person(username: str) -> OfficialCard | None:
    return who.official_of(Official.objects.get(user__username=username).user, on=ON)


def enter(project: int, paper: str = "approval", by: str = "clerk", **said: str) -> None:
    actions.enter_paper(project, paper, said, official=person(by), on=ON, at=AT)


def test_an_approval_is_entered_whole_and_revised(project: int) -> None:
    enter(project, **(APPROVAL | {"credit_code": ""}))
    one = queries.approvals([project])[project]
    assert (one.number, one.total, one.approved_on) == ("海发改〔2025〕7号", 10_005_000, date(2025, 3, 1))
    assert str(Approval.objects.get().source) == "page · 立项批复（核准、备案） 网上填报"
    enter(project, number="海发改〔2025〕9号", total="2000")
    assert queries.approvals([project])[project].total == 20_000_000 and Approval.objects.count() == 2
    line = AuditLine.objects.filter(act="enter_paper").latest("id")
    assert (line.actor, line.object, line.detail["number"]) == ("clerk", "P000001", "海发改〔2025〕9号")
    assert verification.verify() == []


def test_contracts_stand_side_by_side_by_their_numbers(project: int) -> None:
    for number, amount in (("HT-1", "300"), ("HT-2", "200"), ("HT-1", "350")):
        enter(project, "contract", number=number, contract_amount=amount, party="清河制剂")
    amounts = [(one.number, one.contract_amount) for one in queries.contracts([project])[project]]
    assert amounts == [("HT-1", 3_500_000), ("HT-2", 2_000_000)] and Contract.objects.count() == 3


@pytest.mark.parametrize(("field", "said"), [
    ("total", "约一千"), ("total", "-1"), ("total", "1e99"), ("total", "NaN"), ("approved_on", "2025年3月"),
    ("credit_code", "91370100"), ("owner", "长" * 201), ("number", "a\0"), ("paper", ""),
])  # fmt: skip
def test_what_cannot_be_is_refused_naming_its_field(project: int, field: str, said: str) -> None:
    head = Entry.objects.count()
    with pytest.raises(actions.PaperRefused) as refused:
        enter(project, **{field: said})
    assert refused.value.where == field and Entry.objects.count() == head


def test_only_who_reports_for_the_project_enters_and_only_what_there_is(project: int) -> None:
    with pytest.raises(NotAllowed):
        enter(project, by="leader", total="1")
    with pytest.raises(actions.PaperRefused, match="立项批复或施工合同"):
        enter(project, "licence", total="1")
