"""``ballast figures``: the catalogue."""

import argparse

from ballast.rooms.figures import queries
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(chosen: argparse.Namespace) -> int:
    """Every figure with its unit, basis, clause and fingerprint."""
    catalogue = queries.catalogue()
    if chosen.json:
        say_json([
            {
                "code": one.code, "name": {"zh": one.name.zh, "en": one.name.en},
                "meaning": {"zh": one.meaning.zh, "en": one.meaning.en}, "unit": str(one.unit), "basis": one.basis,
                "clause": one.clause, "since": one.since.isoformat(), "fingerprint": one.fingerprint,
            }
            for one in catalogue
        ])  # fmt: skip
        return 0
    for one in catalogue:
        print(f"{one.code:32} {one.fingerprint[:8]} {one.name.both()}")
    return 0
