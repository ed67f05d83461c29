"""Appointments and delegations: who may what today, who held it then, and every change with its audit line."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.verification import verify
from ballast.rooms.people import actions, queries
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.models import Official
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind, Role
from town import account, everybody, official

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 8, 1, 2, tzinfo=UTC)
TODAY = date(2025, 8, 1)
DAY = timedelta(days=1)
BY: dict[str, Any] = {"at": NOW, "by": "security"}


@pytest.fixture
def areas() -> dict[str, int]:
    city = actions.establish("990000", "海州市", kind=AreaKind.CITY)
    east = actions.establish("990001", "东港区", kind=AreaKind.COUNTY, parent_id=city, position=1)
    west = actions.establish("990002", "西岭县", kind=AreaKind.COUNTY, parent_id=city, position=2)
    actions.establish("990071", "港北园", kind=AreaKind.PARK, parent_id=east, position=3)
    return {"city": city, "east": east, "west": west}


def card(username: str, on: date = TODAY) -> OfficialCard:
    """The person as they ask on a day."""
    found = queries.official_of(get_user_model().objects.get(username=username), on=on)
    assert found is not None
    return found


def said(act: str) -> list[tuple[str, str, str]]:
    """The audit lines of an act: actor, object, result."""
    return list(AuditLine.objects.filter(act=act).order_by("pk").values_list("actor", "object", "result"))


def test_an_account_alone_may_nothing(areas: dict[str, int]) -> None:
    account("new")
    assert not any(queries.may(card("new"), power) for power in Power)
    assert queries.visible_area_codes(card("new")) == frozenset()
    with pytest.raises(queries.NotAllowed) as refused:
        queries.require(card("new"), Power.READ)
    assert refused.value.code == "no_seat"


def test_an_appointment_gives_its_powers_from_its_first_to_its_last_day(areas: dict[str, int]) -> None:
    official("wang", Role.REPORTER, areas["east"], since=TODAY, until=TODAY + DAY)
    for days, may in ((-1, False), (0, True), (1, True), (2, False)):
        asked = card("wang", TODAY + days * DAY)
        assert queries.may(asked, Power.REPORT, area_code="990071") is may
        assert queries.visible_area_codes(asked) == (frozenset({"990001", "990071"}) if may else frozenset())


def test_every_seat_counts_with_its_own_scope(areas: dict[str, int]) -> None:
    two = official("two", Role.DEPARTMENT, areas["city"])
    office = actions.open_office("西岭县发改局", area_id=areas["west"])
    actions.appoint(two, office_id=office, role=Role.REPORTER, since=TODAY, **BY)
    asked = card("two")
    assert queries.visible_area_codes(asked) is None
    assert queries.visible_area_codes(asked, Power.REPORT) == {"990002"}
    assert queries.require(asked, Power.REPORT, area_code="990002") is asked
    with pytest.raises(queries.NotAllowed) as refused:
        queries.require(asked, Power.REPORT, area_code="990001")
    assert refused.value.code == "not_your_area"
    assert asked.office == "office of two、西岭县发改局"


def test_who_held_it_then_is_asked_with_the_day_and_the_moment(areas: dict[str, int]) -> None:
    first, second = official("first", Role.REPORTER, areas["east"]), account("second")
    [seat] = queries.appointments(official_id=first)
    actions.end_appointment(seat.id, until=date(2025, 3, 31), on=TODAY, reason="退休", **BY)
    actions.appoint(second, office_id=seat.office.id, role=Role.REPORTER, since=date(2025, 4, 1), **BY)

    def holder(on: date, at: datetime | None = None) -> list[str]:
        return [one.username for one in queries.appointments(on=on, at=at) if one.role is Role.REPORTER]

    assert holder(date(2025, 3, 31)) == ["first"]
    assert holder(date(2025, 4, 1)) == ["second"]
    assert holder(date(2025, 4, 1), at=NOW - DAY) == ["first"]
    assert said("end_appointment") == [("security", "first · office of first · 填报员", "done")]
    assert AuditLine.objects.get(act="end_appointment").detail["reason"] == "退休"
    assert verify() == []


def test_an_administrator_holds_nothing_else_and_a_refusal_keeps_nothing(areas: dict[str, int]) -> None:
    ids = everybody(areas, "system", "east")
    office = actions.open_office("市审计处", area_id=areas["city"])
    for who, role in (("system", Role.AUDIT_ADMIN), ("system", Role.REPORTER), ("east", Role.SECURITY_ADMIN)):
        with pytest.raises(actions.AppointmentRefused, match="三人"):
            actions.appoint(ids[who], office_id=office, role=role, since=TODAY, **BY)
    assert len(queries.appointments()) == 2
    with pytest.raises(actions.AppointmentRefused):
        actions.appoint(ids["east"], office_id=99, role=Role.LEADER, since=TODAY, **BY)


def test_administrators_read_and_do_no_business(areas: dict[str, int]) -> None:
    everybody(areas, "system", "security", "audit")
    holds = {
        who: {power for power in Power if queries.may(card(who), power)} for who in ("system", "security", "audit")
    }
    assert holds == {"system": {Power.ACCOUNTS}, "security": {Power.APPOINT, Power.RESET}, "audit": {Power.AUDIT}}
    assert all(queries.visible_area_codes(card(who)) == frozenset() for who in holds)


def test_the_last_security_administrator_stays_until_another_is_appointed(areas: dict[str, int]) -> None:
    everybody(areas, "security")
    [seat] = queries.appointments()
    with pytest.raises(actions.AppointmentRefused, match="安全管理员"):
        actions.end_appointment(seat.id, until=TODAY, on=TODAY, **BY)
    official("other", Role.SECURITY_ADMIN, areas["city"], since=TODAY + DAY)
    actions.end_appointment(seat.id, until=TODAY, on=TODAY, **BY)
    assert [one.username for one in queries.appointments(on=TODAY + DAY)] == ["other"]


def test_what_has_not_begun_is_taken_back_and_what_has_cannot_end_before(areas: dict[str, int]) -> None:
    official("wang", Role.REPORTER, areas["east"], since=TODAY + DAY)
    [seat] = queries.appointments()
    actions.end_appointment(seat.id, until=TODAY, on=TODAY, **BY)
    assert queries.appointments() == []
    with pytest.raises(actions.AppointmentRefused):
        actions.end_appointment(seat.id, until=TODAY, on=TODAY, **BY)
    official("li", Role.REPORTER, areas["east"])
    [seat] = queries.appointments()
    with pytest.raises(actions.AppointmentRefused, match="始于"):
        actions.end_appointment(seat.id, until=seat.since - DAY, on=TODAY, **BY)


def lend(giver: int, taker: int, **changed: Any) -> int:
    """A delegation for three days."""
    asked: dict[str, Any] = {"powers": None, "since": TODAY, "until": TODAY + 2 * DAY, "reason": "出差", "on": TODAY}
    return actions.delegate(giver, taker, **(asked | changed), **BY)


def test_a_delegate_has_it_until_the_end_date_and_not_the_day_after(areas: dict[str, int]) -> None:
    ids = everybody(areas, "east", "west")
    lend(ids["east"], ids["west"])
    for days, may in ((-1, False), (0, True), (2, True), (3, False)):
        assert queries.may(card("west", TODAY + days * DAY), Power.REPORT, area_code="990001") is may
    [own, lent] = card("west").seats
    assert (own.giver, lent.giver, lent.area_code) == ("", "east", "990001")
    assert said("delegate") == [("security", "east → west", "done")]


def test_only_the_powers_named_are_lent(areas: dict[str, int]) -> None:
    ids = everybody(areas, "office", "land")
    lend(ids["office"], ids["land"], powers=[Power.SEAL])
    assert queries.may(card("land"), Power.SEAL) and not queries.may(card("land"), Power.IMPORT)


def test_nothing_lent_is_passed_on_and_it_ends_with_the_appointment(areas: dict[str, int]) -> None:
    ids = everybody(areas, "office", "land", "leader")
    lend(ids["office"], ids["land"])
    lend(ids["land"], ids["leader"])
    assert queries.may(card("land"), Power.SEAL) and not queries.may(card("leader"), Power.SEAL)
    with pytest.raises(actions.DelegationRefused, match="转委托"):
        lend(ids["land"], ids["leader"], since=TODAY + DAY, powers=[Power.SEAL])
    seat = queries.appointments(official_id=ids["office"])[0]
    actions.end_appointment(seat.id, until=TODAY, on=TODAY, **BY)
    assert not queries.may(card("land", TODAY + DAY), Power.SEAL)


def test_administrators_neither_lend_nor_take(areas: dict[str, int]) -> None:
    ids = everybody(areas, "office", "system", "land")
    for giver, taker in (("system", "land"), ("office", "system")):
        with pytest.raises(actions.DelegationRefused, match="管理员"):
            lend(ids[giver], ids[taker])
    lend(ids["office"], ids["land"])
    seat = queries.appointments(official_id=ids["land"])[0]
    actions.end_appointment(seat.id, until=TODAY, on=TODAY, **BY)
    with pytest.raises(actions.AppointmentRefused, match="收回"):
        actions.appoint(ids["land"], office_id=seat.office.id, role=Role.AUDIT_ADMIN, since=TODAY + DAY, **BY)


def test_a_recalled_delegation_is_over_at_once(areas: dict[str, int]) -> None:
    ids = everybody(areas, "east", "west")
    made = lend(ids["east"], ids["west"])
    with pytest.raises(actions.DelegationRefused):
        actions.recall(made, on=TODAY, giver_id=ids["west"], **BY)
    actions.recall(made, on=TODAY + DAY, giver_id=ids["east"], **BY)
    assert not queries.may(card("west", TODAY + DAY), Power.REPORT, area_code="990001")
    assert queries.may(card("west", TODAY), Power.REPORT, area_code="990001")
    [standing] = queries.delegations(official_id=ids["west"])
    assert standing.until == TODAY
    with pytest.raises(actions.DelegationRefused):
        actions.recall(standing.id, on=TODAY + DAY, **BY)
    assert said("recall_delegation") == [("security", "east → west", "done")]


def test_an_account_is_opened_reset_and_closed(areas: dict[str, int]) -> None:
    wang = account("wang")
    for name, why in (("wang", "已存在"), ("Wang", "不合要求"), ("", "不合要求"), ("li<b>", "不合要求")):
        with pytest.raises(actions.AccountRefused, match=why):
            actions.open_account(name, name="王", encoded="!", at=NOW, by="system")
    told = actions.reset_password(wang, at=NOW, by="security")
    assert Official.objects.get(pk=wang).must_change_password
    assert authenticate(username="wang", password=told) is not None
    actions.close_account(wang, at=NOW, by="system")
    assert authenticate(username="wang", password=told) is None
    with pytest.raises(actions.AccountRefused):
        actions.close_account(99, at=NOW, by="system")
    with pytest.raises(actions.AccountRefused, match="自己"):
        actions.close_account(official("system", Role.SYSTEM_ADMIN, areas["city"]), at=NOW, by="system")
    for act, actor in (("open_account", "test"), ("reset_password", "security"), ("close_account", "system")):
        assert (actor, "wang", "done") in said(act)
    assert told not in str(list(AuditLine.objects.values_list("detail", flat=True)))
