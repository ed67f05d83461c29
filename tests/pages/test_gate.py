"""The gate on the site: in with and without a code, one session an account, what is due first, what allauth may not."""

import re
import time
from datetime import timedelta
from itertools import count

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django import Settings

from ballast.kit.audit import AuditLine
from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.models import Sitting
from ballast.rulebook.entry import EntryRules
from ballast.rulebook.terms import Role
from rooms.gate.cast import PASSWORD, said, settle

pytestmark = pytest.mark.django_db
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
NEW = "Kaigong-Jianshe-1"


@pytest.fixture
def cast() -> dict[str, User]:
    """The accounts by name, all made today."""
    users = settle()
    User.objects.update(date_joined=timezone.now())
    return users


def browser() -> Client:
    """A browser nobody has signed in with."""
    return Client(headers={"host": "localhost", "accept-language": "zh-CN"})


def enter(client: Client, username: str, password: str = PASSWORD, **more: str) -> str:
    """Sign in, and follow to the page that comes of it; its address."""
    answer = client.post("/sign-in/", {"username": username, "password": password, **more}, follow=True)
    return answer.redirect_chain[-1][0] if answer.redirect_chain else ""


def text(client: Client, path: str) -> str:
    """The page at an address, wherever that leads."""
    return client.get(path, follow=True).content.decode()


def wrong_code(secret: str) -> str:
    """What the authenticator shows at no time near now, neither by the application's clock nor by allauth's."""
    clocks = (timezone.now().timestamp(), time.time())
    near = {format_hotp_value(hotp_value(secret, int(now) // 30 + step)) for now in clocks for step in range(-2, 10)}
    return next(shown for shown in map(format_hotp_value, count()) if shown not in near)


def test_in_and_out(cast: dict[str, User]) -> None:
    client = browser()
    assert enter(client, "clerk", next="/account/") == "/account/"
    assert "倪书言" in text(client, "/account/") and "在线" in text(client, "/account/")
    client.post("/sign-out/")
    assert client.get("/account/").status_code == 302
    assert said("sign_in", "sign_out") == [("clerk", "clerk", "done")] * 2
    assert AuditLine.objects.filter(act="sign_in").get().detail == {"address": "127.0.0.1", "by": "password"}


def test_wrong_names_and_wrong_passwords_look_the_same(cast: dict[str, User]) -> None:
    said_of = []
    for username in ("clerk", "nobody"):
        page = browser().post("/sign-in/", {"username": username, "password": "wrong"}).content.decode()
        said_of.append(re.sub(r'value="[^"]*"', "", page))
    assert said_of[0] == said_of[1] and "账号或密码不对" in said_of[0]


def test_a_newer_sign_in_ends_the_older_which_is_told_once(cast: dict[str, User]) -> None:
    first, second = browser(), browser()
    enter(first, "clerk")
    enter(second, "clerk")
    assert "在别处登录" in text(first, "/account/")
    assert "在别处登录" not in text(first, "/sign-in/")
    assert "倪书言" in text(second, "/account/")


def test_a_form_sent_too_late_leads_back_to_the_page_it_stood_on(cast: dict[str, User]) -> None:
    late, there = browser(), "http://localhost/supervision/stalls/?month=2025-07"
    answer = late.post("/supervision/stalls/P000001/reason/", headers={"referer": there})
    assert answer.headers["Location"] == "/sign-in/?next=/supervision/stalls/%3Fmonth%3D2025-07"
    for elsewhere in ("http://elsewhere.example/trap/", ""):
        answer = late.post("/supervision/stalls/P000001/reason/", headers={"referer": elsewhere})
        assert answer.headers["Location"] == "/sign-in/?next=/start/"


def test_a_panel_that_asks_too_late_brings_the_page_to_the_gate(cast: dict[str, User]) -> None:
    first = browser()
    enter(first, "clerk")
    enter(browser(), "clerk")
    answer = first.get("/panels/reports/", headers={"hx-request": "true", "hx-current-url": "http://localhost/?sort=x"})
    assert answer.headers["HX-Redirect"] == "/sign-in/?next=%2F%3Fsort%3Dx" and not answer.content


def age(client: Client, minutes: int) -> None:
    """Let the session have begun so long ago."""
    session = client.session
    session["begun"] -= minutes * 60
    session.save()


@pytest.mark.parametrize(("minutes", "told"), [(31, "长时间没有操作"), (481, "已满时限")])
def test_a_session_ends_by_the_clock(cast: dict[str, User], minutes: int, told: str) -> None:
    client = browser()
    enter(client, "clerk")
    client.cookies["seen"] = "9999999999:forged"
    age(client, minutes)
    assert told in text(client, "/account/")
    assert said("end_session") == [("clerk", "clerk", "done")]
    assert not Sitting.objects.filter(ended_at__isnull=True).exists()


def test_a_session_that_is_used_goes_on_and_the_database_is_not_written_for_it(cast: dict[str, User]) -> None:
    client = browser()
    enter(client, "clerk")
    age(client, 31)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/account/").status_code == 200
    assert not [query for query in asked if not query["sql"].startswith("SELECT")]


def test_closing_an_account_ends_its_session(cast: dict[str, User]) -> None:
    client = browser()
    enter(client, "clerk")
    User.objects.filter(username="clerk").update(is_active=False)
    assert "已停用" in text(client, "/account/")
    assert AuditLine.objects.get(act="end_session").detail["why"] == "closed"


def test_a_password_set_by_another_ends_the_session_and_is_changed_first(cast: dict[str, User]) -> None:
    client, guard = browser(), browser()
    enter(client, "clerk")
    enter(guard, "guard")
    shown = guard.post("/accounts/security/clerk/reset-password/").content.decode()
    handed_out = re.search(r'class="key">([^<]+)<', shown)
    assert handed_out is not None and "安全管理员重置" in text(client, "/account/")

    assert enter(client, "clerk", handed_out[1]) == "/account/password/"
    assert client.get("/account/").headers["Location"] == "/account/password/"
    assert client.get("/projects/").headers["Location"] == "/account/password/"
    bad = client.post("/account/password/", {"old": handed_out[1], "new": "short", "again": "short"}).content.decode()
    assert "至少 10 位" in bad
    client.post("/account/password/", {"old": handed_out[1], "new": NEW, "again": NEW})
    assert client.get("/account/").status_code == 200, "the session goes on"
    assert enter(browser(), "clerk", NEW) == "/month/worklist/"
    assert "在别处登录" in text(client, "/account/"), "under the key it got by the change"


def test_a_password_too_old_leads_to_the_change_only(cast: dict[str, User]) -> None:
    User.objects.update(date_joined=timezone.now() - timedelta(days=100))
    client = browser()
    assert enter(client, "clerk", next="/account/") == "/account/password/"
    twice = client.post("/account/password/", {"old": PASSWORD, "new": NEW, "again": "x"}).content.decode()
    assert "两次输入" in twice
    client.post("/account/password/", {"old": PASSWORD, "new": NEW, "again": NEW})
    assert client.get("/account/").status_code == 200


def test_the_second_factor_is_bound_and_asked_for(cast: dict[str, User], settings: Settings) -> None:
    settings.ENTRY = EntryRules(second_factor={Role.SECURITY_ADMIN})
    client = browser()
    assert enter(client, "guard") == "/account/confirm/?next=%2Faccount%2Ffactor%2F"
    client.post("/account/confirm/", {"password": PASSWORD, "next": "/account/factor/"})
    page = text(client, "/account/factor/")
    assert 'src="data:image/svg+xml;base64,' in page and client.get("/account/").status_code == 302
    secret = client.session["mfa.totp.secret"]
    now = format_hotp_value(hotp_value(secret, int(time.time()) // 30))  # binding goes by allauth's clock
    assert "恢复码" in client.post("/account/factor/", {"code": now}, follow=True).content.decode()
    assert client.get("/account/").status_code == 200
    assert client.post("/account/factor/remove/").status_code == 400
    assert said("add_factor", "remove_factor") == [("guard", "guard", "done")]

    codes = queries.recovery_codes(cast["guard"])
    again = browser()
    assert enter(again, "guard") == "/sign-in/code/"
    assert again.get("/account/").headers["Location"].startswith("/sign-in/")
    assert "动态码不对" in again.post("/sign-in/code/", {"code": wrong_code(secret)}).content.decode()
    assert again.post("/sign-in/code/", {"code": codes[0]}).headers["Location"] == "/start/"
    assert AuditLine.objects.filter(act="sign_in", result="done").latest("id").detail["by"] == "password+recovery_codes"
    assert "在别处登录" in text(client, "/account/")


def test_a_wrong_first_code_binds_nothing(cast: dict[str, User]) -> None:
    client = browser()
    enter(client, "clerk")
    client.post("/account/confirm/", {"password": PASSWORD, "next": "/account/factor/"})
    client.get("/account/factor/")
    wrong = wrong_code(client.session["mfa.totp.secret"])
    assert client.post("/account/factor/", {"code": wrong}).status_code == 200
    assert not Authenticator.objects.exists()


def test_a_device_is_reset_and_a_name_unlocked_by_the_security_administrator(cast: dict[str, User]) -> None:
    actions.add_factor(cast["clerk"], SECRET, at=timezone.now())
    for _ in range(5):
        enter(browser(), "clerk", "wrong")
    guard = browser()
    enter(guard, "guard")
    assert "刚刚输错 5 次" in text(guard, "/accounts/security/?q=cle")
    assert guard.post("/accounts/security/clerk/unlock/").status_code == 302
    assert enter(browser(), "clerk") == "/sign-in/code/"
    guard.post("/accounts/security/clerk/reset-factor/")
    assert enter(browser(), "clerk") == "/month/worklist/"
    assert guard.post("/accounts/security/guard/unlock/").status_code == 400
    assert guard.post("/accounts/security/nobody/unlock/").status_code == 404
    assert guard.post("/accounts/security/clerk/promote/").status_code == 404
    assert said("unlock", "reset_factor") == [("guard", "clerk", "done")] * 2


def test_nobody_else_looks_at_accounts(cast: dict[str, User]) -> None:
    client = browser()
    enter(client, "office")
    assert client.get("/accounts/security/").status_code == 403
    assert client.post("/accounts/security/clerk/reset-password/").status_code == 403
    assert said("reset_password") == []


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_email", "account_reset_password", "account_inactive", "socialaccount_signup",
     "socialaccount_connections", "mfa_index"],
)  # fmt: skip
def test_what_is_not_wanted_of_allauth_has_no_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_page_asked_for_as_data_is_a_page(cast: dict[str, User]) -> None:
    answer = browser().get("/sign-in/", headers={"accept": "application/json", "x-requested-with": "XMLHttpRequest"})
    assert answer.headers["Content-Type"].startswith("text/html")
