"""A finding that does not stop opens a question; it stands until it is answered and a reviewer has looked."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ballast.kit.ledger import journal, sealing, verification
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry.cards import EVERYWHERE, NOWHERE, Reach
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import ProgressCard, QuestionCard
from ballast.rooms.reporting.models import Question
from ballast.rulebook import books
from ballast.rulebook.asking import Answering, QuestionState, move, reworded
from ballast.rulebook.checks import CheckParams, Severities, Severity
from ballast.rulebook.terms import AreaKind, Basis, Role
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, WAN, County
from rooms.reporting.way import audited, plant, submitted, typed

pytestmark = pytest.mark.django_db


def asked(code: str) -> QuestionCard:
    """The question of a check, as it stands."""
    [found] = [one for one in queries.questions(held=EVERYWHERE, month=MONTH) if one.code == code]
    return found


def codes(state: QuestionState | None = None) -> set[str]:
    return {one.code for one in queries.questions(held=EVERYWHERE, month=MONTH, state=state)}


def again(town: County, clerk: OfficialCard, county: OfficialCard, version: int, **cells: object) -> None:
    """The plant's report sent back, typed anew and submitted."""
    actions.send_back(MONTH, plant(town, version, month_completed="请核对"), official=county, at=AT)
    typed(town, clerk, version, **cells)
    actions.submit(MONTH, plant(town, version + 1), official=clerk, at=AT)


def test_what_is_found_in_a_submitted_report_is_asked_and_not_punished(town: County, clerk: OfficialCard) -> None:
    submitted(town, clerk)
    assert codes() == {"registration_overdue", "funds_total", "progress_without_photo"}
    one = asked("progress_without_photo")
    assert (one.state, one.serial, one.name, one.area_name) == (QuestionState.OPEN, "P000001", "高端制剂厂", "清河区")
    assert "2,600.5 万元" in one.sentence.zh and one.clause.zh == "报完成投资应附当月现场照片"
    [area] = queries.question_counts(held=EVERYWHERE, month=MONTH)
    assert (area.name, area.open, area.answered, area.settled) == ("清河区", 3, 0, 0)
    assert queries.asked_by_code(MONTH, held=EVERYWHERE)["funds_total"] == {"open": 1}


def test_the_words_given_with_the_report_are_the_answer(town: County, clerk: OfficialCard) -> None:
    typed(town, clerk, month_completed=30_000, form_progress="主体", explanation="集中付设备款，凭证备查")
    actions.submit(MONTH, plant(town), official=clerk, at=AT)
    one = asked("month_share")
    assert (one.state, one.answer, one.answered_by) == (QuestionState.ANSWERED, "集中付设备款，凭证备查", "clerk")


def test_it_is_answered_looked_at_asked_again_and_settled(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    submitted(town, clerk)
    with pytest.raises(actions.QuestionElsewhere, match="待回答"):
        actions.settle(asked("funds_total").id, verdict=Answering.SETTLE, official=county, at=AT)
    one = actions.answer(asked("funds_total").id, text=" 贷款合同待签 ", official=clerk, at=AT)
    assert (one.state, one.answer) == (QuestionState.ANSWERED, "贷款合同待签")
    with pytest.raises(actions.AnswerRefused, match="请写明"):
        actions.settle(one.id, verdict=Answering.REOPEN, official=county, at=AT)
    one = actions.settle(one.id, verdict=Answering.REOPEN, remark="请附意向书", official=county, at=AT)
    assert (one.state, one.remark, one.looked_by) == (QuestionState.OPEN, "请附意向书", "county")
    one = actions.answer(one.id, text="意向书已附", official=clerk, at=AT)
    one = actions.settle(one.id, verdict=Answering.SETTLE, official=city, at=AT)
    assert one.state is QuestionState.SETTLED
    assert audited("question_settle").detail == {"code": "funds_total", "question": one.id, "state": "settled"}
    assert Question.objects.filter(code="funds_total").count() == 5, "every step is a revision"
    assert verification.verify() == []


def test_nobody_settles_their_own_answer_or_answers_for_others(
    town: County, clerk: OfficialCard, county: OfficialCard
) -> None:
    submitted(town, clerk)
    elsewhere = people.establish("990102", "东岭县", kind=AreaKind.COUNTY)
    stranger = cast.person("stranger", Role.REPORTER, elsewhere)
    leader = cast.person("leader", Role.LEADER, town.area_id)
    one = asked("funds_total")
    for person in (leader, None):
        with pytest.raises(NotAllowed):
            actions.answer(one.id, text="x", official=person, at=AT)
    for person, number in ((stranger, one.id), (clerk, one.id + 99)):
        with pytest.raises(actions.NoSuchQuestion):
            actions.answer(number, text="x", official=person, at=AT)
    mine = actions.answer(one.id, text="情况属实", official=county, at=AT)
    with pytest.raises(actions.AnswerRefused, match="不能由本人审结"):
        actions.settle(mine.id, verdict=Answering.SETTLE, official=county, at=AT)
    with pytest.raises(NotAllowed):
        actions.settle(mine.id, verdict=Answering.SETTLE, official=clerk, at=AT)
    with pytest.raises(actions.QuestionMovedOn):
        actions.answer(one.id, text="旧页面", official=clerk, at=AT)


@pytest.mark.parametrize("text", ["", "  ", "长" * 2_001, "a\ud800"])
def test_an_answer_says_something_and_not_too_much(town: County, clerk: OfficialCard, text: str) -> None:
    submitted(town, clerk)
    with pytest.raises(actions.AnswerRefused):
        actions.answer(asked("funds_total").id, text=text, official=clerk, at=AT)
    assert asked("funds_total").state is QuestionState.OPEN


def test_a_question_whose_figures_are_put_right_is_dropped_and_one_reworded_is_looked_at_anew(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    typed(town, clerk, month_completed=30_000, form_progress="主体", explanation="集中付款")
    actions.submit(MONTH, plant(town), official=clerk, at=AT)
    actions.settle(asked("month_share").id, verdict=Answering.SETTLE, official=city, at=AT)
    before = asked("registration_overdue")
    again(town, clerk, county, 1, month_completed=31_000)
    assert (asked("month_share").state, asked("month_share").answer) == (QuestionState.ANSWERED, "集中付款")
    assert "31,000" in asked("month_share").sentence.zh
    assert asked("registration_overdue") == before, "what is found as before is not asked again"
    again(town, clerk, county, 2, month_completed=2_600.5)
    assert "month_share" not in codes()


def test_a_check_that_is_off_asks_nothing_and_an_error_stops(town: County, clerk: OfficialCard) -> None:
    off = Severity.OFF
    quiet = Severities(registration_overdue=off, funds_total=off, progress_without_photo=Severity.ERROR)
    book = books.default().model_copy(update={"checks": CheckParams(severity=quiet)})
    typed(town, clerk, month_completed=2_600.5, form_progress="主体")
    with pytest.raises(actions.NotReady, match="没有当月的现场照片"):
        actions.submit(MONTH, plant(town), official=clerk, at=AT, book=book)
    assert codes() == set()


def test_a_reporter_whose_amounts_turn_round_is_asked_once_for_the_area(
    town: County, clerk: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    params = CheckParams(heaping_least_recent=5, heaping_least_earlier=10, heaping_odds=20)
    book = books.default().model_copy(update={"checks": params})
    with journal.entry(at=cast.BEFORE, by="clerk", action="test") as writer:
        actions.report([
            ProgressCard(project_id=one, month=month, basis=Basis.DECLARED, month_completed=amount)
            for one in (town.plant, town.road, town.store)
            for month, amount in [*((f"2024-{number:02}", 777 * WAN + number) for number in range(7, 13)),
                                  ("2025-05", 500 * WAN), ("2025-06", 300 * WAN)]
        ], writer=writer)  # fmt: skip
    typed(town, clerk, month_completed=2_600, form_progress="主体", year_to_date=14_600, to_date=14_600)
    for act, by in ((actions.submit, clerk), (actions.accept, county), (actions.accept, city)):
        act(MONTH, plant(town), official=by, at=AT, book=book)
    one = asked("round_heaping")
    assert (one.serial, one.project_id, one.area_name) == ("", None, "清河区")
    assert "7 个完成数中有 7 个" in one.sentence.zh
    assert actions.answer(one.id, text="按合同节点付款", official=clerk, at=AT).state is QuestionState.ANSWERED


def test_reviewers_see_their_own_areas_questions(town: County, clerk: OfficialCard) -> None:
    submitted(town, clerk)
    mine = Reach(frozenset({"990101"}))
    assert len(queries.questions(held=mine)) == 3
    assert queries.questions(held=Reach(frozenset({"990102"}))) == [] == queries.question_counts(held=NOWHERE)
    assert len(queries.questions(held=Reach(frozenset(), frozenset({town.plant})))) == 3
    assert queries.questions(held=Reach(frozenset({"990101"}), left=frozenset({town.plant}))) == []
    assert queries.questions(held=mine, project_id=town.store) == []


def test_the_report_rows_of_a_city_take_a_dozen_questions_however_many_projects(
    town: County, clerk: OfficialCard
) -> None:
    with CaptureQueriesContext(connection) as few:
        rows = queries.report_rows("2025-06", held=EVERYWHERE)
    cast.county(name="东岭县", code="990102", prefix="东岭")
    with CaptureQueriesContext(connection) as more:
        both = queries.report_rows("2025-06", held=EVERYWHERE)
    assert len(rows) == 3 and len(both) == 6
    assert len(few) == len(more) <= 14
    assert rows[town.plant].month_completed == 3_000 * WAN and rows[town.plant].photos == 0
    counted = queries.fired(both.values(), CheckParams())
    assert counted["progress_without_photo"] == 4 and counted["funds_total"] == 2
    assert set(queries.report_rows("2025-06", held=Reach(frozenset({"990102"})))).isdisjoint(rows)


def test_a_past_month_is_looked_at_as_it_was(town: County) -> None:
    sealing.seal("2025-06", at=cast.BEFORE + timedelta(days=2), by="office")
    with journal.entry(at=AT, by="office", action="test") as writer:
        dates = ((town.road, "started", date(2025, 7, 9)), (town.plant, "completed", date(2025, 6, 30)))
        lifecycle.move(
            [MilestoneCard(project_id=one, kind=kind, basis="declared", actual_on=day) for one, kind, day in dates],
            writer=writer,
        )
    sealed, open_ = (queries.report_rows(month, held=EVERYWHERE) for month in ("2025-06", MONTH))
    assert (sealed[town.road].started_on, sealed[town.plant].completed_on) == (None, None)
    assert (open_[town.road].started_on, open_[town.plant].completed_on) == (date(2025, 7, 9), date(2025, 6, 30))


def test_a_question_moves_by_its_table() -> None:
    assert move(QuestionState.OPEN, Answering.SETTLE) is None
    assert move(QuestionState.SETTLED, Answering.ANSWER) is None
    assert move(QuestionState.SETTLED, Answering.REOPEN) is QuestionState.OPEN
    assert [reworded(state) for state in QuestionState] == [
        QuestionState.OPEN, QuestionState.ANSWERED, QuestionState.ANSWERED,
    ]  # fmt: skip
