"""The golden city out of one machine and into another, with its 31 sealed months, one of them twice, and its day."""

from pathlib import Path

import pytest

from plugins.houses import House

DAY = "demonstration-day"


@pytest.mark.slow
def test_the_golden_city_is_restored_with_its_seals(city: House, laid: House, tmp_path: Path) -> None:
    file, other = tmp_path / "golden.bak", laid.copy(tmp_path / "other")
    [kept, before] = city.answers(["backup", "-o", str(file)], ["figure", "completed", "--period", "2025-07"])
    [restored, verified, after] = other.answers(
        ["restore", str(file)], ["verify"], ["figure", "completed", "--period", "2025-07"]
    )  # fmt: skip
    assert {**restored, "bytes": 0} == {**kept, "bytes": 0} | {"key": False}
    assert kept["rows"] > 80_000 and kept["months"] == 64 and kept["lacking"] == []
    assert verified["findings"] == [] and "32 次封账" in verified["checked"][0]["zh"]
    assert after == before
    assert (other.folder / DAY).read_text() == (city.folder / DAY).read_text() == "2025-09-10\n"
