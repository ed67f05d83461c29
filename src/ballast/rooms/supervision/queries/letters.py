"""Letters: which step is due now, what was sent and what came back, and how each unit kept its promises."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import files
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision.cases import Case, Subject, cases, kept_on_time
from ballast.rooms.supervision.models import Letter, LetterAnswer
from ballast.rooms.supervision.rules import book_for
from ballast.rulebook import months
from ballast.rulebook.books import Book
from ballast.rulebook.ladders import Happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A step that a ladder calls for now: about whom, which, since when, and its deadline if it were taken today."""

    case: Case
    subject: str
    serial: str
    area: str
    about: Sentence
    step: Sentence
    said: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCard:
    """One letter with what came back; ``kept`` says whether it was answered in time, None: it still may be."""

    number: str
    title: str
    step: Sentence
    subject: str
    serial: str
    unit: str
    month: str
    sent_on: date
    deadline: date | None
    received_on: date | None
    replied_on: date | None
    reply: str
    kept: bool | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How a unit answered its letters: those sent, kept, broken and still open."""

    unit: str
    sent: int
    kept: int
    broken: int
    open: int


def due(*, on: date, held: Reach, at: datetime | None = None) -> list[Due]:
    """Every step due on the day, for the projects and areas the person asking may see; the longest due first."""
    book, _ = book_for(months.of(on), at=at)
    found = [case for case in cases(book, on=on, at=at) if case.position.step and _seen(case.subject, held)]
    names = _Names()
    told = [_due(case, book, names) for case in found]
    return sorted(told, key=lambda one: (one.case.position.since or on, one.serial))


def letters(*, on: date, held: Reach, subject: Subject | None = None) -> list[LetterCard]:
    """Every letter sent (of one subject), newest first."""
    found = Letter.objects.current().filter(sent_on__lte=on).order_by("-sent_on", "-pk")
    if subject is not None:
        found = found.filter(project=subject.project_id, area=subject.area_id, department=subject.department)
    answers: defaultdict[str, list[LetterAnswer]] = defaultdict(list)
    for answer in LetterAnswer.objects.current().filter(came_on__lte=on).order_by("came_on", "pk"):
        answers[answer.letter].append(answer)
    names = _Names()
    seen = [one for one in found if _seen(_subject(one), held)]
    return [_card(one, answers[one.number], names, on) for one in seen]


def records(*, on: date, held: Reach) -> list[Record]:
    """How each unit kept the deadlines of its letters, the most broken first."""
    told: defaultdict[str, list[LetterCard]] = defaultdict(list)
    for card in letters(on=on, held=held):
        told[card.unit].append(card)
    found = [
        Record(
            unit=unit, sent=len(cards), kept=sum(card.kept is True for card in cards),
            broken=sum(card.kept is False for card in cards),
            open=sum(card.kept is None and card.deadline is not None for card in cards),
        )
        for unit, cards in told.items()
    ]  # fmt: skip
    return sorted(found, key=lambda record: (-record.broken, -record.sent, record.unit))


def letter_document(number: str, *, held: Reach) -> tuple[str, bytes] | None:
    """Name and bytes of a letter as it was sent; None where there is none, or it is not theirs to see."""
    found = Letter.objects.current().select_related("document").filter(number=number).first()
    if found is None or found.document is None or not _seen(_subject(found), held):
        return None
    return found.document.name, files.read(found.document)


def _subject(one: Letter) -> Subject:
    return Subject(one.project_id, one.area_id, one.department)


class _Names:
    """What projects and areas are called, asked once."""

    def __init__(self) -> None:
        self.areas = {area.id: area for area in people.areas()}
        self.cards = registry.profiles()
        self.serials = registry.serials(self.cards)

    def of(self, subject: Subject) -> tuple[str, str, str]:
        """Name, serial and area of a subject."""
        if subject.department:
            return subject.department, "", ""
        if subject.area_id is not None:
            name = self.areas[subject.area_id].name
            return name, "", name
        card = self.cards.get(subject.project_id or 0)
        return (card.name, self.serials[card.project_id], self.areas[card.area_id].name) if card else ("", "", "")


def _seen(subject: Subject, held: Reach) -> bool:
    """Whether the person asking may see it; of a department, whose projects lie everywhere, who sees the whole city."""
    if held.areas is None:
        return True
    if subject.project_id is not None:
        return bool(registry.within({subject.project_id}, held))
    return any(area.id == subject.area_id and area.code in held.areas for area in people.areas())


def _due(case: Case, book: Book, names: _Names) -> Due:
    name, serial, area = names.of(case.subject)
    ladder = book.ladders[case.ladder]
    step = case.step(ladder)
    return Due(
        case=case, subject=name, serial=serial, area=area, about=_about(book, case),
        step=step.label if step else Sentence("", ""), said=case.position.said(ladder),
    )  # fmt: skip


def _about(book: Book, case: Case) -> Sentence:
    chapter, _, code = case.about.partition(".")
    rules: dict[str, dict[str, Sentence]] = {
        "lights": {one: light.label for one, light in book.lights.items()},
        "stall_lists": {one: rule.label for one, rule in book.stall_lists.items()},
    }
    return rules.get(chapter, {}).get(code, book.ladders[case.ladder].label)


def _card(one: Letter, answers: list[LetterAnswer], names: _Names, on: date) -> LetterCard:
    book, _ = book_for(months.of(one.sent_on))
    steps = {step.code: step.label for step in book.ladders[one.ladder].steps} if one.ladder in book.ladders else {}
    name, serial, _area = names.of(_subject(one))
    received = [answer for answer in answers if answer.kind == Happened.RECEIVED]
    replied = [answer for answer in answers if answer.kind == Happened.REPLIED]
    kept = kept_on_time(one, answers, on=on)
    return LetterCard(
        number=one.number, title=one.title, step=steps.get(one.step, Sentence(one.step, one.step)), subject=name,
        serial=serial, unit=one.unit, month=one.month, sent_on=one.sent_on, deadline=one.deadline,
        received_on=received[0].came_on if received else None, replied_on=replied[0].came_on if replied else None,
        reply=replied[-1].words if replied else "", kept=kept,
        overdue=kept is False and not replied,
    )  # fmt: skip
