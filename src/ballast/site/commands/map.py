"""``ballast map FILE``: give the counties their outlines."""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.rooms.people import actions
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The map, and who loads it."""
    parser.add_argument("file", type=Path, help="GeoJSON: a FeatureCollection of areas / 区县地图")
    parser.add_argument("--by", default="ballast", help="who loads it / 载入人")


def run(chosen: argparse.Namespace) -> int:
    """Load the map and say which areas it gave an outline, and which counties still have none."""
    loaded = actions.load_map(chosen.file.read_bytes(), str(chosen.file), at=timezone.now(), by=chosen.by)
    if chosen.json:
        say_json({"shaped": loaded.shaped, "without": loaded.without})
        return 0
    print(f"已载入 {len(loaded.shaped)} 个地区的地图 / outlines loaded: {len(loaded.shaped)}")
    if loaded.without:
        print(f"仍无地图 / without an outline: {'、'.join(loaded.without)}")
    return 0
