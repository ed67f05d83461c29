"""The most improved, red and black lists by rule, and how much places hang on the weights."""

from fractions import Fraction

from ballast.rulebook.scoring import Standing, honours, moves, standing, steadiness
from rulebook.policy.books_of import book
from rulebook.scoring.sheets import TWO, ranked, sheet, subject

LISTS = """
[honours.red]
zh = "红榜"
sheet = "league"
end = "top"
places = 1
colour = "red"
[honours.black]
zh = "黑榜"
sheet = "league"
end = "bottom"
places = 2
running = 2
[honours.improved]
zh = "进步奖"
sheet = "league"
end = "improved"
places = 1
"""
RULES = sheet('kind = "ratio", target = 100', more="\n---\n" + LISTS)
JUNE = {"甲": 90, "乙": 80, "丙": 40, "丁": 30, "戊": 50}
JULY = {"甲": 85, "乙": 86, "丙": 60, "丁": 45, "戊": 45}


def months() -> list[Standing]:
    """July, and June before it."""
    return [ranked(RULES, JULY), ranked(RULES, JUNE, month="2025-06")]


def test_lists_by_rule_name_their_own_with_the_reason() -> None:
    told = {one.code: {who.name: who.why.zh for who in one.named} for one in honours(RULES, months())}
    assert told == {
        "red": {"乙": "第 1 名"},
        "black": {"丁": "倒数第 1 名，连续 2 期"},  # 戊 shares the last places in July, and stood third before
        "improved": {"丙": "得分 +20.00，前进 1 位"},
    }


def test_a_list_of_months_running_is_empty_while_they_have_not_run() -> None:
    assert [one.named for one in honours(RULES, months()[:1]) if one.code != "red"] == [(), ()]


def test_who_moved_by_places() -> None:
    moved = moves(*months(), by="places")
    assert [(one.name, one.said.zh) for one in moved] == [
        ("丙", "得分 +20.00，前进 1 位"), ("丁", "得分 +15.00，前进 1 位"), ("乙", "得分 +6.00，前进 1 位"),
        ("戊", "得分 -5.00，后退 1 位"), ("甲", "得分 -5.00，后退 1 位"),
    ]  # fmt: skip


def test_weights_move_places_only_where_points_are_close() -> None:
    rules = book(TWO)
    found = standing(rules, "league", "2025-07", [
        subject("甲", {"plan_done": 90, "tables_late": 0}), subject("乙", {"plan_done": 80, "tables_late": 0}),
        subject("丙", {"plan_done": 82, "tables_late": 2}), subject("丁", {"plan_done": 40, "tables_late": 0}),
    ])  # fmt: skip
    steady = {one.subject: one for one in steadiness(found)}
    assert (steady["甲"].held, steady["甲"].best, steady["甲"].worst) == (Fraction(1), 1, 1)
    assert steady["丁"].held < 1
    assert [(one.indicator, one.more, one.less) for one in steady["丙"].moves] == [("done", 3, 4), ("late", 4, 3)]
    assert steadiness(found) == steadiness(found)
