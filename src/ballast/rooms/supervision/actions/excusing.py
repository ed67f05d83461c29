"""Granting a justified exception: for a kind the book has, by whom it says, no longer than it says, with evidence."""

from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.ledger.numbering import next_number
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.supervision.cards import ExceptionAsked
from ballast.rooms.supervision.models import JustifiedException
from ballast.rooms.supervision.rules import book_for
from ballast.rulebook import months
from ballast.rulebook.books.exceptions import ExceptionKind, covers
from ballast.rulebook.powers import Power

LONGEST_TEXT = 400


class NotExcusable(Refusal):
    """The exception is none the book allows."""


def excuse(asked: ExceptionAsked, *, official: OfficialCard | None, on: date, at: datetime) -> str:
    """Grant an exception; its number. Raises NotAllowed, and NotExcusable naming what the book wants."""
    person = people.require(official, Power.EXCUSE)
    where = asked.serial or asked.area_code
    book, _ = book_for(months.of(on), at=at)
    kind = book.exceptions.get(asked.kind)
    if kind is None:
        known = "、".join(f"{code}（{one.zh}）" for code, one in book.exceptions.items()) or "（无）"
        raise _refused(where, f"规则手册没有例外“{asked.kind}”，可用：{known}",
                       f"The book has no exception {asked.kind!r}; it has: {', '.join(book.exceptions)}")  # fmt: skip
    with journal.entry(at=at, by=person.username, action="excuse") as writer:
        project_id = _project(asked)
        area_id = _area(asked)
        _fits(asked, kind, person, where, project_id, area_id)
        number = next_number(JustifiedException, "例外", on)
        fact = JustifiedException(
            number=number, project_id=project_id, area_id=area_id, kind=asked.kind, rules=sorted(asked.rules),
            since=asked.since, until=asked.until, reason=asked.reason.strip()[:LONGEST_TEXT],
            evidence=asked.evidence.strip()[:LONGEST_TEXT], approver=person.name,
        )  # fmt: skip
        writer.record([fact])
        detail = {"subject": where, "kind": asked.kind, "rules": sorted(asked.rules), "until": str(asked.until)}
        audit.write("excuse", at=writer.moment, actor=person.username, object=number, detail=detail)
    return number


def lift(number: str, *, official: OfficialCard | None, on: date, at: datetime) -> None:
    """End an exception before its time: ``on`` is its last day. Raises NotAllowed and NotExcusable."""
    person = people.require(official, Power.EXCUSE)
    with journal.entry(at=at, by=person.username, action="lift") as writer:
        found = JustifiedException.objects.current().filter(number=number).first()
        if found is None or found.ended_on is not None or found.until < on:
            raise _refused(
                number, "没有这项生效中的例外，请核对编号", "No exception of this number is in force; check it"
            )
        names = [field.attname for field in JustifiedException.payload()]
        values = {name: getattr(found, name) for name in names}
        writer.record([JustifiedException(**values | {"ended_on": on})])
        audit.write("lift", at=writer.moment, actor=person.username, object=number, detail={"ended_on": str(on)})


def _project(asked: ExceptionAsked) -> int | None:
    if not asked.serial:
        return None
    card = registry.find(asked.serial, held=registry.EVERYWHERE)
    if card is None:
        raise _refused(asked.serial, "没有这个项目编号", "There is no project of this serial")
    return card.project_id


def _area(asked: ExceptionAsked) -> int | None:
    if not asked.area_code:
        return None
    found = people.area_of_code(asked.area_code)
    if found is None:
        raise _refused(asked.area_code, "没有这个地区", "There is no such area")
    return found.id


def _fits(
    asked: ExceptionAsked, kind: ExceptionKind, person: OfficialCard, where: str, project: int | None, area: int | None
) -> None:
    """Hold what is asked against the kind of the book."""
    if (project is None) == (area is None):
        raise _refused(where, "例外应针对一个项目或一个地区", "An exception is for one project or one area")
    if not asked.reason.strip() or (kind.evidence and not asked.evidence.strip()):
        raise _refused(where, "须写明理由并附佐证材料", "Give the reason and the evidence")
    roles = {seat.role for seat in person.seats}
    if not roles & set(kind.granted_by):
        who = "、".join(role.zh for role in kind.granted_by)
        raise _refused(where, f"“{kind.zh}”由{who}批准", f"{kind.label.en} is granted by: {', '.join(kind.granted_by)}")
    last = kind.longest.after(asked.since, lambda day: True)
    if asked.until < asked.since or asked.until > last:
        raise _refused(where, f"期限应在 {asked.since} 至 {last} 之间", f"It may last from {asked.since} to {last}")
    strange = [rule for rule in asked.rules if not covers(kind.suspends, rule)]
    if strange:
        raise _refused(where, f"“{kind.zh}”不能暂停 {'、'.join(strange)}", f"This kind does not suspend {strange}")
    standing = JustifiedException.objects.current().filter(project=project, area=area, kind=asked.kind)
    if standing.count() > kind.renewals:
        raise _refused(where, f"“{kind.zh}”至多续 {kind.renewals} 次", f"It may be renewed {kind.renewals} times")


def _refused(where: str, zh: str, en: str) -> NotExcusable:
    return NotExcusable(Sentence(zh, en), where=where, code="not_excusable")
