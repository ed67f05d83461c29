"""Policy books: the default one, and faults that name file, line and key."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from ballast.rulebook.books import DEFAULT, FaultyBook, default, load
from ballast.rulebook.powers import ADMINISTRATIVE, HOLDERS, Power
from ballast.rulebook.terms import Role

TEXT = DEFAULT.read_text(encoding="utf-8")


def test_the_default_book_holds() -> None:
    book = default()
    assert book.scheduled(7) == Fraction(7, 12)
    assert [book.size_band(amount) for amount in (None, 0, 10**8 - 1, 10**8, 10**9, 5 * 10**9)] == [
        "", "under_1", "under_1", "1_to_5", "10_to_50", "from_50",
    ]  # fmt: skip
    assert book.lead_industries["biopharma"].divisions == ("27",)


@pytest.mark.parametrize(
    ("was", "now", "key"),
    [
        ("without_investment = 3", "without_investment = 0", "stalls.without_investment"),
        ("without_investment = 3", "without_investments = 3", "stalls.without_investments"),
        ("start_days = 30", 'start_days = "soon"', "start_on_land.start_days"),
        ('"1/12"', '"1/0"', "curve"),
        ('"12/12"', '"11/12"', "curve"),
        ('"2/12"', '"11/12"', "curve"),
        ("at_least = 500_000_000", "at_least = 100_000_000", "size_bands"),
        ('divisions = ["27"]', 'divisions = ["98"]', "lead_industries.biopharma.divisions"),
        ('round_number = "off"', 'round_number = "error"', "checks.severity.round_number"),
        ('round_number = "off"', 'year_sum = "warning"', "checks.severity.year_sum"),
        ('round_number = "off"', 'no_such_check = "note"', "checks.severity.no_such_check"),
        ("photo_far_km = 3", "photo_far_km = 0", "checks.photo_far_km"),
        ("date = 2025-01-01", "", "date"),
        ('seal = ["project_office"]', 'seal = ["project_office", "system_admin"]', "powers"),
        ('seal = ["project_office"]', 'audit = ["project_office"]', "powers"),
        ('seal = ["project_office"]', "seal = []", "powers"),
        ('seal = ["project_office"]', 'seal = ["mayor"]', "powers.seal"),
        ('seal = ["project_office"]', 'close = ["project_office"]', "powers.close"),
    ],
)
def test_a_fault_names_file_line_and_key(tmp_path: Path, was: str, now: str, key: str) -> None:
    assert was in TEXT
    book = tmp_path / "city.toml"
    book.write_text(TEXT.replace(was, now), encoding="utf-8")
    with pytest.raises(FaultyBook) as refused:
        load(book)
    file, found = refused.value.where.split(" ", 1)
    assert found.startswith(key)
    assert file.startswith("city.toml:")
    line = int(file.split(":")[1])
    assert now == "" or key.split(".")[-1] in TEXT.replace(was, now).splitlines()[line - 1]


def test_a_book_gives_a_power_to_others_and_leaves_the_rest(tmp_path: Path) -> None:
    book = tmp_path / "city.toml"
    book.write_text(TEXT.replace('seal = ["project_office"]', 'seal = ["leader"]'), encoding="utf-8")
    powers = load(book).powers
    assert powers[Power.SEAL] == {Role.LEADER}
    assert {power: roles for power, roles in powers.items() if power != Power.SEAL} == {
        power: roles for power, roles in HOLDERS.items() if power != Power.SEAL
    }


def test_the_default_book_writes_out_who_holds_every_power_over_business() -> None:
    written = tomllib.loads(TEXT)["powers"]
    assert set(written) == set(Power) - ADMINISTRATIVE
    assert default().powers == HOLDERS


def test_what_is_not_toml_is_refused(tmp_path: Path) -> None:
    book = tmp_path / "city.toml"
    book.write_text("place = ", encoding="utf-8")
    with pytest.raises(FaultyBook, match="TOML"):
        load(book)
