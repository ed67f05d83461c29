"""The rules of entry: the file that comes with the house, a city's own, and its faults."""

from pathlib import Path

import pytest

from ballast.rulebook.entry import DEFAULT, EntryRules, FaultyRules, Local, load
from ballast.rulebook.passwords import classes, faults
from ballast.rulebook.terms import Role


def test_the_file_that_comes_with_the_house_says_the_defaults() -> None:
    assert load(DEFAULT) == EntryRules()


def test_a_city_says_only_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "entry.toml"
    file.write_text('password_days = 30\nsecond_factor = ["system_admin", "leader"]\nlocal = "administrators"\n')
    rules = load(file)
    assert rules.password_days == 30 and rules.failures == 5
    assert rules.needs_factor({Role.LEADER, Role.DEPARTMENT}) and not rules.needs_factor({Role.REPORTER})
    assert not rules.may_use_password({Role.LEADER}, single_sign_on=True)
    assert rules.may_use_password({Role.LEADER}, single_sign_on=False)
    assert rules.may_use_password({Role.AUDIT_ADMIN}, single_sign_on=True)
    assert rules.local is Local.ADMINISTRATORS


@pytest.mark.parametrize(
    ("text", "key"),
    [("password_length = 4", "password_length"), ("pasword_days = 9", "pasword_days"), ("failures = 'x'", "failures"),
     ('second_factor = ["mayor"]', "second_factor"), ("failures =", ""), (None, "")],
)  # fmt: skip
def test_a_fault_is_named_with_file_and_key(tmp_path: Path, text: str | None, key: str) -> None:
    file = tmp_path / "entry.toml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(FaultyRules) as fault:
        load(file)
    assert fault.value.where.startswith(str(file)) and key in fault.value.where


@pytest.mark.parametrize(
    ("password", "count"), [("abc", 1), ("abC", 2), ("abC1", 3), ("aB1-", 4), ("开工", 1), ("", 0)]
)
def test_characters_have_classes(password: str, count: int) -> None:
    assert classes(password) == count


def test_everything_wrong_is_said_at_once() -> None:
    assert len(faults("xmbxmb", names=["xmb", "闻思齐"], rules=EntryRules())) == 3
    assert faults("Kaigong-2025", names=["xmb", "li", "闻"], rules=EntryRules()) == []
