"""Frozen cards of reminders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ballast.kit.words import Word
from ballast.rulebook.reminders import Kind, Wishes


class Channel(Word):
    """A way by which a reminder reaches a person."""

    WECOM = "wecom", "企业微信", "WeCom"
    DINGTALK = "dingtalk", "钉钉", "DingTalk"
    FEISHU = "feishu", "飞书", "Feishu"
    MAIL = "mail", "邮件", "mail"


class State(Word):
    """What became of a message over one channel."""

    QUEUED = "queued", "待发", "queued"
    SENDING = "sending", "发送中", "being sent"
    SENT = "sent", "已发", "sent"
    FAILED = "failed", "失败待重试", "failed, to be tried again"
    GIVEN_UP = "given_up", "失败", "failed"
    UNKNOWN = "unknown", "结果不明", "unknown whether it arrived"


Outcome = tuple[State, str]  # what became of a message, and the fault where it did not arrive


class DigestState(Word):
    """How far a person's digest of a day has come."""

    LAID = "laid", "待汇总", "laid"
    EMPTY = "empty", "无事项", "nothing to say"
    MADE = "made", "已汇总", "made"


@dataclass(frozen=True, slots=True)
class Transport:
    """How this city reaches the channels: its mail server as apprise writes it, and servers of its own by channel."""

    mail: str = ""
    servers: Mapping[str, str] = field(default_factory=dict)
    link: str = ""
    group: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mine:
    """A person's wishes, and the channels they gave an address for; the addresses themselves are not shown."""

    wishes: Wishes
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class MessageCard:
    """One message: to whom, of which day, over which channel, what became of it and after how many tries."""

    who: str
    day: date
    channel: Channel
    state: State
    tries: int
    begun_at: datetime | None
    ended_at: datetime | None
    fault: str
    counts: tuple[tuple[Kind, int], ...]
