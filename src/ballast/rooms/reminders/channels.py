"""The robots' channels, through apprise; ``letters`` speaks to the mail server. A city's own server may stand in the
place of the public one.

apprise takes any 200 of 企业微信 and 钉钉 for a message sent, though their robots refuse with 200 and a code in the
answer; ours read it. Failed is only what surely was not taken, so that it may be tried again. Where everything was sent
and no answer came that can be read, it is not known, and not sent again.
"""

import json
import re
from typing import Any

import requests
from apprise import NotifyFormat
from apprise.plugins.dingtalk import NotifyDingTalk
from apprise.plugins.feishu import NotifyFeishu
from apprise.plugins.wecombot import NotifyWeComBot
from urllib3.exceptions import ProtocolError

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reminders import letters
from ballast.rooms.reminders.cards import Channel, Outcome, State, Transport

PATIENCE = 20.0
# Whoever stands before the robot answers for it: the robot itself may have taken what was sent.
BETWEEN = (502, 504)
TOKEN = r"[A-Za-z0-9_-]{8,128}"
# What a person may enter: the address a robot is given, or the key in it.
ADDRESSES = {
    Channel.WECOM: re.compile(rf"(?:https://[^\s?]+\?key=)?(?P<token>{TOKEN})"),
    Channel.DINGTALK: re.compile(rf"(?:(?P<secret>SEC[A-Za-z0-9]+)@)?(?:https://[^\s?]+\?access_token=)?(?P<token>{TOKEN})"),
    Channel.FEISHU: re.compile(rf"(?:https://\S+/hook/)?(?P<token>{TOKEN})/?"),
    Channel.MAIL: re.compile(r"(?P<token>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){1,8})"),
}  # fmt: skip
Payload = dict[str, Any]
NO_ANSWER: Outcome = (State.UNKNOWN, "对方没有应答 / no answer")


class NoAddress(Refusal):
    """What was entered is no address of the channel."""


def address(channel: Channel, text: str) -> str:
    """The part of what a person entered that the channel needs. Raises NoAddress."""
    found = ADDRESSES[channel].fullmatch(text.strip())
    if found is None:
        raise NoAddress(
            Sentence(f"这不是{channel.zh}的地址：机器人请粘贴完整的 Webhook 地址，邮件请填邮箱",
                     f"This is no address of {channel.en}: paste the whole webhook, or give a mail address"),
            where=channel.zh, code="no_address",
        )  # fmt: skip
    secret = found.groupdict().get("secret")
    return f"{secret}@{found['token']}" if secret else found["token"]


class _Answered:
    """Sends JSON to a robot and reads what it answers."""

    outcome: Outcome = (State.FAILED, "")

    def posted(self, url: str, payload: Payload, params: dict[str, str] | None = None) -> bool:
        """Whether the robot took the text; ``outcome`` says more."""
        self.outcome = _posted(url, payload, params)
        return self.outcome[0] is State.SENT


def _posted(url: str, payload: Payload, params: dict[str, str] | None) -> Outcome:
    try:
        answer = requests.post(url, json=payload, params=params, timeout=(5.0, PATIENCE), allow_redirects=False)
    except requests.ReadTimeout:
        return NO_ANSWER
    except requests.RequestException as error:
        lost = any(isinstance(cause, ProtocolError) for cause in error.args)
        return NO_ANSWER if lost else (State.FAILED, type(error).__name__)
    try:
        said = answer.json() if answer.content[:1] == b"{" else {}
    except json.JSONDecodeError:
        return State.UNKNOWN, "应答读不懂 / the answer cannot be read"
    if answer.status_code in BETWEEN:
        return State.UNKNOWN, str(answer.status_code)
    code = said.get("errcode", 0) or said.get("code", 0)
    well = answer.status_code == 200 and not code
    return (State.SENT, "") if well else (State.FAILED, f"{answer.status_code} {code or ''}".strip())


class WeCom(_Answered, NotifyWeComBot):  # type: ignore[misc]
    """企业微信."""

    def send(self, body: str, title: str = "", notify_type: Any = None, **_: Any) -> bool:
        return self.posted(self.api_url, {"msgtype": "text", "text": {"content": _whole(title, body)}})


class DingTalk(_Answered, NotifyDingTalk):  # type: ignore[misc]
    """钉钉."""

    def send(self, body: str, title: str = "", notify_type: Any = None, **_: Any) -> bool:
        sign: Any = self.get_signature
        params = dict(zip(("timestamp", "sign"), sign(), strict=True)) if self.secret else None
        payload: Payload = {"msgtype": "text", "text": {"content": _whole(title, body)}}
        return self.posted(self.notify_url.format(token=self.token), payload, params)


class Feishu(_Answered, NotifyFeishu):  # type: ignore[misc]
    """飞书."""

    def send(self, body: str, title: str = "", notify_type: Any = None, **_: Any) -> bool:
        payload: Payload = {"msg_type": "text", "content": {"text": _whole(title, body)}}
        return self.posted(self.notify_url.format(token=self.token), payload)


def _whole(title: str, body: str) -> str:
    return f"{title}\n{body}" if title else body


def send(channel: Channel, address: str, title: str, text: str, *, transport: Transport, mark: str) -> Outcome:
    """Send one message; what became of it, and the fault where it failed. No fault tells the address.

    ``mark`` names the message for good, so that a mail server that gets it twice can tell.
    """
    if channel is Channel.MAIL:
        return letters.send(address, title, text, server=transport.mail, mark=mark)
    robot = _robot(channel, address, transport)
    robot.notify(body=text, title=title, body_format=NotifyFormat.TEXT)
    found: Outcome = robot.outcome
    return found


def _robot(channel: Channel, address: str, transport: Transport) -> Any:
    server = transport.servers.get(channel, "").rstrip("/")
    secret, _, token = address.rpartition("@")
    make: Any = KINDS[channel]
    if channel is Channel.WECOM:
        plugin = make(key=token)
        plugin.api_url = f"{server}?key={token}" if server else plugin.api_url
    elif channel is Channel.DINGTALK:
        plugin = make(token=token, secret=secret or None)
        plugin.notify_url = f"{server}?access_token={{token}}" if server else plugin.notify_url
    else:
        plugin = make(token=token)
        plugin.notify_url = f"{server}/{{token}}/" if server else plugin.notify_url
    return plugin


KINDS = {Channel.WECOM: WeCom, Channel.DINGTALK: DingTalk, Channel.FEISHU: Feishu}
