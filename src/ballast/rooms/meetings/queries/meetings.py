"""Meetings and their agendas."""

from collections import defaultdict
from collections.abc import Collection

from ballast.kit.sentence import Sentence
from ballast.rooms.meetings.cards import About, ItemCard, MeetingCard, MeetingState, Task
from ballast.rooms.meetings.models import AgendaItem, Meeting


def meetings() -> list[MeetingCard]:
    """Every meeting with its agenda, the latest first."""
    return _cards(list(Meeting.objects.current().order_by("-held_on", "-number")))


def meeting(number: str) -> MeetingCard | None:
    """One meeting with its agenda; None where there is none of this number."""
    found = _cards(list(Meeting.objects.current().filter(number=number)))
    return found[0] if found else None


def _cards(found: list[Meeting]) -> list[MeetingCard]:
    agendas = _agendas([one.number for one in found])
    return [_card(one, agendas[one.number]) for one in found]


def _agendas(numbers: Collection[str]) -> dict[str, list[ItemCard]]:
    found: dict[str, list[ItemCard]] = defaultdict(list)
    for item in AgendaItem.objects.current().filter(meeting__in=numbers).order_by("position", "code"):
        found[item.meeting].append(_item(item))
    return found


def _card(one: Meeting, agenda: list[ItemCard]) -> MeetingCard:
    return MeetingCard(
        number=one.number, kind=one.kind, title=one.title, month=one.month, held_on=one.held_on, place=one.place,
        state=MeetingState(one.state), opened_at=one.opened_at, closed_at=one.closed_at,
        items=tuple(item for item in agenda if not item.taken_off),
        taken_off=tuple(item for item in agenda if item.taken_off),
    )  # fmt: skip


def _item(one: AgendaItem) -> ItemCard:
    return ItemCard(
        code=one.code, position=one.position, section=one.section, about=About(one.about), subject=one.subject,
        title=one.title, task=Task(one.task), speaker=one.speaker, minutes=one.minutes,
        why=tuple(Sentence(said["zh"], said["en"]) for said in one.why), reason=one.reason, taken_off=one.taken_off,
    )  # fmt: skip
