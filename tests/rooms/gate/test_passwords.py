"""Changing and resetting passwords: the rules, the last five, age, and what must be done first."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.cards import Duty
from ballast.rooms.gate.models import PasswordKept
from ballast.rulebook.entry import EntryRules
from rooms.gate.cast import NOON, PASSWORD, said, settle

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def clerk() -> User:
    """The clerk, who chose a password at noon."""
    return settle()["clerk"]


def chosen(number: int) -> str:
    """A good password, and another for every number."""
    return f"Kaigong-Jianshe-{number}"


def test_a_password_is_changed_and_noted(clerk: User) -> None:
    actions.change_password(clerk, PASSWORD, chosen(1), at=NOON)
    assert User.objects.get(pk=clerk.pk).check_password(chosen(1))
    assert said("change_password") == [("clerk", "clerk", "done")]
    kept = PasswordKept.objects.filter(user=clerk).latest("id")
    assert kept.set_at == NOON and kept.hash == User.objects.get(pk=clerk.pk).password


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("Ab1!", "至少 10 位"), ("onlysmallones", "3 类"), ("Clerk-2025-x", "账号或姓名"),
        ("X2025-krelc", "账号或姓名"), ("倪书言-Abc-2025", "账号或姓名"), ("Aa1Aa1Aa1Aa1", "不同的字符太少"),
        (PASSWORD, "最近 5 次"), ("Password123", "太常见"),
    ],
)  # fmt: skip
def test_a_bad_password_is_refused_with_what_is_wrong(clerk: User, new: str, told: str) -> None:
    with pytest.raises(actions.BadPassword, match=told):
        actions.change_password(clerk, PASSWORD, new, at=NOON)
    assert User.objects.get(pk=clerk.pk).check_password(PASSWORD)
    assert said("change_password") == [("clerk", "clerk", "refused")]


def test_a_long_phrase_needs_no_classes(clerk: User) -> None:
    actions.change_password(clerk, PASSWORD, "the port opens early this year", at=NOON)


def test_the_last_five_do_not_come_again_and_the_sixth_does(clerk: User) -> None:
    now = PASSWORD
    for number in range(1, 6):
        actions.change_password(clerk, now, chosen(number), at=NOON + number * DAY)
        now = chosen(number)
    with pytest.raises(actions.BadPassword, match="最近 5 次"):
        actions.change_password(clerk, now, chosen(1), at=NOON + 6 * DAY)
    actions.change_password(clerk, now, PASSWORD, at=NOON + 6 * DAY)
    assert PasswordKept.objects.filter(user=clerk).count() == 5


def test_the_old_password_is_asked_for_and_its_failures_lock(clerk: User) -> None:
    for _ in range(5):
        with pytest.raises(actions.WrongPassword):
            actions.change_password(clerk, "wrong", chosen(1), at=NOON)
    with pytest.raises(actions.TooManyFailures):
        actions.change_password(clerk, PASSWORD, chosen(1), at=NOON)
    assert said("confirm")[-1] == ("clerk", "clerk", "locked")


def test_a_password_grows_old_and_one_without_a_note_is_as_old_as_its_account(clerk: User, settings: object) -> None:
    assert queries.duties(clerk, on=(NOON + 90 * DAY).date()) == ()
    assert queries.duties(clerk, on=(NOON + 91 * DAY).date()) == (Duty.PASSWORD,)
    actions.change_password(clerk, PASSWORD, chosen(1), at=NOON + 91 * DAY)
    assert queries.duties(clerk, on=(NOON + 181 * DAY).date()) == ()
    settings.ENTRY = EntryRules(password_days=0)  # type: ignore[attr-defined]
    assert queries.duties(clerk, on=(NOON + 999 * DAY).date()) == ()


def test_a_reset_hands_out_a_password_that_must_be_changed(clerk: User) -> None:
    actions.begin(clerk, session_key="k", at=NOON, by="password")
    told = actions.reset_password("clerk", at=NOON + DAY, by="guard")
    user = actions.enter("clerk", told, at=NOON + DAY)
    assert actions.begin(user, session_key="k2", at=NOON + DAY, by="password") == (Duty.PASSWORD,)
    actions.change_password(user, told, chosen(1), at=NOON + DAY)
    assert queries.duties(user, on=(NOON + DAY).date()) == ()
    assert said("reset_password", "end_session")[0] == ("guard", "clerk", "done")
    assert queries.ending("k") == queries.TOLD["reset"]


def test_a_reset_is_refused_for_nobody_and_for_oneself(clerk: User) -> None:
    for name, refusal in (("nobody", actions.NoSuchAccount), ("guard", actions.OwnAccount)):
        with pytest.raises(refusal):
            actions.reset_password(name, at=NOON, by="guard")
    assert said("reset_password") == []
