"""A pack made behind the scenes: asked for on the page, carried out by the worker, told of while it goes on."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.meetings.actions.meetings import standing
from ballast.rooms.meetings.actions.packs import edition_for, make_pack
from ballast.rooms.meetings.cards import MakingState
from ballast.rooms.meetings.making import OPEN
from ballast.rooms.meetings.models import Making
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power

MOST_TRIES = 3
FELL = Sentence(
    f"后台任务在制作中中断了 {MOST_TRIES} 次；请检查服务器内存和磁盘后重新制作",
    f"the worker fell {MOST_TRIES} times while making it; look at the memory and disk of the server, then ask again",
)


def ask_pack(
    number: str, *, official: OfficialCard | None, at: datetime, enqueue: Callable[[int], object]
) -> int:  # fmt: skip
    """Have the pack of a meeting made behind the scenes; asked again while one is open, that one is meant.

    The asking and its task are laid together or not at all; a task that was lost is laid again by asking again.
    Raises NotAllowed, MeetingRefused and PackRefused.
    """
    person = people.require(official, Power.MEET)
    with transaction.atomic():
        journal.lock()
        edition_for(standing(number))
        found = Making.objects.filter(meeting=number, state__in=OPEN).first()
        if found is None:
            found = Making.objects.create(
                meeting=number, state=MakingState.WAITING, asked_by=person.username, asked_at=at
            )  # fmt: skip
            audit.write("ask_pack", at=at, actor=person.username, object=number)
        enqueue(found.pk)
    return found.pk


def carry_out(making: int, *, official: OfficialCard | None, on: date, at: datetime) -> int:
    """Make the pack that was asked for; its number, 0 where it is not to be made (any more).

    Whatever stands in the way is kept as the reason; a fault that is no refusal is raised again, for the log.
    """
    found = Making.objects.filter(pk=making, state__in=OPEN)
    asked = found.first()
    if asked is None:
        return 0
    if asked.tries >= MOST_TRIES:
        return _failed(asked, FELL, at=at)
    found.update(state=MakingState.RUNNING, tries=asked.tries + 1, done=0, total=0)
    try:
        return make_pack(asked.meeting, official=official, on=on, at=at, making=making)
    except Refusal as refusal:
        return _failed(asked, refusal.sentence, at=at)
    except Exception as fault:
        name = type(fault).__name__
        _failed(asked, Sentence(f"制作中出错（{name}），详情见服务器日志", f"a fault ({name}); see the log"), at=at)
        raise


def _failed(asked: Making, why: Sentence, *, at: datetime) -> int:
    with transaction.atomic():
        Making.objects.filter(pk=asked.pk, state__in=OPEN).update(
            state=MakingState.FAILED, reason_zh=why.zh[:400], reason_en=why.en[:400]
        )
        audit.write(
            "make_pack", at=at, actor=asked.asked_by, object=asked.meeting, result="failed", detail={"why": why.zh}
        )  # fmt: skip
    return 0
