"""Outlines of counties from any GeoJSON: read and checked before anything is kept.

Feature collections of polygons in longitude and latitude, as mapping offices and map makers publish them; a
feature is known by a code or a name among its properties.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

CODE_NAMES = ("code", "adcode", "gb", "pac", "xzqdm", "xzdm", "qhdm", "dt_adcode", "county_code", "区划代码",
              "行政区划代码", "行政区代码", "县代码", "县级码", "id")  # fmt: skip
NAME_NAMES = ("name", "fullname", "xzqmc", "dt_name", "county", "county_name", "name_chn", "名称", "区县", "县区",
              "县级", "县", "行政区", "行政区名称", "地名")  # fmt: skip
ENCODINGS = ("utf-8-sig", "gb18030")
# 156370102 has the country before the code, 370102000000 towns and villages behind it.
COUNTY = re.compile(r"(?:156)?(\d{6})(?:0{3}|0{6})?")
KINDS = {"Polygon": 1, "MultiPolygon": 2}


class MapRefused(Refusal):
    """The file is no map of this city's areas."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline: the codes and names it goes by, and its GeoJSON geometry."""

    position: int
    keys: tuple[str, ...]
    geometry: dict[str, Any]


def parsed(data: bytes, *, where: str) -> object:
    """A map's bytes as plain data: JSON in UTF-8 or GBK, without NaN, halved characters or thousands of brackets."""
    try:
        found: object = json.loads(_text(data), parse_constant=_no_number)
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise _refused(
            where, "不是 GeoJSON：文件应为 UTF-8 编码的 JSON", "No GeoJSON: JSON in UTF-8 is wanted"
        ) from error  # fmt: skip
    return found


def _text(data: bytes) -> str:
    for encoding in ENCODINGS[:-1]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(ENCODINGS[-1])


def _no_number(said: str) -> None:
    raise ValueError(said)


def read(geojson: object) -> list[Shape]:
    """The outlines of a FeatureCollection; MapRefused says which feature is not one, and why."""
    features = geojson.get("features") if isinstance(geojson, Mapping) else None
    if not isinstance(features, list) or not features:
        raise _refused(
            "", "不是 GeoJSON 地图：应为含有 features 的 FeatureCollection",
            "This is no GeoJSON map: a FeatureCollection with features is wanted",
        )  # fmt: skip
    return [_shape(number, feature) for number, feature in enumerate(features, start=1)]


def _shape(number: int, feature: object) -> Shape:
    where = f"features[{number - 1}]"
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    geometry = feature.get("geometry") if isinstance(feature, Mapping) else None
    keys = tuple(_keys(properties if isinstance(properties, Mapping) else {}))
    if not keys:
        raise _refused(
            where, f"第 {number} 个图形没有代码也没有名称，应有 code（adcode）或 name 属性",
            f"Feature {number} has neither code nor name; a property code (adcode) or name is wanted",
        )  # fmt: skip
    if not isinstance(geometry, Mapping) or geometry.get("type") not in KINDS:
        raise _refused(
            where, f"“{keys[-1]}”不是面：应为 Polygon 或 MultiPolygon",
            f"{keys[-1]} is no area: Polygon or MultiPolygon is wanted",
        )  # fmt: skip
    kind = str(geometry["type"])
    if not _is_area(geometry.get("coordinates"), KINDS[kind]):
        raise _refused(
            where, f"“{keys[-1]}”的坐标不对：每一圈至少四个点，经度在 ±180、纬度在 ±90 之内",
            f"The coordinates of {keys[-1]} are wrong: rings of at least four points, longitude within "
            "±180 and latitude within ±90 degrees",
        )  # fmt: skip
    return Shape(number, keys, {"type": kind, "coordinates": _flat(geometry["coordinates"])})


def _keys(properties: Mapping[str, object]) -> Iterator[str]:
    told = {str(name).lower(): said for name, said in properties.items()}
    for name in (*CODE_NAMES, *NAME_NAMES):
        said = told.get(name)
        if isinstance(said, float) and said.is_integer():
            said = int(said)
        if isinstance(said, str | int) and not isinstance(said, bool) and (text := str(said).strip()):
            yield text
            if (county := COUNTY.fullmatch(text)) and county[1] != text:
                yield county[1]


def _is_area(rings: object, depth: int) -> bool:
    if not isinstance(rings, list) or not rings:
        return False
    if depth > 1:
        return all(_is_area(part, depth - 1) for part in rings)
    return all(isinstance(ring, list) and len(ring) >= 4 and all(map(_is_point, ring)) for ring in rings)


def _flat(coordinates: list[Any]) -> list[Any]:
    """Coordinates without heights and whatever else a point may carry."""
    if isinstance(coordinates[0], list):
        return [_flat(part) for part in coordinates]
    return coordinates[:2]


def _is_point(point: object) -> bool:
    if not isinstance(point, list) or len(point) < 2:
        return False
    return all(
        isinstance(part, int | float) and not isinstance(part, bool) and abs(part) <= limit
        for part, limit in zip(point[:2], (180, 90), strict=True)
    )


def _refused(where: str, zh: str, en: str) -> MapRefused:
    return MapRefused(Sentence(zh, en), where=where, code="no_map")
