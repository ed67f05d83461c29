"""The questions of reminders: what a person wishes, and what was sent."""

from datetime import date

from django.db.models import QuerySet

from ballast.rooms.reminders.cards import Channel, MessageCard, Mine, State
from ballast.rooms.reminders.models import Message, Preference
from ballast.rulebook.reminders import Kind, Wishes

PURPOSE = "reminders"
SHOWN = 200


def wishes_of(who: str) -> Mine:
    """How an account wants to be reminded; the defaults where it never said."""
    kept = Preference.objects.filter(who=who).first()
    if kept is None:
        return Mine(Wishes(), ())
    wishes = Wishes(kept.hour, kept.muted, frozenset(kept.kinds_off), frozenset(kept.quiet))
    return Mine(wishes, tuple(Channel(name) for name in kept.channels))


def sent_to(who: str, *, most: int = 20) -> list[MessageCard]:
    """The newest messages to one account."""
    return [_card(one) for one in _messages().filter(digest__who=who)[:most]]


def sent(*, day: date | None = None, state: str = "", who: str = "") -> list[MessageCard]:
    """The newest messages to everybody, of one day, in one state, to one account."""
    found = _messages()
    for name, value in (("digest__day", day), ("state", state), ("digest__who", who)):
        found = found.filter(**{name: value}) if value else found
    return [_card(one) for one in found[:SHOWN]]


def _messages() -> "QuerySet[Message]":
    return Message.objects.select_related("digest").order_by("-digest__day", "-pk")


def _card(one: Message) -> MessageCard:
    return MessageCard(
        one.digest.who, one.digest.day, Channel(one.channel), State(one.state), one.tries, one.begun_at, one.ended_at,
        one.fault,
        tuple((Kind(kind), count) for kind, count in one.digest.counts.items()),
    )  # fmt: skip
