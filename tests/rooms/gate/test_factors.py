"""The second factor: codes by the clock that is told, each good once; recovery codes; who must have one."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User

from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.cards import Duty
from ballast.rulebook.entry import EntryRules
from ballast.rulebook.terms import Role
from rooms.gate.cast import NOON, PASSWORD, said, settle

pytestmark = pytest.mark.django_db
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # of RFC 6238: 12345678901234567890
STEP = timedelta(seconds=30)


@pytest.fixture
def guard() -> User:
    """The security administrator, with an authenticator bound."""
    user = settle()["guard"]
    actions.add_factor(user, SECRET, at=NOON)
    return user


def code(steps: int = 0) -> str:
    """What the authenticator shows so many half minutes after noon."""
    return format_hotp_value(hotp_value(SECRET, int((NOON + steps * STEP).timestamp()) // 30))


def test_a_code_opens_once_also_a_neighbours_and_no_older_one_after_it(guard: User) -> None:
    used = actions.pass_factor(guard, code(), at=NOON)
    assert used.type == Authenticator.Type.TOTP
    for again in (code(), code(-1), code(2), "000000", "", "一二三四五六"):
        with pytest.raises(actions.WrongCode):
            actions.pass_factor(guard, again, at=NOON)
        actions.unlock("guard", at=NOON, by="other")
    actions.pass_factor(guard, code(1), at=NOON)


def test_wrong_codes_lock_as_wrong_passwords_do(guard: User) -> None:
    for _ in range(3):
        with pytest.raises(actions.WrongCode):
            actions.pass_factor(guard, "000000", at=NOON)
    for _ in range(2):
        with pytest.raises(actions.WrongPassword):
            actions.enter("guard", "wrong", at=NOON)
    with pytest.raises(actions.TooManyFailures):
        actions.pass_factor(guard, code(), at=NOON)
    assert said("sign_in") == [("guard", "guard", "failed")] * 5 + [("guard", "guard", "locked")]


def test_a_recovery_code_opens_once_and_new_ones_make_the_old_worthless(guard: User) -> None:
    first, second = queries.recovery_codes(guard)[:2]
    assert actions.pass_factor(guard, first, at=NOON).type == Authenticator.Type.RECOVERY_CODES
    with pytest.raises(actions.WrongCode):
        actions.pass_factor(guard, first, at=NOON)
    actions.renew_codes(guard, at=NOON)
    with pytest.raises(actions.WrongCode):
        actions.pass_factor(guard, second, at=NOON)
    assert len(queries.recovery_codes(guard)) == 10
    assert said("add_factor", "renew_codes") == [("guard", "guard", "done")] * 2


def test_the_secret_lies_sealed_in_the_database(guard: User, settings: object) -> None:
    for kept in Authenticator.objects.all():
        assert SECRET not in str(kept.data) and "gAAAA" in str(kept.data)
    settings.SECRET_KEY = "another"  # type: ignore[attr-defined]
    with pytest.raises(actions.SecretsLost, match="签名密钥"):
        actions.pass_factor(guard, code(), at=NOON)


def test_a_role_the_city_names_must_enrol_and_cannot_take_it_off(guard: User, settings: object) -> None:
    settings.ENTRY = EntryRules(second_factor={Role.SECURITY_ADMIN, Role.REPORTER})  # type: ignore[attr-defined]
    clerk = User.objects.get(username="clerk")
    assert queries.duties(clerk, on=NOON.date()) == (Duty.FACTOR,)
    assert queries.duties(guard, on=NOON.date()) == ()
    with pytest.raises(actions.FactorNeeded):
        actions.remove_factor(guard, at=NOON)
    assert Authenticator.objects.filter(user=guard).count() == 2


def test_whoever_need_not_have_one_takes_it_off(guard: User) -> None:
    actions.remove_factor(guard, at=NOON)
    assert not Authenticator.objects.exists()
    assert said("remove_factor") == [("guard", "guard", "done")]


def test_a_lost_device_is_reset_by_another(guard: User) -> None:
    actions.begin(guard, session_key="k", at=NOON, by="password+totp")
    with pytest.raises(actions.OwnAccount):
        actions.reset_factor("guard", at=NOON, by="guard")
    actions.reset_factor("guard", at=NOON, by="second")
    assert not Authenticator.objects.exists() and queries.ending("k") == queries.TOLD["reset"]
    assert said("reset_factor", "end_session") == [("second", "guard", "done")] * 2
    assert actions.enter("guard", PASSWORD, at=NOON) == guard
