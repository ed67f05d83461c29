"""Ballots: one a judge a project, whichever way it came; paper read by two; closed for good, and read back."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ballast.kit.audit import AuditLine
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.models import Ballot
from rooms.tours.cast import AT, MARKS, cast_all, opened, planned, put, who

pytestmark = pytest.mark.django_db
VOTED = AT + timedelta(days=6)
OTHER = MARKS | {"progress": "30"}


def test_a_second_ballot_is_refused_and_says_when_the_first_came() -> None:
    town, links = opened()
    token, project = links["甲市长"], town.serials["东一"]
    first = actions.cast(token, project, MARKS, at=VOTED)
    again = actions.cast(token, project, MARKS, at=VOTED + timedelta(minutes=1))
    assert again.pk == first.pk, "the same ballot sent again is the one that came"
    with pytest.raises(actions.BallotTwice, match="甲市长对“东一项目”已于 06月26日 09:00:00 投过票（手机票）"):
        actions.cast(token, project, OTHER, at=VOTED + timedelta(minutes=2))
    with pytest.raises(actions.BallotTwice):
        actions.read_paper(town.tour, 1, project, MARKS, official=who("office"), at=VOTED)
    assert Ballot.objects.get().marks == MARKS
    results = AuditLine.objects.filter(act="cast_ballot").order_by("pk").values_list("result", flat=True)
    assert list(results) == ["done", "refused"]


def test_a_link_opens_its_own_judges_ballot_and_a_new_one_ends_it() -> None:
    town, links = opened()
    assert queries.sheet(links["乙书记"]).judge.name == "乙书记"
    [ticket] = actions.issue_tickets(town.tour, number=2, official=who("office"), at=VOTED)
    assert queries.sheet(ticket.token).judge.number == 2
    for dead in (links["乙书记"], "", "x" * 32):
        with pytest.raises(actions.NoTicket):
            queries.sheet(dead)
    assert actions.issue_tickets(town.tour, official=who("office"), at=VOTED) == [], "everybody holds a link"


def test_a_paper_ballot_counts_once_two_persons_read_the_same() -> None:
    town, _ = opened()
    project = town.serials["东一"]
    first = actions.read_paper(town.tour, 3, project, MARKS, official=who("office"), at=VOTED)
    assert (first.settled, first.hands) == (False, ("office",))
    actions.read_paper(town.tour, 3, project, OTHER, official=who("office"), at=VOTED)  # one's own slip of the pen
    second = actions.read_paper(town.tour, 3, project, MARKS, official=who("second"), at=VOTED)
    assert [(one.item, one.first, one.second) for one in second.differs] == [("progress", "30", "35.5")]
    assert not Ballot.objects.exists()
    with pytest.raises(actions.TourRefused, match="已由office、second两人录入"):
        actions.read_paper(town.tour, 3, project, MARKS, official=who("third"), at=VOTED)
    with pytest.raises(actions.TourRefused, match="1 张纸质票两人没有录成一致"):
        actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    done = actions.read_paper(town.tour, 3, project, MARKS, official=who("office"), at=VOTED)
    assert done.settled
    ballot = Ballot.objects.get()
    assert (ballot.hands, ballot.kind, ballot.marks) == (["office", "second"], "departments", MARKS)
    with pytest.raises(actions.BallotTwice, match="纸质票"):
        actions.read_paper(town.tour, 3, project, MARKS, official=who("second"), at=VOTED)
    assert queries.readings(queries.find(town.tour), 3, hand="second") == {project: MARKS}
    assert queries.readings(queries.find(town.tour), 3, hand="third") == {}


def test_a_judge_whose_paper_is_being_read_does_not_vote_by_telephone_too() -> None:
    town, links = opened()
    actions.read_paper(town.tour, 1, town.serials["东一"], MARKS, official=who("office"), at=VOTED)
    with pytest.raises(actions.TourRefused, match="纸质票正在录入"):
        actions.cast(links["甲市长"], town.serials["东一"], MARKS, at=VOTED)


def test_closing_names_who_did_not_vote_and_wants_every_kind_of_judges() -> None:
    town, links = opened()
    for name in ("东一", "东二", "西一", "西二"):
        actions.cast(links["甲市长"], town.serials[name], MARKS, at=VOTED)
    with pytest.raises(actions.TourRefused, match="没有市直部门的票"):
        actions.close_ballot(town.tour, reason="天黑了", official=who("office"), at=VOTED)
    for name in ("东一", "东二", "西一", "西二"):
        actions.cast(links["丙局长"], town.serials[name], MARKS, at=VOTED)
    with pytest.raises(actions.TourRefused, match="1 位评委没有投全（乙书记）"):
        actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    actions.close_ballot(town.tour, reason="乙书记途中离开", official=who("office"), at=VOTED)
    box = queries.box_of(town.tour)
    assert box is not None and (box.ballots, box.lacking, box.reason) == (8, ("乙书记",), "乙书记途中离开")
    with pytest.raises(actions.TourRefused, match="已封票"):
        actions.cast(links["乙书记"], town.serials["东一"], MARKS, at=VOTED)


def test_level_counties_are_drawn_with_chair_and_reason() -> None:
    town = planned()
    for name, position, county in (("东一", 1, "east"), ("东二", 2, "east"), ("西一", 1, "west"), ("西二", 2, "west")):
        actions.nominate(town.tour, put(town, name, position), official=who(county), on=AT.date(), at=AT)
        actions.approve(town.tour, town.serials[name], official=who("office"), at=AT)
    for name, kind in (("甲", "leaders"), ("乙", "departments")):
        actions.name_judges(town.tour, names=name, kind=kind, official=who("office"), at=AT)
    links = {one.judge.name: one.token for one in actions.issue_tickets(town.tour, official=who("office"), at=AT)}
    actions.open_ballot(town.tour, official=who("office"), at=AT)
    cast_all(town, links, better="")
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    with pytest.raises(actions.TourRefused, match="请先抽签：东港区、西岭县"):
        actions.confirm(town.tour, official=who("office"), at=VOTED)
    with pytest.raises(actions.TourRefused, match="写明主持抽签的市领导"):
        actions.draw(town.tour, ["990002", "990001"], chair="", reason="各项全同", official=who("office"), at=VOTED)
    with pytest.raises(actions.TourRefused, match="须把它们排出先后"):
        actions.draw(town.tour, ["990002"], chair="甲", reason="全同", official=who("office"), at=VOTED)
    actions.draw(town.tour, ["990002", "990001"], chair="甲", reason="各项全同", official=who("office"), at=VOTED)
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    assert [(one.area_code, one.place) for one in queries.results("2025-Q2")] == [("990002", 1), ("990001", 2)]
    assert AuditLine.objects.get(act="draw_places").detail["chair"] == "甲"
    with pytest.raises(NotAllowed):
        actions.draw(town.tour, ["990002", "990001"], chair="甲", reason="x", official=who("east"), at=VOTED)


def test_what_is_changed_behind_the_box_is_found() -> None:
    town, links = opened()
    cast_all(town, links)
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    with pytest.raises(DatabaseError), transaction.atomic():
        Ballot.objects.update(kind="departments")
    with connection.cursor() as cursor:
        _unguarded(cursor, "tours_ballot")
        cursor.execute("UPDATE tours_ballot SET kind = 'leaders' WHERE judge = 3")
    assert [found.sentence.zh for found in queries.verify()] == ["选票与封票时的哈希不符"]


def test_results_changed_behind_the_house_are_found() -> None:
    town, links = opened()
    cast_all(town, links)
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    with connection.cursor() as cursor:
        _unguarded(cursor, "tours_place")
        cursor.execute("UPDATE tours_place SET points = '100' WHERE place = 2")
    assert [found.sentence.zh for found in queries.verify()] == ["结果与选票或确认时的哈希不符"]


def _unguarded(cursor: object, table: str) -> None:
    """Take the guards off, as somebody who holds the database could."""
    if connection.vendor == "postgresql":
        cursor.execute("SET LOCAL session_replication_role = replica")  # type: ignore[attr-defined]
    else:
        cursor.execute(f"DROP TRIGGER {table}_frozen")  # type: ignore[attr-defined]
