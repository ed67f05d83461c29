"""How large projects are, and lots that must add up."""

from random import Random

from ballast.kit.money import WAN, YI

HUNDRED_WAN = 100 * WAN


def amount(low: float, high: float, chance: Random) -> int:
    """Whole 元 between two amounts in 亿元, many small and few large, as round as people make them."""
    share = chance.random() ** 2.2
    value = low * (high / low) ** share
    step = 1000 * WAN if chance.random() < 0.6 else HUNDRED_WAN
    rounded: int = round(value * YI / step) * step
    return min(max(rounded, round(low * YI)), round(high * YI))


def fit(amounts: list[int], total: int, low: int, high: int) -> list[int]:
    """The amounts stretched until they add up to ``total``, each within ``low`` and ``high``.

    Raises ValueError where no such amounts exist.
    """
    if not low * len(amounts) <= total <= high * len(amounts):
        raise ValueError(f"{len(amounts)} amounts between {low} and {high} cannot add up to {total}")
    fitted = list(amounts)
    while (missing := total - sum(fitted)) != 0:
        movable = [i for i, one in enumerate(fitted) if (one < high if missing > 0 else one > low)]
        weight = sum(fitted[i] for i in movable)
        moved = 0
        for i in movable:
            step = missing * fitted[i] // weight // HUNDRED_WAN * HUNDRED_WAN
            fresh = min(max(fitted[i] + step, low), high)
            moved += fresh - fitted[i]
            fitted[i] = fresh
        if moved == 0:
            room = [i for i in movable if low <= fitted[i] + missing <= high]
            taker = (room or movable)[0]  # where none has room for all of it, the first takes what it can
            fitted[taker] = min(max(fitted[taker] + missing, low), high)
    return fitted


def building_months(total: int, chance: Random) -> int:
    """How long a project of this size takes to build."""
    for limit, shortest, longest in ((3, 9, 15), (10, 13, 22), (50, 22, 34)):
        if total < limit * YI:
            return chance.randint(shortest, longest)
    return chance.randint(34, 44)
