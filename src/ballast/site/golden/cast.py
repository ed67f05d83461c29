"""The cast: some eight hundred projects, in the groups the city's story needs."""

from datetime import date
from random import Random

from ballast.kit.money import YI
from ballast.rulebook.stages import MilestoneKind
from ballast.site.golden import clocks, sizes
from ballast.site.golden.cohorts import either, start, started
from ballast.site.golden.drawing import Draw
from ballast.site.golden.lives import Life
from ballast.site.golden.seasons import after, start_of
from ballast.site.golden.shapes import Ring
from ballast.site.golden.spending import spend
from ballast.site.golden.trouble import trouble

# Industrial projects in talks and signed, and their sum.
TALKS, SIGNED, SUM_TALKS = 222, 68, 391_400_000_000


def cast(seed: int, map: dict[str, Ring]) -> list[Life]:
    """Every project of the city with its whole life, in the order they came into the pool."""
    chance = Random(f"{seed} cast")
    draw = Draw(chance, map)
    lives = [*started(draw), *_soon(draw), *_talks(draw), *_ideas(draw)]
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


def _soon(draw: Draw) -> list[Life]:
    """Landed and in approvals; eight of the landed start in August, some are past the start they planned."""
    chance = draw.chance
    found = []
    for step in range(34):
        life = either(draw, sizes.amount(0.6, 7, chance), 0.6)
        if step < 8:
            found.append(start(draw, life, date(2025, 8, chance.randint(4, 25))))
            continue
        if step < 16:
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
            clocks.negotiating(life, date(2025, 7, 28) - clocks.days(0, 1150, chance))
            if step < SIGNED + 6:
                life.reached[MilestoneKind.SIGNED] = date(2025, 8, chance.randint(4, 25))
            elif chance.random() < 0.08:
                life.secret_name = f"{life.place.name}{chance.choice('甲乙丙丁戊己')}{step:03d}号在谈项目"
        found.append(life)
    for step in range(6):
        life = draw.work(sizes.amount(1, 30, chance))
        clocks.negotiating(life, date(2025, 7, 20) - clocks.days(5, 200, chance))
        if step < 4:
            clocks.signed(life, date(2025, 7, 20) - clocks.days(5, 60, chance), chance)
        found.append(life)
    return found


def _signed(life: Life, step: int, chance: Random) -> None:
    """Mostly signed of late, the approvals of the earlier ones about to begin; every fifth is older than any limit."""
    if step % 5 == 0:
        clocks.signed(life, date(2024, 11, 28) - clocks.days(0, 420, chance), chance)
        return
    on = date(2025, 7, 29) - clocks.days(0, 62, chance)
    clocks.signed(life, on, chance)
    if on.month < 7 and chance.random() < 0.8:
        life.reached[MilestoneKind.PERMITTING] = date(2025, 8, chance.randint(4, 25))


def _ideas(draw: Draw) -> list[Life]:
    found = []
    for _ in range(4):
        life = either(draw, sizes.amount(1, 40, draw.chance), 0.4)
        life.reached[MilestoneKind.PLANNED] = date(2025, 7, 20) - clocks.days(10, 400, draw.chance)
        found.append(life)
    return found
