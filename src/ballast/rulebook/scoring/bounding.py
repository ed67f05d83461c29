"""The places each ranked subject may have, its tier, and what that rests on in words."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.scoring.cards import Placed
from ballast.rulebook.scoring.certainty import apart, spreads, tiers
from ballast.rulebook.scoring.group import Group
from ballast.rulebook.scoring.placing import Key
from ballast.rulebook.telling.values import decimal


class Held(NamedTuple):
    """From the best to the worst place it may have, its tier, and the error of its points."""

    low: int
    high: int
    tier: int
    spread: float


def certain(group: Group, points: Mapping[str, Fraction], keys: Mapping[str, Key]) -> dict[str, Held]:
    """How sure each ranked subject's place is; where places follow on a tie, steps are counted and not subjects."""
    spread = spreads(group)
    told = apart({code: float(one) for code, one in points.items()}, spread, float(group.sheet.confidence))
    tier = tiers(sorted(points, key=lambda code: (keys[code], code), reverse=True), told)
    dense, whole = group.sheet.ties == "dense", _counted(keys.values(), dense=group.sheet.ties == "dense")
    found: dict[str, Held] = {}
    for code in points:
        better = _counted((keys[one] for one, sign in told[code].items() if sign > 0), dense=dense)
        worse = _counted((keys[one] for one, sign in told[code].items() if sign < 0), dense=dense)
        found[code] = Held(1 + better, whole - worse, tier[code], spread[code])
    return found


def _counted(keys: Iterable[Key], *, dense: bool) -> int:
    every = list(keys)
    return len(set(every)) if dense else len(every)


NO_ERROR = Sentence(
    "各项数据均不是由单个项目汇总的（如统计部门公布数），没有抽样误差，名次即为确定名次",
    "nothing here adds up single projects (figures as the statistics office publishes them): there is no sampling "
    "error, and places are what they are",
)


def said(sheet: Sheet, placed: Sequence[Placed]) -> Sentence:
    """What the intervals rest on, and which indicators have no sampling error."""
    parts = [part for one in placed for part in one.parts if not part.lack]
    sampled = {part.indicator for part in parts if part.sampled}
    if not sampled:
        return NO_ERROR
    exact = [one.label for code, one in sheet.indicators.items() if code not in sampled]
    sure = f"{decimal(sheet.confidence * 100)}%"
    zh = f"名次区间：逐个剔除项目重算得分，再对两两之差联立比较，把握 {sure}；分不出高下的相邻者同档"
    en = (
        f"places: points reckoned again without each project, all differences compared together, sure to {sure}; "
        "neighbours that cannot be told apart share a tier"
    )
    if exact:
        zh += f"。{'、'.join(one.zh for one in exact)}不由单个项目汇总，没有抽样误差"
        en += f". {', '.join(one.en for one in exact)}: adds up no single projects, has no sampling error"
    return Sentence(zh, en)
