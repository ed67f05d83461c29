"""The statistics office's figures of every county: investment, value added, output of the lead industries.

Each county has its own growth; they are drawn so that the city as a whole grows by its known rate in the period
January to July 2025. January alone is never published, as everywhere: it is absent, not zero.
"""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from ballast.kit.money import WAN, YI
from ballast.rulebook.terms import AreaIndicator
from ballast.site.golden.places import CITY, COUNTIES, Place
from ballast.site.golden.seasons import LAST_SEALED, after, pace, span

# What is measured: indicator, lead industry, the city's January-July 2024 in 亿元, growth to 2023, growth to 2025.
MEASURED: tuple[tuple[AreaIndicator, str, float, float, float], ...] = (
    (AreaIndicator.FAI, "", 1486.2, 0.071, 0.098),
    (AreaIndicator.INDUSTRIAL_VALUE_ADDED, "", 1012.7, 0.064, 0.085),
    (AreaIndicator.OUTPUT, "new_electronics", 386.4, 0.108, 0.13),
    (AreaIndicator.OUTPUT, "biopharma", 214.8, 0.092, 0.11),
    (AreaIndicator.OUTPUT, "high_end_equipment", 642.3, 0.077, 0.088),
    (AreaIndicator.OUTPUT, "new_materials", 528.6, 0.058, 0.072),
    (AreaIndicator.OUTPUT, "green_chemicals", 891.5, 0.043, 0.051),
    (AreaIndicator.OUTPUT, "aerospace", 46.9, 0.154, 0.213),
    (AreaIndicator.OUTPUT, "modern_services", 455.0, 0.066, 0.079),
)
# Counties without any output of a young industry report none; theirs is absent.
HOMES = {
    "new_electronics": ("379902", "379903", "379904", "379924", "379981", "379982"),
    "biopharma": ("379903", "379902", "379924", "379981"),
    "aerospace": ("379981", "379904"),
    "green_chemicals": ("379905", "379904", "379927", "379925"),
}
Reading = tuple[str, AreaIndicator, str, str, int]


def readings(seed: int) -> Iterator[Reading]:
    """Area code, indicator, lead industry, month and January-to-month amount in 元, 2022-02 to July 2025.

    Every county that has the indicator, and the city as their sum.
    """
    for indicator, lead, base, before, now in MEASURED:
        chance = Random(f"{seed} {indicator} {lead}")
        homes = [place for place in COUNTIES if place.code in HOMES.get(lead, (place.code,))]
        shares = [place.weight * chance.uniform(0.8, 1.25) for place in homes]
        july = _shared(round(base * YI), shares)
        next_july = _grown(july, homes, now, chance)
        city: dict[str, int] = defaultdict(int)
        for place, this, next_ in zip(homes, july, next_july, strict=True):
            yearly = {2022: this / (1 + before) / 1.06, 2023: this / (1 + before), 2024: this, 2025: next_}
            for year, amount in yearly.items():
                for month, published in _year(indicator, year, round(amount), chance):
                    city[month] += published
                    yield place.code, indicator, lead, month, published
        for month, published in city.items():
            yield CITY.code, indicator, lead, month, published


def _shared(total: int, shares: list[float]) -> list[int]:
    """``total`` parted by ``shares`` in whole 万元, the last taking what is left."""
    parts = [round(total * share / sum(shares) / WAN) * WAN for share in shares[:-1]]
    return [*parts, total - sum(parts)]


def _grown(july: list[int], homes: list[Place], rate: float, chance: Random) -> list[int]:
    """Each county's next July, good and bad, the whole growing by ``rate``."""
    total = round(sum(july) * (1 + rate) / WAN) * WAN
    lifted = [
        amount * (1 + rate + (place.vigour - 0.98) * 0.6 + chance.uniform(-0.03, 0.03))
        for amount, place in zip(july, homes, strict=True)
    ]
    return _shared(total, lifted)


def _year(indicator: AreaIndicator, year: int, july: int, chance: Random) -> Iterator[tuple[str, int]]:
    seasonal = indicator is AreaIndicator.FAI
    weights = [
        (pace(f"{year}-{month:02d}") if seasonal else 1.0) * chance.uniform(0.97, 1.03) for month in range(1, 13)
    ]
    to_july = sum(weights[:7])
    for month in span(f"{year}-02", min(f"{year}-12", LAST_SEALED)):
        done = sum(weights[: int(month[5:])]) / to_july
        yield month, july if month.endswith("-07") else round(july * done / WAN) * WAN


def published_in(month: str) -> str:
    """The month in whose papers a reading of ``month`` stands: history before 2023 came with the first list."""
    return max(month, after("2023-01", -1))
