"""The verbs of reminders: tune, lay, deliver."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.db import transaction

from ballast.kit import audit, secrets
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.workdays import CalendarUnknown, is_workday
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reminders import channels, gathering
from ballast.rooms.reminders.cards import Channel, DigestState, State, Transport
from ballast.rooms.reminders.gathering import Ask
from ballast.rooms.reminders.models import Digest, Message, Preference
from ballast.rooms.reminders.queries import PURPOSE, wishes_of
from ballast.rulebook.reminders import HOURS, MOST_QUIET, Kind, Tally, Wishes, digest

CITY = "@city"
CITY_TIME = ZoneInfo("Asia/Shanghai")
TRIES = 3
PAUSES = (timedelta(minutes=2), timedelta(minutes=10))
OPEN = (State.QUEUED, State.FAILED)


class NoSuchWish(Refusal):
    """An hour, a kind or a day that cannot be chosen."""


def tune(
    official: OfficialCard, wishes: Wishes, addresses: Mapping[Channel, str | None], *, at: datetime
) -> tuple[Channel, ...]:
    """Keep how a person wants to be reminded; None takes an address away, a channel not named stays. Their channels.

    Raises NoSuchWish, and channels.NoAddress.
    """
    _check(wishes)
    given = {channel: channels.address(channel, text) for channel, text in addresses.items() if text}
    with transaction.atomic():
        kept, _ = Preference.objects.select_for_update().get_or_create(
            who=official.username, defaults={"changed_at": at}
        )  # fmt: skip
        known = _where(official.username, Transport())
        known = {name: said for name, said in known.items() if said and name not in addresses} | given
        kept.hour, kept.muted, kept.changed_at = wishes.hour, wishes.muted, at
        kept.kinds_off, kept.quiet = sorted(wishes.kinds_off), sorted(wishes.quiet)
        kept.channels = sorted(known)
        kept.addresses = secrets.sealed(json.dumps(known), purpose=PURPOSE) if known else ""
        kept.save()
        told = {"hour": kept.hour, "muted": kept.muted, "off": kept.kinds_off, "quiet": kept.quiet,
                "channels": kept.channels}  # fmt: skip
        audit.write("tune_reminders", at=at, actor=official.username, object=official.username, detail=told)
    return tuple(Channel(name) for name in kept.channels)


def lay(*, at: datetime, transport: Transport, enqueue: Callable[[int], object]) -> int:
    """Lay the digests whose hour has come and that are not laid yet, each with its task; how many.

    A digest and its task are laid together or not at all, so that neither is lost nor doubled by a fall.
    """
    now = at.astimezone(CITY_TIME)
    day = now.date()
    if now.hour not in HOURS or not _works(day):
        return 0
    due = [one.who for one in Preference.objects.filter(hour__lte=now.hour).exclude(channels=[])]
    due = [who for who in due if wishes_of(who).wishes.speaks(day, works=True)] + ([CITY] if transport.group else [])
    laid = set(Digest.objects.filter(day=day, who__in=due).values_list("who", flat=True))
    for who in due:
        if who not in laid:
            with transaction.atomic():
                enqueue(Digest.objects.create(who=who, day=day, state=DigestState.LAID, laid_at=at).pk)
    return len(set(due) - laid)


def deliver(
    digest_id: int, *, clock: Callable[[], datetime], transport: Transport, others: Ask = gathering.nothing
) -> timedelta | None:
    """Send one digest over its channels, each once; after how long to come again for what failed, None for never.

    ``others`` tells what waits for a person in rooms that this one does not know.

    What was being sent when the process fell may have arrived: it is noted as unknown and not sent again.
    """
    found = Digest.objects.get(pk=digest_id)
    fallen = found.messages.filter(state=State.SENDING)
    fallen.update(state=State.UNKNOWN, ended_at=clock(), fault="发送中进程中断 / the process fell while sending")
    where = _where(found.who, transport)
    if found.state == DigestState.LAID:
        _make(found, where, transport.link, others)
    if clock().astimezone(CITY_TIME).date() != found.day:
        found.messages.filter(state__in=OPEN).update(state=State.GIVEN_UP, fault="当日未能送达 / not on its day")
        return None
    for message in found.messages.filter(state__in=OPEN).order_by("pk"):
        _send(message, found, where.get(message.channel, ""), clock, transport)
    again = found.messages.filter(state=State.FAILED).order_by("-tries").first()
    return PAUSES[again.tries - 1] if again else None


def _make(found: Digest, where: Mapping[str, str], link: str, others: Ask = gathering.nothing) -> None:
    """Put the digest together and lay a message for each channel."""
    tallies, wishes = _tallies(found.who, found.day, others)
    found.title, found.text = digest(tallies, wishes, on=found.day, link=link)
    counts: dict[str, int] = {}
    for tally in tallies:
        counts[tally.kind] = counts.get(tally.kind, 0) + tally.count
    found.counts = {kind: count for kind, count in counts.items() if count and wishes.wants(Kind(kind))}
    found.state = DigestState.MADE if found.text else DigestState.EMPTY
    with transaction.atomic():
        found.save()
        if found.text:
            Message.objects.bulk_create(
                [Message(digest=found, channel=channel, state=State.QUEUED) for channel in sorted(where)]
            )


def _tallies(who: str, on: date, others: Ask) -> tuple[list[Tally], Wishes]:
    if who == CITY:
        return gathering.of_the_city(on), Wishes()
    account = people.official_named(who)
    if account is None or not account.open:
        return [], Wishes()
    card = OfficialCard(account.id, account.username, account.name, people.seats_of(account.id, on=on))
    return [*gathering.waiting(card, on), *others(card, on)], wishes_of(who).wishes


def _send(
    message: Message, found: Digest, address: str, clock: Callable[[], datetime], transport: Transport
) -> None:  # fmt: skip
    """Claim the message, send it, note what became of it: three steps, so that a fall between them is told."""
    begun = clock()
    claimed = Message.objects.filter(pk=message.pk, state__in=OPEN)
    if not address or not claimed.update(state=State.SENDING, tries=message.tries + 1, begun_at=begun):
        if not address:
            claimed.update(state=State.GIVEN_UP, fault="没有地址 / no address", ended_at=begun)
        return
    state, fault = channels.send(
        Channel(message.channel), address, found.title, found.text, transport=transport, mark=_mark(found, message)
    )
    if state is State.FAILED and message.tries + 1 >= TRIES:
        state = State.GIVEN_UP
    ended = clock()
    with transaction.atomic():
        Message.objects.filter(pk=message.pk).update(state=state, fault=fault[:300], ended_at=ended)
        detail = {"channel": message.channel, "try": message.tries + 1, "counts": found.counts, "fault": fault}
        audit.write("remind", at=ended, actor="ballast", object=found.who, result=RESULTS[state], detail=detail)


def _mark(found: Digest, message: Message) -> str:
    """The name of one message, the same however often it is sent, and no other's in this or another house."""
    said = sha256(f"{found.who} {found.laid_at.isoformat()} {message.channel}".encode()).hexdigest()
    return f"ballast.{found.day:%Y%m%d}.{said[:20]}"


def _where(who: str, transport: Transport) -> dict[str, str]:
    if who == CITY:
        return dict(transport.group)
    kept = Preference.objects.filter(who=who).first()
    if kept is None or not kept.addresses:
        return {}
    try:
        return dict(json.loads(secrets.opened(kept.addresses, purpose=PURPOSE)))
    except secrets.SecretLost:
        return dict.fromkeys(kept.channels, "")  # what cannot be opened has to be entered anew


def _works(day: date) -> bool:
    try:
        return is_workday(day)
    except CalendarUnknown:
        return day.weekday() < 5  # whoever is to enter the calendar is reminded of it


def _check(wishes: Wishes) -> None:
    for well, zh, en in (
        (wishes.hour in HOURS, f"请选择 {HOURS[0]}—{HOURS[-1]} 点", "choose an hour of the day"),
        (_all_in(wishes.kinds_off, Kind), "没有这类提醒", "there is no such kind"),
        (_all_in(wishes.quiet, range(7)), "没有这一天", "there is no such weekday"),
        (len(set(wishes.quiet) & set(range(5))) <= MOST_QUIET, "至少留一个工作日接收提醒", "keep one weekday at least"),
    ):
        if not well:
            raise NoSuchWish(Sentence(zh, en), code="no_such_wish")


def _all_in(chosen: Iterable[object], known: Collection[object] | type[Kind]) -> bool:
    return all(one in list(known) for one in chosen)


RESULTS = {State.SENT: "done", State.FAILED: "failed", State.GIVEN_UP: "failed", State.UNKNOWN: "unknown"}
