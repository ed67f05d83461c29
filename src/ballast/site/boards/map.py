"""The map: counties shaded by a figure, projects as points, parks outlined; and the table of the same numbers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ballast.kit import audit
from ballast.kit.charts import Option
from ballast.kit.money import YI
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Figure, Value
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.stages import Stage
from ballast.rulebook.terms import AreaKind

SHADES = (
    "completion_rate", "ahead_of_schedule", "started_large", "started_large_total", "completed", "total_investment",
    "projects", "start_rate", "stalled", "stalled_total",
)  # fmt: skip
MOST_POINTS = 3_000
GROUPS: tuple[tuple[Sentence, str, tuple[Stage, ...]], ...] = (
    (Sentence("前期", "before the start"), "#c98a2b",
     (Stage.PLANNED, Stage.NEGOTIATING, Stage.SIGNED, Stage.PERMITTING, Stage.LANDED)),
    (Sentence("在建", "under way"), "#b92c18", (Stage.STARTED, Stage.BUILDING)),
    (Sentence("竣工投产", "built"), "#2c7a5b", (Stage.COMPLETED, Stage.PRODUCING, Stage.AT_CAPACITY)),
)  # fmt: skip

PARKS = Sentence("园区", "parks")
PARK = {"areaColor": "rgba(0,0,0,0)", "borderColor": "#14284b", "borderType": "dashed"}
Placed = tuple[Mapping[str, Any], float, float]  # a project of the snapshot, its longitude and latitude


@dataclass(frozen=True, slots=True)
class CityMap:
    """What the map page shows; ``left_out`` counts projects without a place or past the largest that fit,
    ``outlined`` says whether parks have outlines."""

    figure: Figure
    shades: list[figures.Declaration]
    counties: list[tuple[str, Sentence, Value, int]]
    drawable: bool
    option: Option
    points: int
    left_out: int
    outlined: bool


def city_map(month: str, *, shade: str, held: Reach) -> CityMap:
    """The map of a month shaded by the figure ``shade``; only projects that ``held`` covers are points."""
    code = shade if shade in SHADES else SHADES[0]
    figure = figures.figure(code, month=month, by="county")
    found = figures.projects(month, held=held, sort="-total_investment", size=MOST_POINTS)
    names = figures.in_order("county", [*figure.values, *found.facets["county"]])
    counties = [
        (key, name, figure.values.get(key, Value(None)), found.facets["county"].get(key, 0))
        for key, name in names.items() if key
    ]  # fmt: skip
    placed = _placed(found.rows)
    serials = {row["project"]: row["serial"] for row, *_ in placed}
    audit.shown(NeedToKnow.NEGOTIATION, *(serials[one] for one in lifecycle.negotiating(serials)))
    if figure.edition is None:
        audit.shown(NeedToKnow.RANKING, f"{figure.code} {month}")
    outlines = people.outlines()
    parks = [area for area, _ in outlines if area.kind == AreaKind.PARK]
    return CityMap(
        figure=figure, shades=[figures.declaration(one) for one in SHADES], counties=counties,
        drawable=bool(outlines), option=_option(figure, counties, placed, [area.name for area in parks]),
        points=len(placed), left_out=found.count - len(placed), outlined=bool(parks),
    )  # fmt: skip


def outlines() -> dict[str, Any]:
    """The outlines of counties and parks as GeoJSON, parks last so that they are drawn on top."""
    shaped = sorted(people.outlines(), key=lambda found: found[0].kind == AreaKind.PARK)
    features = [
        {"type": "Feature", "properties": {"name": area.name, "code": area.code, "kind": str(area.kind)},
         "geometry": geometry}
        for area, geometry in shaped if area.kind != AreaKind.CITY
    ]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


def _placed(rows: list[dict[str, Any]]) -> list[Placed]:
    """The projects that have a place, with it."""
    places = registry.places([row["project"] for row in rows])
    return [(row, *places[row["project"]]) for row in rows if row["project"] in places]


def _option(
    figure: Figure, counties: list[tuple[str, Sentence, Value, int]],
    placed: list[Placed], parks: list[str],
) -> Option:  # fmt: skip
    drawn = [(key, name, value, figures.in_chart(value, figure.unit)) for key, name, value, _ in counties]
    numbers = [number for *_, number in drawn if number is not None]
    unit = figures.chart_unit(figure.unit)
    shaded = [
        {"name": name.zh, "value": number, "lines": [name.zh, f"{figure.name.zh}：{_said(number, unit)}"],
         "link": f"/figures/{figure.code}/?month={figure.month}&by=county&key={key}#rows"}
        for key, name, _, number in drawn
    ]  # fmt: skip
    outlined = [{"name": name, "itemStyle": PARK, "lines": [name]} for name in parks]
    return {
        "tooltip": {"trigger": "item"},
        "legend": {"top": 0, "left": 0, "data": [*(name.zh for name, _, _ in GROUPS), PARKS.zh]},
        "visualMap": {
            "seriesIndex": 0, "left": 8, "bottom": 8, "min": min(numbers, default=0), "max": max(numbers, default=1),
            "inRange": {"color": ["#eef3fa", "#a9c0de", "#3d6aa8"]}, "calculable": False, "text": [unit, ""],
        },
        "geo": {"map": "city", "roam": True, "top": 40, "bottom": 10,
                "itemStyle": {"areaColor": "#eef1f6", "borderColor": "#8a94a5"},
                "emphasis": {"label": {"show": False}, "itemStyle": {"areaColor": "#ffe9a8"}}},
        "series": [
            {"name": figure.name.zh, "type": "map", "map": "city", "geoIndex": 0, "data": shaded + outlined},
            *(_points(name, colour, stages, placed) for name, colour, stages in GROUPS),
            _parks(placed),
        ],
    }  # fmt: skip


def _points(name: Sentence, colour: str, stages: tuple[Stage, ...], placed: list[Placed]) -> dict[str, Any]:
    """One group of stages as points, as large as the root of their investment asks."""
    return {
        "name": name.zh, "type": "scatter", "coordinateSystem": "geo", "itemStyle": {"color": colour, "opacity": 0.75},
        "data": [
            {"name": row["name"], "value": [east, north, _yi(row)], "symbolSize": _size(row),
             "link": f"/projects/{row['serial']}/",
             "lines": [row["name"], f"{Stage(row['stage']).zh} · {_yi(row)} 亿元"]}
            for row, east, north in placed if row["stage"] in stages
        ],
    }  # fmt: skip


def _parks(placed: list[Placed]) -> dict[str, Any]:
    """Every park where its projects lie, by the mean of their places."""
    names = figures.key_names("park")
    places: dict[str, list[tuple[float, float]]] = {}
    for row, east, north in placed:
        if row["park"] in names:
            places.setdefault(row["park"], []).append((east, north))
    data = [
        {"name": names[code].zh, "value": [sum(axis) / len(found) for axis in zip(*found, strict=True)],
         "lines": [names[code].zh, f"{len(found)} 个项目"], "link": f"/figures/projects/?by=park&key={code}#rows"}
        for code, found in places.items()
    ]  # fmt: skip
    label = {"show": True, "formatter": "{b}", "position": "top", "color": "#14284b", "textBorderColor": "#fff",
             "textBorderWidth": 3}  # fmt: skip
    return {
        "name": PARKS.zh, "type": "scatter", "coordinateSystem": "geo", "symbol": "diamond", "symbolSize": 15,
        "itemStyle": {"color": "#14284b", "borderColor": "#fff", "borderWidth": 1.5}, "label": label, "data": data,
        "z": 5,
    }  # fmt: skip


def _yi(row: Mapping[str, Any]) -> float:
    return round((row["total_investment"] or 0) / YI, 2)


def _size(row: Mapping[str, Any]) -> int:
    return round(min(26.0, 5 + 2.2 * math.sqrt(_yi(row))))


def _said(number: float | None, unit: str) -> str:
    return "—" if number is None else f"{number:,} {unit}"
