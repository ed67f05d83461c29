"""``ballast keys USERNAME``: what the security administrator resets for others, at the server for themselves."""

import argparse

from django.utils import timezone

from ballast.rooms.gate import actions
from ballast.site.commands import say_json

CONSOLE = "console"
DONE = {
    "password": "新密码（首次登录须修改）/ new password, to be changed at once",
    "factor": "动态码已解除 / the second factor is off",
    "link": "统一身份绑定已解除 / unbound from single sign-on",
    "lock": "已解锁 / unlocked",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Whose, and which key."""
    parser.add_argument("username", help="the account / 账号")
    parser.add_argument("what", choices=list(DONE), help="password, factor, link (single sign-on) or lock")


def run(chosen: argparse.Namespace) -> int:
    """Reset it, as the console; the account's sessions end."""
    username, now = chosen.username, timezone.now()
    told = ""
    match chosen.what:
        case "password":
            told = actions.reset_password(username, at=now, by=CONSOLE)
        case "factor":
            actions.reset_factor(username, at=now, by=CONSOLE)
        case "link":
            actions.unlink(username, at=now, by=CONSOLE)
        case _:
            actions.unlock(username, at=now, by=CONSOLE)
    if chosen.json:
        say_json({"account": username, "reset": chosen.what, **({"password": told} if told else {})})
    else:
        print(f"{username} · {DONE[chosen.what]}{f': {told}' if told else ''}")
    return 0
