"""A ladder tells the next step and its deadline from what has happened, in whatever order it is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook.ladders import Event, Happened, Position, position
from rulebook.policy.books_of import PROGRESS, book

LADDER = """
[ladders.l]
zh = "督办"
lights = ["progress"]
resets_after_months = 2
[[ladders.l.steps]]
code = "remind"
zh = "提醒函"
on = [{ lit = 1 }]
deadline = { days = 10 }
[[ladders.l.steps]]
code = "supervise"
zh = "督办函"
on = [{ overdue = "remind" }, { again = "remind" }]
deadline = { days = 10 }
deadline_from = "received"
settled_by = "cleared"
[[ladders.l.steps]]
code = "talk"
zh = "约谈"
on = [{ overdue = "supervise" }, { lit = 3, consecutive = true, and_after = true }, { lit = 1, colours = ["red"] }]
final = true
deadline = { workdays = 5 }
"""
L = book(PROGRESS + LADDER).ladders["l"]


def lit(month: int, colour: str = "yellow") -> Event:
    """Lit for a month of 2025, published on the 10th of the next."""
    return Event(Happened.LIT, date(2025, month + 1, 10), f"2025-{month:02d}", colour)


def event(what: Happened, day: date, step: str = "") -> Event:
    return Event(what, day, step=step)


def at(day: date, *events: Event) -> Position:
    return position(L, events, day, PUBLISHED.is_workday)


SENT = event(Happened.SENT, date(2025, 4, 11), "remind")
SECOND = event(Happened.SENT, date(2025, 4, 22), "supervise")


@pytest.mark.parametrize(
    ("day", "events", "step"),
    [
        (date(2025, 4, 9), [], ""),
        (date(2025, 4, 9), [lit(3)], ""),  # not published yet
        (date(2025, 4, 10), [lit(3)], "remind"),
        (date(2025, 4, 11), [lit(3), SENT], ""),
        (date(2025, 4, 21), [lit(3), SENT], ""),  # the last day in time
        (date(2025, 4, 22), [lit(3), SENT], "supervise"),
        (date(2025, 4, 22), [lit(3), SENT, event(Happened.REPLIED, date(2025, 4, 21), "remind")], ""),
        (date(2025, 5, 10), [lit(3), SENT, event(Happened.REPLIED, date(2025, 4, 21), "remind"), lit(4)], "supervise"),
        (date(2025, 5, 30), [lit(3), SENT, SECOND], ""),  # its deadline runs from the receipt
        (date(2025, 5, 30), [lit(3), SENT, SECOND, event(Happened.RECEIVED, date(2025, 4, 23), "supervise")], "talk"),
        (date(2025, 5, 30), [lit(3), SENT, SECOND, event(Happened.RECEIVED, date(2025, 4, 23), "supervise"),
                             event(Happened.REPLIED, date(2025, 4, 24), "supervise")], "talk"),  # settled by clearing
        (date(2025, 5, 30), [lit(3), SENT, SECOND, event(Happened.RECEIVED, date(2025, 4, 23), "supervise"),
                             event(Happened.CLEARED, date(2025, 5, 1))], ""),
        (date(2025, 4, 10), [lit(3, "red")], "talk"),  # the gravest that is called for
        (date(2025, 6, 10), [lit(3), lit(4), lit(5)], "talk"),
        (date(2025, 7, 10), [lit(3), lit(4), lit(6)], "remind"),  # not running; nothing was sent yet
        (date(2025, 4, 12), [lit(3), event(Happened.CLEARED, date(2025, 4, 11))], ""),
        (date(2025, 9, 10), [lit(3), SENT, event(Happened.REPLIED, date(2025, 4, 12), "remind"), lit(8)], "supervise"),
    ],
)  # fmt: skip
def test_the_step_that_is_due(day: date, events: list[Event], step: str) -> None:
    assert at(day, *events).step == step


def test_deadlines_of_the_step_due_and_of_what_is_awaited() -> None:
    due = at(date(2025, 4, 10), lit(3, "red"))
    assert (due.step, due.deadline, due.final, due.since) == ("talk", date(2025, 4, 17), True, date(2025, 4, 10))
    waiting = at(date(2025, 4, 15), lit(3), SENT)
    [one] = waiting.awaited
    assert (one.step, one.sent, one.deadline) == ("remind", date(2025, 4, 11), date(2025, 4, 21))
    assert waiting.said(L).zh == "提醒函已发出，期限 2025-04-21"
    assert at(date(2025, 4, 15)).said(L).zh == "无须采取措施"


def test_clear_months_reset_the_count() -> None:
    assert at(date(2025, 9, 10), lit(3), lit(4), lit(8)).count == 1
    assert at(date(2025, 8, 10), lit(3), lit(4), lit(6), lit(7)).count == 4


days = st.dates(date(2025, 2, 1), date(2025, 12, 28))
steps = st.sampled_from(["remind", "supervise", "talk"])
anything = st.one_of(
    st.builds(lit, st.integers(1, 11), st.sampled_from(["yellow", "red"])),
    st.builds(event, st.sampled_from([Happened.SENT, Happened.RECEIVED, Happened.REPLIED]), days, steps),
    st.builds(event, st.just(Happened.CLEARED), days),
)


@given(st.lists(anything, max_size=10), st.randoms(), days)
def test_the_order_of_telling_and_what_is_still_to_come_do_not_matter(
    events: list[Event], random: "st.random.Random", day: date
) -> None:
    found = at(day, *events)
    shuffled = events[:]
    random.shuffle(shuffled)
    assert at(day, *shuffled) == found
    assert at(day, *(one for one in events if one.on <= day)) == found


@given(st.lists(anything, max_size=10), days)
def test_a_step_taken_on_the_day_is_no_longer_due(events: list[Event], day: date) -> None:
    found = at(day, *events)
    if found.step:
        assert at(day, *events, event(Happened.SENT, day, found.step)).step == ""
