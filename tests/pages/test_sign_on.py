"""Single sign-on against a real provider: through the redirect and back, and every way that must not let in."""

import time
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import jwt
import pytest
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from ballast.kit.audit import AuditLine
from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.single_sign_on import WHY
from ballast.rooms.gate.views.provider import Provider
from ballast.rulebook.entry import EntryRules
from ballast.rulebook.terms import Role
from ballast.site import environment
from plugins.serving import free_port
from plugins.sign_on import Person, running
from rooms.gate.cast import PASSWORD, said, settle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(settings: Settings, provider: Person) -> dict[str, User]:
    """The accounts by name, all made today, in a city with single sign-on."""
    trust(settings, provider.issuer)
    users = settle()
    User.objects.update(date_joined=timezone.now())
    return users


def trust(settings: Settings, issuer: str) -> None:
    """Let the city trust this issuer."""
    told = {
        "issuer": issuer, "client": "ballast", "secret": "told-by-no-one", "claim": "preferred_username",
        "name": "政务统一认证",
    }  # fmt: skip
    settings.SINGLE_SIGN_ON, settings.SOCIALACCOUNT_PROVIDERS = told, environment.providers(told)


def browser() -> Client:
    """A browser nobody has signed in with."""
    return Client(headers={"host": "localhost", "accept-language": "zh-CN"})


def begin(client: Client, after: str = "") -> str:
    """Click on single sign-on; the provider's address with everything asked of it."""
    return str(client.get(f"/sign-in/sso/out/{after}").headers["Location"])


def changed(address: str, **changes: str) -> str:
    """An address with some of its query changed."""
    parts = urlsplit(address)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()} | changes
    return urlunsplit(parts._replace(query=urlencode(asked)))


def refused(client: Client, back: str, why: str) -> bool:
    """Whether coming back this way lets nobody in, says why, and leaves an audit line."""
    page = client.get(back, follow=True)
    lines = AuditLine.objects.filter(act="sign_in")
    return (
        page.redirect_chain[-1][0] == "/sign-in/"
        and WHY[why].zh in page.content.decode()
        and not lines.filter(result="done").exists()
        and lines.filter(result="refused").latest("id").detail["why"] == why
        and client.get("/account/").status_code == 302
    )


def test_through_the_provider_and_back(provider: Person) -> None:
    client = browser()
    assert "政务统一认证登录" in client.get("/sign-in/").content.decode()
    asked = parse_qs(urlsplit(begin(client)).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["nonce"][0]) >= 32 and asked["state"]
    back = provider.answer(begin(client, "?next=/account/"), "clerk")
    assert client.get(back).headers["Location"] == "/account/"
    assert "倪书言" in client.get("/account/").content.decode()
    assert said("link_single_sign_on", "sign_in") == [("clerk", "clerk", "done")] * 2
    assert AuditLine.objects.get(act="sign_in").detail["by"] == "socialaccount"
    link = SocialAccount.objects.get()
    assert (link.provider, link.uid, link.user.username, link.extra_data) == ("sso", "clerk", "clerk", {})

    again = browser()
    assert again.get(provider.answer(begin(again), "clerk")).headers["Location"] == "/start/"
    assert "在别处登录" in client.get("/account/", follow=True).content.decode()
    assert User.objects.count() == 3 and SocialAccount.objects.count() == 1


def test_nothing_the_visitor_says_reaches_the_provider() -> None:
    asked = parse_qs(urlsplit(begin(browser(), "?scope=admin&auth_params=prompt%3Dnone&process=connect")).query)
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"} and "prompt" not in asked
    away = begin(browser(), "?next=https://evil.example/")
    assert "evil" not in away


def test_whoever_has_no_account_is_refused_and_none_is_made(provider: Person) -> None:
    client = browser()
    assert refused(client, provider.answer(begin(client), "stranger"), "unknown")
    assert said("sign_in") == [("stranger", "stranger", "refused")]
    assert User.objects.count() == 3 and not SocialAccount.objects.exists()


def test_a_closed_account_is_as_one_that_is_not(provider: Person) -> None:
    User.objects.filter(username="clerk").update(is_active=False)
    client = browser()
    assert refused(client, provider.answer(begin(client), "clerk"), "unknown")


def test_another_person_of_the_name_is_refused_until_unbound(provider: Person) -> None:
    first, second = browser(), browser()
    first.get(provider.answer(begin(first), "clerk"))
    first.post("/sign-out/")
    came = second.get(provider.answer(begin(second), "clerk~another"), follow=True).content.decode()
    assert WHY["other_subject"].zh in came and second.get("/account/").status_code == 302
    actions.unlink("clerk", at=timezone.now(), by="guard")
    assert second.get(provider.answer(begin(second), "clerk~another")).headers["Location"] == "/start/"
    assert said("unlink_single_sign_on") == [("guard", "clerk", "done")]


def test_a_person_renamed_at_the_provider_is_refused(provider: Person, cast: dict[str, User]) -> None:
    SocialAccount.objects.create(provider="sso", uid="clerk", user=cast["office"])
    client = browser()
    assert refused(client, provider.answer(begin(client), "clerk"), "other_name")


def test_a_tampered_state_is_refused(provider: Person) -> None:
    client = browser()
    back = provider.answer(begin(client), "clerk")
    assert refused(client, changed(back, state="x" * 16), "unasked")


def test_an_answer_another_browser_asked_for_is_refused(provider: Person) -> None:
    back = provider.answer(begin(browser()), "clerk")
    assert refused(browser(), back, "unasked")


def test_an_answer_serves_once(provider: Person) -> None:
    client = browser()
    back = provider.answer(begin(client), "stranger")
    client.get(back)
    assert refused(client, back, "unasked")


def test_a_token_with_another_nonce_is_refused(provider: Person) -> None:
    client = browser()
    assert refused(client, provider.answer(changed(begin(client), nonce="another"), "clerk"), "untrusted")


def test_a_code_without_its_verifier_is_refused(provider: Person) -> None:
    client = browser()
    asked = changed(begin(client), code_challenge="E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    assert refused(client, provider.answer(asked, "clerk"), "untrusted")


@pytest.mark.parametrize(("behind", "fault"), [(3600, "Expired"), (-3600, "Immature")])
def test_a_token_that_has_expired_or_is_not_yet_good_is_refused(settings: Settings, behind: int, fault: str) -> None:
    with running(behind=behind) as provider:
        trust(settings, provider.issuer)
        client = browser()
        assert refused(client, provider.answer(begin(client), "clerk"), "untrusted")
        assert fault in AuditLine.objects.filter(act="sign_in").latest("id").detail["detail"]


def test_whoever_cancels_is_told_so(provider: Person) -> None:
    client = browser()
    assert refused(client, provider.answer(begin(client), "clerk", cancel=True), "cancelled")


def test_a_provider_that_is_away_is_told(settings: Settings) -> None:
    trust(settings, f"http://127.0.0.1:{free_port()}")
    client = browser()
    assert refused(client, "/sign-in/sso/out/", "unreachable")
    assert refused(client, "/sign-in/sso/back/?code=x&state=y", "unasked")


OURS = rsa.generate_private_key(65537, 2048)
FORGED = (("RS256", "InvalidSignature"), ("none", "InvalidAlgorithm"), ("HS256", "InvalidAlgorithm"))
UNFIT = (
    ({"aud": "other"}, "InvalidAudience"), ({"iss": "http://elsewhere"}, "InvalidIssuer"),
    ({"exp": 1}, "Expired"), ({"exp": None}, "MissingRequired"), ({"sub": None}, "MissingRequired|InvalidSubject"),
)  # fmt: skip


def token(provider: Person, changes: dict[str, object], *, how: str = "RS256") -> str:
    """A token that says what the provider's would, signed with a key that is not the provider's."""
    [known, *_] = jwt.PyJWKClient(f"{provider.issuer}/jwks").get_signing_keys()
    now = int(time.time())
    said = {"iss": provider.issuer, "aud": "ballast", "sub": "clerk", "iat": now, "exp": now + 60, **changes}
    told = {name: value for name, value in said.items() if value is not None}
    key = {"none": "", "HS256": "told-by-no-one-told-by-no-one-told"}.get(how, OURS)
    return jwt.encode(told, key, algorithm=how, headers={"kid": known.key_id})


@pytest.mark.parametrize(("how", "fault"), FORGED)
def test_a_token_the_provider_did_not_sign_is_not_read(provider: Person, how: str, fault: str) -> None:
    adapter = Provider(RequestFactory().get("/"), "sso")
    with pytest.raises(OAuth2Error, match=fault):
        adapter.checked(adapter.get_provider().app, token(provider, {}, how=how))


@pytest.mark.parametrize(("changes", "fault"), UNFIT)
def test_a_token_signed_for_another_or_without_what_it_needs_is_not_read(
    provider: Person, monkeypatch: pytest.MonkeyPatch, changes: dict[str, object], fault: str
) -> None:
    monkeypatch.setattr(jwtkit, "fetch_key", lambda *_: ("RS256", OURS.public_key()))
    adapter = Provider(RequestFactory().get("/"), "sso")
    assert adapter.checked(adapter.get_provider().app, token(provider, {}))["sub"] == "clerk"
    with pytest.raises(OAuth2Error, match=fault):
        adapter.checked(adapter.get_provider().app, token(provider, changes))


def test_a_second_factor_is_asked_for_after_the_provider_too(provider: Person, cast: dict[str, User]) -> None:
    actions.add_factor(cast["clerk"], generate_totp_secret(), at=timezone.now())
    client = browser()
    assert client.get(provider.answer(begin(client), "clerk")).headers["Location"] == "/sign-in/code/"
    assert client.get("/account/").status_code == 302
    code = queries.recovery_codes(cast["clerk"])[0]
    assert client.post("/sign-in/code/", {"code": code}).headers["Location"] == "/start/"
    assert AuditLine.objects.get(act="sign_in", result="done").detail["by"] == "socialaccount+recovery_codes"


def test_a_factor_is_bound_without_a_password_of_the_house_by_who_just_came(
    provider: Person, settings: Settings
) -> None:
    settings.ENTRY = EntryRules(second_factor={Role.REPORTER})
    client = browser()
    client.get(provider.answer(begin(client), "clerk"))
    assert client.get("/account/").headers["Location"] == "/account/factor/"
    assert "二维码" in client.get("/account/factor/").content.decode()
    session = client.session
    session["begun"] -= 900
    session.save()
    assert client.get("/account/factor/").headers["Location"].startswith("/account/confirm/")


def test_a_password_that_is_too_old_does_not_hinder_single_sign_on(provider: Person) -> None:
    User.objects.update(date_joined=timezone.now() - timedelta(days=100))
    client = browser()
    client.get(provider.answer(begin(client), "clerk"))
    assert client.get("/account/").status_code == 200


def test_passwords_may_be_kept_to_administrators(settings: Settings) -> None:
    settings.ENTRY = EntryRules(local="administrators")
    page = browser().post("/sign-in/", {"username": "clerk", "password": PASSWORD}).content.decode()
    assert "本市只允许管理员用密码登录" in page
    assert browser().post("/sign-in/", {"username": "guard", "password": PASSWORD}).headers["Location"] == "/start/"
