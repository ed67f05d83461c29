"""Lights are functions of the facts at the date and the book only; exact at their bounds, and able to say why."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.lights.explaining import explained
from ballast.rulebook.lights.judgement import State
from ballast.rulebook.measures.facts import Dates, Excused
from rulebook.policy.books_of import PROGRESS, colour, judge, project

START = """
[measures.unstarted]
kind = "overdue"
count = "month_ends"

[lights.start]
zh = "开工"
clause = "第五条"
rules = [
    { colour = "red", when = { measure = "unstarted", at_least = 3 } },
    { colour = "yellow", when = { measure = "unstarted", at_least = 1 } },
]
otherwise = "green"

[exceptions.cause]
zh = "正当理由"
suspends = ["lights.start"]
longest = { months = 3 }
granted_by = ["project_office"]
"""
BOTH = judge(PROGRESS + START)
plans = st.integers(1, 10**13)


@given(plans, st.integers(1, 12), st.integers(0, 50))
def test_money_is_exact_at_the_bounds(plan: int, number: int, points: int) -> None:
    """One 元 on either side of a bound is told from the bound itself, however large the plan."""
    due = Fraction(number, 12)
    exact = plan * (due - Fraction(points, 100))
    done = exact.numerator // exact.denominator
    for amount in (done - 1, done, done + 1):
        behind = (due - Fraction(amount, plan)) * 100
        expected = "green" if behind < 10 else "yellow" if behind <= 30 else "red"
        month = f"2025-{number:02d}"
        assert colour(BOTH, project(month, plan=plan, done={month: amount})) == expected


amounts = st.dictionaries(st.sampled_from([f"2025-{n:02d}" for n in range(1, 13)]), st.integers(0, 700), max_size=12)
days = st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31))


@given(amounts, days, days, st.integers(1, 12), st.data())
def test_what_is_told_of_later_changes_no_light(
    done: dict[str, int], planned: date | None, actual: date | None, number: int, data: st.DataObject
) -> None:
    """Facts of a later month or day are not seen from an earlier one."""
    month = f"2025-{number:02d}"
    facts = project(month, done=done, dates={"started": (planned, actual)})
    later = {
        name: Amounts(1, amount + data.draw(st.integers(1, 99)), 1) for name, amount in done.items() if name > month
    }
    shifted = Dates(planned, actual + timedelta(days=40) if actual and actual > facts.on else actual)
    more = replace(
        facts,
        progress={"declared": {**facts.progress["declared"], **later}},
        milestones={("started", "declared"): shifted},
    )
    for light in ("progress", "start"):
        assert BOTH.see(facts).light(light) == BOTH.see(more).light(light)


@given(amounts, days, st.integers(1, 12))
def test_the_same_facts_always_give_the_same_lights(done: dict[str, int], planned: date | None, number: int) -> None:
    facts = project(f"2025-{number:02d}", done=done, dates={"started": (planned, None)})
    fresh = judge(PROGRESS + START)
    assert list(BOTH.lights(facts)) == list(fresh.lights(facts)) == list(BOTH.lights(facts))


def test_an_exception_suspends_only_what_would_be_held_against_the_project() -> None:
    late = {"started": (date(2025, 5, 3), None)}
    cause = Excused("cause", date(2025, 6, 1), date(2025, 7, 31))
    judged = BOTH.see(project(dates=late, excused=(cause,))).light("start")
    assert (judged.state, judged.would_be, judged.excused) == (State.SUSPENDED, "red", cause)
    assert colour(BOTH, project("2025-08", dates=late, excused=(cause,)), "start") == "red"
    early = project("2025-04", dates=late, excused=(replace_since(cause),))
    assert colour(BOTH, early, "start") == "green"
    other = cause._replace(rules=frozenset({"lights.progress"}))
    assert colour(BOTH, project(dates=late, excused=(other,)), "start") == "red"
    assert colour(BOTH, project(dates=late, excused=(cause._replace(kind="nosuch"),)), "start") == "red"


def replace_since(cause: Excused) -> Excused:
    return cause._replace(since=date(2025, 1, 1))


STREAK = PROGRESS.replace("above = 30 }", 'above = 30, for_months = 2, until_then = "yellow" }')


def test_a_band_that_must_last_says_what_it_is_until_then() -> None:
    bad, worse = {"2025-06": 0}, {"2025-05": 0, "2025-06": 0, "2025-07": 0}
    assert colour(judge(STREAK), project("2025-06", done=worse)) == "red"
    good_then_bad = {"2025-05": 300, "2025-06": 0}
    assert colour(judge(STREAK), project("2025-06", done=good_then_bad)) == "yellow"
    # The month before tells nothing: the run begins this month.
    assert colour(judge(STREAK), project("2025-06", done=bad)) == "yellow"
    said = [explained(judge(STREAK).see(project("2025-06", done=one)), "progress").rule.zh for one in (worse, bad)]
    assert [one.partition("，")[2] for one in said] == ["已连续 2 个月：红", "连续 2 个月为红，未满时：黄"]


def test_earlier_lights_are_as_they_were_published() -> None:
    text = (
        PROGRESS
        + """
[lights.again]
zh = "连续"
rules = [{ colour = "red", when = { light = "progress", is = "red", for_months = 2 } }]
otherwise = "green"
"""
    )
    done = {"2025-06": 300, "2025-07": 0}
    assert colour(judge(text), project(done=done), "again") == "green"
    published = project(done=done, past={"progress": {"2025-06": "red"}})
    assert colour(judge(text), published, "again") == "red"
    # What was published of this month itself does not bind: it is being lit now.
    assert colour(judge(text), project(done={"2025-07": 350}, past={"progress": {"2025-07": "red"}})) == "green"


def test_repetition_within_a_window_and_within_the_year() -> None:
    def lit(window: str, month: str, done: dict[str, int]) -> str:
        text = (
            PROGRESS
            + f"""
[lights.often]
zh = "多次"
rules = [{{ colour = "red", when = {{ light = "progress", is = "red", {window} }} }}]
otherwise = "green"
"""
        )
        return colour(judge(text), project(month, done=done), "often")

    done = {"2025-03": 0, "2025-04": 0, "2025-05": 250, "2025-06": 300, "2025-07": 350}  # red only in April
    assert lit("times = 1, within_months = 4", "2025-07", done) == "red"
    assert lit("times = 1, within_months = 3", "2025-07", done) == "green"
    twice = done | {"2025-05": 0}
    assert lit("times = 2, this_year = true", "2025-07", twice) == "red"
    assert lit("times = 3, this_year = true", "2025-07", twice) == "green"


def test_a_rule_that_cannot_be_told_stops_the_search_and_what_is_not_due_does_not() -> None:
    text = """
[lights.x]
zh = "x"
rules = [
    { colour = "red", when = { measure = "points_behind", above = 30 } },
    { colour = "yellow", when = { measure = "without_investment", at_least = 3 } },
]
otherwise = "green"
"""
    no_report = project(dates={"started": (None, date(2025, 1, 5))})
    assert colour(judge(text), no_report, "x") == "unknown"
    settled = text.replace("above = 30 }", 'above = 30, absent = "fails" }')
    assert colour(judge(settled), no_report, "x") == "yellow"
    assert colour(judge(text), project(done={"2025-07": 350}), "x") == "green"  # not started: the second is not due
    assert colour(judge(text + 'absent = "yellow"'), no_report, "x") == "yellow"


def test_a_light_that_does_not_apply_says_so_and_one_that_cannot_tell_does_too() -> None:
    text = PROGRESS.replace('zh = "进度"', 'zh = "进度"\napplies = { field = "total_investment", at_least = "5亿" }')
    done = {"2025-07": 350}
    assert colour(judge(text), project(done=done, total_investment=4 * 10**8)) == "not_applicable"
    assert colour(judge(text), project(done=done, total_investment=5 * 10**8)) == "green"
    assert colour(judge(text), project(done=done)) == "unknown"


def test_a_light_explains_itself_and_what_would_end_it() -> None:
    told = explained(BOTH.see(project(plan=6_000_000, done={"2025-07": 1_000_000})), "progress")
    assert told.colour.zh == "红" and "高于 30 个百分点" in told.rule.zh
    [one] = told.reckoned
    assert "本年累计完成 100 万元，年度计划 600 万元，序时应完成 58.33%（350 万元）" in one.sentence.zh
    assert [(told_.fact, told_.key) for told_ in one.measured.inputs[:2]] == [
        ("plan.amount", ("2025",)), ("progress.year_to_date", ("2025-07", "declared")),
    ]  # fmt: skip
    assert [said.zh for said in told.ends] == ["再完成投资 190.0001 万元（达到 290.0001 万元）"]
    assert explained(BOTH.see(project(plan=6_000_000, done={"2025-07": 3_500_000})), "progress").ends == ()


def test_the_money_named_turns_the_light_and_one_yuan_less_does_not() -> None:
    facts = project(plan=6_000_000, done={"2025-07": 1_000_000})
    assert colour(BOTH, project(plan=6_000_000, done={"2025-07": 2_900_001})) == "green"
    assert colour(BOTH, project(plan=6_000_000, done={"2025-07": 2_900_000})) == "yellow"
    assert colour(BOTH, facts) == "red"


def test_an_event_ends_a_light_of_rules() -> None:
    told = explained(BOTH.see(project(dates={"started": (date(2025, 5, 3), None)})), "start")
    assert told.clause.zh == "第五条" and "“超过计划时间”不低于 3 个月：红" in told.rule.zh
    assert [said.zh for said in told.ends] == ["开工（并在系统中登记实际时间）"]
