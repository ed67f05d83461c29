"""A demonstration stands still on its day: pages say so and count from it; what is done bears its true moment."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from ballast.kit.audit import AuditLine
from ballast.rooms.gate import actions
from ballast.rooms.reminders.models import Digest, Preference
from ballast.rulebook.powers import Power
from ballast.site import demonstrating, tasks
from ballast.site.commands import main
from pages.cast import JULY, Town, settle
from pages.test_calendar import signed_in

pytestmark = pytest.mark.django_db
DAY = date(2025, 8, 12)
BANNER = f"演示日期 {DAY}"


@pytest.fixture
def town(settings: Settings) -> Town:
    town = settle()
    settings.DEMONSTRATION_DAY = DAY
    return town


def test_every_page_says_the_day_and_counts_from_it(town: Town) -> None:
    east = signed_in("east")
    assert BANNER in Client(headers={"host": "localhost"}).get("/sign-in/").content.decode()
    for path in (f"/projects/{town.east}/", "/reminders/", f"/projects/{town.east}/panels/history/"):
        assert BANNER in east.get(path).content.decode(), path
    page = east.get("/month/worklist/").content.decode()
    assert BANNER in page and JULY in page, "the month in hand is the one before the day"


def test_what_is_done_bears_the_moment_at_which_it_was_done(town: Town) -> None:
    before = timezone.now()
    signed_in("east").post("/reminders/", {"hour": "9", "kinds": ["due"]})
    [line] = AuditLine.objects.filter(act="tune_reminders")
    assert line.moment >= before and Preference.objects.get(who="east").changed_at >= before


def test_a_token_ends_by_the_true_day(town: Town) -> None:
    user = get_user_model().objects.get(username="east")
    begun = datetime(2025, 8, 11, 1, tzinfo=UTC)
    secret = actions.issue_token(user, "导出", {Power.READ}, expires_on=DAY + timedelta(days=1), at=begun)
    program = Client(headers={"host": "localhost", "authorization": f"Bearer {secret}"})
    assert program.get("/api/areas").status_code == 401


def test_nobody_is_written_to_of_duties_that_are_made_up(town: Town) -> None:
    Preference.objects.create(who="east", hour=0, channels=["mail"], changed_at=timezone.now())
    assert tasks.lay() == 0 and not Digest.objects.exists()
    assert "演示城市不发送提醒" in signed_in("east").get("/reminders/").content.decode()


def test_a_real_city_never_runs_on_another_day(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(demonstrating.NoDemonstration) as refused:
        demonstrating.prove()
    assert "真实数据只按当天日期办理" in refused.value.sentence.zh
    for command in ("serve", "work", "figures"):
        assert main([command]) == 2, command
    assert "演示日期" in capsys.readouterr().err


def test_the_true_day_needs_no_proof() -> None:
    settle()
    demonstrating.prove()
    page = signed_in("east").get("/reminders/").content.decode()
    assert "演示日期" not in page and "演示城市" not in page
    assert timezone.localdate() - timedelta(days=1) > DAY
