"""``ballast submit FILE``: hand in a filled monthly form."""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import Receipt
from ballast.site.commands import say_json

FAULTY = 1


def add(parser: argparse.ArgumentParser) -> None:
    """The file, what it must be, and who hands it in."""
    parser.add_argument("file", type=Path, help="the filled form / 填好的月报表")
    parser.add_argument("--month", default="", help="refuse a form of another month / 限定月份 YYYY-MM")
    parser.add_argument("--area", default="", help="refuse a form of another area / 限定地区")
    parser.add_argument("--by", default="ballast", help="who hands it in / 报送人")


def run(chosen: argparse.Namespace) -> int:
    """Hand it in and say what was found; 1 when it is sent back."""
    try:
        receipt = actions.take_in(
            _bytes(chosen.file), chosen.file.name, at=timezone.now(), by=chosen.by, month=chosen.month, area=chosen.area
        )
    except actions.SentBack as refusal:
        _say(refusal.receipt, as_json=chosen.json)
        return FAULTY
    _say(receipt, as_json=chosen.json)
    return 0


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        sentence = Sentence("找不到这个文件，请核对路径", "No such file; check the path")
        raise Refusal(sentence, where=str(path), code="missing")
    return path.read_bytes()


def _say(receipt: Receipt, *, as_json: bool) -> None:
    if as_json:
        say_json({
            "status": receipt.status, "month": receipt.month, "area": receipt.area_code, "area_name": receipt.area_name,
            "submission": receipt.submission_id, "rows": receipt.rows, "new": receipt.new, "revised": receipt.revised,
            "unchanged": receipt.unchanged, "zh": receipt.sentence.zh, "en": receipt.sentence.en,
            "findings": [finding.plain() for finding in receipt.findings],
        })  # fmt: skip
        return
    for finding in receipt.findings:
        mark = "✗" if finding.stops else "·"
        print(f"{mark} {finding.where} {finding.name}: {finding.sentence.both()} [{finding.code}]")
    print(receipt.sentence.both())
