"""When projects started and how large they were: the starts of each year, up to the sums the city reports."""

from dataclasses import dataclass
from datetime import date

from ballast.kit.money import YI
from ballast.site.golden import clocks, sizes
from ballast.site.golden.drawing import Draw
from ballast.site.golden.landmarks import LANDMARKS
from ballast.site.golden.lives import Life

SMALLEST, MIDDLING, LARGEST = 0.25, 9.6, 68


@dataclass(frozen=True, slots=True)
class Cohort:
    """Projects of 1 亿元 and more by the month they started: ``large`` of them of 10 亿元 and more, ``total`` 亿元
    in all; ``minor`` smaller ones besides. ``industrial`` is the share of industry among the middling and the large.

    The landmarks that started in these months are among them.
    """

    months: dict[str, int]
    large: int
    total: float
    minor: int
    industrial: tuple[float, float]


def _months(year: int, first: int, counts: tuple[int, ...]) -> dict[str, int]:
    return {f"{year}-{first + step:02d}": count for step, count in enumerate(counts)}


# Of the years before the ledger began only what was still being built then is known: few, and mostly large.
COHORTS = (
    Cohort({"2021-04": 2, "2021-07": 2, "2021-10": 3}, 7, 360, 0, (0.5, 0.45)),
    Cohort(_months(2022, 2, (2, 4, 4, 4, 3, 3, 3, 3, 2)), 26, 1180, 0, (0.5, 0.45)),
    Cohort(_months(2023, 1, (4, 6, 11, 12, 12, 10, 8)), 25, 1060, 2, (0.45, 0.45)),
    Cohort(_months(2023, 8, (4, 4, 3, 3, 2)), 4, 140, 1, (0.5, 0.45)),
    Cohort(_months(2024, 1, (6, 10, 22, 25, 24, 21, 17)), 28, 1120, 3, (0.5, 0.4)),
    Cohort(_months(2024, 8, (8, 7, 6, 4, 3)), 3, 210, 2, (0.5, 0.4)),
    Cohort(_months(2025, 1, (8, 14, 34, 36, 34, 31, 23)), 35, 1523.6, 8, (0.5, 0.2)),
)


def started(draw: Draw) -> list[Life]:
    """Every project started before August 2025, with all that came before its start."""
    return [life for cohort in COHORTS for life in _drawn(cohort, draw)]


def _drawn(cohort: Cohort, draw: Draw) -> list[Life]:
    chance = draw.chance
    known = [one for one in LANDMARKS if f"{one.started:%Y-%m}" in cohort.months]
    found = [start(draw, draw.landmark(one), one.started, months=one.months) for one in known]
    large = cohort.large - sum(life.total >= 10 * YI for life in found)
    middling = [sizes.amount(1, MIDDLING, chance) for _ in range(sum(cohort.months.values()) - len(known) - large)]
    left = round(cohort.total * YI) - sum(life.total for life in found) - sum(middling)
    big = sizes.fit([sizes.amount(10, 48, chance) for _ in range(large)], left, 10 * YI, LARGEST * YI)
    months = [month for month, count in cohort.months.items() for _ in range(count)]
    for one in known:
        months.remove(f"{one.started:%Y-%m}")
    chance.shuffle(months)
    for total, month in zip([*middling, *big], months, strict=True):
        life = either(draw, total, cohort.industrial[total >= 10 * YI])
        found.append(start(draw, life, clocks.in_month(month, chance)))
    for _ in range(cohort.minor):
        life = either(draw, sizes.amount(SMALLEST, 0.95, chance), 0.4)
        found.append(start(draw, life, clocks.in_month(chance.choice(list(cohort.months)), chance)))
    return found


def start(draw: Draw, life: Life, on: date, *, months: int = 0) -> Life:
    """Let a project start on a day, to be built in ``months``, else in as many as its size takes."""
    life.months = months or sizes.building_months(life.total, draw.chance)
    clocks.up_to_start(life, on, draw.chance)
    return life


def either(draw: Draw, total: int, industrial: float) -> Life:
    """A factory with the given chance, else some other work."""
    return draw.factory(total) if draw.chance.random() < industrial else draw.work(total)
