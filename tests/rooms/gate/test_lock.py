"""The lock: five wrong tries, at a home apart from elsewhere, and an address that tries everybody."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from ballast.rooms.gate import actions
from ballast.rooms.gate.entering import WrongPassword
from ballast.rooms.gate.locking import TooManyFailures, locked_until
from ballast.rulebook.entry import EntryRules
from rooms.gate.cast import CAFE, NOON, OFFICE, PASSWORD, said, settle

pytestmark = pytest.mark.django_db
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.fixture
def cast() -> dict[str, User]:
    """The accounts by name."""
    return settle()


def fail(username: str, times: int, *, address: str = CAFE) -> None:
    """Try wrong passwords, a second apart from noon on."""
    for step in range(times):
        with pytest.raises(WrongPassword, match="账号或密码不对"):
            actions.enter(username, "wrong", at=NOON + step * SECOND, address=address)


def come_in(user: User, *, address: str, days_ago: int = 3) -> None:
    """Sign in from an address some days before."""
    at = NOON - timedelta(days=days_ago)
    actions.begin(user, session_key=f"{user.username}-{address}", at=at, by="password", address=address)


def test_five_wrong_passwords_lock_the_name_for_a_quarter_of_an_hour(cast: dict[str, User]) -> None:
    fail("clerk", 5)
    with pytest.raises(TooManyFailures, match="15 分钟"):
        actions.enter("clerk", PASSWORD, at=NOON + 4 * SECOND, address=CAFE)
    assert said("sign_in") == [("clerk", "clerk", "failed")] * 5 + [("clerk", "clerk", "locked")]
    assert locked_until("office", at=NOON + MINUTE, address=CAFE) is None
    assert locked_until("clerk", at=NOON + 15 * MINUTE + 3 * SECOND, address=CAFE) is not None
    assert actions.enter("clerk", PASSWORD, at=NOON + 15 * MINUTE + 4 * SECOND, address=CAFE) == cast["clerk"]


def test_a_name_nobody_bears_fails_and_locks_with_the_same_sentences(cast: dict[str, User]) -> None:
    fail("nobody", 5)
    with pytest.raises(TooManyFailures):
        actions.enter("nobody", PASSWORD, at=NOON + MINUTE, address=CAFE)


def test_a_closed_account_and_one_without_a_password_say_nothing_of_it(cast: dict[str, User]) -> None:
    User.objects.filter(username="clerk").update(is_active=False)
    cast["office"].set_unusable_password()
    cast["office"].save()
    for name in ("clerk", "office"):
        with pytest.raises(WrongPassword, match="账号或密码不对"):
            actions.enter(name, PASSWORD, at=NOON, address=OFFICE)


def test_four_wrong_and_one_right_begin_anew(cast: dict[str, User]) -> None:
    fail("clerk", 4)
    actions.begin(cast["clerk"], session_key="k", at=NOON + 5 * SECOND, by="password", address=CAFE)
    fail("clerk", 4)
    assert locked_until("clerk", at=NOON + MINUTE, address=CAFE) is None


def test_whoever_tries_from_elsewhere_does_not_lock_the_owner_out(cast: dict[str, User]) -> None:
    come_in(cast["clerk"], address=OFFICE)
    fail("clerk", 5, address=CAFE)
    assert locked_until("clerk", at=NOON + MINUTE, address=CAFE) is not None
    assert locked_until("clerk", at=NOON + MINUTE, address="198.51.100.7") is not None
    assert actions.enter("clerk", PASSWORD, at=NOON + MINUTE, address=OFFICE) == cast["clerk"]


def test_at_home_too_five_wrong_passwords_lock(cast: dict[str, User]) -> None:
    come_in(cast["clerk"], address=OFFICE)
    fail("clerk", 5, address=OFFICE)
    assert locked_until("clerk", at=NOON + MINUTE, address=OFFICE) is not None


def test_an_address_not_come_in_from_for_long_is_no_home(cast: dict[str, User]) -> None:
    come_in(cast["clerk"], address=OFFICE, days_ago=31)
    fail("clerk", 5, address=CAFE)
    assert locked_until("clerk", at=NOON + MINUTE, address=OFFICE) is not None


def test_an_address_that_tries_everybody_is_closed_but_to_those_at_home_there(
    cast: dict[str, User], settings: object
) -> None:
    settings.ENTRY = EntryRules(address_failures=10)  # type: ignore[attr-defined]
    come_in(cast["clerk"], address=OFFICE)
    for number in range(10):
        fail(f"guess{number}", 1, address=OFFICE)
    with pytest.raises(TooManyFailures):
        actions.enter("office", PASSWORD, at=NOON + MINUTE, address=OFFICE)
    assert actions.enter("clerk", PASSWORD, at=NOON + MINUTE, address=OFFICE) == cast["clerk"]
    assert actions.enter("office", PASSWORD, at=NOON + MINUTE, address=CAFE) == cast["office"]
    assert locked_until("office", at=NOON + 16 * MINUTE, address=OFFICE) is None


def test_the_security_administrator_unlocks(cast: dict[str, User]) -> None:
    fail("clerk", 5)
    actions.unlock("clerk", at=NOON + MINUTE, by="guard")
    assert actions.enter("clerk", PASSWORD, at=NOON + 2 * MINUTE, address=CAFE) == cast["clerk"]
    assert said("unlock") == [("guard", "clerk", "done")]


def test_a_city_may_keep_passwords_to_administrators(cast: dict[str, User], settings: object) -> None:
    settings.ENTRY = EntryRules(local="administrators")  # type: ignore[attr-defined]
    assert actions.enter("clerk", PASSWORD, at=NOON) == cast["clerk"], "without single sign-on there is no other way"
    settings.SINGLE_SIGN_ON = {"issuer": "https://sso.example"}  # type: ignore[attr-defined]
    with pytest.raises(actions.UseSingleSignOn, match="统一身份认证"):
        actions.enter("clerk", PASSWORD, at=NOON)
    with pytest.raises(WrongPassword):
        actions.enter("clerk", "wrong", at=NOON)
    assert actions.enter("guard", PASSWORD, at=NOON) == cast["guard"]
    assert said("sign_in") == [("clerk", "clerk", "refused"), ("clerk", "clerk", "failed")]
