"""The league of a month: places with points, what moved since the month before, how sure each place is."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ballast.kit.charts import Option
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.rooms.league import queries as league
from ballast.rooms.league.cards import LineCard
from ballast.rooms.league.queries import SeenRanking, Seer
from ballast.rulebook.scoring import Placed, Steady
from ballast.rulebook.scoring.cards import two
from ballast.site.boards.supervision.colours import lamp

MEDALS = {1: "gold", 2: "silver", 3: "bronze"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One class of a ranking as the page shows it."""

    name: Sentence
    rows: list[dict[str, Any]]
    unranked: list[LineCard]
    option: Option


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaguePage:
    """What the page of the league shows."""

    seen: SeenRanking
    before: str
    fields: list[Field]
    indicators: list[tuple[str, Sentence, Fraction]]
    honours: list[dict[str, Any]]


def page(found: SeenRanking, who: Seer) -> LeaguePage:
    """A ranking as far as the person sees it."""
    ranking = found.ranking
    earlier = league.before(ranking.month, ranking.sheet, who)
    steady, told = league.steady(found), league.lists(found)
    weights = [(code, ranking.indicators[code], weight) for code, weight in ranking.weights.items() if weight]
    classes = ranking.classes or {"": Sentence("", "")}
    return LeaguePage(
        seen=found, before=earlier.ranking.month if earlier else "", indicators=weights,
        fields=[_field(found, earlier, steady, name, found.field(klass), weights) for klass, name in classes.items()],
        honours=[
            {"one": one, "paint": lamp(told.book, one.colour).paint if one.colour else ""} for one in told.honours
        ],
    )  # fmt: skip


def _field(
    found: SeenRanking, earlier: SeenRanking | None, steady: dict[str, Steady], name: Sentence,
    lines: tuple[LineCard, ...], weights: list[tuple[str, Sentence, Fraction]],
) -> Field:  # fmt: skip
    ranked = [one for one in lines if one.placed.place is not None]
    last = max((one.placed.high or one.placed.place or 1 for one in ranked), default=1)
    count = max(last, len(ranked))
    top = max((one.placed.points or Fraction(0) for one in ranked), default=Fraction(1)) or Fraction(1)
    codes = [code for code, _, _ in weights]
    rows = [_row(one, earlier, steady.get(one.code), count, top, found, codes) for one in ranked]
    for row, before in zip(rows[1:], rows, strict=False):
        row["new_tier"] = row["line"].placed.tier != before["line"].placed.tier
    unranked = [one for one in lines if one.placed.place is None]
    return Field(name=name, rows=rows, unranked=unranked, option=_option(ranked, weights))


def _row(
    one: LineCard, earlier: SeenRanking | None, steady: Steady | None, count: int, top: Fraction, found: SeenRanking,
    codes: list[str],
) -> dict[str, Any]:  # fmt: skip
    placed = one.placed
    before = earlier.ranking.line(one.code) if earlier else None
    parts = {part.indicator: part for part in placed.parts}
    return {
        "line": one, "points": placed.shown, "medal": MEDALS.get(placed.place or 0, ""), "own": one.code in found.own,
        "secret": one.code in found.secret, "share": float((placed.points or Fraction(0)) / top),
        "up": _up(placed, before), "gain": _gain(placed, before), "new_tier": False,
        "track": _track(placed, count), "parts": [parts.get(code) for code in codes],
        "steady": steady, "deeds": sum((deed.points for deed in placed.deeds), Fraction(0)),
    }  # fmt: skip


def _up(now: Placed, before: LineCard | None) -> int | None:
    if before is None or before.placed.place is None or now.place is None or before.placed.klass != now.klass:
        return None
    return before.placed.place - now.place


def _gain(now: Placed, before: LineCard | None) -> str:
    if before is None or before.placed.points is None or now.points is None:
        return ""
    change = now.points - before.placed.points
    return f"+{two(change)}" if change > 0 else two(change).replace("-", "−")


def _track(placed: Placed, count: int) -> dict[str, float] | None:
    """Where the interval lies on a line of all places, in percent."""
    if placed.low is None or placed.high is None or placed.place is None:
        return None
    step = 100 / count
    return {
        "left": round((placed.low - 1) * step, 2), "width": round((placed.high - placed.low + 1) * step, 2),
        "dot": round((placed.place - 0.5) * step, 2),
    }  # fmt: skip


def _option(ranked: list[LineCard], weights: list[tuple[str, Sentence, Fraction]]) -> Option:
    """Points by indicator, one bar a subject, foremost on top."""
    series = []
    for code, name, _ in weights:
        parts = [one.part(code) for one in ranked]
        data = [round(float(part.points), 2) if part else None for part in parts]
        series.append({"type": "bar", "stack": "points", "name": spoken(name), "data": data, "barMaxWidth": 20,
                       "unit": "分"})  # fmt: skip
    return {
        "grid": {"left": 8, "right": 18, "top": 56, "bottom": 8, "outerBoundsMode": "same"},
        "legend": {"top": 0, "left": 0, "type": "scroll"},
        "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}},
        "xAxis": {"type": "value"},
        "yAxis": {"type": "category", "inverse": True, "data": [one.placed.name for one in ranked],
                  "axisLabel": {"width": 110, "overflow": "truncate"}},
        "series": series,
    }  # fmt: skip
