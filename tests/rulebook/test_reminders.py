"""Which days, which kinds, which words."""

from datetime import date

import pytest

from ballast.rulebook.reminders import Kind, Tally, Wishes, digest

FRIDAY = date(2025, 9, 5)
ALL = [
    Tally(Kind.DUE, "2025-08", 5, until=date(2025, 9, 7)),
    Tally(Kind.LATE, "2025-07", 3, days=12),
    Tally(Kind.REVIEW, "2025-08", 0),
    Tally(Kind.CALENDAR, "2026", 1),
]  # fmt: skip


def test_the_worst_comes_first_and_nothing_is_said_of_nothing() -> None:
    title, text = digest(ALL, Wishes(), on=FRIDAY, link="https://ballast.city")
    assert title == "压舱石提醒（9月5日）"
    assert text.splitlines() == [
        "2025-07 月报逾期 3 项，最长 12 天",
        "2025-08 月报待填报 5 项，9月7日截止",
        "2026 年工作日历尚未录入",
        "办理：https://ballast.city/",
        "调整提醒：https://ballast.city/reminders/",
    ]
    assert digest([Tally(Kind.DUE, "2025-08", 0)], Wishes(), on=FRIDAY, link="") == ("", "")


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(Kind.LETTER, "", 2, until=date(2025, 9, 12)), "督办函待回复 2 件，9月12日截止"),
        (Tally(Kind.LETTER, "", 2, days=4), "督办函待回复 2 件，最长逾期 4 天"),
        (Tally(Kind.QUESTION, "", 5, until=date(2025, 9, 8)), "询问待回答 5 项，9月8日截止"),
        (Tally(Kind.SEND, "", 3), "督办函待发 3 件"),
    ],
)
def test_what_is_of_no_month_is_said_without_one(tally: Tally, said: str) -> None:
    assert tally.said() == said


def test_what_is_obligatory_is_said_to_whoever_wants_nothing() -> None:
    _, text = digest(ALL, Wishes(muted=True, kinds_off=list(Kind)), on=FRIDAY, link="")
    assert text == "2025-07 月报逾期 3 项，最长 12 天"
    assert digest(ALL[:1], Wishes(muted=True), on=FRIDAY, link="") == ("", "")
    assert digest(ALL[:1], Wishes(kinds_off=["due"]), on=FRIDAY, link="") == ("", "")


@pytest.mark.parametrize(("works", "quiet", "speaks"), [(True, [], True), (False, [], False), (True, [4], False)])
def test_nothing_on_days_off_nor_on_quiet_days(works: bool, quiet: list[int], speaks: bool) -> None:
    assert Wishes(quiet=quiet).speaks(FRIDAY, works=works) is speaks
