"""What is done to an action item: progress, submission with evidence, confirmation, settlement, extension."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ballast.kit import audit, files
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import StoredFile
from ballast.kit.sentence import Sentence
from ballast.kit.uploads import Upload, receive
from ballast.kit.workdays import is_workday
from ballast.rooms.meetings.actions.assigning import ItemRefused, refused
from ballast.rooms.meetings.affairs import Affair, affairs
from ballast.rooms.meetings.models import ActionItem, ItemPaper, ItemStep
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rulebook.items.allowing import why_not
from ballast.rulebook.items.life import Verb, power_of
from ballast.rulebook.items.standing import Event
from ballast.rulebook.powers import Power

LONGEST_WORDS = 400
MOST_FILES = 10
WORDLESS = (Verb.SUBMIT, Verb.CONFIRM, Verb.SETTLE)  # whatever else is done is done with a word why


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What is about to be done: the verb, its words, files as (name, bytes), and the new deadline of an extension."""

    verb: Verb
    words: str = ""
    sent: Sequence[tuple[str, bytes]] = ()
    until: date | None = None


def handle(number: str, doing: Doing, *, official: OfficialCard | None, on: date, at: datetime) -> None:
    """Do one thing to an item, whole or not at all. Raises NotAllowed, NotTaken and ItemRefused."""
    if doing.verb is Verb.URGE:
        raise refused(number, Sentence("督办要出文书，请用“发督办函”", "An item is urged by a letter"))
    person = allowed(number, doing.verb, official, on)
    taken = _taken(number, doing)
    kept = [_kept(one, person, at) for one in taken]
    with journal.entry(at=at, by=person.username, action="handle_item") as writer:
        affair = standing(number, on)
        event = Event(doing.verb, on, person.username, len(taken), doing.until)
        step = note(affair, event, doing.words, person, writer)
        papers = [
            ItemPaper(item=number, place=step.place, file=file, thumbnail=small, file_kind=str(one.kind),
                      name=one.name)
            for one, (file, small) in zip(taken, kept, strict=True)
        ]  # fmt: skip
        if papers:
            writer.record(papers)
        detail = {"verb": str(doing.verb), "papers": [one.name for one in taken], "until": str(doing.until or "")}
        audit.write("handle_item", at=writer.moment, actor=person.username, object=number, detail=detail)


def note(affair: Affair, event: Event, words: str, person: OfficialCard, writer: journal.Writer) -> ItemStep:
    """Ask the rules, and record the step. Raises ItemRefused."""
    number = affair.item.number
    roles = {seat.role for seat in person.seats}
    wrong = why_not(affair.rules, affair.matter, affair.events, event, roles=roles, workday=is_workday)
    if wrong is not None:
        raise refused(number, wrong)
    if not words.strip() and event.verb not in WORDLESS:
        raise refused(number, Sentence("请写明情况", "Say how it stands"))
    step = ItemStep(
        item=number, place=len(affair.steps) + 1, verb=event.verb, on=event.on, words=words.strip()[:LONGEST_WORDS],
        until=event.until, level=event.level, papers=event.papers, name=person.name[:60],
    )  # fmt: skip
    writer.record([step])
    return step


def standing(number: str, on: date) -> Affair:
    """The item of a number with what was done to it. Raises ItemRefused."""
    found = affairs(ActionItem.objects.current().filter(number=number), on=on)
    if not found:
        raise no_such(number)
    return found[0]


def no_such(number: str) -> ItemRefused:
    """The refusal of an item there is not."""
    return ItemRefused(Sentence("没有这个事项", "There is no such item"), where=number, code="no_such_item")


def allowed(number: str, verb: Verb, official: OfficialCard | None, on: date) -> OfficialCard:
    """The official, where the verb is theirs to do to this item; the city office may note what others did on paper.

    An enterprise's word is given by its own contact, or by the office with the signed paper.
    """
    item = ActionItem.objects.current().filter(number=number).first()
    if item is None:
        raise no_such(number)
    if people.may(official, Power.MEET):
        return people.require(official, Power.MEET)
    power = power_of(verb)
    person = people.require(official, power)
    if power is Power.ANSWER_ITEM and item.office_id not in {seat.office.id for seat in person.seats}:
        raise people.NotAllowed(
            Sentence("这不是您单位的事项", "This is not an item of your office"), where=number, code="not_your_item"
        )
    if power is Power.CONFIRM_ITEM:
        return registry.require(official, power, project_id=item.project_id or 0, on=on)
    return person


def _taken(number: str, doing: Doing) -> list[Upload]:
    if len(doing.sent) > MOST_FILES:
        raise refused(number, Sentence(f"一次至多 {MOST_FILES} 个文件", f"At most {MOST_FILES} files at once"))
    zone = timezone.get_current_timezone()
    return [receive(data, name, zone=zone) for name, data in doing.sent]


def _kept(one: Upload, person: OfficialCard, at: datetime) -> tuple[StoredFile, StoredFile | None]:
    file = files.keep(one.data, one.name, at=at, by=person.username)
    small = one.picture.thumbnail if one.picture else None
    return file, files.keep(small, f"{one.name}.jpg", at=at, by=person.username) if small else None
