"""The dates of a project's life: talks, papers, ground, works, production; and what had been planned."""

from datetime import date, timedelta
from random import Random

from ballast.kit.workdays.calendar import PUBLISHED
from ballast.rulebook.stages import START_ON_LAND_PAPERS, MilestoneKind
from ballast.rulebook.terms import LandMode, Nature
from ballast.site.golden.lives import Delivery, Life
from ballast.site.golden.places import county_of
from ballast.site.golden.seasons import add_months, end_of, month_of

TODAY = date(2025, 8, 31)
SOL_SINCE = date(2024, 1, 1)


def days(low: int, high: int, chance: Random) -> timedelta:
    """Some days."""
    return timedelta(days=chance.randint(low, high))


def up_to_start(life: Life, start: date, chance: Random) -> None:
    """Everything before and with the start of works on ``start``."""
    if life.public:
        ground = _public_papers(life, start, chance)
    elif life.land_mode in (LandMode.NEW, LandMode.EXISTING) and life.nature is not Nature.RENOVATION:
        ground = _land_and_papers(life, start, chance)
    else:
        ground = start - days(18, 60, chance)
        life.reached[MilestoneKind.CONSTRUCTION_PERMIT] = start - days(2, 15, chance)
    if not life.public:
        landed(life, ground, chance)
    life.reached[MilestoneKind.STARTED] = start
    if chance.random() < 0.22:
        life.reached[MilestoneKind.CEREMONY] = start - days(-10, 25, chance)
    late = timedelta(days=chance.choices((0, chance.randint(20, 60), chance.randint(75, 150)), (66, 25, 9))[0])
    life.planned[MilestoneKind.STARTED] = start - late
    if late and chance.random() < 0.3:
        life.replanned[month_of(start - late)] = {MilestoneKind.STARTED: start}


def landed(life: Life, on: date, chance: Random) -> None:
    """Talks, agreement, approvals and landing, backwards from the day the project landed."""
    life.reached[MilestoneKind.LANDED] = on
    permitting(life, on - days(40, 130, chance), chance)


def permitting(life: Life, on: date, chance: Random) -> None:
    """Talks and agreement, backwards from the day approvals began."""
    if life.public:
        life.reached[MilestoneKind.PLANNED] = on - days(120, 300, chance)
    else:
        signed(life, on - days(14, 80, chance), chance)
    life.reached[MilestoneKind.PERMITTING] = on


def signed(life: Life, on: date, chance: Random) -> None:
    """Talks, backwards from the day of signing."""
    negotiating(life, on - days(60, 420, chance))
    life.reached[MilestoneKind.SIGNED] = on
    if chance.random() < 0.2:
        talked = (on - life.reached[MilestoneKind.NEGOTIATING]).days
        life.reached[MilestoneKind.FRAMEWORK] = on - days(10, max(10, talked - 10), chance)


def negotiating(life: Life, on: date) -> None:
    """The first talks."""
    life.reached[MilestoneKind.NEGOTIATING] = on


def since_start(life: Life, chance: Random) -> None:
    """Registration, building, production and capacity, as far as they have come by the end of the story."""
    start = life.reached[MilestoneKind.STARTED]
    done = add_months(start, life.months) + days(0, 9, chance)
    steps = {
        MilestoneKind.TOPPED_OUT: start + (done - start) * 0.55,
        MilestoneKind.EQUIPPED: start + (done - start) * 0.8,
        MilestoneKind.COMPLETED: done,
    }
    if life.registers:
        life.reached[MilestoneKind.REGISTERED] = start + days(9, 48, chance)
    life.planned[MilestoneKind.COMPLETED] = add_months(life.planned[MilestoneKind.STARTED], life.months)
    if not life.industrial:
        del steps[MilestoneKind.EQUIPPED]
    if not life.paused_from:
        life.reached |= steps
    if life.industrial or life.lead_industry == "modern_services":
        _production(life, done, chance)
    life.reached = {kind: day for kind, day in life.reached.items() if day <= TODAY}


def _production(life: Life, done: date, chance: Random) -> None:
    # The oldest plants have had their two years; more than half of them fall short of what was promised.
    failing = 60 if month_of(done) < "2023-06" else 18
    attained = chance.choices((chance.uniform(0.85, 1.12), chance.uniform(0.3, 0.74)), (100 - failing, failing))[0]
    output = round(life.total * chance.uniform(0.9, 1.9) / 1_000_000) * 1_000_000
    tax = round(output * chance.uniform(0.035, 0.075) / 100_000) * 100_000
    life.delivery = Delivery(output, tax, max(20, life.total // (chance.randint(45, 95) * 10_000)), attained)
    producing = done + days(15, 100, chance)
    life.planned[MilestoneKind.PRODUCING] = life.planned[MilestoneKind.COMPLETED] + timedelta(days=60)
    if life.paused_from:
        return
    life.reached[MilestoneKind.PRODUCING] = producing
    if life.industrial and output * attained > 20_000_000:
        life.reached[MilestoneKind.ABOVE_SCALE] = producing + days(150, 330, chance)
    if attained > 0.8:
        life.reached[MilestoneKind.AT_CAPACITY] = producing + days(300, 560, chance)


def _public_papers(life: Life, start: date, chance: Random) -> date:
    land = start - days(35, 90, chance)
    life.reached[MilestoneKind.LAND] = land
    life.reached[MilestoneKind.LANDED] = land
    life.reached[MilestoneKind.CONSTRUCTION_PERMIT] = start - days(3, 20, chance)
    permitting(life, land - days(60, 200, chance), chance)
    return land


def _land_and_papers(life: Life, start: date, chance: Random) -> date:
    """The land date and the five papers; with a start-on-land promise, kept, late or broken by the county's habit."""
    life.start_on_land = chance.random() < 0.6 if start >= SOL_SINCE else None
    if life.start_on_land and chance.random() < county_of(life.place).keeps_word:
        land, slowest = start - days(15, 28, chance), 5
    elif life.start_on_land:
        land, slowest = start - days(36, 75, chance), chance.randint(9, 24)
    else:
        land, slowest = start - days(55, 150, chance), 30
    if land.month == 9 and land.day > 20 and slowest == 5:
        land -= timedelta(days=12)
    papers(life, land, slowest, chance)
    return land + days(0, 4, chance)


def papers(life: Life, land: date, slowest: int, chance: Random) -> None:
    """Land on ``land`` and the five papers after it, the last of them ``slowest`` working days later."""
    life.reached[MilestoneKind.LAND] = land
    last = chance.choice(START_ON_LAND_PAPERS[2:])
    for paper in START_ON_LAND_PAPERS:
        waited = slowest if paper is last else chance.randint(0, min(slowest, 5))
        life.reached[paper] = PUBLISHED.add(land, waited)


def in_month(month: str, chance: Random) -> date:
    """A day of a month, after its first days and before its last."""
    return end_of(month).replace(day=chance.randint(3, 26))
