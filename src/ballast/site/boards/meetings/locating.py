"""A small map of the city with one place marked: outlines as paths of an SVG, without a script."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from ballast.rooms.people import queries as people
from ballast.rulebook.terms import AreaKind

WIDTH = 400
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Located:
    """The counties as (path, marked), the size of the picture, and the place in it (None: only the county is known)."""

    paths: list[tuple[str, bool]]
    width: int
    height: int
    place: Point | None

    @property
    def framed(self) -> tuple[int, int]:
        """The size with a margin around it."""
        return self.width + 8, self.height + 8


def located(county: str, place: Point | None) -> Located | None:
    """Where a county, or a place in it, lies in the city; None where no map is loaded."""
    shapes = [(area.code, list(_rings(shape))) for area, shape in people.outlines() if area.kind is AreaKind.COUNTY]
    points = [point for _, rings in shapes for ring in rings for point in ring]
    if not points:
        return None
    west, south = min(x for x, _ in points), min(y for _, y in points)
    east, north = max(x for x, _ in points), max(y for _, y in points)
    squeeze = cos(radians((south + north) / 2))  # a degree of longitude is shorter than one of latitude
    scale = WIDTH / max((east - west) * squeeze, 1e-9)

    def at(point: Point) -> Point:
        return round((point[0] - west) * squeeze * scale, 1), round((north - point[1]) * scale, 1)

    paths = [(" ".join(_path([at(point) for point in ring]) for ring in rings), code == county)
             for code, rings in shapes]  # fmt: skip
    return Located(paths, WIDTH, max(1, round((north - south) * scale)), at(place) if place else None)


def _rings(shape: dict[str, Any]) -> Iterator[list[Point]]:
    """The rings of a GeoJSON polygon, or of several."""
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    for polygon in polygons:
        for ring in polygon:
            yield [(float(point[0]), float(point[1])) for point in ring]


def _path(ring: list[Point]) -> str:
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in ring) + "Z"
