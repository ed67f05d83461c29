"""``ballast figure CODE --period 2025-07 [--by county] [--at MOMENT]``: one figure, exactly."""

import argparse
from datetime import datetime

from django.utils import timezone

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries
from ballast.rooms.figures.cards import Figure, Value
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """Which figure, of which month, by which dimension, as known when."""
    parser.add_argument("code")
    parser.add_argument("--period", required=True, metavar="YYYY-MM", help="month / 月份")
    parser.add_argument("--by", default="", help="county, park, size_band, stage, list, lead_industry, … / 分组")
    parser.add_argument("--at", default="", help="as known at this moment, ISO 8601 / 按此刻所知")
    parser.add_argument("--rows", action="store_true", help="with the very projects behind it / 列出项目")


def run(chosen: argparse.Namespace) -> int:
    """Print the figure, its parts, and on request its rows."""
    at = moment(chosen.at)
    figure = queries.figure(chosen.code, month=chosen.period, by=chosen.by, at=at)
    rows = queries.rows(chosen.code, held=EVERYWHERE, month=chosen.period, at=at) if chosen.rows else []
    if chosen.json:
        said = _said(figure)
        if chosen.rows:
            said["rows"] = [
                {"serial": row.serial, "name": row.name, "area": row.area, "contribution": row.contribution}
                for row in rows
            ]
        say_json(said)
        return 0
    state = f"第 {figure.edition} 版 / edition {figure.edition}" if figure.edition else "未封账 / open"
    print(f"{figure.name.both()} · {figure.month} · {state}")
    for key, value in [("", figure.total), *figure.values.items()]:
        word = queries.unit_word(figure.unit)
        print(f"  {key or '全市 / all':16} {queries.display(value, figure.unit)} {word}")
    for row in rows:
        print(f"    {row.serial} {row.contribution} {row.name}")
    return 0


def moment(text: str) -> datetime | None:
    """The moment a text names, in the city's time where it has no zone; None for an empty text."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refusal(
            Sentence(f"时刻“{text}”应写作 2025-08-10T12:00", f"{text!r} is no moment; write 2025-08-10T12:00"),
            where="--at", code="bad_moment",
        ) from error  # fmt: skip
    return found if found.tzinfo else timezone.make_aware(found)


def _said(figure: Figure) -> dict[str, object]:
    return {
        "code": figure.code, "name": {"zh": figure.name.zh, "en": figure.name.en}, "unit": figure.unit,
        "period": figure.month, "by": figure.by, "edition": figure.edition, "fingerprint": figure.fingerprint,
        "total": _parts(figure.total), "values": {key: _parts(value) for key, value in figure.values.items()},
    }  # fmt: skip


def _parts(value: Value) -> dict[str, object]:
    number = value.number
    return {
        "numerator": value.numerator, "denominator": value.denominator,
        "value": None if number is None else float(number),
    }  # fmt: skip
