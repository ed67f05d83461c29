"""The one door to projects: what a person reaches by each seat, and that the past is held against today."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.rooms.people import actions as people
from ballast.rooms.people import queries as officials
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import actions, queries
from ballast.rooms.registry.cards import ProfileCard, Reach
from ballast.rooms.registry.models import ProjectRole
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind, Role
from town import everybody, official

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 8, 1, 2, tzinfo=UTC)
TODAY = date(2025, 8, 1)
DAY = timedelta(days=1)
WAS = datetime(2025, 2, 1, tzinfo=UTC)


@pytest.fixture
def areas() -> dict[str, int]:
    """Two counties with a project each (P000001, P000002); a third (P000003) went from east to west in June."""
    city = people.establish("990000", "海州市", kind=AreaKind.CITY)
    east = people.establish("990001", "东港区", kind=AreaKind.COUNTY, parent_id=city, position=1)
    west = people.establish("990002", "西岭县", kind=AreaKind.COUNTY, parent_id=city, position=2)
    with journal.entry(at=datetime(2025, 1, 6, tzinfo=UTC), by="office", action="import") as writer:
        ids = actions.enrol(3, writer=writer)
        described = zip(ids, (east, west, east), strict=True)
        actions.describe([ProfileCard(project_id=one, name=f"项目{one}", area_id=area) for one, area in described],
                         writer=writer)  # fmt: skip
    with journal.entry(at=datetime(2025, 6, 2, tzinfo=UTC), by="office", action="move") as writer:
        actions.describe([ProfileCard(project_id=ids[2], name="项目3", area_id=west)], writer=writer)
    everybody({"city": city, "east": east, "west": west})
    return {"city": city, "east": east, "west": west, "first": ids[0], "second": ids[1], "moved": ids[2]}


def card(username: str, on: date = TODAY) -> OfficialCard:
    found = officials.official_of(get_user_model().objects.get(username=username), on=on)
    assert found is not None
    return found


def held(username: str, on: date = TODAY, power: Power = Power.READ) -> Reach:
    return queries.reach(card(username, on), on=on, power=power)


def found(username: str, on: date = TODAY, at: datetime | None = None) -> set[str]:
    """The serials the person finds, now or as known at ``at``."""
    serials = ("P000001", "P000002", "P000003")
    return {serial for serial in serials if queries.find(serial, held=held(username, on), at=at) is not None}


@pytest.mark.parametrize(
    ("username", "now"),
    [
        ("office", {"P000001", "P000002", "P000003"}), ("leader", {"P000001", "P000002", "P000003"}),
        ("land", {"P000001", "P000002", "P000003"}), ("county", {"P000001"}), ("east", {"P000001"}),
        ("west", {"P000002", "P000003"}), ("owner", set()), ("steward", set()), ("system", set()),
        ("security", set()), ("audit", set()),
    ],
)  # fmt: skip
def test_what_each_of_the_cast_reaches_today_and_that_the_past_is_no_way_around(
    areas: dict[str, int], username: str, now: set[str]
) -> None:
    assert found(username) == now
    assert found(username, at=WAS) == now, "a project that moved goes with its past"
    projects = {areas["first"], areas["second"], areas["moved"]}
    assert set(queries.serials(queries.within(projects, held(username))).values()) == now


def test_nobody_reaches_anything(areas: dict[str, int]) -> None:
    assert queries.reach(None, on=TODAY) == queries.NOWHERE


def test_a_reach_answers_for_a_row_of_any_month(areas: dict[str, int]) -> None:
    east, west, moved = held("east"), held("west"), areas["moved"]
    assert not east.covers(moved, "990001") and not east.covers(moved, "990002")
    assert west.covers(moved, "990001") and west.covers(moved, "990002")
    assert held("office").covers(None, "990001")


def name(areas: dict[str, int], project: str, who: str, kind: str = "owner_contact", **more: Any) -> None:
    """The county office (of the west: the project office) names somebody for a project."""
    by = card("county" if project == "first" else "office")
    actions.name_role(areas[project], kind, who, official=by, since=TODAY, on=TODAY, at=NOW, **more)


def test_owners_and_stewards_reach_the_projects_they_are_named_for(areas: dict[str, int]) -> None:
    name(areas, "first", "owner", phone="138 0000 1234")
    name(areas, "second", "steward", "steward")
    assert found("owner") == {"P000001"} and found("steward") == {"P000002"}
    assert found("owner", at=WAS) == {"P000001"}
    assert found("owner", TODAY - DAY) == set()
    assert queries.require(card("owner"), Power.REPORT, project_id=areas["first"], on=TODAY).username == "owner"
    with pytest.raises(officials.NotAllowed) as refused:
        queries.require(card("owner"), Power.REPORT, project_id=areas["second"], on=TODAY)
    assert refused.value.code == "not_your_project"
    role = ProjectRole.objects.current().get(project_id=areas["first"])
    actions.end_role(role.pk, until=TODAY, official=card("county"), on=TODAY, at=NOW)
    assert found("owner") == {"P000001"} and found("owner", TODAY + DAY) == set()
    told = queries.roles_of(areas["first"])
    assert [(one.person, one.until, one.phone) for one in told] == [("owner", TODAY, "138****1234")]


def test_a_named_role_is_lent_with_the_seat(areas: dict[str, int]) -> None:
    name(areas, "first", "owner")
    giver, taker = officials.official_named("owner"), officials.official_named("west")
    assert giver is not None and taker is not None
    people.delegate(
        giver.id, taker.id, powers=None, since=TODAY, until=TODAY, reason="", on=TODAY, at=NOW, by="owner"
    )  # fmt: skip
    assert found("west") == {"P000001", "P000002", "P000003"}
    assert found("west", TODAY + DAY) == {"P000002", "P000003"}


def test_a_power_reaches_no_further_than_its_own_seat(areas: dict[str, int]) -> None:
    land = officials.official_named("land")
    assert land is not None
    office = people.open_office("西岭县专班", area_id=areas["west"])
    people.appoint(land.id, office_id=office, role=Role.REPORTER, since=TODAY, at=NOW, by="security")
    assert held("land") == queries.EVERYWHERE
    projects = {areas["first"], areas["second"], areas["moved"]}
    assert queries.within(projects, held("land", power=Power.REPORT)) == {areas["second"], areas["moved"]}


@pytest.mark.parametrize(
    ("who", "kind", "more", "code"),
    [
        ("owner", "boss", {}, "no_such_kind"), ("", "steward", {}, "no_person"),
        ("王" * 61, "steward", {}, "no_person"),
        ("王五", "steward", {"phone": "=1+1"}, "no_phone"), ("audit", "steward", {}, "administrator"),
    ],
)  # fmt: skip
def test_who_cannot_be_named(areas: dict[str, int], who: str, kind: str, more: dict[str, Any], code: str) -> None:
    with pytest.raises(actions.RoleRefused) as refused:
        name(areas, "first", who, kind, **more)
    assert refused.value.code == code
    assert not ProjectRole.objects.exists()


def test_only_who_answers_for_the_area_names_and_ends(areas: dict[str, int]) -> None:
    name(areas, "second", "王五", "task_force", office="专班")
    with pytest.raises(actions.RoleRefused, match="已在其列"):
        name(areas, "second", "王五", "task_force")
    role = ProjectRole.objects.get()
    for who in ("county", "west", "leader", "steward", "security"):
        with pytest.raises(officials.NotAllowed):
            actions.name_role(areas["second"], "steward", "李四", official=card(who), since=TODAY, on=TODAY, at=NOW)
        with pytest.raises(officials.NotAllowed):
            actions.end_role(role.pk, until=TODAY, official=card(who), on=TODAY, at=NOW)
    with pytest.raises(actions.RoleRefused):
        actions.end_role(role.pk, until=TODAY - DAY, official=card("office"), on=TODAY, at=NOW)
    assert [line.actor for line in AuditLine.objects.filter(act="name_role")] == ["office"]


def test_phones_are_shown_to_those_with_the_reach_and_the_viewing_is_audited(areas: dict[str, int]) -> None:
    name(areas, "first", "owner", phone="13800001234")
    shown = actions.show_phones(areas["first"], official=card("east"), on=TODAY, at=NOW)
    assert [(one.person, one.phone) for one in shown.roles] == [("owner", "13800001234")]
    for who in ("west", "steward", "audit"):
        with pytest.raises(officials.NotAllowed):
            actions.show_phones(areas["first"], official=card(who), on=TODAY, at=NOW)
    [line] = AuditLine.objects.filter(act="view_phones")
    assert (line.actor, line.object, line.detail) == ("east", "P000001", {"people": ["owner"]})
    assert "13800001234" not in str(list(AuditLine.objects.values_list("detail", flat=True)))


def test_an_official_whose_seat_is_taken_reaches_nothing(areas: dict[str, int]) -> None:
    official("brief", Role.LEADER, areas["city"], since=TODAY - 9 * DAY, until=TODAY - DAY)
    assert found("brief", TODAY - DAY) and not found("brief") and not found("brief", at=WAS)
