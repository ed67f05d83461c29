"""Cases: a project, area or department on a ladder of its book. What has happened, and which step is due on a day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ballast.kit.workdays import is_workday
from ballast.rooms.supervision.models import Letter, LetterAnswer, LitArea, LitDepartment, LitProject
from ballast.rooms.supervision.published import editions
from ballast.rulebook.books import Book
from ballast.rulebook.books.ladders import Ladder, Step
from ballast.rulebook.ladders import Event, Happened, Position, position

EVERYTHING = ""  # what a case is about where the ladder counts all lights of a subject together


@dataclass(frozen=True, slots=True)
class Subject:
    """A project or an area, by its id; or a department, by its name."""

    project_id: int | None = None
    area_id: int | None = None
    department: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One subject on one ladder for one light or list (``about``; empty: all together), with what happened to it."""

    ladder: str
    about: str
    subject: Subject
    events: tuple[Event, ...]
    position: Position

    def step(self, ladder: Ladder) -> Step | None:
        """The step that is due now."""
        return next((step for step in ladder.steps if step.code == self.position.step), None)

    @property
    def month(self) -> str:
        """The newest month it was lit."""
        return max((event.month for event in self.events if event.what is Happened.LIT), default="")


Key = tuple[Subject, str]


def cases(book: Book, *, on: date, at: datetime | None = None, subject: Subject | None = None) -> list[Case]:
    """Every case with a step due or awaited on the day (of one subject), ladder by ladder."""
    found: list[Case] = []
    for code, ladder in book.ladders.items():
        for (of, about), events in sorted(_events(code, ladder, book, on, at, subject).items(), key=_order):
            stands = position(ladder, events, on, is_workday)
            if stands.step or stands.awaited or subject is not None:
                found.append(Case(ladder=code, about=about, subject=of, events=tuple(events), position=stands))
    return found


def _order(item: tuple[Key, list[Event]]) -> tuple[int, int, str, str]:
    (subject, about), _ = item
    return subject.project_id or 0, subject.area_id or 0, subject.department, about


def _events(
    code: str, ladder: Ladder, book: Book, on: date, at: datetime | None, only: Subject | None
) -> dict[Key, list[Event]]:
    told: defaultdict[Key, list[Event]] = defaultdict(list)
    for key, event in _lit(ladder, book, on, at, only):
        told[key].append(event)
    letters = Letter.objects.known(at).filter(ladder=code, sent_on__lte=on)
    if only is not None:
        letters = letters.filter(project=only.project_id, area=only.area_id, department=only.department)
    answers: defaultdict[str, list[LetterAnswer]] = defaultdict(list)
    for answer in LetterAnswer.objects.known(at).filter(letter__in=letters.values("number"), came_on__lte=on):
        answers[answer.letter].append(answer)
    for letter in letters:
        key = (Subject(letter.project_id, letter.area_id, letter.department), letter.about)
        told[key].append(Event(Happened.SENT, letter.sent_on, step=letter.step))
        told[key] += [Event(Happened(one.kind), one.came_on, step=letter.step) for one in answers[letter.number]]
    return told


def _lit(
    ladder: Ladder, book: Book, on: date, at: datetime | None, only: Subject | None
) -> Iterator[tuple[Key, Event]]:
    """Every month each case was lit, and every month it had turned good again, by the day of the month's seal."""
    grave = set(ladder.colours) or {code for code, colour in book.colours.items() if colour.severity > 0}
    zone = timezone.get_current_timezone()
    for month, kept in editions(at=at).items():
        sealed = kept.moment.astimezone(zone).date()
        if sealed > on:
            continue
        for subject, lights, stalls in _lines(kept.pk, only):
            said = _said(ladder, lights, stalls, grave)
            for about, colour in said.items():
                what = Happened.LIT if colour else Happened.CLEARED
                yield (subject, about), Event(what, sealed, month, colour)


def _said(ladder: Ladder, lights: Mapping[str, str], stalls: Mapping[str, str], grave: set[str]) -> dict[str, str]:
    """By light or list: the colour that counts, empty where it is in order; suspended and unknown say nothing."""
    said: dict[str, str] = {}
    for code in ladder.lights:
        colour = lights.get(code, "unknown")
        if colour not in ("unknown", "suspended"):
            said[f"lights.{code}"] = colour if colour in grave else ""
    for code in ladder.stall_lists:
        stands = stalls.get(code, "outside").split(" ")[0]
        if stands not in ("unknown", "suspended"):
            said[f"stall_lists.{code}"] = "due" if stands == "due" else ""
    if ladder.per == "light" or not said:
        return said
    return {EVERYTHING: next((colour for colour in said.values() if colour), "")}


def _lines(lit: int, only: Subject | None) -> Iterator[tuple[Subject, dict[str, str], dict[str, str]]]:
    projects, areas = LitProject.objects.filter(lit=lit), LitArea.objects.filter(lit=lit)
    offices = LitDepartment.objects.filter(lit=lit)
    if only is not None:
        projects, areas = projects.filter(project=only.project_id), areas.filter(area=only.area_id)
        offices = offices.filter(department=only.department)
    for project, lights, stalls in projects.values_list("project_id", "lights", "stalls"):
        yield Subject(project_id=project), lights, stalls
    for area, lights in areas.values_list("area_id", "lights"):
        yield Subject(area_id=area), lights, {}
    for department, lights in offices.values_list("department", "lights"):
        yield Subject(department=department), lights, {}


def kept_on_time(letter: Letter, answers: list[LetterAnswer], *, on: date) -> bool | None:
    """Whether a letter was answered within its deadline; None while it still may be, or where it has none."""
    if letter.deadline is None:
        return None
    replies = [one.came_on for one in answers if one.kind == Happened.REPLIED]
    if replies:
        return min(replies) <= letter.deadline
    return None if on <= letter.deadline else False
