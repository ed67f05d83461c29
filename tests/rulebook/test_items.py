"""Action items: their life in every place, evidence and confirmation, overdue exactly by rule, promises counted."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ballast.kit.sentence import Sentence
from ballast.kit.workdays import PUBLISHED
from ballast.rulebook.books.items import ItemLevel, ItemRules
from ballast.rulebook.grammar.spans import Span
from ballast.rulebook.items.allowing import bad_deadline, why_not
from ballast.rulebook.items.life import ALIVE, State, Verb, move, verbs
from ballast.rulebook.items.promises import Promise, Tally, Target, of_item, tally
from ballast.rulebook.items.standing import Event, Matter, first_deadline, standing, urging
from ballast.rulebook.terms import Role
from rulebook.policy.books_of import HEAD, book, faults

OFFICE = (Role.PROJECT_OFFICE,)
LEVELS = {
    "office": ItemLevel(zh="项目办", deadline=Span(days=10), settled_by=OFFICE),
    "deputy": ItemLevel(
        zh="分管", deadline=Span(days=5), overdue_for=Span(days=3), letter=Sentence("督办函", "letter"),
        settled_by=OFFICE,
    ),
    "mayor": ItemLevel(
        zh="市长", deadline=Span(days=2), overdue_for=Span(workdays=10), letter=Sentence("通知", "notice"),
        settled_by=(Role.LEADER,),
    ),
}  # fmt: skip
RULES = ItemRules(extension=Span(days=7), levels=LEVELS)
GIVEN = date(2025, 7, 18)
DUE = date(2025, 7, 28)
MATTER = Matter(level="office", given=GIVEN, deadline=DUE)
RAISED = replace(MATTER, raised=True)


def day(number: int) -> date:
    """So many days after the meeting."""
    return GIVEN + timedelta(days=number)


def refused(events: list[Event], event: Event, matter: Matter = MATTER, role: Role = Role.PROJECT_OFFICE) -> str:
    """Why something is not done, in Chinese; empty where it is."""
    said = why_not(RULES, matter, events, event, roles={role}, workday=PUBLISHED.is_workday)
    return said.zh if said else ""


def found(events: list[Event], on: date, rules: ItemRules = RULES, matter: Matter = MATTER):  # type: ignore[no-untyped-def]
    return standing(rules, matter, events, on, PUBLISHED.is_workday)


SUBMITTED = Event(Verb.SUBMIT, day(5), "county", papers=1)


def test_the_life_of_an_item_ends_in_two_ways_and_never_goes_on() -> None:
    ends = {state for state in State if not verbs(state)}
    assert ends == {State.SETTLED, State.DROPPED} == set(State) - set(ALIVE)
    into = {(state, verb) for state, verb in product(State, Verb) if (m := move(state, verb)) and m.to is State.SETTLED}
    assert into == {(State.SUBMITTED, Verb.SETTLE)}


def test_settling_wants_evidence_another_person_the_role_of_its_level_and_the_enterprise() -> None:
    assert refused([], Event(Verb.SUBMIT, day(5), "county")) == "提交销号须附佐证材料（照片或文件）"
    assert "不能销号" in refused([], Event(Verb.SETTLE, day(5), "office"))
    settle = Event(Verb.SETTLE, day(6), "office")
    assert refused([SUBMITTED], settle) == ""
    assert refused([SUBMITTED], settle._replace(by="county")).startswith("提交的人不能自己销号")
    assert refused([SUBMITTED], settle, role=Role.REPORTER) == "本级事项由市项目办销号"
    assert refused([SUBMITTED], settle, RAISED).startswith("企业提出的问题")
    confirmed = [SUBMITTED, Event(Verb.CONFIRM, day(5), "firm")]
    assert refused(confirmed, settle, RAISED) == ""
    by_paper = Event(Verb.CONFIRM, day(5), "office", papers=1)
    assert refused([SUBMITTED], by_paper, RAISED) == ""
    assert "签字盖章" in refused([SUBMITTED], by_paper._replace(papers=0), RAISED)
    assert refused([SUBMITTED], by_paper._replace(papers=0), RAISED, Role.OWNER) == ""
    assert refused([*confirmed, settle], settle, RAISED) == "事项已销号，不能销号"
    assert refused([SUBMITTED], settle._replace(on=day(4))) == f"日期不得早于 {day(5)}（上一步之日）"
    assert refused([SUBMITTED], Event(Verb.CONFIRM, day(5), "firm")).startswith("此事项不是企业提出的")


def test_a_confirmation_is_of_one_submission() -> None:
    events = [SUBMITTED, Event(Verb.CONFIRM, day(5)), Event(Verb.SEND_BACK, day(6)), SUBMITTED._replace(on=day(7))]
    assert refused(events, Event(Verb.SETTLE, day(7), "office"), RAISED).startswith("企业提出的问题")
    denied = [SUBMITTED, Event(Verb.DENY, day(6))]
    assert found(denied, day(6), matter=RAISED).state is State.OPEN


def test_an_item_rises_by_days_and_by_working_days_and_its_letter_is_due_once() -> None:
    levels = [found([], DUE + timedelta(days=late)).level for late in (0, 2, 3, 13, 14)]
    assert levels == ["office", "office", "deputy", "deputy", "mayor"]  # ten working days after Monday 28 July
    risen = found([], day(13))
    assert (risen.overdue, urging(RULES, MATTER, risen)) == (3, "deputy")
    urged = Event(Verb.URGE, day(13), "office", level="deputy")
    assert refused([], urged) == ""
    assert refused([urged], urged) == "此事项目前没有应发的督办文书"
    assert refused([], urged._replace(on=day(12))) == "此事项目前没有应发的督办文书"
    assert urging(RULES, MATTER, found([urged], day(24))) == "mayor"
    assert urging(RULES, MATTER, found([SUBMITTED._replace(on=day(14))], day(14))) == ""


def test_what_waits_for_the_office_does_not_become_overdue_but_by_the_books_word() -> None:
    in_time = [SUBMITTED._replace(on=DUE)]
    assert found(in_time, day(30)).overdue == 0
    assert found(in_time, day(30), RULES.model_copy(update={"counts": "settled"})).overdue == 20
    late = found([SUBMITTED._replace(on=day(14))], day(40))
    assert (late.overdue, late.level) == (4, "deputy")
    assert found([*in_time, Event(Verb.SEND_BACK, day(20))], day(20)).overdue == 10


def test_a_deadline_is_extended_before_it_passes_as_often_and_as_far_as_the_book_says() -> None:
    extend = Event(Verb.EXTEND, day(10), "office", until=day(17))
    assert refused([], extend) == ""
    assert found([extend], day(17)).overdue == 0
    assert refused([], extend._replace(until=day(18))).startswith("新期限应晚于")
    assert refused([], extend._replace(until=DUE)).startswith("新期限应晚于")
    assert refused([], extend._replace(on=day(11))).startswith("期限 2025-07-28 已过")
    assert refused([extend], extend._replace(on=day(11), until=day(20))) == "至多延期 1 次，已延 1 次"
    assert refused([], extend, role=Role.LEADER) == "延期由市项目办同意"


@pytest.mark.parametrize(("deadline", "fine"), [(-1, False), (0, True), (365, True), (366, False)])
def test_a_meeting_sets_no_deadline_before_its_day_nor_beyond_the_books(deadline: int, fine: bool) -> None:
    assert (bad_deadline(RULES, GIVEN, day(deadline), PUBLISHED.is_workday) is None) is fine
    assert first_deadline(RULES, "office", GIVEN, PUBLISHED.is_workday) == DUE


def test_promises_are_counted_with_their_arithmetic() -> None:
    settle = Event(Verb.SETTLE, day(30), "office")
    lives: list[list[Event]] = [
        [SUBMITTED, settle], [SUBMITTED._replace(on=day(12)), settle], [], [Event(Verb.DROP, day(3))], [SUBMITTED],
    ]  # fmt: skip
    became = [of_item(found(events, day(30)), day(30)) for events in lives]
    assert became == [Promise.KEPT, Promise.LATE, Promise.BROKEN, None, Promise.NOT_DUE]
    counted = tally(became)
    assert counted == Tally(1, 1, 1, 1)
    assert counted.said().zh == (
        "到期 3 件 = 按期 1 + 逾期 1 + 未兑现 1；按期兑现率 1÷3=33.3%；另有 1 件未到期"
    )  # fmt: skip
    assert Tally(0, 0, 0, 2).said().zh == "没有到期的事项；未到期 2 件"
    assert Tally().share == ""
    assert tally([Promise.KEPT] * 2 + [Promise.BROKEN]).said().zh.endswith("按期兑现率 2÷3=66.7%")


@pytest.mark.parametrize(
    ("happened", "now", "promise", "said"),
    [
        (day(0), None, Promise.KEPT, "原定 2025-07-28，实际 2025-07-18，早 10 天"),
        (day(12), None, Promise.LATE, "原定 2025-07-28，实际 2025-07-30，迟 2 天"),
        (None, day(60), Promise.BROKEN, "原定 2025-07-28，至 2025-07-31 已过 3 天，现报 2025-09-16"),
        (DUE, None, Promise.KEPT, "原定 2025-07-28，实际 2025-07-28，如期"),
    ],
)
def test_a_date_a_meeting_was_told_is_held_against_what_happened(
    happened: date | None, now: date | None, promise: Promise, said: str
) -> None:
    target = Target(stated=DUE, now=now, happened=happened)
    assert (target.promise(day(13)), target.said(day(13)).zh) == (promise, said)
    assert Target(stated=DUE).said(DUE).zh == "原定 2025-07-28，尚未到期"


def level(code: str, more: str, settled_by: str = "leader") -> str:
    """A level of the chapter, in TOML."""
    return f'[items.levels.{code}]\nzh = "甲"\ndeadline = {{ days = 1 }}\n{more}\nsettled_by = ["{settled_by}"]'


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ('[items]\nlevels = { a = { zh = "甲", deadline = { days = 1 }, settled_by = [] } }', "settled_by", ""),
        (level("office", "", "audit_admin"), "settled_by", "不办业务"),
        (level("mayor", "overdue_for = { workdays = 2 }"), "levels", "mayor：overdue_for 应比轻一级的 3个工作日更久"),
        (level("office", "overdue_for = { days = 2 }"), "levels", "最轻的一级不因逾期升入"),
        ("[items]\nextension = 10", "extension", ""),
        ('[items]\ncount = "settled"', "count", ""),
    ],
)
def test_a_wrong_chapter_is_refused_at_its_key(text: str, key: str, says: str) -> None:
    [(where, said)] = faults(text)
    assert key in where
    assert says in said


def test_the_default_book_has_three_levels_and_a_city_may_have_its_own() -> None:
    assert list(book().items.levels) == ["office", "deputy", "mayor"]
    own = 'remove = ["items.levels"]\n'
    assert list(book(level("only", ""), own + HEAD).items.levels) == ["only"]


class LifeOfAnItem(RuleBasedStateMachine):
    """Whatever is tried in whatever order, what the rules let through keeps the promises of the chapter."""

    @initialize(raised=st.booleans(), span=st.integers(0, 12))
    def given(self, raised: bool, span: int) -> None:
        self.matter = Matter(level="office", given=GIVEN, deadline=day(span), raised=raised)
        self.events: list[Event] = []
        self.on = GIVEN

    @rule(days=st.integers(0, 6))
    def time_passes(self, days: int) -> None:
        self.on += timedelta(days=days)

    @rule(
        verb=st.sampled_from(Verb), by=st.sampled_from(["county", "office"]), papers=st.integers(0, 1),
        role=st.sampled_from([Role.PROJECT_OFFICE, Role.LEADER, Role.OWNER]), more=st.integers(-1, 9),
        level=st.sampled_from(["", "deputy", "mayor"]),
    )  # fmt: skip
    def something_is_tried(self, verb: Verb, by: str, papers: int, role: Role, more: int, level: str) -> None:
        event = Event(verb, self.on, by, papers, self.on + timedelta(days=more), level)
        if not refused(self.events, event, self.matter, role):
            self.events.append(event)

    @precondition(lambda self: self.events)
    @invariant()
    def nothing_is_settled_but_with_evidence_by_another_and_only_once(self) -> None:
        said = [event.verb for event in self.events]
        assert said.count(Verb.SETTLE) + said.count(Verb.DROP) <= 1
        if said[-1] is not Verb.SETTLE:
            assert Verb.SETTLE not in said
            return
        place = len(said) - 1 - said[::-1].index(Verb.SUBMIT)
        assert self.events[place].papers > 0
        assert self.events[place].by != self.events[-1].by
        assert not self.matter.raised or Verb.CONFIRM in said[place:]
        assert not {Verb.SEND_BACK, Verb.DENY} & set(said[place:])

    @invariant()
    def overdue_is_by_rule_and_by_nothing_else(self) -> None:
        """Reckoned a second time, from the end of what was done instead of its beginning."""
        stands = found(self.events, self.on, matter=self.matter)
        untils = [event.until for event in self.events if event.verb is Verb.EXTEND]
        deadline = untils[-1] if untils else self.matter.deadline
        ends = [e for e in self.events if e.verb in (Verb.SUBMIT, Verb.SEND_BACK, Verb.DENY)]
        closed = any(e.verb is Verb.DROP for e in self.events)
        until = ends[-1].on if ends and ends[-1].verb is Verb.SUBMIT else self.on
        assert stands.deadline == deadline
        assert stands.overdue == (0 if closed else max(0, (until - deadline).days))
        assert len(untils) <= RULES.extensions


LifeOfAnItem.TestCase.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
TestLifeOfAnItem = LifeOfAnItem.TestCase
