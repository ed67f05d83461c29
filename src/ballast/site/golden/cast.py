"""The cast: some seven hundred projects, in the groups the city's story needs."""

from datetime import date
from random import Random

from ballast.kit.money import YI
from ballast.rulebook.stages import MilestoneKind
from ballast.site.golden import clocks, sizes
from ballast.site.golden.drawing import Draw
from ballast.site.golden.landmarks import LANDMARKS
from ballast.site.golden.lives import Life
from ballast.site.golden.seasons import after, start_of
from ballast.site.golden.shapes import Ring
from ballast.site.golden.spending import spend
from ballast.site.golden.trouble import trouble

# Newly started this year, of 1 亿元 and more: how many in each month, how many of 10 亿元 and more, and their sum.
STARTS_2025 = {"2025-01": 8, "2025-02": 14, "2025-03": 34, "2025-04": 36, "2025-05": 34, "2025-06": 31, "2025-07": 23}
LARGE_2025, SUM_2025 = 35, 152_360_000_000
STARTS_2024 = (3, 4, 12, 16, 16, 15, 12, 8, 7, 6, 5, 3)
STARTS_2023 = (1, 2, 5, 7, 7, 6, 4, 4, 5, 4, 2, 1)
# Industrial projects in talks and signed, and their sum.
TALKS, SIGNED, SUM_TALKS = 214, 90, 388_720_000_000


def cast(seed: int, map: dict[str, Ring]) -> list[Life]:
    """Every project of the city with its whole life, in the order they came into the pool."""
    chance = Random(f"{seed} cast")
    draw = Draw(chance, map)
    lives = [*_before(draw), *_last_year(draw), *_this_year(draw), *_soon(draw), *_talks(draw), *_ideas(draw)]
    for life in lives:
        life.born = min(life.reached.values())
        filed = life.reached.get(MilestoneKind.PERMITTING) or life.reached.get(MilestoneKind.SIGNED)
        if filed:
            draw.file(life, filed)
    trouble(lives, Random(f"{seed} trouble"))
    for life in lives:
        if life.started:
            clocks.since_start(life, chance)
            spend(life, chance)
    return sorted(lives, key=lambda life: (life.born, life.name))


def _start(draw: Draw, life: Life, on: date) -> Life:
    if not life.months or life.name not in {known.name for known in LANDMARKS}:
        life.months = sizes.building_months(life.total, draw.chance)
    clocks.up_to_start(life, on, draw.chance)
    return life


def _drawn(draw: Draw, total: int, industrial: float) -> Life:
    return draw.factory(total) if draw.chance.random() < industrial else draw.work(total)


def _size(draw: Draw, small: float, large: float) -> int:
    chance = draw.chance.random()
    if chance < small:
        return sizes.amount(0.25, 0.95, draw.chance)
    if chance < small + large:
        return sizes.amount(10, 48, draw.chance)
    return sizes.amount(1, 9.6, draw.chance)


def _before(draw: Draw) -> list[Life]:
    """Started before 2024; most of them finished by now."""
    months = [*(f"{year}-{month:02d}" for year, month in ((2021, 6), (2021, 9), (2022, 3), (2022, 4), (2022, 5),
              (2022, 6), (2022, 8), (2022, 9), (2022, 10), (2022, 11)) for _ in range(2)),
              *(f"2023-{step + 1:02d}" for step, count in enumerate(STARTS_2023) for _ in range(count))]  # fmt: skip
    return [
        _start(draw, _drawn(draw, _size(draw, 0.14, 0.06), 0.6), clocks.in_month(month, draw.chance))
        for month in months
    ]


def _last_year(draw: Draw) -> list[Life]:
    known = [_start(draw, draw.landmark(one), one.started) for one in LANDMARKS if one.started.year == 2024]
    months = [f"2024-{step + 1:02d}" for step, count in enumerate(STARTS_2024) for _ in range(count)]
    return known + [
        _start(draw, _drawn(draw, _size(draw, 0.12, 0.07), 0.52), clocks.in_month(month, draw.chance))
        for month in months
    ]


def _this_year(draw: Draw) -> list[Life]:
    """Started January to July: the landmarks, the rest up to the sum, and a few small ones."""
    chance = draw.chance
    known = [draw.landmark(one) for one in LANDMARKS if one.started.year == 2025]
    dates = {one.name: one.started for one in LANDMARKS}
    large = LARGE_2025 - sum(life.total >= 10 * YI for life in known)
    small = sum(STARTS_2025.values()) - len(known) - large
    middling = [sizes.amount(1, 9.6, chance) for _ in range(small)]
    left = SUM_2025 - sum(life.total for life in known) - sum(middling)
    big = sizes.fit([sizes.amount(10, 48, chance) for _ in range(large)], left, 10 * YI, 68 * YI)
    months = [month for month, count in STARTS_2025.items() for _ in range(count)]
    for life in known:
        months.remove(f"{dates[life.name]:%Y-%m}")
    chance.shuffle(months)
    drawn = [_drawn(draw, total, 0.5 if total < 10 * YI else 0.2) for total in [*middling, *big]]
    started = [_start(draw, life, dates[life.name]) for life in known]
    started += [_start(draw, life, clocks.in_month(month, chance)) for life, month in zip(drawn, months, strict=True)]
    minor = [_drawn(draw, sizes.amount(0.25, 0.95, chance), 0.4) for _ in range(16)]
    return started + [_start(draw, life, clocks.in_month(chance.choice(list(STARTS_2025)), chance)) for life in minor]


def _soon(draw: Draw) -> list[Life]:
    """Landed and in approvals; eight of the landed start in August, some are past the start they planned."""
    chance = draw.chance
    found = []
    for step in range(40):
        life = _drawn(draw, sizes.amount(0.6, 7, chance), 0.6)
        if step < 8:
            found.append(_start(draw, life, date(2025, 8, chance.randint(4, 25))))
            continue
        if step < 18:
            clocks.landed(life, date(2025, chance.randint(4, 7), chance.randint(2, 26)), chance)
            if life.land_mu:
                life.start_on_land = chance.random() < 0.5
                clocks.papers(life, life.reached[MilestoneKind.LANDED], 14, chance)
        else:
            clocks.permitting(life, date(2025, chance.randint(3, 7), chance.randint(2, 28)), chance)
        due = start_of(after("2025-06", chance.randint(0, 5))).replace(day=chance.randint(5, 25))
        life.planned[MilestoneKind.STARTED] = due
        life.plans[2025] = round(life.total * chance.uniform(0.05, 0.15) / 5_000_000) * 5_000_000
        life.reached = {kind: day for kind, day in life.reached.items() if day <= clocks.TODAY}
        found.append(life)
    return found


def _talks(draw: Draw) -> list[Life]:
    """In talks and signed: industrial projects up to their sum, and a few others."""
    chance = draw.chance
    raw = [sizes.amount(1.2, 110, chance) for _ in range(TALKS + SIGNED)]
    totals = sizes.fit(raw, SUM_TALKS, round(1.2 * YI), 150 * YI)
    chance.shuffle(totals)
    found = []
    for step, total in enumerate(totals):
        life = draw.factory(total, renovation=0.04)
        if step < SIGNED:
            _signed(life, step, chance)
        else:
            clocks.negotiating(life, date(2025, 7, 28) - clocks.days(0, 420, chance))
            if step < SIGNED + 6:
                life.reached[MilestoneKind.SIGNED] = date(2025, 8, chance.randint(4, 25))
            elif chance.random() < 0.08:
                life.secret_name = f"{life.place.name}{chance.choice('甲乙丙丁戊己')}{step:03d}号在谈项目"
        found.append(life)
    for step in range(10):
        life = draw.work(sizes.amount(1, 30, chance))
        clocks.negotiating(life, date(2025, 7, 20) - clocks.days(5, 200, chance))
        if step < 4:
            clocks.signed(life, date(2025, 7, 20) - clocks.days(5, 60, chance), chance)
        found.append(life)
    return found


def _signed(life: Life, step: int, chance: Random) -> None:
    """Mostly signed of late; every fifth is older than any limit allows."""
    on = (
        date(2024, 11, 28) - clocks.days(0, 240, chance)
        if step % 5 == 0
        else date(2025, 7, 29) - clocks.days(0, 55, chance)
    )
    clocks.signed(life, on, chance)


def _ideas(draw: Draw) -> list[Life]:
    found = []
    for _ in range(8):
        life = _drawn(draw, sizes.amount(1, 40, draw.chance), 0.4)
        life.reached[MilestoneKind.PLANNED] = date(2025, 7, 20) - clocks.days(10, 400, draw.chance)
        found.append(life)
    return found
