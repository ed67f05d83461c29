"""Loading outlines from any GeoJSON: matched by code, name or alias, whole or not at all, with an audit line."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from ballast.kit.models import AuditLine
from ballast.rooms.people import actions, queries
from ballast.rooms.people.shapes import MapRefused, read
from ballast.rulebook.terms import AreaKind

AT = datetime(2025, 8, 1, tzinfo=UTC)
RING = [[120.0, 36.0], [121.0, 36.0], [121.0, 37.0], [120.0, 36.0]]


def feature(geometry: Any = None, **properties: Any) -> dict[str, Any]:
    """One feature, a triangle unless told otherwise."""
    shape = {"type": "Polygon", "coordinates": [RING]} if geometry is None else geometry
    return {"type": "Feature", "properties": properties, "geometry": shape}


def collection(*features: Any) -> dict[str, Any]:
    """A map of these features."""
    return {"type": "FeatureCollection", "features": list(features)}


@pytest.fixture
def city(db: None) -> None:
    """A city of two counties."""
    top = actions.establish("990000", "海州市", kind=AreaKind.CITY)
    actions.establish("990001", "东港区", kind=AreaKind.COUNTY, parent_id=top, aliases=("东港",), position=1)
    actions.establish("990002", "西岭县", kind=AreaKind.COUNTY, parent_id=top, position=2)


@pytest.mark.parametrize(
    "properties",
    [
        {"adcode": 990001},
        {"code": "990001"},
        {"name": "东港区"},
        {"NAME": "东港"},
        {"id": 7, "name": "东港区"},
        {"gb": "156990001"},
        {"XZQDM": "990001000000", "XZQMC": "东港"},
        {"PAC": 990001.0},
        {"县": "海州市东港区"},
    ],
)
def test_an_area_is_known_by_code_name_or_alias(city: None, properties: dict[str, Any]) -> None:
    loaded = actions.load_shapes(collection(feature(**properties)), at=AT, by="office")
    assert loaded.shaped == ["东港区"] and loaded.without == ["西岭县"]
    [(area, geometry)] = queries.outlines()
    assert area.code == "990001" and geometry == {"type": "Polygon", "coordinates": [RING]}
    assert AuditLine.objects.get().act == "load_shapes"


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (feature(name="外星县"), "对不上"),
        (feature(code="990001"), "出现了两次"),
        (feature(), "没有代码也没有名称"),
        (feature({"type": "Point", "coordinates": [120, 36]}, name="西岭县"), "不是面"),
        (feature({"type": "Polygon", "coordinates": [RING[:3]]}, name="西岭县"), "坐标不对"),
        (feature({"type": "Polygon", "coordinates": [[[500000.0, 4e6]] * 4]}, name="西岭县"), "坐标不对"),
        (feature({"type": "MultiPolygon", "coordinates": [RING]}, name="西岭县"), "坐标不对"),
        ("西岭县", "没有代码也没有名称"),
    ],
)
def test_one_wrong_feature_and_nothing_is_kept(city: None, second: Any, said: str) -> None:
    with pytest.raises(MapRefused) as refused:
        actions.load_shapes(collection(feature(name="东港区"), second), at=AT, by="office")
    assert said in refused.value.sentence.zh and refused.value.sentence.en and refused.value.where == "features[1]"
    assert queries.outlines() == [] and not AuditLine.objects.exists()


@pytest.mark.parametrize("content", [None, [], {}, "map", {"type": "FeatureCollection", "features": []}])
def test_what_is_no_collection_is_refused(content: object) -> None:
    with pytest.raises(MapRefused, match="FeatureCollection"):
        read(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_map_is_read_in_the_encodings_offices_keep(city: None, encoding: str) -> None:
    data = json.dumps(collection(feature(name="东港区")), ensure_ascii=False).encode(encoding)
    assert actions.load_map(data, "地图.geojson", at=AT, by="office").shaped == ["东港区"]


def test_a_multipolygon_is_an_area(city: None) -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[RING], [RING]]}
    assert actions.load_shapes(collection(feature(parts, name="西岭县")), at=AT, by="office").without == ["东港区"]
