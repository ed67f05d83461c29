"""``ballast migrate``: bring the database up to date."""

import argparse

from django.core.management import call_command


def add(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(chosen: argparse.Namespace) -> int:
    """Apply every migration that is not yet applied."""
    call_command("migrate", interactive=False, verbosity=0 if chosen.json else 1)
    return 0
