"""A report's way: typed, submitted, reviewed by the county and by the city; a fact only when it is accepted."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry
from ballast.kit.ledger.verification import verify
from ballast.rooms.lifecycle.models import Milestone
from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry.models import Funding
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import Chosen, Edit
from ballast.rooms.reporting.models import Progress, Report, Step
from ballast.rulebook import books
from ballast.rulebook.loop import LoopParams, State
from ballast.rulebook.terms import AreaKind, Role
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, County
from rooms.reporting.way import JULY, audited, july, plant, reported, state, submitted, typed

pytestmark = pytest.mark.django_db


def test_a_report_is_a_fact_only_when_both_have_accepted_it(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    assert july(town, clerk).moved[0].state is State.DRAFT
    for act, by, where in ((actions.submit, clerk, State.SUBMITTED), (actions.accept, county, State.COUNTY_ACCEPTED)):
        assert act(MONTH, plant(town), official=by, at=AT).moved[0].state is where
        assert reported() == 0
    assert actions.accept(MONTH, plant(town), official=city, at=AT).moved[0].state is State.ACCEPTED
    fact = Progress.objects.current().get(project_id=town.plant, month=MONTH)
    assert (fact.month_completed, fact.year_to_date, fact.to_date) == (26_005_000, 146_005_000, 146_005_000)
    assert (fact.node, fact.recorded_by, fact.source.received_by) == ("topped_out", "office", "clerk")
    assert Funding.objects.current().get(project_id=town.plant, month=MONTH).paid_in == 25_000 * cast.WAN
    log = Step.objects.order_by("pk").values_list("verb", "before", "after", "by", "version")
    assert list(log) == [
        ("save", "", "draft", "clerk", 1), ("submit", "draft", "submitted", "clerk", 1),
        ("accept", "submitted", "county_accepted", "county", 1), ("accept", "county_accepted", "accepted", "office", 1),
    ]  # fmt: skip
    assert audited("report_accept").detail["serials"] == [cast.serial_of(town.plant)]
    assert verify() == []


def test_a_whole_list_takes_few_questions_and_one_audit_line(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    serials = [cast.serial_of(one) for one in (town.plant, town.store)]
    cells = [JULY, {"month_completed": 300, "form_progress": "钢构"}]
    lines = AuditLine.objects.count()
    with CaptureQueriesContext(connection) as asked:
        edits = [Edit(serial, said) for serial, said in zip(serials, cells, strict=True)]
        actions.save(MONTH, edits, official=clerk, at=AT)
    assert len(asked) <= 40
    chosen = [Chosen(serial, 1) for serial in serials]
    actions.submit(MONTH, chosen, official=clerk, at=AT)
    actions.accept(MONTH, chosen, official=county, at=AT)
    with CaptureQueriesContext(connection) as asked:
        actions.accept(MONTH, chosen, official=city, at=AT)
    assert len(asked) <= 60
    assert (reported(), AuditLine.objects.count()) == (2, lines + 4)


def test_what_is_sent_back_says_why_on_its_cells_and_comes_again(
    town: County, clerk: OfficialCard, county: OfficialCard
) -> None:
    submitted(town, clerk)
    with pytest.raises(actions.RemarkRefused, match="须写明意见"):
        actions.send_back(MONTH, plant(town), official=county, at=AT)
    actions.send_back(MONTH, plant(town, month_completed="与监理月报不符"), official=county, at=AT)
    kept = Report.objects.get(project_id=town.plant)
    assert (kept.state, kept.remarks) == (State.RETURNED, {"month_completed": "与监理月报不符"})
    typed(town, clerk, 1, month_completed=2500)
    assert state(town) == State.RETURNED, "it stays with its remarks until it is submitted anew"
    actions.submit(MONTH, plant(town, 2), official=clerk, at=AT)
    assert (state(town), Report.objects.get().remarks) == (State.SUBMITTED, {})
    assert Step.objects.get(verb="send_back").remarks == {"month_completed": "与监理月报不符"}


def test_an_accepted_report_sent_back_leaves_the_ledger_as_it_stood_before(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    typed(town, clerk, **{**JULY, "completed__planned_on": "2026-03-31", "started__actual_on": "2025-02-12"})
    submit = actions.submit(MONTH, plant(town), official=clerk, at=AT)
    assert submit.moved[0].state is State.SUBMITTED
    for by in (county, city):
        actions.accept(MONTH, plant(town), official=by, at=AT)
    start = Milestone.objects.current().filter(project_id=town.plant, kind="started")
    assert start.get().actual_on == date(2025, 2, 12)
    actions.send_back(MONTH, plant(town, month_completed="重复计入"), official=city, at=AT)
    assert reported() == 0
    assert start.get().actual_on == cast.START
    assert not Milestone.objects.current().filter(project_id=town.plant, kind="completed").exists()
    assert not Funding.objects.current().filter(project_id=town.plant, month=MONTH).exists()
    assert Report.objects.get(project_id=town.plant).accepted_version is None
    assert verify() == []


def test_only_who_submitted_recalls_and_only_before_a_review(
    town: County, clerk: OfficialCard, county: OfficialCard
) -> None:
    submitted(town, clerk)
    other = cast.person("other", Role.REPORTER, town.area_id)
    with pytest.raises(actions.NotThen, match="只有本人可以撤回"):
        actions.recall(MONTH, plant(town), official=other, at=AT)
    actions.recall(MONTH, plant(town), official=clerk, at=AT)
    assert state(town) == State.DRAFT
    actions.submit(MONTH, plant(town), official=clerk, at=AT)
    actions.accept(MONTH, plant(town), official=county, at=AT)
    with pytest.raises(actions.NotThen, match="“县级通过”，不能撤回；现在可以：通过、退回"):
        actions.recall(MONTH, plant(town), official=clerk, at=AT)


def test_errors_stop_and_warnings_ask_for_words(town: County, clerk: OfficialCard) -> None:
    out = typed(town, clerk, month_completed="两千六百万", form_progress="主体封顶")
    assert [(one.code, one.column) for one in out.findings if one.stops] == [("text_amount", "month_completed")]
    with pytest.raises(actions.NotReady) as refused:
        actions.submit(MONTH, plant(town), official=clerk, at=AT)
    assert refused.value.where == f"{cast.serial_of(town.plant)} · 本月完成"
    typed(town, clerk, 1, month_completed=25_000)
    with pytest.raises(actions.NotReady, match="占年计划"):
        actions.submit(MONTH, plant(town, 2), official=clerk, at=AT)
    typed(town, clerk, 2, explanation="集中支付设备款")
    assert actions.submit(MONTH, plant(town, 3), official=clerk, at=AT).moved[0].state is State.SUBMITTED
    assert audited("report_submit", "refused").detail["code"] == "not_ready"


def test_each_may_do_their_own_and_nothing_else(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    elsewhere = people.establish("990102", "东岭县", kind=AreaKind.COUNTY)
    stranger = cast.person("stranger", Role.REPORTER, elsewhere)
    neighbours = cast.person("neighbours", Role.COUNTY_OFFICE, elsewhere)
    leader = cast.person("leader", Role.LEADER, town.area_id)
    head = Entry.objects.count()
    with pytest.raises(actions.NotYours, match="不是您负责的项目") as refused:
        july(town, stranger)
    assert refused.value.where == cast.serial_of(town.plant)
    with pytest.raises(NotAllowed, match="填报月报"):
        july(town, leader)
    submitted(town, clerk)
    for by, says in ((clerk, "县级审核"), (city, "县级审核"), (leader, "县级审核")):
        with pytest.raises(NotAllowed, match=says):
            actions.accept(MONTH, plant(town), official=by, at=AT)
    with pytest.raises(actions.NotYours):
        actions.accept(MONTH, plant(town), official=neighbours, at=AT)
    actions.accept(MONTH, plant(town), official=county, at=AT)
    with pytest.raises(NotAllowed, match="市级审核"):
        actions.accept(MONTH, plant(town), official=county, at=AT)
    assert (reported(), Entry.objects.count()) == (0, head + 1), "the submission asked its questions, nothing else"


def test_a_city_without_reviews_records_what_is_submitted(town: County, clerk: OfficialCard) -> None:
    free = books.default().model_copy(update={"loop": LoopParams(county_review=False, city_review=False)})
    july(town, clerk)
    out = actions.submit(MONTH, plant(town), official=clerk, at=AT, book=free)
    assert (out.moved[0].state, reported()) == (State.ACCEPTED, 1)
    again = Edit(cast.serial_of(town.plant), {"month_completed": 2700}, 1)
    actions.save(MONTH, [again], official=clerk, at=AT, book=free)
    assert Progress.objects.current().get(month=MONTH).month_completed == 26_005_000, "a draft changes no fact"
    actions.submit(MONTH, plant(town, 2), official=clerk, at=AT, book=free)
    assert Progress.objects.current().get(month=MONTH).month_completed == 2700 * cast.WAN


def test_a_replayed_act_is_answered_as_the_first_time(town: County, clerk: OfficialCard) -> None:
    first = typed(town, clerk, key="k1", month_completed=2600)
    again = typed(town, clerk, key="k1", month_completed=2600)
    assert (again, again.replayed, first.replayed) == (first, True, False)
    assert Report.objects.get().version == 1
    with pytest.raises(actions.KeyUsed, match="已用于另一次操作"):
        typed(town, clerk, key="k1", month_completed=2700)
    assert Step.objects.count() == 1
