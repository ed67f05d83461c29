"""How places moved over a year, month by month and quarter by quarter, and what moved the points of one subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ballast.kit.charts import Option
from ballast.rooms.league import queries as league
from ballast.rooms.league.queries import SeenRanking, Seer
from ballast.rulebook.causes import Cause, causes
from ballast.site.boards.league.choosing import disclose

BY = ("month", "quarter")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPage:
    """Places and points of every subject by month (or by the last month of each quarter), and one subject's causes."""

    by: str
    columns: list[str]
    rows: list[dict[str, Any]]
    option: Option
    asked: str
    name: str
    steps: list[dict[str, Any]]


def page(sheet: str, month: str, who: Seer, *, by: str, asked: str) -> YearPage:
    """The year up to ``month``; ``asked`` is the subject whose causes are told (empty: none)."""
    told = league.over_time(sheet, who, until=month)
    for one in told:
        disclose(one)
    if by == "quarter":
        told = list({league.quarter_of(one.ranking): one for one in told}.values())
    columns = [_column(one, by) for one in told]
    names = _names(told)
    rows = [_row(code, name, told) for code, name in names.items()]
    return YearPage(
        by=by, columns=columns, rows=sorted(rows, key=lambda row: row["last"]), option=_option(columns, rows, asked),
        asked=asked if asked in names else "", name=names.get(asked, ""), steps=_steps(columns, told, asked),
    )  # fmt: skip


def _column(one: SeenRanking, by: str) -> str:
    """A month, or a quarter with the month it stands at."""
    month = one.ranking.month
    return f"{league.quarter_of(one.ranking)}（{int(month[5:])}月）" if by == "quarter" else month


def _names(told: Sequence[SeenRanking]) -> dict[str, str]:
    """Every subject that is seen in some month, by its newest name."""
    return {line.code: line.placed.name for one in told for line in one.lines}


def _row(code: str, name: str, told: Sequence[SeenRanking]) -> dict[str, Any]:
    cells = [one.ranking.line(code) for one in told]
    places = [cell.placed.place if cell else None for cell in cells]
    return {
        "code": code, "name": name, "cells": [cell.placed if cell else None for cell in cells], "places": places,
        "last": (places[-1] if places and places[-1] is not None else 10_000, name),
    }  # fmt: skip


def _option(columns: list[str], rows: list[dict[str, Any]], asked: str) -> Option:
    """Lines of places, the first on top; one subject asked for stands out."""
    series = []
    for row in rows:
        strong = row["code"] == asked
        quiet = {"lineStyle": {"width": 1, "opacity": 0.35}, "itemStyle": {"opacity": 0.35}} if asked else {}
        look: dict[str, Any] = {"lineStyle": {"width": 4}, "z": 5} if strong else quiet
        series.append({"type": "line", "name": row["name"], "data": row["places"], "symbolSize": 7,
                       "endLabel": {"show": True, "formatter": "{a}"}, **look})  # fmt: skip
    return {
        "grid": {"left": 8, "right": 110, "top": 14, "bottom": 8, "outerBoundsMode": "same"},
        "tooltip": {"trigger": "item"}, "xAxis": {"type": "category", "data": columns, "boundaryGap": False},
        "yAxis": {"type": "value", "inverse": True, "min": 1, "minInterval": 1}, "series": series,
    }  # fmt: skip


def _steps(columns: list[str], told: Sequence[SeenRanking], asked: str) -> list[dict[str, Any]]:
    """What moved one subject's points from each column to the next, newest first."""
    steps = []
    for place in range(len(told) - 1, 0, -1):
        old, new = told[place - 1].ranking.line(asked), told[place].ranking.line(asked)
        if old is None or new is None or old.placed.points is None or new.placed.points is None:
            continue
        found: list[Cause] = [one for one in causes(old.placed, new.placed) if one.change]
        steps.append({
            "from": columns[place - 1], "to": columns[place], "causes": found,
            "places": (old.placed.place, new.placed.place), "gain": new.placed.points - old.placed.points,
            "by_weight": sum((one.by_weight for one in found), Fraction(0)),
            "profile": told[place].ranking.profile if told[place].ranking.profile != told[place - 1].ranking.profile
            else None,
        })  # fmt: skip
    return steps
