"""A meeting is called, arranged, opened and closed by the office, each noted; and refused where it cannot be."""

from datetime import date, timedelta

import pytest

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.meetings import actions, queries
from ballast.rooms.meetings.cards import About, MeetingState, Task
from ballast.rooms.meetings.models import AgendaItem
from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rulebook.terms import AreaKind, Role
from rooms.reporting.cast import AT, county, person

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


@pytest.fixture
def office() -> OfficialCard:
    city = people.establish("990000", "清河市", kind=AreaKind.CITY)
    county()
    return person("office", Role.PROJECT_OFFICE, city)


def called(office: OfficialCard) -> str:
    return actions.call_meeting(
        "", title="7月调度会", month="2025-06", held_on=date(2025, 8, 12), place="一号会议室", official=office, at=AT
    )


def put(office: OfficialCard, number: str, title: str, reason: str = "市长点名") -> int:
    return actions.put_on(
        number, about=About.OTHER, subject="", title=title, task=Task.REPORTS, speaker="", minutes=5, reason=reason,
        official=office, at=LATER,
    )  # fmt: skip


def titles(number: str) -> list[str]:
    found = queries.meeting(number)
    assert found is not None
    return [item.title for item in found.items]


def test_a_meeting_from_its_call_to_its_end(office: OfficialCard) -> None:
    number = called(office)
    assert number == "2025-001"
    assert called(office) == "2025-002"
    actions.open_meeting(number, official=office, at=LATER)
    actions.close_meeting(number, official=office, at=LATER)
    found = queries.meeting(number)
    assert found is not None
    assert found.state is MeetingState.CLOSED
    assert found.closed_at is not None
    acts = AuditLine.objects.filter(object=number, actor="office").order_by("id").values_list("act", flat=True)
    assert list(acts) == ["call_meeting", "open_meeting", "close_meeting"]
    with pytest.raises(actions.MeetingRefused, match="已结束"):
        actions.open_meeting(number, official=office, at=LATER)
    with pytest.raises(actions.MeetingRefused, match="议程不再改动"):
        put(office, number, "迟到的议题")


def test_the_agenda_is_arranged_with_reasons(office: OfficialCard) -> None:
    number = called(office)
    for title in ("一", "二", "三"):
        put(office, number, title)
    actions.move(number, 3, to=1, reason="先听", official=office, at=LATER)
    assert titles(number) == ["三", "一", "二"]
    actions.take_off(number, 1, reason="已办结", official=office, at=LATER)
    assert titles(number) == ["三", "二"]
    found = queries.meeting(number)
    assert found is not None
    assert [(item.title, item.reason) for item in found.taken_off] == [("一", "已办结")]
    assert AuditLine.objects.filter(act="arrange", object=number).count() == 5
    assert AgendaItem.objects.filter(meeting=number, code=1).count() > 1, "what was said before is kept"


def test_an_agenda_is_chosen_by_the_rules_of_its_kind(office: OfficialCard) -> None:
    month.seal("2025-06", at=AT - timedelta(hours=1), by="office")
    number = actions.call_meeting(
        "monthly", title="", month="2025-06", held_on=date(2025, 7, 12), place="", official=office, at=AT
    )
    found = queries.meeting(number)
    assert found is not None
    assert found.title == "2025年6月月调度会"
    assert [item.about for item in found.items][:1] == [About.BULLETIN]
    put(office, number, "加一项")
    actions.take_off(number, 1, reason="不宣读", official=office, at=LATER)
    actions.lay_again(number, official=office, at=LATER)
    assert "加一项" in titles(number)
    assert "通报" not in titles(number)


def test_what_is_refused(office: OfficialCard) -> None:
    number = called(office)
    with pytest.raises(actions.MeetingRefused, match="理由"):
        put(office, number, "无缘无故", reason=" ")
    with pytest.raises(actions.MeetingRefused, match="没有数据"):
        actions.call_meeting("", title="x", month="2031-01", held_on=date(2031, 2, 1), place="", official=office, at=AT)
    with pytest.raises(actions.MeetingRefused, match="没有这种会议；已有：weekly"):
        actions.call_meeting(
            "annual", title="", month="2025-06", held_on=date(2025, 8, 1), place="", official=office, at=AT
        )
    with pytest.raises(actions.MeetingRefused, match="没有这个会议"):
        actions.open_meeting("2025-009", official=office, at=LATER)
    with pytest.raises(NotAllowed):
        actions.open_meeting(number, official=None, at=LATER)
    assert titles(number) == []
