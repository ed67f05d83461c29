"""From a case to the draft of its letter: to whom, on what grounds, by when."""

from datetime import date, datetime

from ballast.kit.workdays import is_workday
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.supervision import why
from ballast.rooms.supervision.cases import Case
from ballast.rooms.supervision.documents.letter import Draft, Ground
from ballast.rooms.supervision.models import Letter
from ballast.rulebook.books import Book
from ballast.rulebook.books.ladders import Step
from ballast.rulebook.terms import AreaKind


def draft(book: Book, case: Case, step: Step, *, number: str, on: date, at: datetime | None) -> Draft:
    """The letter of the step, from the lights of the newest month the case was lit."""
    areas = {area.id: area for area in people.areas()}
    name, serial, unit = _named(case, step, areas)
    return Draft(
        issuer=people.issuing_office(), number=number, step=step.label, talk=step.kind == "talk", unit=unit,
        subject=name, serial=serial, month=case.month, on=on,
        deadline=step.deadline.after(on, is_workday) if step.deadline else None,
        final=step.final, settled_by=step.settled_by, count=case.position.count, paper=book.paper.zh,
        grounds=_grounds(book, case), earlier=_earlier(book, case),
    )  # fmt: skip


def _named(case: Case, step: Step, areas: dict[int, AreaCard]) -> tuple[str, str, str]:
    """What the letter is about, its serial, and to whom it goes."""
    if case.subject.department:
        return case.subject.department, "", case.subject.department
    if case.subject.area_id is not None:
        area = areas[case.subject.area_id]
        return area.name, "", f"{area.name}{'管委会' if area.kind is AreaKind.PARK else '人民政府'}"
    card = registry.project_card(case.subject.project_id or 0)
    if card is None:
        return "", "", ""
    area = areas[card.area_id]
    serial = registry.serials([card.project_id])[card.project_id]
    government = f"{area.name}{'管委会' if area.kind is AreaKind.PARK else '人民政府'}"
    units = {"responsible": card.responsible, "owner": card.owner, "department": card.responsible}
    return card.name, serial, units.get(step.to) or government


def _grounds(book: Book, case: Case) -> list[Ground]:
    """Every light or list of the case that was lit in its newest month, with its reasons."""
    ladder = book.ladders[case.ladder]
    codes = [case.about] if case.about else [
        *(f"lights.{code}" for code in ladder.lights), *(f"stall_lists.{code}" for code in ladder.stall_lists)
    ]  # fmt: skip
    found = []
    for one in why.reasons(book, case.subject, case.month, codes):
        sums = tuple(said.sentence for said in one.reckoned) or (one.rule,)
        found.append(Ground(aspect=one.aspect, colour=one.colour, clause=one.clause, sums=sums, ends=one.ends))
    return found


def _earlier(book: Book, case: Case) -> list[tuple[str, str, date]]:
    names = {step.code: step.zh for step in book.ladders[case.ladder].steps}
    letters = Letter.objects.current().filter(
        ladder=case.ladder,
        about=case.about,
        project=case.subject.project_id,
        area=case.subject.area_id,
        department=case.subject.department,
    )
    return [(one.number, names.get(one.step, one.step), one.sent_on) for one in letters.order_by("sent_on", "pk")]
