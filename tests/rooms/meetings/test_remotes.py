"""A telephone as the remote of one meeting: taken once by a code, for pages and remarks, until it is over."""

from datetime import timedelta

import pytest

from ballast.kit.audit import AuditLine
from ballast.rooms.meetings import actions, queries
from ballast.rooms.meetings.actions import Note
from ballast.rooms.meetings.models import Remote
from ballast.rooms.meetings.remotes import CODE_LASTS, LONGEST, new_token
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as officials
from ballast.rooms.people.queries import NotAllowed
from rooms.meetings.quarter import AT, Town, held, slip

pytestmark = pytest.mark.django_db
ON = AT.date()
LATER = AT + timedelta(minutes=1)


@pytest.fixture
def town() -> Town:
    return held()


def shown(town: Town) -> str:
    return actions.show_code(town.meeting, official=town.office, at=AT)


def paired(town: Town) -> str:
    return actions.pair(shown(town), device="Mozilla/5.0 (Android)", on=ON, at=LATER)


def opens(token: str) -> bool:
    try:
        return bool(actions.held(token, on=ON, at=LATER))
    except actions.NoRemote:
        return False


def test_a_code_is_taken_once_however_it_is_typed(town: Town) -> None:
    code = shown(town)
    assert queries.pairing(town.meeting, at=LATER).waiting
    typed = code.lower().replace("-", " ")
    assert actions.invited(typed, at=LATER) == town.meeting
    token = actions.pair(typed, device="", on=ON, at=LATER)
    assert opens(token) and len(queries.pairing(town.meeting, at=LATER).connected) == 1
    for again in (code, "AAAA-AAAA", ""):
        with pytest.raises(actions.NoRemote, match="已被使用"):
            actions.pair(again, device="", on=ON, at=LATER)
    lines = AuditLine.objects.filter(act__in=("show_code", "pair_remote")).order_by("id")
    assert [(line.act, line.actor, line.result) for line in lines][:2] == [
        ("show_code", town.office.username, "done"), ("pair_remote", town.office.username, "done"),
    ]  # fmt: skip
    assert [line.result for line in lines][2:] == ["refused"] * 3
    stored = Remote.objects.get()
    assert code not in (stored.code, stored.token) and token not in (stored.code, stored.token)


def test_a_code_lasts_minutes_and_the_next_one_ends_it(town: Town) -> None:
    first, second = shown(town), shown(town)
    with pytest.raises(actions.NoRemote):
        actions.invited(first, at=LATER)
    with pytest.raises(actions.NoRemote):
        actions.invited(second, at=AT + CODE_LASTS)
    assert not queries.pairing(town.meeting, at=AT + CODE_LASTS).waiting


def test_it_turns_pages_and_notes_remarks_in_the_name_of_who_showed_the_code(town: Town) -> None:
    token = paired(town)
    actions.turn_by_remote(token, "2", on=ON, at=LATER)
    assert queries.position(town.meeting).page == "2"
    note = Note(slip=slip(), words="再快一些", agenda=2, speaker="王市长")
    for _ in range(2):
        actions.remark_by_remote(token, note, on=ON, at=LATER)
    [kept] = queries.remarks(town.meeting)
    assert (kept.words, kept.by) == ("再快一些", town.office.username)
    remote = Remote.objects.get().pk
    for act in ("turn_screen", "remark"):
        line = AuditLine.objects.filter(act=act).first()
        assert line is not None and line.detail["remote"] == remote
    with pytest.raises(actions.MeetingRefused):
        actions.turn_by_remote(token, "99", on=ON, at=LATER)


def test_it_is_disconnected_at_the_screen_with_the_meeting_and_by_time(town: Town) -> None:
    token, other = paired(town), paired(town)
    one = queries.pairing(town.meeting, at=LATER).connected[0].id
    with pytest.raises(NotAllowed):
        actions.end_remote(town.meeting, one, official=town.land, at=LATER)
    actions.end_remote(town.meeting, one, official=town.office, at=LATER)
    assert (opens(token), opens(other)) == (False, True)
    with pytest.raises(actions.MeetingRefused, match="已断开"):
        actions.end_remote(town.meeting, one, official=town.office, at=LATER)
    with pytest.raises(actions.NoRemote):
        actions.held(other, on=ON, at=LATER + LONGEST)
    actions.close_meeting(town.meeting, official=town.office, at=LATER)
    with pytest.raises(actions.NoRemote, match="会议已结束"):
        actions.turn_by_remote(other, "2", on=ON, at=LATER)
    with pytest.raises(actions.MeetingRefused, match="不再配对"):
        shown(town)
    assert AuditLine.objects.filter(act="end_remote", actor=town.office.username).count() == 1


def test_a_token_that_is_not_ours_opens_nothing(town: Town) -> None:
    token = paired(town)
    for made_up in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.partition(":")[0], "", new_token()):
        assert not opens(made_up)
    assert opens(token)


def test_it_ends_with_the_power_of_who_showed_the_code(town: Town) -> None:
    token = paired(town)
    account = officials.official_named(town.office.username)
    assert account is not None
    people.close_account(account.id, at=LATER, by="security")
    assert not opens(token)


def test_who_may_show_a_code(town: Town) -> None:
    with pytest.raises(NotAllowed):
        actions.show_code(town.meeting, official=town.land, at=AT)
    with pytest.raises(actions.MeetingRefused):
        actions.show_code("2099-001", official=town.office, at=AT)
    assert not Remote.objects.exists()
