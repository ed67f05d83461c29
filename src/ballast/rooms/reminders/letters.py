"""Mail, as apprise reads its address and makes it up, with a name of its own that stays the same however often it goes.

A server that says no has not taken it, and it may go again. A server that is lost after the letter was begun may have
taken it: that is not known, and it does not go again by itself. A mail box can drop the second of one name.
"""

import re
import smtplib
from typing import Any
from urllib.parse import quote

from apprise import Apprise, NotifyFormat
from apprise.plugins.email import NotifyEmail
from apprise.plugins.email.smtp import AppriseSMTPController

from ballast.rooms.reminders.cards import Outcome, State

PATIENCE = 60  # seconds: servers look through a letter before they answer for it
NAME = re.compile(r"^Message-ID:.*(?:\n[ \t].*)*", re.MULTILINE)
NOT_SET_UP = "本市没有配置这个渠道 / this city has not set the channel up"
REFUSED = "对方没有接收 / the server did not take it"
LOST = "信件发出后连接中断 / the server was lost with the letter"


class _Line(AppriseSMTPController):  # type: ignore[misc]
    """apprise's way to the server: signed in, secured; it tells a refusal from a lost line."""

    def hand_over(self, sender: str, to: list[str], letter: str) -> Outcome:
        """Hand a letter over; what became of it."""
        try:
            refused = self._socket.sendmail(sender, to, letter)
        except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError) as no:
            return State.FAILED, f"{REFUSED} {getattr(no, 'smtp_code', '')}".strip()
        except (OSError, smtplib.SMTPException):
            return State.UNKNOWN, LOST
        return (State.FAILED, REFUSED) if refused else (State.SENT, "")


def send(address: str, title: str, text: str, *, server: str, mark: str) -> Outcome:
    """Send one letter by the city's server; what became of it."""
    if not server:
        return State.GIVEN_UP, NOT_SET_UP
    way: Any = Apprise.instantiate(f"{server}{'&' if '?' in server else '?'}to={quote(address)}")
    if not isinstance(way, NotifyEmail):
        return State.GIVEN_UP, NOT_SET_UP
    letter = next(iter(NotifyEmail.prepare_emails(
        subject=title, body=text, notify_format=NotifyFormat.TEXT, from_addr=way.from_addr, to=way.targets,
        reply_to=way.reply_to, smtp_host=way.smtp_host, headers=dict(way.headers), names=way.names, tzinfo=way.tzinfo,
    )))  # fmt: skip
    sender = way.from_addr[1]
    named = NAME.sub(f"Message-ID: <{mark}@{sender.rpartition('@')[2]}>", letter.body, count=1)
    try:
        with _Line(
            host=way.smtp_host, port=way.port, secure_mode=way.secure_mode, user=way.user, password=way.password,
            verify_certificate=way.verify_certificate, socket_connect_timeout=PATIENCE,
        ) as line:  # fmt: skip
            outcome: Outcome = line.hand_over(sender, letter.to_addrs, named)
            return outcome
    except (OSError, smtplib.SMTPException, RuntimeError) as error:
        return State.FAILED, type(error).__name__
