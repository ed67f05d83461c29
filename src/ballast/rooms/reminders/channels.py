"""The channels, through apprise. A server of the city's own may stand in the place of the public one.

apprise takes any 200 of 企业微信 and 钉钉 for a message sent, though their robots refuse with 200 and a code in the
answer; ours read it. An answer that never came is neither sent nor failed: it is not known.
"""

import json
import re
from typing import Any
from urllib.parse import quote

import requests
from apprise import Apprise, NotifyFormat
from apprise.plugins.dingtalk import NotifyDingTalk
from apprise.plugins.feishu import NotifyFeishu
from apprise.plugins.wecombot import NotifyWeComBot

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reminders.cards import Channel, State, Transport

PATIENCE = 20.0
TOKEN = r"[A-Za-z0-9_-]{8,128}"
# What a person may enter: the address a robot is given, or the key in it.
ADDRESSES = {
    Channel.WECOM: re.compile(rf"(?:https://[^\s?]+\?key=)?(?P<token>{TOKEN})"),
    Channel.DINGTALK: re.compile(rf"(?:(?P<secret>SEC[A-Za-z0-9]+)@)?(?:https://[^\s?]+\?access_token=)?(?P<token>{TOKEN})"),
    Channel.FEISHU: re.compile(rf"(?:https://\S+/hook/)?(?P<token>{TOKEN})/?"),
    Channel.MAIL: re.compile(r"(?P<token>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){1,8})"),
}  # fmt: skip
Outcome = tuple[State, str]


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

    def posted(self, url: str, text: str, params: dict[str, str] | None = None) -> bool:
        """Whether the robot took the text; ``outcome`` says more."""
        payload = {"msgtype": "text", "text": {"content": text}}
        try:
            answer = requests.post(url, json=payload, params=params, timeout=(5.0, PATIENCE), allow_redirects=False)
            said = answer.json() if answer.content[:1] == b"{" else {}
        except requests.ReadTimeout:
            self.outcome = State.UNKNOWN, "对方没有应答 / no answer"
            return False
        except (requests.RequestException, json.JSONDecodeError) as error:
            self.outcome = State.FAILED, type(error).__name__
            return False
        code = said.get("errcode", 0)
        well = answer.status_code == 200 and not code
        self.outcome = (State.SENT, "") if well else (State.FAILED, f"{answer.status_code} {code or ''}".strip())
        return well


class WeCom(_Answered, NotifyWeComBot):  # type: ignore[misc]
    """企业微信."""

    def send(self, body: str, title: str = "", notify_type: Any = None, **_: Any) -> bool:
        return self.posted(self.api_url, f"{title}\n{body}" if title else body)


class DingTalk(_Answered, NotifyDingTalk):  # type: ignore[misc]
    """钉钉."""

    def send(self, body: str, title: str = "", notify_type: Any = None, **_: Any) -> bool:
        sign: Any = self.get_signature
        params = dict(zip(("timestamp", "sign"), sign(), strict=True)) if self.secret else None
        return self.posted(self.notify_url.format(token=self.token), f"{title}\n{body}" if title else body, params)


def send(channel: Channel, address: str, title: str, text: str, *, transport: Transport) -> Outcome:
    """Send one message; what became of it, and the fault where it failed. No fault tells the address."""
    plugin = _plugin(channel, address, transport)
    if plugin is None:
        return State.GIVEN_UP, "本市没有配置这个渠道 / this city has not set the channel up"
    well = bool(plugin.notify(body=text, title=title, body_format=NotifyFormat.TEXT))
    if isinstance(plugin, _Answered):
        return plugin.outcome
    return (State.SENT, "") if well else (State.FAILED, "发送失败 / the server did not take it")


def _plugin(channel: Channel, address: str, transport: Transport) -> Any:
    server = transport.servers.get(channel, "").rstrip("/")
    secret, _, token = address.rpartition("@")
    if channel is Channel.MAIL:
        join = "&" if "?" in transport.mail else "?"
        return Apprise.instantiate(f"{transport.mail}{join}to={quote(address)}") if transport.mail else None
    make: Any = KINDS[channel]
    if channel is Channel.WECOM:
        plugin = make(key=token)
        plugin.api_url = f"{server}?key={token}" if server else plugin.api_url
    elif channel is Channel.DINGTALK:
        plugin = make(token=token, secret=secret or None)
        plugin.notify_url = f"{server}?access_token={{token}}" if server else plugin.notify_url
    else:
        plugin = make(token=token, rto=PATIENCE)
        plugin.notify_url = f"{server}/{{token}}/" if server else plugin.notify_url
    return plugin


KINDS = {Channel.WECOM: WeCom, Channel.DINGTALK: DingTalk, Channel.FEISHU: NotifyFeishu}
