"""What is said and decided in the room is kept at once, under its own name; the screen turns; minutes are re-read."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.documents.opened import Opened
from ballast.kit.ledger import journal
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.meetings import actions, queries
from ballast.rooms.meetings.actions import Note
from ballast.rooms.meetings.models import Decision, Remark
from ballast.rooms.people.queries import NotAllowed
from ballast.rulebook.items.life import Verb
from ballast.rulebook.items.promises import Promise, Tally
from rooms.meetings.quarter import AT, DAY, Town, decided, do, held, item, meeting, slip

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=2)
OCTOBER = date(2025, 10, 20)


@pytest.fixture
def town() -> Town:
    return held()


def say(town: Town, words: str, name: str, *, speaker: str = "王市长", agenda: int = 2, at: datetime = AT) -> None:
    note = Note(slip=name, words=words, agenda=agenda, speaker=speaker)
    actions.remark(town.meeting, note, official=town.office, at=at)


def test_a_note_that_arrives_twice_is_one_and_may_be_said_anew(town: Town) -> None:
    name = slip()
    say(town, "进度要再快一些", name)
    say(town, "进度要再快一些", name)
    assert Remark.objects.count() == 1
    say(town, "进度还要再快", name)
    assert [one.words for one in queries.remarks(town.meeting)] == ["进度还要再快"]
    assert Remark.objects.count() == 2, "what was said before is kept"
    first = actions.decide(town.meeting, Note(slip="a1b2c3d4", words="月底前开工"), official=town.office, at=AT)
    again = actions.decide(town.meeting, Note(slip="a1b2c3d4", words="月底前必须开工"), official=town.office, at=AT)
    assert (first, again, decided(town)) == (1, 1, 2)
    acts = AuditLine.objects.filter(object=town.meeting).values_list("act", flat=True)
    assert {"remark", "decide"} <= set(acts)


def test_a_note_is_taken_back_but_not_once_it_was_handed_out(town: Town) -> None:
    name = slip()
    say(town, "说错了", name)
    actions.take_back(town.meeting, name, official=town.office, at=AT)
    assert queries.remarks(town.meeting) == []
    with pytest.raises(actions.MeetingRefused, match="已撤回"):
        say(town, "又来", name)
    item(town)
    kept = Decision.objects.current().get()
    with pytest.raises(actions.MeetingRefused, match="已交办"):
        actions.take_back(town.meeting, kept.slip, official=town.office, at=AT)


def test_what_is_no_note(town: Town) -> None:
    for words, name, agenda in (("", slip(), 0), ("x" * 2001, slip(), 0), ("x", "no slip!", 0), ("x", slip(), 9)):
        with pytest.raises(actions.MeetingRefused):
            say(town, words, name, agenda=agenda)
    with pytest.raises(actions.MeetingRefused, match="是谁"):
        say(town, "x", slip(), speaker=" ")
    with pytest.raises(NotAllowed):
        actions.remark(town.meeting, Note(slip=slip(), words="x", speaker="y"), official=town.land, at=AT)
    called = actions.call_meeting("", title="x", month="2025-06", held_on=DAY, place="", official=town.office, at=AT)
    with pytest.raises(actions.MeetingRefused, match="尚未开始"):
        actions.decide(called, Note(slip=slip(), words="x"), official=town.office, at=AT)


def test_the_screen_turns_to_the_pages_of_the_meeting(town: Town) -> None:
    codes = [page.code for page in queries.pages(town.meeting)]
    assert codes == ["front", "1", "2", "decided"]
    assert queries.position(town.meeting).page == "front"
    actions.turn_screen(town.meeting, "2", official=town.office, at=AT)
    before = queries.position(town.meeting)
    actions.turn_screen(town.meeting, "2", official=town.second, at=AT)
    assert queries.position(town.meeting).turned == before.turned + 1
    with pytest.raises(actions.MeetingRefused, match="没有这一页"):
        actions.turn_screen(town.meeting, "7", official=town.office, at=AT)
    with pytest.raises(NotAllowed):
        actions.turn_screen(town.meeting, "1", official=town.land, at=AT)
    assert AuditLine.objects.filter(act="turn_screen", object=town.meeting).count() == 2


def test_minutes_are_written_from_what_was_noted_and_read_again(town: Town) -> None:
    say(town, "用地 300 亩，8月底前必须到位", slip())
    number = item(town)
    with pytest.raises(actions.MeetingRefused, match="会议结束后"):
        actions.issue_minutes(town.meeting, official=town.office, on=DAY, at=LATER)
    actions.close_meeting(town.meeting, official=town.office, at=LATER)
    assert actions.issue_minutes(town.meeting, official=town.office, on=DAY, at=LATER) == 1
    found = queries.minutes_document(town.meeting, 1)
    assert found is not None and found[0] == "会纪〔2025〕1号.docx"
    text = "".join(line.text for line in Opened(found[1]).lines())
    for said in (
        "二季度项目推进会纪要",
        "王市长：用地 300 亩",
        "尽快解决用地",
        number,
        "2025年8月15日",
        "市项目办督办",
    ):
        assert said in text, said
    assert queries.check_recorded(found[1]) == []
    say(town, "用地 200 亩，8月底前必须到位", Remark.objects.get().slip, at=LATER)
    [wrong] = queries.check_recorded(found[1])
    assert wrong.code == "wrong-number"
    assert actions.issue_minutes(town.meeting, official=town.second, on=DAY, at=LATER) == 2
    assert [one.number for one in queries.minutes_of(town.meeting)] == ["会纪〔2025〕1号"] * 2


def test_the_next_meeting_opens_with_what_was_kept_and_what_was_not(town: Town) -> None:
    move(town, started=date(2025, 9, 1))
    kept, late, broken = item(town), item(town), item(town, office=town.east)
    waits = item(town, deadline=date(2025, 12, 1))
    dropped = item(town)
    do(kept, Verb.SUBMIT, town.land, photo=True)
    do(kept, Verb.SETTLE, town.office)
    do(late, Verb.SUBMIT, town.land, photo=True, on=date(2025, 8, 20))
    do(late, Verb.SETTLE, town.office, on=date(2025, 8, 20))
    do(dropped, Verb.DROP, town.office, on=date(2025, 8, 20))
    actions.close_meeting(town.meeting, official=town.office, at=datetime(2025, 8, 20, 9, tzinfo=UTC))
    at = datetime(2025, 10, 20, 1, tzinfo=UTC)
    move(town, started=date(2025, 9, 1), actual=date(2025, 9, 11), at=at)
    following = meeting(town.office, town.serial, title="三季度推进会", on=OCTOBER, at=at)
    assert [page.code for page in queries.pages(following)][:3] == ["front", "review", "targets"]
    found = queries.meeting(following)
    assert found is not None
    told = queries.review(found, on=OCTOBER)
    assert told is not None
    assert told.last.number == town.meeting
    assert told.whole == Tally(kept=1, late=1, broken=1, not_due=1)
    assert told.whole.said().zh.startswith("到期 3 件 = 按期 1 + 逾期 1 + 未兑现 1；按期兑现率 1÷3=33.3%")
    assert [one.number for one in told.items] == [broken, late, waits, kept, dropped]
    assert [(one.name, one.tally.due) for one in told.counties] == [("清河区", 3)]
    assert [(one.name, one.tally.due) for one in told.leaders] == [("王市长", 3)]
    [target] = told.targets
    assert (target.promise, target.target.said(OCTOBER).zh) == (
        Promise.LATE, "原定 2025-09-01，实际 2025-09-11，迟 10 天",
    )  # fmt: skip
    new = item(town, meeting=following, on=OCTOBER, at=at, deadline=date(2025, 11, 1))
    actions.close_meeting(following, official=town.office, at=at)
    later = meeting(town.office, town.serial, title="年度推进会", on=date(2026, 1, 8), at=at)
    last = queries.meeting(later)
    assert last is not None
    again = queries.review(last, on=date(2026, 1, 8))
    assert again is not None
    assert [one.number for one in again.items] == [new]
    assert [one.number for one in again.carried] == [broken, waits], "open items are carried on"


def move(town: Town, *, started: date, actual: date | None = None, at: datetime = AT) -> None:
    with journal.entry(at=at, by="test", action="test") as writer:
        lifecycle.move([
            MilestoneCard(project_id=town.county.plant, kind="started", basis="declared", planned_on=started,
                          actual_on=actual, evidence="照片" if actual else "")
        ], writer=writer)  # fmt: skip
