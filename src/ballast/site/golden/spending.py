"""What every month brings in money: declared, statistical, and the year's plan it is measured against."""

from random import Random

from ballast.kit.money import WAN
from ballast.rulebook.stages import MilestoneKind
from ballast.site.golden.lives import Life
from ballast.site.golden.places import county_of
from ballast.site.golden.seasons import LAST_SEALED, OPEN, between, month_of, pace, span

THIS_YEAR = 2025


def spend(life: Life, chance: Random) -> None:
    """Fill ``spent``, ``counted`` and ``plans`` of a started project."""
    if life.started is None:
        return
    _declare(life, month_of(life.started), chance)
    _count(life, chance)
    _plan(life, chance)
    if life.public and chance.random() < 0.3:
        return
    reported = [month for month in life.spent if "2023-02" < month <= LAST_SEALED and month[5:] != "12"]
    careless = 0.05 if life.place.slug in ("baili", "shiyi") else 0.003
    life.missed = frozenset(month for month in reported if chance.random() < careless and not life.key)


def curve(share: float) -> float:
    """How much of the money is spent when ``share`` of the time has gone: slow, fast, slow."""
    share = min(max(share, 0.0), 1.0)
    return 0.35 * share + 0.65 * share * share * (3 - 2 * share)


def _declare(life: Life, start: str, chance: Random) -> None:
    finished = life.reached.get(MilestoneKind.COMPLETED)
    last = month_of(finished) if finished else OPEN
    # Money runs faster through public works and housing than through factories that wait for machines.
    vigour = county_of(life.place).vigour * (1.0 if life.industrial else 1.12)
    left = round(life.total * chance.uniform(0.95, 1.0) / WAN) * WAN
    for month in span(start, last):
        if life.paused_from and month >= life.paused_from:
            life.spent[month] = 0
            continue
        step = between(start, month)
        share = curve((step + 1) / (life.months + 1)) - curve(step / (life.months + 1))
        amount = life.total * share * pace(month) * vigour * chance.uniform(0.72, 1.22)
        amount = round(amount / WAN / 10) * WAN * 10 if chance.random() < 0.7 else round(amount / WAN) * WAN
        if step == 0 and not life.key and chance.random() < 0.12:
            amount = 0
        life.spent[month] = max(0, min(amount, left))
        left -= life.spent[month]
    if finished:
        life.spent[last] += round(left * chance.uniform(0.7, 1.0) / WAN) * WAN


def _count(life: Life, chance: Random) -> None:
    """The statistical basis: from the month of registration on, on the papers of payment, behind what is declared."""
    registered = life.reached.get(MilestoneKind.REGISTERED)
    if registered is None:
        return
    share = chance.uniform(0.74, 0.97)
    waiting = 0
    for month in sorted(life.spent):
        waiting += round(life.spent[month] * share / WAN) * WAN
        if month < month_of(registered):
            continue
        paid = round(waiting * chance.uniform(0.7, 1.0) / WAN) * WAN
        life.counted[month] = paid
        waiting -= paid


def _plan(life: Life, chance: Random) -> None:
    for year in sorted({int(month[:4]) for month in life.spent}):
        done = sum(amount for month, amount in life.spent.items() if month[:4] == str(year) and month <= LAST_SEALED)
        if year < THIS_YEAR:
            life.plans[year] = _round(done / chance.uniform(0.89, 1.12))
        elif done:
            life.plans[year] = _round(done / _rate(life, chance))
    life.plans = {year: max(plan, 100 * WAN) for year, plan in life.plans.items()}


def _rate(life: Life, chance: Random) -> float:
    """How much of this year's plan is done by July: by the county's vigour and the month of the start."""
    if life.behind is not None:
        return life.behind
    finished = life.reached.get(MilestoneKind.COMPLETED)
    if finished and month_of(finished) <= LAST_SEALED:
        return chance.uniform(0.93, 1.04)
    started = month_of(life.started) if life.started else OPEN
    low, high = {"2025-07": (0.4, 0.56), "2025-06": (0.44, 0.6), "2025-05": (0.46, 0.64)}.get(started, (0.49, 0.68))
    if life.key:
        return max(chance.uniform(0.59, 0.74), min(_steady(life) * chance.uniform(0.98, 1.08), 0.8))
    vigour = county_of(life.place).vigour
    lazy = chance.random() < 0.07 + max(0.0, 0.95 - vigour)
    return chance.uniform(0.33, 0.46) if lazy else min(0.85, chance.uniform(low, high) * vigour)


def _steady(life: Life) -> float:
    """The share of the plan done by July at which a project was up with the schedule in May and June too."""
    done, shares = 0, []
    for month in span("2025-01", LAST_SEALED):
        done += life.spent.get(month, 0)
        shares.append((between("2024-12", month) / 12, done))
    return max((due * done / then for due, then in shares[4:6] if then), default=0.0)


def _round(amount: float) -> int:
    return round(amount / WAN / 100) * WAN * 100
