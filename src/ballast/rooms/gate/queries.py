"""The questions of the gate: what ended a session, what is still due, an account with its keys and its entries."""

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone

from ballast.kit.audit import AuditLine
from ballast.kit.sentence import Sentence
from ballast.rooms.gate.accounts import account_named as account_named
from ballast.rooms.gate.accounts import accounts as accounts
from ballast.rooms.gate.cards import AccountCard, Ending, EntryCard, KeysCard, SeatCard, SittingCard
from ballast.rooms.gate.due import duties as duties
from ballast.rooms.gate.due import latest_password, password_ends
from ballast.rooms.gate.locking import DONE, FAILED, LOCKED, REFUSED, SIGN_IN
from ballast.rooms.gate.models import Sitting
from ballast.rooms.gate.sittings import overdue as overdue
from ballast.rooms.gate.tokens import bearer as bearer
from ballast.rooms.gate.tokens import tokens_of as tokens_of
from ballast.rooms.gate.who import day_of, roles_of
from ballast.rooms.people import queries as people
from ballast.rulebook.entry import EntryRules
from ballast.rulebook.powers import Power, scope

SHOWN = 10
TOLD = {
    Ending.IDLE: Sentence("长时间没有操作，已自动退出，请重新登录", "You were idle too long and have been signed out"),
    Ending.OLD: Sentence("登录已满时限，请重新登录", "You were signed in for as long as is allowed; sign in again"),
    Ending.RESET: Sentence(
        "安全管理员重置了您的登录凭证，请用新的密码或动态码登录",
        "The security administrator has reset your keys; sign in with the new ones",
    ),
    Ending.CLOSED: Sentence("这个账号已停用，请联系系统管理员", "This account is closed; ask the system administrator"),
}
RESULTS = {
    DONE: Sentence("成功", "came in"), FAILED: Sentence("不对", "wrong"), LOCKED: Sentence("锁定中", "locked"),
    REFUSED: Sentence("拒绝", "refused"),
}  # fmt: skip
BY = {
    "password": Sentence("密码", "password"), "totp": Sentence("动态码", "one-time code"),
    "code": Sentence("动态码", "one-time code"), "recovery_codes": Sentence("恢复码", "recovery code"),
    "socialaccount": Sentence("统一身份认证", "single sign-on"),
    "single_sign_on": Sentence("统一身份认证", "single sign-on"),
}  # fmt: skip


def ending(session_key: str) -> Sentence | None:
    """What to tell a browser whose session was ended by something else than its own sign-out."""
    sitting = Sitting.objects.filter(session_key=session_key, ended_at__isnull=False).first()
    if sitting is None or sitting.why == Ending.LEFT:
        return None
    if sitting.why != Ending.ELSEWHERE or sitting.ended_at is None:
        return TOLD[Ending(sitting.why)]
    newer = Sitting.objects.filter(user=sitting.user_id, begun_at__gte=sitting.ended_at).order_by("begun_at").first()
    when = f"{sitting.ended_at.astimezone(timezone.get_current_timezone()):%H:%M}"
    where = newer.address if newer else ""
    return Sentence(
        f"这个账号 {when} 在别处登录{f'（{where}）' if where else ''}，这里已退出；如不是您本人，请立即联系安全管理员",
        f"This account signed in elsewhere at {when}{f' ({where})' if where else ''} and was signed out here; "
        "if that was not you, tell the security administrator at once",
    )


def account(user: User, *, at: datetime) -> AccountCard:
    """A person's own page."""
    official = people.official_of(user, on=day_of(at))
    sat = Sitting.objects.filter(user=user).order_by("-begun_at")[:SHOWN]
    seats = tuple(
        SeatCard(seat.role, seat.office.name, scope(seat.role), seat.until, seat.giver)
        for seat in (official.seats if official else ())
    )
    return AccountCard(
        user.get_username(), official.name if official else "", seats,
        tuple(power for power in Power if people.may(official, power)),
        _keys(user, day_of(at)), tuple(_sitting(one, at) for one in sat), tuple(_entries(user.get_username())),
    )  # fmt: skip


def rules() -> EntryRules:
    """The city's rules of entry."""
    found: EntryRules = settings.ENTRY
    return found


def recovery_codes(user: User) -> tuple[str, ...]:
    """The recovery codes of an account that are still unused, to be shown to itself."""
    kept = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return tuple(RecoveryCodes(kept).get_unused_codes()) if kept else ()


def _keys(user: User, on: date) -> KeysCard:
    rules: EntryRules = settings.ENTRY
    latest = latest_password(user)
    totp = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return KeysCard(
        user.has_usable_password(), latest.set_at if latest else None, password_ends(user, latest),
        totp.created_at if totp else None, rules.needs_factor(roles_of(user, on=on)),
        len(recovery_codes(user)), SocialAccount.objects.filter(user=user).exists(),
    )  # fmt: skip


def _sitting(sitting: Sitting, at: datetime) -> SittingCard:
    """One stay; one nobody came back to is over by the clock, though nobody noted its end."""
    why = Ending(sitting.why) if sitting.why else overdue(begun_at=sitting.begun_at, seen_at=at, at=at)
    return SittingCard(
        sitting.begun_at, sitting.address, sitting.agent, sitting.by, sitting.ended_at, why
    )  # fmt: skip


def _entries(username: str) -> list[EntryCard]:
    """The last tries to come in by this name, whoever made them."""
    lines = AuditLine.objects.filter(actor=username, act=SIGN_IN).order_by("-id")[:SHOWN]
    return [
        EntryCard(
            line.moment, RESULTS[line.result], line.result != DONE, line.detail.get("address", ""),
            _came_by(line.detail.get("by", "password")),
        )
        for line in lines
    ]  # fmt: skip


def _came_by(said: str) -> Sentence:
    """How somebody came, or tried to: one step after the other."""
    steps = [BY.get(step, Sentence(step, step)) for step in said.split("+")]
    return Sentence("＋".join(step.zh for step in steps), " + ".join(step.en for step in steps))
