"""The floor drawing, the contracts and the folders say the same."""

import re
import tomllib

from house.source import ROOT, rooms

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def floors(container: str) -> list[set[str]]:
    """The floors below ``container`` as the contract has them, top first."""
    [contract] = [c for c in CONTRACTS if c.get("containers") == [container]]
    return [set(re.findall(r"\w+", floor)) for floor in contract["layers"]]


def drawn() -> list[set[str]]:
    """The floors of rooms as docs/house.md draws them, top first."""
    text = (ROOT / "docs/house.md").read_text(encoding="utf-8")
    drawing = text.split("<!-- rooms -->")[1]
    lines = [line for line in drawing.splitlines() if line.startswith("    ")]
    return [set(re.findall(r"[a-z]+", line.split("  ", 4)[2].split("—")[0])) for line in lines]


def test_contracts_leave_no_package_without_a_floor() -> None:
    layered = [contract for contract in CONTRACTS if contract["type"] == "layers"]
    assert len(layered) == 2
    assert all(contract["exhaustive"] for contract in layered)


def test_every_room_stands_on_one_floor() -> None:
    named = [name for floor in floors("ballast.rooms") for name in floor]
    assert len(named) == len(set(named))
    assert {room.name for room in rooms()} <= set(named)


def test_the_drawing_shows_the_floors_of_the_contract() -> None:
    assert drawn() == floors("ballast.rooms")
