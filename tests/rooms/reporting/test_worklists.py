"""What each person has to do, how far a month has come, and what a report looks like to who opens it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Edit, Worklist
from ballast.rooms.reporting.models import Progress
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.terms import AreaKind, Role
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, County
from rooms.reporting.way import plant, submitted, typed

pytestmark = pytest.mark.django_db
TODAY = date(2025, 8, 4)
LATER = AT + timedelta(days=6)


def lists(who: OfficialCard, on: date = TODAY) -> dict[str, list[str]]:
    """The names on each pile of a person's worklist."""
    found: Worklist = queries.worklist(MONTH, who, on=on)
    return {
        pile: [item.name for item in getattr(found, pile)]
        for pile in ("returned", "to_fill", "to_review", "waiting", "late")
        if getattr(found, pile)
    }


def test_projects_without_a_start_are_counted_and_nobody_is_asked_for_them(town: County) -> None:
    reporter = cast.person("feng", Role.REPORTER, town.area_id)
    found = queries.duties(MONTH, reporter, on=TODAY, current=MONTH)
    assert [(area.code, count) for area, count in found.not_started] == [("990101", 1)]
    assert "园区道路" not in [item.name for item in found.worklist.to_fill] and len(found.worklist.to_fill) == 2


def test_a_report_lies_with_one_person_at_a_time(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    store = '=HYPERLINK("http://x")仓储'
    assert lists(clerk) == {"to_fill": ["高端制剂厂", store]}
    submitted(town, clerk)
    assert lists(clerk) == {"to_fill": [store], "waiting": ["高端制剂厂"]}
    assert lists(county) == {"to_fill": [store], "to_review": ["高端制剂厂"]}
    assert lists(city) == {}
    actions.accept(MONTH, plant(town), official=county, at=AT)
    assert lists(city) == {"to_review": ["高端制剂厂"]}
    actions.send_back(MONTH, plant(town, month_completed="核对"), official=city, at=AT)
    back = queries.worklist(MONTH, clerk, on=TODAY).returned[0]
    assert (back.remarks, back.by, back.state) == ({"month_completed": "核对"}, "office", State.RETURNED)


def test_each_is_late_by_their_own_date(town: County, clerk: OfficialCard, county: OfficialCard) -> None:
    submitted(town, clerk)
    [fill] = queries.worklist(MONTH, clerk, on=date(2025, 8, 8)).to_fill
    assert (fill.due_on, fill.late_days) == (date(2025, 8, 5), 3)
    [review] = queries.worklist(MONTH, county, on=date(2025, 8, 8)).to_review
    assert (review.due_on, review.late_days) == (date(2025, 8, 7), 1)
    assert len(queries.worklist(MONTH, county, on=date(2025, 8, 8)).late) == 2
    assert queries.worklist(MONTH, clerk, on=TODAY).late == ()


def test_a_worklist_takes_few_questions_and_is_nobody_elses(town: County, clerk: OfficialCard) -> None:
    cast.county(name="东岭县", code="990102", prefix="东")
    submitted(town, clerk)
    with CaptureQueriesContext(connection) as asked:
        queries.worklist(MONTH, clerk, on=TODAY)
    assert len(asked) <= 15
    leader = cast.person("leader", Role.LEADER, town.area_id)
    assert lists(leader) == {}
    elsewhere = cast.person("elsewhere", Role.REPORTER, people.establish("990103", "西岭县", kind=AreaKind.COUNTY))
    assert lists(elsewhere) == {}


def test_a_parent_is_complete_only_when_all_below_it_are(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    whole = people.establish("990100", "清河市", kind=AreaKind.CITY)
    people.establish("990101", "清河区", kind=AreaKind.COUNTY, parent_id=whole)
    park = people.establish("990171", "清河园区", kind=AreaKind.PARK, parent_id=town.area_id)
    assert park
    submitted(town, clerk)
    [root] = queries.month_tree(MONTH, held=EVERYWHERE)
    assert (root.area.name, root.due, root.own_due, root.missing, root.complete) == ("清河市", 2, 0, 1, False)
    assert root.states == {State.SUBMITTED: 1}
    store = [Edit(cast.serial_of(town.store), {"month_completed": 0})]
    actions.save(MONTH, store, official=clerk, at=AT)
    chosen = plant(town)
    for by in (county, city):
        actions.accept(MONTH, chosen, official=by, at=AT)
    [root] = queries.month_tree(MONTH, held=EVERYWHERE)
    assert (root.states, root.complete) == ({State.ACCEPTED: 1, State.DRAFT: 1}, False)
    chosen = [type(chosen[0])(cast.serial_of(town.store), 1)]
    actions.submit(MONTH, chosen, official=clerk, at=AT)
    for by in (county, city):
        actions.accept(MONTH, chosen, official=by, at=AT)
    [root] = queries.month_tree(MONTH, held=EVERYWHERE)
    assert root.complete
    assert [node.area.name for node in queries.month_tree(MONTH, held=registry.reach(clerk, on=TODAY))] == ["清河区"]


def test_a_report_shows_what_differs_what_was_found_and_its_log(
    town: County, clerk: OfficialCard, county: OfficialCard
) -> None:
    blank = queries.report(MONTH, cast.serial_of(town.plant), clerk, on=TODAY)
    assert (blank.state, blank.version, blank.verbs) == (None, 0, (Verb.SAVE,))
    typed(town, clerk, month_completed=2600, form_progress="主体封顶")
    typed(town, clerk, 1, month_completed=25_000)
    seen = queries.report(MONTH, cast.serial_of(town.plant), clerk, on=TODAY)
    assert (seen.last_month, seen.proposed) == ("2025-06", {"year_to_date": 37_000, "to_date": 37_000})
    assert [(one.heading, one.before, one.now, one.change) for one in seen.differences][:2] == [
        ("本月完成", 3000, 25_000, 22_000), ("1–7月完成", 12_000, 37_000, 25_000),
    ]  # fmt: skip
    assert [one.code for one in seen.findings if one.stops] == ["month_share"]
    assert [[(one.column, one.before, one.now) for one in step.changes] for step in seen.log] == [
        [("month_completed", None, 2600), ("form_progress", None, "主体封顶")], [("month_completed", 2600, 25_000)],
    ]  # fmt: skip
    assert seen.verbs == (Verb.SAVE, Verb.SUBMIT)
    leader = cast.person("leader", Role.LEADER, town.area_id)
    assert queries.report(MONTH, cast.serial_of(town.plant), leader, on=TODAY).verbs == ()
    assert [one.serial for one in queries.reports(MONTH, "清河区", county, on=TODAY)][0] == cast.serial_of(town.plant)


def test_a_list_of_reports_takes_few_questions(town: County, clerk: OfficialCard) -> None:
    typed(town, clerk, month_completed=2600)
    with CaptureQueriesContext(connection) as asked:
        found = queries.reports(MONTH, "清河区", clerk, on=TODAY)
    assert len(found) == 3
    assert len(asked) <= 22


def test_a_seal_says_which_reports_are_not_in_it(town: County, clerk: OfficialCard, county: OfficialCard) -> None:
    submitted(town, clerk)
    actions.accept(MONTH, plant(town), official=county, at=AT)
    edition = month.seal(MONTH, at=LATER, by="office")
    assert [(one.serial, one.state, one.earlier) for one in edition.absent] == [
        (cast.serial_of(town.plant), State.COUNTY_ACCEPTED, False), (cast.serial_of(town.store), None, False),
    ]  # fmt: skip
    told = AuditLine.objects.get(act="seal").detail
    assert (told["absent"], told["serials"]) == (2, [one.serial for one in edition.absent])
    assert not Progress.objects.filter(month=MONTH).exists(), "absent, not zero"
    with pytest.raises(actions.MonthSealed):
        actions.save(MONTH, [Edit(cast.serial_of(town.plant), {"needs": "x"}, 1)], official=clerk, at=LATER)
    assert queries.report(MONTH, cast.serial_of(town.plant), clerk, on=TODAY).verbs == ()
