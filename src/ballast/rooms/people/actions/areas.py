"""Setting up areas and offices, and giving areas their outlines."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.models import Area, Office
from ballast.rooms.people.queries.areas import places
from ballast.rooms.people.shapes import MapRefused, Shape, parsed, read
from ballast.rulebook.terms import AreaKind


def establish(
    code: str, name: str, *, kind: AreaKind, parent_id: int | None = None, aliases: tuple[str, ...] = (),
    position: int = 0, shape: dict[str, Any] | None = None,
) -> int:  # fmt: skip
    """Set up an area, or bring an existing one (by code) up to date; its id."""
    area, _ = Area.objects.update_or_create(
        code=code,
        defaults={
            "name": name, "kind": kind, "parent_id": parent_id, "aliases": list(aliases),
            "position": position, "shape": shape,
        },
    )  # fmt: skip
    return area.pk


def open_office(name: str, *, area_id: int) -> int:
    """Set up an office of an area; its id."""
    office, _ = Office.objects.get_or_create(name=name, defaults={"area_id": area_id})
    return office.pk


class OfficeRefused(Refusal):
    """No office can be set up so."""


def found_office(name: str, *, area_id: int, at: datetime, by: str) -> int:
    """Set up a new office of an area, noted; its id. Raises OfficeRefused for a name that is taken or none."""
    name = name.strip()
    if not name or len(name) > 80 or name[0] in "=+-@":
        said = Sentence("单位名称不能为空，最多 80 字", "An office has a name of 80 letters at most")
        raise OfficeRefused(said, where=name[:20], code="office_refused")
    if Office.objects.filter(name=name).exists() or not Area.objects.filter(pk=area_id).exists():
        said = Sentence(f"单位“{name}”已存在，或没有选择地区", f"{name} is there already, or no area was chosen")
        raise OfficeRefused(said, where=name, code="office_refused")
    with transaction.atomic():
        office_id = open_office(name, area_id=area_id)
        audit.write("open_office", at=at, actor=by, object=name)
    return office_id


@dataclass(frozen=True, slots=True)
class MapLoaded:
    """What came of a map: the areas that have a new outline, and the counties that have none."""

    shaped: list[str]
    without: list[str]


def load_map(data: bytes, name: str, *, at: datetime, by: str) -> MapLoaded:
    """As ``load_shapes``, from the bytes of a file called ``name``."""
    return load_shapes(parsed(data, where=name), at=at, by=by)


def load_shapes(geojson: object, *, at: datetime, by: str) -> MapLoaded:
    """Give areas their outlines from a GeoJSON map, matched by code or by any name that means an area; all or none.

    Raises MapRefused for a file that is no map, a feature that is no area of ours, or one area twice.
    """
    shapes = read(geojson)
    with transaction.atomic():
        areas = list(Area.objects.all())
        by_key = {key: area for area in areas for key in (*area.aliases, area.name, area.code)}
        meant = places()
        by_key |= {
            key: by_key[found.code] for shape in shapes for key in shape.keys
            if key not in by_key and (found := meant.find(key)) is not None
        }  # fmt: skip
        shaped: dict[str, Area] = {}
        for shape in shapes:
            area = _area_of(shape, by_key, shaped)
            area.shape = shape.geometry
            shaped[area.code] = area
        Area.objects.bulk_update(shaped.values(), ["shape"])
        without = [area.name for area in areas if area.kind == AreaKind.COUNTY and area.shape is None]
        names = [area.name for area in shaped.values()]
        audit.write("load_shapes", at=at, actor=by, object="map", detail={"shaped": names, "without": without})
    return MapLoaded(names, without)


def _area_of(shape: Shape, by_key: dict[str, Area], shaped: dict[str, Area]) -> Area:
    where = f"features[{shape.position - 1}]"
    said = "、".join(shape.keys)
    area = next((by_key[key] for key in shape.keys if key in by_key), None)
    if area is None:
        raise MapRefused(
            Sentence(
                f"第 {shape.position} 个图形“{said}”对不上本市任何地区，应为地区的代码或名称",
                f"Feature {shape.position} ({said}) is none of the city's areas; its code or name is wanted",
            ),
            where=where, code="unknown_area",
        )  # fmt: skip
    if area.code in shaped:
        raise MapRefused(
            Sentence(
                f"“{area.name}”出现了两次，一个地区只能有一个图形（可用 MultiPolygon）",
                f"{area.name} comes twice; an area has one shape (a MultiPolygon may have parts)",
            ),
            where=where, code="area_twice",
        )  # fmt: skip
    return area


def call_also(code: str, alias: str, *, at: datetime, by: str) -> None:
    """Remember another name that lists use for an area; a name another area bears is not taken from it."""
    with transaction.atomic():
        area = Area.objects.get(code=code)
        if alias == area.name or alias in area.aliases:
            return
        area.aliases = [*area.aliases, alias]
        area.save(update_fields=["aliases"])
        audit.write("call_also", at=at, actor=by, object=area.name, detail={"alias": alias})
