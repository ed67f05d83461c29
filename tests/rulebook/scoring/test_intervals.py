"""How sure places are: intervals that hold the true place, tiers, and what has no sampling error.

Simulated are seventeen counties with 6 to 60 projects each. Of every project a county starts a share (its true rate,
0.30 to 0.86, several counties within a point of one another) and completes an amount around its true mean; the sheet
scores both by 功效系数. The true place is the one under the same sheet by the true rates and means; the places under
drawn projects are held against it.
"""

from fractions import Fraction
from random import Random

import pytest

from ballast.rulebook.scoring import Reading, Standing, Subject, standing
from rulebook.policy.books_of import book
from rulebook.scoring.sheets import points, ranked, sheet

SIZES = (6, 9, 12, 15, 18, 20, 24, 26, 30, 33, 36, 40, 44, 48, 52, 56, 60)
RATES = (30, 31, 38, 44, 45, 46, 50, 55, 56, 62, 63, 64, 70, 75, 76, 84, 86)
SHEET = """
[measures.started]
kind = "share_projects"
[scoring.league]
zh = "比拼"
missing = "no_points"
[scoring.league.indicators.started]
zh = "开工率"
measure = "started"
weight = 60
by = { kind = "efficacy" }
[scoring.league.indicators.done]
zh = "完成率"
measure = "plan_done"
weight = 40
by = { kind = "efficacy" }
"""


def mean_reading(drawn: list[float]) -> Reading:
    """The mean of projects, and without each of them."""
    whole, count = sum(drawn), len(drawn)
    return Reading(
        value=Fraction(whole / count), base=count, without=tuple((whole - one) / (count - 1) for one in drawn)
    )


def drawn(rules, random: Random) -> Standing:  # type: ignore[no-untyped-def]
    """A standing of counties whose projects are drawn anew."""
    subjects = []
    for place, (size, rate) in enumerate(zip(SIZES, RATES, strict=True)):
        started = [100.0 * (random.random() < rate / 100) for _ in range(size)]
        done = [random.gauss(rate + 10, 25) for _ in range(size)]
        readings = {"started": mean_reading(started), "plan_done": mean_reading(done)}
        subjects.append(Subject(code=f"{place:02d}", name="", readings=readings))
    return standing(rules, "league", "2025-07", subjects)


@pytest.mark.slow
def test_intervals_hold_the_true_place_and_say_something() -> None:
    rules = book(SHEET)
    true = standing(rules, "league", "2025-07", [
        Subject(code=f"{place:02d}", name="", readings={
            "started": Reading(value=rate), "plan_done": Reading(value=rate + 10)})
        for place, rate in enumerate(RATES)
    ])  # fmt: skip
    where = {one.subject: one.place for one in true.placed}
    random, held, width, rounds = Random(2025), 0, 0, 60
    for _ in range(rounds):
        for one in drawn(rules, random).placed:
            assert one.low and one.place and one.high and one.low <= one.place <= one.high
            held += one.low <= (where[one.subject] or 0) <= one.high
            width += one.high - one.low + 1
    coverage, mean_width = held / (rounds * len(RATES)), width / (rounds * len(RATES))
    assert coverage >= 0.85
    assert mean_width <= 12


def test_published_figures_have_no_sampling_error() -> None:
    found = ranked(sheet('kind = "efficacy"'), {"甲": 90, "乙": 89, "丙": 89})
    assert [(one.place, one.low, one.high, one.tier, one.spread) for one in found.placed] == [
        (1, 1, 1, 1, 0.0), (2, 2, 3, 2, 0.0), (2, 2, 3, 2, 0.0),
    ]  # fmt: skip
    assert "没有抽样误差" in found.certainty.zh


def test_few_projects_that_happen_to_agree_are_not_sure() -> None:
    """Three of three started looks certain by itself; beside the others it is not."""
    some = mean_reading([100.0, 100.0, 0.0] * 4)
    found = ranked(sheet('kind = "ratio", target = 100'), {"甲": mean_reading([100.0] * 3), "乙": some})
    assert found.of("甲").spread > 10
    assert [(one.low, one.high, one.tier) for one in found.placed] == [(1, 2, 1), (1, 2, 1)]
    assert points(found) == {"甲": "100.00", "乙": "66.67"}
    assert "把握 90%" in found.certainty.zh
