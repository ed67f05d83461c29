"""``ballast demo``: the same seed makes the same ledger; it never builds over a real one, but again over itself."""

import json
import sys
from typing import Any

import pytest

from ballast.rulebook.terms import Role
from golden_city import read
from plugins.houses import House

pytestmark = pytest.mark.slow
EARLY = ("demo", "--until", "2023-02", "--json")
RECORD = """
import django; django.setup()
from datetime import UTC, datetime
from ballast.kit.ledger import journal
from ballast.rooms.registry import actions
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.lifecycle.cards import MilestoneCard
with journal.entry(at=datetime(2025, 1, 1, tzinfo=UTC), by="real", action="import") as writer:
    [project] = actions.enrol(1, writer=writer)
    lifecycle.move([MilestoneCard(project_id=project, kind="signed", basis="declared")], writer=writer)
"""


def journal_of(house: House, blocker: Any) -> list[tuple[str, int, str]]:
    return [(line["by"], line["recorded"], line["hash"]) for line in read(house, blocker, ["kit.Entry"]).entry]


def test_the_same_seed_makes_the_same_ledger_and_another_another(
    house: House, golden: House, django_db_blocker: Any
) -> None:
    """What is built to an early month is the beginning of the whole city, which another process built."""
    told = json.loads(house.ballast(*EARLY).stdout)
    first = journal_of(house, django_db_blocker)
    assert (told["sealed_months"], told["day"]) == (2, "2023-03-31")
    assert (house.folder / "demonstration-day").read_text() == "2023-03-31\n"
    assert {account["role"] for account in told["accounts"]} == set(Role)
    assert journal_of(golden, django_db_blocker)[: len(first)] == first
    assert len(first) > 40
    house.ballast("demo", "--until", "2023-01", "--json", "--again", "--seed", "7")
    another = journal_of(house, django_db_blocker)
    assert another != first[: len(another)]


def test_a_city_that_stands_is_kept_with_what_was_done_in_it(house: House, django_db_blocker: Any) -> None:
    house.ballast("demo", "--until", "2023-01", "--json")
    house._run([sys.executable, "-c", RECORD], check=True)
    before = journal_of(house, django_db_blocker)
    kept = json.loads(house.ballast("demo", "--json").stdout)
    assert (kept["built"], kept["day"]) == (False, "2023-02-28"), "and the day it stands still on"
    assert [account["username"] for account in kept["accounts"]][:2] == ["xmb", "lingdao"]
    assert journal_of(house, django_db_blocker) == before


def test_a_real_ledger_is_left_alone(house: House, django_db_blocker: Any) -> None:
    house._run([sys.executable, "-c", RECORD], check=True)
    before = journal_of(house, django_db_blocker)
    refused = house.ballast("demo", "--json", check=False)
    assert refused.returncode == 2
    assert json.loads(refused.stdout)["errors"][0]["code"] == "already_lived_in"
    assert journal_of(house, django_db_blocker) == before
    assert len(before) == 1
