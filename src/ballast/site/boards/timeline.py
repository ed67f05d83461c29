"""The parallel clocks of a project: planned against actual, on every basis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ballast.kit.charts import Option
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.rooms.lifecycle.cards import MilestoneCard
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis

PLANNED = Sentence("计划", "planned")
SYMBOLS = {Basis.DECLARED: "circle", Basis.VERIFIED: "diamond", Basis.STATISTICAL: "rect"}


@dataclass(frozen=True, slots=True)
class Clock:
    """One milestone: when planned, when reached on each basis, how many days after the plan, on what evidence."""

    kind: MilestoneKind
    planned_on: date | None
    actual: dict[str, date | None]
    days_late: int | None
    overdue: bool
    evidence: str


def rows(cards: Iterable[MilestoneCard], on: date) -> list[Clock]:
    """A clock for every milestone that is planned or reached, in the order of life."""
    by_kind: dict[str, list[MilestoneCard]] = {}
    for card in cards:
        by_kind.setdefault(card.kind, []).append(card)
    return [_clock(kind, by_kind[kind], on) for kind in MilestoneKind if kind in by_kind]


def _clock(kind: MilestoneKind, cards: list[MilestoneCard], on: date) -> Clock:
    planned = next((card.planned_on for card in cards if card.planned_on), None)
    actual = {card.basis: card.actual_on for card in cards}
    order = (Basis.VERIFIED, Basis.DECLARED, Basis.STATISTICAL)
    reached = next((actual[basis] for basis in order if actual.get(basis)), None)
    return Clock(
        kind=kind, planned_on=planned, actual=actual,
        days_late=(reached - planned).days if reached and planned else None,
        overdue=reached is None and planned is not None and planned < on,
        evidence="；".join(dict.fromkeys(card.evidence for card in cards if card.evidence)),
    )  # fmt: skip


def option(clocks: list[Clock]) -> Option:
    """The clocks as a chart: a hollow ring where planned, filled marks where reached, a line for the gap."""
    names = [clock.kind.zh for clock in clocks]
    series: list[dict[str, Any]] = [
        {
            "name": spoken(PLANNED), "type": "scatter", "symbol": "emptyCircle", "symbolSize": 12,
            "data": [_mark(clock, clock.planned_on, "计划") for clock in clocks if clock.planned_on],
        }
    ]  # fmt: skip
    for basis in Basis:
        data = [_mark(clock, clock.actual[basis], basis.zh) for clock in clocks if clock.actual.get(basis)]
        if data:
            mark = {"type": "scatter", "symbol": SYMBOLS[basis], "symbolSize": 11, "data": data}
            series.append({"name": spoken(basis.label), **mark})
    return {
        "grid": {"left": 8, "right": 24, "top": 34, "bottom": 8, "outerBoundsMode": "same"},
        "legend": {"top": 0, "left": 0, "data": [one["name"] for one in series]},
        "tooltip": {"trigger": "item"},
        "xAxis": {"type": "time", "splitLine": {"show": True, "lineStyle": {"color": "#e6eaf0"}}},
        "yAxis": {"type": "category", "data": names, "inverse": True, "splitLine": {"show": True}},
        "series": [*series, *_gaps(clocks)],
    }


def _mark(clock: Clock, day: date | None, word: str) -> dict[str, Any]:
    said = f"{day:%Y-%m-%d}" if day else ""
    return {"value": [said, clock.kind.zh], "lines": [f"{clock.kind.zh}（{word}）", said]}


def _gaps(clocks: list[Clock]) -> list[dict[str, Any]]:
    style = {"type": "line", "symbol": "none", "silent": True, "tooltip": {"show": False}}
    gaps = []
    for clock in clocks:
        reached = next((day for day in clock.actual.values() if day), None)
        if clock.planned_on and reached:
            late = clock.days_late is not None and clock.days_late > 0
            ends = [[f"{day:%Y-%m-%d}", clock.kind.zh] for day in (clock.planned_on, reached)]
            colour = "#b92c18" if late else "#4f8a75"
            gaps.append({**style, "data": ends, "lineStyle": {"color": colour, "width": 3, "opacity": 0.55}})
    return gaps
