"""Every normaliser by hand: the points to two decimals, and the arithmetic that is printed."""

import pytest

from rulebook.scoring.sheets import points, ranked, sheet

FIVE = {"甲": 90, "乙": 80, "丙": 80, "丁": 60, "戊": 50}
BY = {
    "ratio to a target": ('kind = "ratio", target = 80', "100.00 100.00 100.00 75.00 62.50"),
    "ratio above the target": ('kind = "ratio", target = 80, most = "110%"', "110.00 100.00 100.00 75.00 62.50"),
    "ratio without a cap": ('kind = "ratio", target = 80, capped = false', "112.50 100.00 100.00 75.00 62.50"),
    "ratio to the best": ('kind = "ratio"', "100.00 88.89 88.89 66.67 55.56"),
    "efficacy": ('kind = "efficacy"', "100.00 90.00 90.00 70.00 60.00"),
    "efficacy on half": ('kind = "efficacy", base = "50%"', "100.00 87.50 87.50 62.50 50.00"),
    "steps": ('kind = "steps", start = 75, points = 80, every = 5, up = 5, down = 10', "95.00 85.00 85.00 50.00 30.00"),
    "steps within limits": (
        'kind = "steps", start = 75, points = 80, every = 5, up = 10, down = 30, least = 10',
        "100.00 90.00 90.00 10.00 10.00",
    ),
    "whole steps": (
        'kind = "steps", start = 75, points = 80, every = 10, up = 5, down = 10, whole = true',
        "85.00 80.00 80.00 70.00 60.00",
    ),
    "ratio to the mean": ('kind = "ratio", against = "mean", most = "150%"', "125.00 111.11 111.11 83.33 69.44"),
    "ratio to the median": ('kind = "ratio", against = "median"', "100.00 100.00 100.00 75.00 62.50"),
    "ratio to the total": ('kind = "ratio", against = "total"', "25.00 22.22 22.22 16.67 13.89"),
    "segments": (
        'kind = "segments", corners = [{ at = 50, points = 10 }, { at = 60, points = 40 }, { at = 85, points = 90 }]',
        "90.00 80.00 80.00 40.00 10.00",
    ),
    "levels": (
        'kind = "levels", levels = [{ at_least = "80%", points = 100 }, { above = 50, below = "80%", points = 60 }, '
        "{ at_most = 50, points = 5 }]",
        "100.00 100.00 100.00 60.00 5.00",
    ),
    "levels with a rest": (
        'kind = "levels", levels = [{ above = 80, points = 100 }, { at_least = 80, at_most = 80, points = 70 }], '
        "otherwise = 20",
        "100.00 70.00 70.00 20.00 20.00",
    ),
    "mean": ('kind = "mean", points = 80, every = 1, up = 1, down = 2', "98.00 88.00 88.00 56.00 36.00"),
    "bands": (
        'kind = "bands", bands = [{ through = 1, share = "100%" }, { through = 3, share = "80%" }], rest = "50%"',
        "100.00 80.00 80.00 50.00 50.00",
    ),
    "places": ('kind = "places", last = "60%"', "100.00 90.00 90.00 70.00 60.00"),
    "so many a place": ('kind = "places", each = 3', "100.00 97.00 97.00 91.00 88.00"),
    "points": ('kind = "points", each = 0.5', "45.00 40.00 40.00 30.00 25.00"),
    "points for each so much": ('kind = "points", each = 4, every = 20', "18.00 16.00 16.00 12.00 10.00"),
    "points for each whole share": (
        'kind = "points", each = 4, every = 20, whole = true', "16.00 16.00 16.00 12.00 8.00"),
    "points within limits": ('kind = "points", each = 1, most = 85, least = 55', "85.00 80.00 80.00 60.00 55.00"),
}  # fmt: skip


@pytest.mark.parametrize("name", BY)
def test_points_by_hand(name: str) -> None:
    by, wanted = BY[name]
    assert list(points(ranked(sheet(by), FIVE)).values()) == wanted.split()


def test_the_arithmetic_is_printed() -> None:
    [part] = ranked(sheet('kind = "efficacy"'), FIVE).of("乙").parts
    assert part.said.zh == "功效系数：60% + 40% × （80% − 50%）÷（90% − 50%），得分率 90%；90% × 100 分 = 90.00 分"
    assert part.said.en.endswith("share 90%; 90% × 100 = 90.00 points")
    assert (part.place, str(part.shown)) == (2, "80%")
