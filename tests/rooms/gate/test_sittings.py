"""One session an account: the newer ends the older, clocks end both, and the browser is told why."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.cards import Ending
from ballast.rooms.gate.models import Sitting
from rooms.gate.cast import CAFE, NOON, OFFICE, said, settle

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clerk() -> User:
    """The clerk, sitting in the office since noon."""
    user = settle()["clerk"]
    actions.begin(user, session_key="first", at=NOON, by="password", address=OFFICE, agent="Firefox")
    return user


def test_a_newer_sign_in_ends_the_older_and_says_where_it_is(clerk: User) -> None:
    actions.begin(clerk, session_key="second", at=NOON + MINUTE, by="password", address=CAFE)
    told = queries.ending("first")
    assert told is not None and "12:01" in told.zh and CAFE in told.zh
    assert queries.ending("second") is None
    assert said("sign_in", "end_session") == [("clerk", "clerk", "done")] * 3
    assert Sitting.objects.get(ended_at__isnull=True).session_key == "second"


def test_the_database_itself_knows_one_open_sitting(clerk: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Sitting.objects.create(user=clerk, session_key="x", begun_at=NOON, by="password")


def test_clocks_end_a_sitting(clerk: User) -> None:
    assert queries.overdue(begun_at=NOON, seen_at=NOON, at=NOON + 29 * MINUTE) is None
    assert queries.overdue(begun_at=NOON, seen_at=NOON, at=NOON + 30 * MINUTE) is Ending.IDLE
    late = NOON + 480 * MINUTE
    assert queries.overdue(begun_at=NOON, seen_at=late, at=late) is Ending.OLD


def test_what_was_over_when_another_began_was_not_ended_by_it(clerk: User) -> None:
    late = NOON + 481 * MINUTE
    assert queries.account(clerk, at=late).sittings[0].why is Ending.OLD
    actions.begin(clerk, session_key="second", at=late, by="password", address=CAFE)
    assert queries.ending("first") == queries.TOLD[Ending.OLD]


def test_who_signed_out_is_told_nothing(clerk: User) -> None:
    actions.leave("clerk", at=NOON + MINUTE, session_key="first")
    assert queries.ending("first") is None
    assert said("sign_out", "end_session") == [("clerk", "clerk", "done")]


def test_a_session_that_is_gone_was_reset_or_its_account_closed(clerk: User) -> None:
    actions.miss("first", at=NOON + MINUTE)
    assert queries.ending("first") == queries.TOLD[Ending.RESET]
    actions.begin(clerk, session_key="second", at=NOON + MINUTE, by="password")
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    actions.miss("second", at=NOON + 2 * MINUTE)
    assert queries.ending("second") == queries.TOLD[Ending.CLOSED]
    assert said("end_session") == [("clerk", "clerk", "done")] * 2


def test_the_own_page_shows_where_one_sits_and_every_try(clerk: User) -> None:
    with pytest.raises(actions.WrongPassword):
        actions.enter("clerk", "wrong", at=NOON + MINUTE, address=CAFE)
    page = queries.account(clerk, at=NOON + MINUTE)
    assert [(sat.address, sat.agent, sat.why) for sat in page.sittings] == [(OFFICE, "Firefox", None)]
    assert [(one.result.zh, one.address) for one in page.entries] == [("不对", CAFE), ("成功", OFFICE)]
    assert page.keys.has_password and page.keys.factor_since is None and not page.manages
