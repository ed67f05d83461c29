"""Saying why a project is stuck: a reason of the book, who holds it, and by when it is to be free."""

from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.supervision.cards import ReasonGiven
from ballast.rooms.supervision.models import StallReason
from ballast.rooms.supervision.rules import book_for
from ballast.rulebook import months
from ballast.rulebook.books import Book
from ballast.rulebook.powers import Power

LONGEST = 400


class ReasonRefused(Refusal):
    """The reason is none of the book's, or lacks what it needs."""


def give_reason(given: ReasonGiven, *, official: OfficialCard | None, on: date, at: datetime) -> None:
    """Record why a project is stuck; the newest reason stands, the older ones are its history.

    Raises NotAllowed where the project is not the person's, and ReasonRefused.
    """
    book, _ = book_for(months.of(on), at=at)
    card = registry.find(given.serial, held=registry.reach(official, on=on, power=Power.EXPLAIN_STALL))
    if card is None:
        raise _refused(
            given.serial, "没有这个项目，或不由您说明", "There is no such project, or it is not yours to explain"
        )
    person = registry.require(official, Power.EXPLAIN_STALL, project_id=card.project_id, on=on)
    _of_the_book(given, book)
    with journal.entry(at=at, by=person.username, action="give_reason") as writer:
        fact = StallReason(
            project_id=card.project_id, stall=given.stall, reason=given.reason, words=given.words.strip(),
            holder=given.holder.strip()[:120], held_since=given.held_since, promised_on=given.promised_on,
        )  # fmt: skip
        writer.record([fact])
        detail = {"stall": given.stall, "reason": given.reason, "holder": given.holder}
        audit.write("give_reason", at=writer.moment, actor=person.username, object=given.serial, detail=detail)


def _of_the_book(given: ReasonGiven, book: Book) -> None:
    rule = book.stall_lists.get(given.stall)
    if rule is None:
        known = "、".join(f"{code}（{one.zh}）" for code, one in book.stall_lists.items()) or "（无）"
        raise _refused(given.serial, f"规则手册没有清单“{given.stall}”，可用：{known}",
                       f"The book has no list {given.stall!r}; it has: {', '.join(book.stall_lists)}")  # fmt: skip
    allowed = rule.reasons or tuple(book.reasons)
    if given.reason not in allowed:
        known = "、".join(book.reasons[code].zh for code in allowed) or "（无）"
        raise _refused(given.serial, f"原因应为：{known}", f"The reason should be one of: {', '.join(allowed)}")
    if len(given.words) > LONGEST:
        raise _refused(given.serial, f"说明超过 {LONGEST} 字，请缩短", f"At most {LONGEST} characters; shorten it")
    if given.held_since and given.promised_on and given.promised_on < given.held_since:
        raise _refused(given.serial, "承诺解决日期早于接手日期", "It is promised for before it was taken on")


def _refused(where: str, zh: str, en: str) -> ReasonRefused:
    return ReasonRefused(Sentence(zh, en), where=where, code="reason_refused")
