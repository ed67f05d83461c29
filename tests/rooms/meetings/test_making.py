"""A pack made behind the scenes: asked for once, begun anew after a fall, its failure told with the reason."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.meetings import actions, queries
from ballast.rooms.meetings.actions import packs
from ballast.rooms.meetings.actions.making import MOST_TRIES
from ballast.rooms.meetings.cards import MakingCard, MakingState
from ballast.rooms.meetings.models import Making, Pack
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rulebook.terms import Role
from rooms.meetings.test_packs import JUNE, LATER, ON, meeting, office, town
from rooms.reporting.cast import AT, County, person

pytestmark = pytest.mark.django_db
__all__ = ["office", "town"]
Laid = list[int]


class Fell(BaseException):
    """The worker is gone, as by a signal: nothing after it runs."""


@pytest.fixture
def called(town: County, office: OfficialCard) -> str:
    month.seal(JUNE, at=AT, by="闻思齐")
    return meeting(office, town)


def stands(number: str) -> MakingCard:
    found = queries.making(number, at=LATER)
    assert found is not None
    return found


def asked(number: str, office: OfficialCard, laid: Laid | None = None) -> int:
    into: Laid = [] if laid is None else laid
    return actions.ask_pack(number, official=office, at=LATER, enqueue=into.append)


def carried_out(making: int, office: OfficialCard | None) -> int:
    return actions.carry_out(making, official=office, on=ON, at=LATER)


def test_asked_twice_it_is_made_once(called: str, office: OfficialCard) -> None:
    laid: Laid = []
    assert asked(called, office, laid) == asked(called, office, laid)
    assert stands(called).state is MakingState.WAITING
    assert [carried_out(one, office) for one in laid] == [1, 0]
    found = stands(called)
    assert (found.state, found.pack, found.tries) == (MakingState.MADE, 1, 1)
    assert found.done == found.total == len(queries.packs(called)[0].files) > 2
    acts = AuditLine.objects.filter(object=called, act__in=("ask_pack", "make_pack")).order_by("id")
    assert list(acts.values_list("act", "actor")) == [("ask_pack", "office"), ("make_pack", "office")]
    assert asked(called, office) != laid[0], "once it is made, another may be asked for"


def test_one_is_open_at_a_time(called: str, office: OfficialCard) -> None:
    asked(called, office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Making.objects.create(meeting=called, state=MakingState.RUNNING, asked_by="x", asked_at=LATER)


def test_it_tells_how_far_it_has_come_and_begins_anew_after_a_fall(
    called: str, office: OfficialCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    making, seen = asked(called, office), []

    def check(*args: object) -> list[object]:
        seen.append((stands(called).done, stands(called).total))
        if len(seen) == 3:
            raise Fell
        return []

    with monkeypatch.context() as patch:
        patch.setattr(packs.Checker, "faults", check)
        with pytest.raises(Fell):
            carried_out(making, office)
    assert [done for done, _ in seen] == [0, 1, 2] and seen[0][1] > 3
    assert stands(called).state is MakingState.RUNNING and not Pack.objects.exists()
    assert carried_out(making, office) == 1
    assert (stands(called).tries, Pack.objects.count()) == (2, 1)


def test_after_three_falls_it_is_given_up(called: str, office: OfficialCard) -> None:
    making = asked(called, office)
    Making.objects.update(tries=MOST_TRIES, state=MakingState.RUNNING)
    assert carried_out(making, office) == 0
    assert "中断了 3 次" in stands(called).reason.zh and not Pack.objects.exists()
    assert asked(called, office) != making


def test_a_refusal_is_kept_with_its_reason(called: str, office: OfficialCard) -> None:
    making = asked(called, office)
    assert carried_out(making, None) == 0, "the account was closed meanwhile"
    found = stands(called)
    assert found.state is MakingState.FAILED and found.reason.zh and not found.going_on
    line = AuditLine.objects.get(act="make_pack")
    assert (line.result, line.actor) == ("failed", "office")


def test_a_fault_is_kept_and_raised(called: str, office: OfficialCard, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **said: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(packs.files, "keep", full)
    with pytest.raises(OSError, match="space"):
        carried_out(asked(called, office), office)
    assert "OSError" in stands(called).reason.zh and not Pack.objects.exists()


def test_what_was_closed_meanwhile_is_not_made_again(
    called: str, office: OfficialCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = asked(called, office)

    def close(*args: object) -> list[object]:
        Making.objects.update(state=MakingState.MADE, pack=7)
        return []

    monkeypatch.setattr(packs.Checker, "faults", close)
    assert carried_out(making, office) == 0
    assert not Pack.objects.exists() and stands(called).pack == 7, "nothing is kept for an asking that is closed"


def test_who_may_ask_and_when(town: County, office: OfficialCard) -> None:
    laid: Laid = []
    with pytest.raises(actions.PackRefused, match="尚未封账"):
        asked(meeting(office, town, "quarterly"), office, laid)
    reporter = person("lin", Role.REPORTER, town.area_id)
    with pytest.raises(NotAllowed):
        asked("2025-001", reporter, laid)
    with pytest.raises(actions.MeetingRefused):
        asked("2099-001", office, laid)
    assert laid == [] and not Making.objects.exists()


def test_no_worker_is_missed_after_a_while(called: str, office: OfficialCard) -> None:
    asked(called, office)
    assert not stands(called).unheard
    late = queries.making(called, at=LATER + timedelta(minutes=1))
    assert late is not None and late.unheard
