"""Urging (督办) an overdue item: the letter of the level it has risen to, numbered and kept."""

from datetime import date, datetime

from ballast.kit import audit, files
from ballast.kit.documents import write_official
from ballast.kit.ledger import journal
from ballast.kit.ledger.numbering import next_number
from ballast.kit.sentence import Sentence
from ballast.rooms.meetings.actions.assigning import refused
from ballast.rooms.meetings.actions.handling import note, standing
from ballast.rooms.meetings.affairs import Affair
from ballast.rooms.meetings.documents.notice.letter import Draft, letter, title
from ballast.rooms.meetings.models import ItemLetter, Meeting
from ballast.rooms.meetings.queries.papers import check_recorded
from ballast.rooms.meetings.queries.records import offices
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.items.life import Verb
from ballast.rulebook.items.standing import Event, urging
from ballast.rulebook.powers import Power


def urge(number: str, *, official: OfficialCard | None, on: date, at: datetime) -> str:
    """Send the letter that is due for an item; its number. Raises NotAllowed and ItemRefused."""
    person = people.require(official, Power.SUPERVISE)
    with journal.entry(at=at, by=person.username, action="urge_item") as writer:
        affair = standing(number, on)
        level = urging(affair.rules, affair.matter, affair.standing)
        if not level:
            raise refused(number, Sentence("此事项目前没有应发的督办文书", "No letter is due for this item now"))
        draft = _draft(affair, level, next_number(ItemLetter, "会督", on), on)
        stored = files.keep(_checked(draft, at), f"{draft.number}.docx", at=at, by=person.username)
        note(affair, Event(Verb.URGE, on, person.username, level=level), draft.number, person, writer)
        fact = ItemLetter(
            number=draft.number, item=number, level=level, unit=draft.unit, title=title(draft), sent_on=on,
            document=stored,
        )  # fmt: skip
        writer.record([fact])
        detail = {"letter": draft.number, "level": level, "unit": draft.unit, "sha256": stored.sha256}
        audit.write("urge_item", at=writer.moment, actor=person.username, object=number, detail=detail)
    return draft.number


def _checked(draft: Draft, at: datetime) -> bytes:
    """The finished letter, read back: every text as its record has it. Raises ItemRefused."""
    document = write_official(letter(draft), at=at)
    for one in check_recorded(document, known_names={draft.unit, draft.issuer}):
        raise refused(one.where or draft.item, one.sentence)
    return document


def _draft(affair: Affair, level: str, number: str, on: date) -> Draft:
    item, rules = affair.item, affair.rules.levels[level]
    meeting = Meeting.objects.current().get(number=item.meeting)
    reports = [step for step in affair.steps if step.verb == Verb.REPORT]
    return Draft(
        issuer=people.issuing_office(), number=number, name=rules.letter,
        unit=offices().get(item.office_id, ""), item=item.number, words=item.words.rstrip("。；"),
        meeting=meeting.title, held_on=meeting.held_on,
        deadline=affair.standing.deadline, overdue=affair.standing.overdue, level=rules.label, on=on,
        reported=(reports[-1].on, reports[-1].words.rstrip("。；")) if reports else None, raised_by=item.raised_by,
    )  # fmt: skip
