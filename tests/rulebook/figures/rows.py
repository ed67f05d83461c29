"""A row of the wide snapshot with nothing said, to be said what a test is about."""

from typing import Any

from ballast.rulebook.figures.columns import COLUMNS, Kind


def row(**said: Any) -> dict[str, Any]:
    """A row of July 2025."""
    empty = {name: "" if column.kind in (Kind.DIMENSION, Kind.TEXT) else None for name, column in COLUMNS.items()}
    return {**empty, "month": "2025-07", **said}
