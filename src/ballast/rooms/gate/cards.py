"""Frozen cards of the gate: sittings and their ends, what is still due, an account's locks and keys."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.powers import Power, Scope
from ballast.rulebook.terms import Role


class Ending(Word):
    """Why a sitting ended."""

    LEFT = "left", "本人退出", "signed out"
    IDLE = "idle", "长时间没有操作", "idle too long"
    OLD = "old", "登录时间过长", "signed in too long"
    ELSEWHERE = "elsewhere", "在别处登录", "signed in elsewhere"
    RESET = "reset", "安全管理员已重置", "reset by the security administrator"
    CLOSED = "closed", "账号已停用", "account closed"


class Duty(Word):
    """What must be done before anything else may be."""

    PASSWORD = "password", "修改密码", "change the password"
    FACTOR = "factor", "绑定动态码", "enrol a second factor"


@dataclass(frozen=True, slots=True)
class SittingCard:
    """One stay of an account; ``ended_at`` is None while it lasts."""

    begun_at: datetime
    address: str
    agent: str
    by: str
    ended_at: datetime | None
    why: Ending | None


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One try to come in, as the audit trail has it."""

    moment: datetime
    result: Sentence
    is_bad: bool
    address: str
    by: Sentence


@dataclass(frozen=True, slots=True)
class KeysCard:
    """What an account comes in by: its password, its second factor, its link to single sign-on."""

    has_password: bool
    password_set_at: datetime | None
    password_due: date | None
    factor_since: datetime | None
    factor_needed: bool
    codes_left: int
    linked: bool


@dataclass(frozen=True, slots=True)
class SeatCard:
    """One seat of a person: what they are in which office, how far it sees, until when, and lent by whom."""

    role: Role
    office: str
    scope: Scope
    until: date | None
    giver: str


@dataclass(frozen=True, slots=True)
class AccountCard:
    """A person's own page: who they are, what they may do, where they sit and how they came in."""

    username: str
    name: str
    seats: tuple[SeatCard, ...]
    powers: tuple[Power, ...]
    keys: KeysCard
    sittings: tuple[SittingCard, ...]
    entries: tuple[EntryCard, ...]

    @property
    def manages(self) -> bool:
        """Whether they look after other people's accounts."""
        return Power.RESET in self.powers


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account as the security administrator sees it: whose, what it comes in by, what stands in its way."""

    username: str
    name: str
    is_open: bool
    has_password: bool
    has_factor: bool
    linked: bool
    seated: bool
    last_in: datetime | None
    failures: int


@dataclass(frozen=True, slots=True)
class TokenCard:
    """One token of a person: what it is for, the powers lent to it, its last day, and when it was taken back."""

    id: int
    name: str
    powers: tuple[Power, ...]
    created_at: datetime
    expires_on: date
    revoked_at: datetime | None

    def open(self, on: date) -> bool:
        """Whether it is good on a day."""
        return self.revoked_at is None and self.expires_on >= on
