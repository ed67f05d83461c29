"""Round-number heaping: whether a reporter's recent amounts are round more often than the same reporter's used to be.

A county that always pays in round instalments is its own measure; what asks is a change. The share of round amounts
(whole multiples of a unit, zeros left out) of the last months is held against the reporter's own months before by
Fisher's exact test on the 2×2 table of round and other, recent and earlier (R. A. Fisher, "The Logic of Inductive
Inference", Journal of the Royal Statistical Society 98, 1935): given how many amounts there are and how many of them
are round, the chance that so many of the round ones fall into the recent months is a sum of hypergeometric terms,
taken here in whole numbers without rounding. The earlier share is itself a sample, and this test knows it; a binomial
tail against it as if it were certain would ask too often. Asked is where the chance is below one in ``heaping_odds``
*and* the share rose by ``heaping_points``; small samples ask nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import comb

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.declared import check
from ballast.rulebook.checks.params import CheckParams


@dataclass(frozen=True, slots=True)
class Tally:
    """How many amounts there are, and how many of them are round."""

    round: int = 0
    all: int = 0

    @property
    def percent(self) -> int:
        """The share of round ones."""
        return self.round * 100 // self.all if self.all else 0


@dataclass(frozen=True, slots=True)
class Habit:
    """How one reporter's amounts look up to a month: in the last months, and in the months before them."""

    recent: Tally
    earlier: Tally


def habit(amounts: Iterable[tuple[str, int]], month: str, params: CheckParams) -> Habit:
    """The habit of a reporter at the end of ``month``, from amounts of any of their projects by month."""
    now = _number(month)
    recent, earlier = [0, 0], [0, 0]
    for told, amount in amounts:
        age = now - _number(told)
        if not amount or not 0 <= age < params.heaping_recent_months + params.heaping_earlier_months:
            continue
        counted = recent if age < params.heaping_recent_months else earlier
        counted[0] += amount % params.heaping_unit == 0
        counted[1] += 1
    return Habit(Tally(*recent), Tally(*earlier))


@check("round_heaping", "month_completed",
       "整数突然增多须说明数据来源", "A sudden heap of round amounts is asked about")  # fmt: skip
def round_heaping(seen: Habit, params: CheckParams) -> Sentence | None:
    """Recent amounts are round far more often than the reporter's own earlier ones (Fisher's exact test)."""
    recent, earlier = seen.recent, seen.earlier
    if recent.all < params.heaping_least_recent or earlier.all < params.heaping_least_earlier:
        return None
    # The shares themselves, cross-multiplied: nothing is rounded before it is compared.
    rise = recent.round * earlier.all - earlier.round * recent.all
    if rise * 100 < params.heaping_points * recent.all * earlier.all:
        return None
    ways, all_ways = tail(recent, earlier)
    if ways * params.heaping_odds >= all_ways:
        return None
    months, unit = params.heaping_recent_months, params.heaping_unit // 10_000
    return Sentence(
        f"近 {months} 个月 {recent.all} 个完成数中有 {recent.round} 个（{recent.percent}%）是 {unit} 万元的整倍数，"
        f"此前 {earlier.all} 个中只有 {earlier.round} 个（{earlier.percent}%）；请说明近期数据的来源",
        f"Of the {recent.all} amounts of the last {months} months {recent.round} ({recent.percent} %) are multiples "
        f"of {unit} 万元, of the {earlier.all} before them {earlier.round} ({earlier.percent} %); "
        "tell where the recent ones come from",
    )


def tail(recent: Tally, earlier: Tally) -> tuple[int, int]:
    """In how many of all ways to draw the recent amounts at least as many round ones fall among them."""
    rounds, others = recent.round + earlier.round, recent.all + earlier.all - recent.round - earlier.round
    term = comb(rounds, recent.round) * comb(others, recent.all - recent.round)
    ways = 0
    for drawn in range(recent.round, min(rounds, recent.all) + 1):
        ways += term
        left = recent.all - drawn
        term = term * (rounds - drawn) * left // ((drawn + 1) * (others - left + 1))
    return ways, comb(rounds + others, recent.all)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


ALL = (round_heaping,)
