"""Charts as ECharts options: plain data, completed by static/charts.js."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

Option = dict[str, Any]

GRID = {"left": 8, "right": 18, "top": 36, "bottom": 8, "outerBoundsMode": "same"}


def lines(categories: Sequence[str], series: Sequence[Mapping[str, Any]], *, unit: str) -> Option:
    """Lines or bars (``type`` of each series) over categories, with a legend where there is more than one."""
    return {
        "grid": GRID,
        "legend": {"show": len(series) > 1, "top": 0, "right": 8},
        "tooltip": {"trigger": "axis"},
        "xAxis": {"type": "category", "data": list(categories)},
        "yAxis": {"type": "value", "name": unit, "scale": False},
        "series": [{"type": "line", "symbolSize": 6, "unit": unit, **one} for one in series],
    }


def columns(categories: Sequence[str], values: Sequence[float | None], *, unit: str, name: str,
            links: Sequence[str] = ()) -> Option:  # fmt: skip
    """One value a category as upright columns; ``links`` say where a click leads."""
    data = [
        {"value": value, **({"link": links[place]} if links else {})} for place, value in enumerate(values)
    ]  # fmt: skip
    option = lines(categories, [{"type": "bar", "name": name, "data": data, "barMaxWidth": 34}], unit=unit)
    option["xAxis"]["axisLabel"] = {"interval": 0, "rotate": 40 if len(categories) > 8 else 0}
    return option


def rows(categories: Sequence[str], values: Sequence[float | None], *, unit: str, name: str,
         links: Sequence[str] = ()) -> Option:  # fmt: skip
    """One value a category as bars that lie, first category on top: for long names and narrow pages."""
    upright = columns(categories, values, unit=unit, name=name, links=links)
    upright["xAxis"].pop("axisLabel")
    return {
        **upright,
        "xAxis": upright["yAxis"] | {"name": ""},
        "yAxis": {**upright["xAxis"], "inverse": True, "axisLabel": {"width": 130, "overflow": "truncate"}},
        "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}},
        "grid": {**GRID, "top": 8, "right": 30},
    }


def plain(number: Decimal | int | None, places: int = 1) -> float | None:
    """A number for the chart's JSON; the table beside it has the exact one."""
    return None if number is None else round(float(number), places)
