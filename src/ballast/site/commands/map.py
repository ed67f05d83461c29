"""``ballast map FILE``: give the counties their outlines."""

import argparse
import json
from pathlib import Path

from django.utils import timezone

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import actions
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The map, and who loads it."""
    parser.add_argument("file", type=Path, help="GeoJSON: a FeatureCollection of areas / 区县地图")
    parser.add_argument("--by", default="ballast", help="who loads it / 载入人")


def run(chosen: argparse.Namespace) -> int:
    """Load the map and say which areas it gave an outline, and which counties still have none."""
    loaded = actions.load_shapes(_read(chosen.file), at=timezone.now(), by=chosen.by)
    if chosen.json:
        say_json({"shaped": loaded.shaped, "without": loaded.without})
        return 0
    print(f"已载入 {len(loaded.shaped)} 个地区的地图 / outlines loaded: {len(loaded.shaped)}")
    if loaded.without:
        print(f"仍无地图 / without an outline: {'、'.join(loaded.without)}")
    return 0


def _read(file: Path) -> object:
    try:
        return json.loads(file.read_bytes())
    except OSError as error:
        raise Refusal(
            Sentence("打不开这个文件，请核对路径", "This file cannot be opened; check its path"), where=str(file)
        ) from error
    except ValueError as error:
        raise Refusal(
            Sentence("不是 GeoJSON：文件应为 UTF-8 编码的 JSON", "No GeoJSON: JSON in UTF-8 is wanted"), where=str(file)
        ) from error
