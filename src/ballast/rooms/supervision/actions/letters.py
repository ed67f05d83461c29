"""Taking the step that a ladder calls for: a numbered letter in official layout; and what comes back on it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from ballast.kit import audit, files
from ballast.kit.documents import write_official
from ballast.kit.ledger import journal
from ballast.kit.ledger.numbering import next_number
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.supervision.cases import Case, Subject, cases
from ballast.rooms.supervision.documents.letter import letter, title
from ballast.rooms.supervision.drafting import draft
from ballast.rooms.supervision.models import Letter, LetterAnswer
from ballast.rooms.supervision.rules import book_for
from ballast.rulebook import months
from ballast.rulebook.ladders import Happened
from ballast.rulebook.powers import Power

LONGEST_WORDS = 4_000


class StepAsked(NamedTuple):
    """Which step is to be taken: of which ladder, about which light or list, for whom."""

    ladder: str
    about: str
    subject: Subject


class LetterRefused(Refusal):
    """No step is due, the letter is not there, or its answer is not in order."""


def send_letter(
    ladder: str, about: str, subject: Subject, *, official: OfficialCard | None, on: date, at: datetime
) -> str:
    """Take the step that is due on the day: number it, write it, keep it; its number.

    Raises NotAllowed, and LetterRefused where nothing is due.
    """
    person = people.require(official, Power.SUPERVISE)
    book, _ = book_for(months.of(on), at=at)
    with journal.entry(at=at, by=person.username, action="send_letter") as writer:
        case = _due(cases(book, on=on, at=at, subject=subject), ladder, about)
        step = case.step(book.ladders[ladder])
        if step is None:
            raise _refused(ladder, "此事项目前没有应采取的措施", "Nothing is due in this matter now")
        number = next_number(Letter, "项督", on)
        drafted = draft(book, case, step, number=number, on=on, at=at)
        document = write_official(letter(drafted), at=at)
        stored = files.keep(document, f"{number}.docx", at=at, by=person.username)
        fact = Letter(
            number=number, ladder=ladder, step=step.code, about=about, project_id=subject.project_id,
            area_id=subject.area_id, department=subject.department, month=case.month, unit=drafted.unit, sent_on=on,
            deadline=drafted.deadline, title=title(drafted),
            body=[sums.zh for ground in drafted.grounds for sums in ground.sums], document=stored,
        )  # fmt: skip
        writer.record([fact])
        detail = {"ladder": ladder, "step": step.code, "about": about, "unit": drafted.unit, "sha256": stored.sha256}
        audit.write("send_letter", at=writer.moment, actor=person.username, object=number, detail=detail)
    return number


def send_letters(steps: Iterable[StepAsked], *, official: OfficialCard | None, on: date, at: datetime) -> list[str]:
    """Take many steps that are due: all of them or, where one is not in order, none; their numbers."""
    with transaction.atomic():
        return [send_letter(one.ladder, one.about, one.subject, official=official, on=on, at=at) for one in steps]


def note_answer(
    number: str, *, what: Happened, came_on: date, words: str, by_whom: str, official: OfficialCard | None,
    on: date, at: datetime,
) -> None:  # fmt: skip
    """Note the receipt of a letter, or the reply to it. Raises NotAllowed and LetterRefused."""
    person = people.require(official, Power.SUPERVISE)
    found = Letter.objects.current().filter(number=number).first()
    if found is None:
        raise _refused(number, "没有这个文号", "There is no letter of this number")
    if what not in (Happened.RECEIVED, Happened.REPLIED):
        raise _refused(number, "只登记签收或回复", "Only a receipt or a reply is noted")
    if not found.sent_on <= came_on <= on:
        raise _refused(
            number, f"日期应在 {found.sent_on} 至 {on} 之间", f"The day lies between {found.sent_on} and {on}"
        )
    if what is Happened.REPLIED and not words.strip():
        raise _refused(number, "请写明回复内容", "Say what was replied")
    if len(words) > LONGEST_WORDS:
        raise _refused(number, f"内容超过 {LONGEST_WORDS} 字", f"At most {LONGEST_WORDS} characters")
    with journal.entry(at=at, by=person.username, action="note_answer") as writer:
        fact = LetterAnswer(
            letter=number, kind=what, came_on=came_on, words=words.strip(), by_whom=by_whom.strip()[:150]
        )
        writer.record([fact])
        detail = {"what": str(what), "came_on": str(came_on)}
        audit.write("note_answer", at=writer.moment, actor=person.username, object=number, detail=detail)


def _due(found: list[Case], ladder: str, about: str) -> Case:
    case = next((one for one in found if (one.ladder, one.about) == (ladder, about)), None)
    if case is None:
        raise _refused(ladder, "此事项目前没有应采取的措施", "Nothing is due in this matter now")
    return case


def _refused(where: str, zh: str, en: str) -> LetterRefused:
    return LetterRefused(Sentence(zh, en), where=where, code="letter_refused")
