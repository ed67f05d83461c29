"""The golden city's facts, read once from the installation that ``golden`` built."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from golden_city import Row, known, read
from plugins.houses import House


@pytest.fixture(scope="session")
def everything(golden: House, django_db_blocker: Any) -> SimpleNamespace:
    """Every row of every kind, all revisions, by the kind's name in small letters: ``everything.progress``."""
    return read(golden, django_db_blocker)


@pytest.fixture(scope="session")
def facts(everything: SimpleNamespace) -> SimpleNamespace:
    """What was known when July 2025 was sealed."""
    sealed = next(seal["moment"] for seal in everything.seal if seal["subject"] == "2025-07")
    return SimpleNamespace(**{kind: known(rows, sealed) for kind, rows in vars(everything).items()})


@pytest.fixture(scope="session")
def by_project(facts: SimpleNamespace) -> Callable[[str], dict[int, list[Row]]]:
    """The known rows of a kind, put together by project."""

    def group(kind: str) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in getattr(facts, kind):
            found.setdefault(row["project_id"], []).append(row)
        return found

    return group
