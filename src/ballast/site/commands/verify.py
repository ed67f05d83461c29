"""``ballast verify``: read the whole ledger back and say where it was changed behind our back."""

import argparse

from ballast import month
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(chosen: argparse.Namespace) -> int:
    """0 where nothing was found, 1 where anything was."""
    checked = list(month.checks())
    findings = [found for one in checked for found in one.findings]
    if chosen.json:
        told = [{"where": f.where, "zh": f.sentence.zh, "en": f.sentence.en} for f in findings]
        say_json({"checked": [{"zh": one.said.zh, "en": one.said.en} for one in checked], "findings": told})
    else:
        for one in checked:
            print(f"{'✗' if one.findings else '✓'} {one.said.both()}")
        for found in findings:
            print(f"{found.where}: {found.sentence.both()}")
        print("台账完好 / the ledger is as it was recorded" if not findings else f"{len(findings)} 处 / findings")
    return 1 if findings else 0
