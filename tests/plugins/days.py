"""The tests' own clock: noon of one Wednesday in the city when they begin, and on from there.

What a page counts from today comes out alike on every day of every year, and no midnight falls into a test. Programs
that a test starts beside itself have the machine's clock: a test tells them the days it asks of them.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

NOON = datetime(2026, 3, 18, 4, tzinfo=UTC)


@pytest.fixture(autouse=True, scope="session")
def own_clock() -> Iterator[None]:
    """The one clock of the application, from the first test to the last."""
    begun = time.monotonic()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: NOON + timedelta(seconds=time.monotonic() - begun))
        yield
