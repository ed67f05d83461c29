"""Noting the deeds that the score sheets count: bonus and penalty events of an area, each with reason and evidence."""

from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.ledger.numbering import next_number
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.league.cards import DeedAsked
from ballast.rooms.league.models import Deed
from ballast.rooms.league.scored import deed_kinds
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.reporting import queries as reporting
from ballast.rulebook.powers import Power

LONGEST_TEXT = 400


class DeedRefused(Refusal):
    """The deed is none the book counts, or it is not told in full."""


def note_deed(asked: DeedAsked, *, official: OfficialCard | None, on: date, at: datetime) -> str:
    """Note a deed of an area in a month; its number.

    A month that is sealed already keeps its ranking: the deed counts from its next edition on. Raises NotAllowed,
    and DeedRefused.
    """
    person = people.require(official, Power.NOTE_DEED)
    month = reporting.month_named(asked.month)
    where = f"{asked.area} {month}"
    kinds = deed_kinds(policy.for_month(month))
    if asked.kind not in kinds:
        known = "、".join(f"{code}（{name.zh}）" for code, name in kinds.items()) or "（无）"
        raise _refused(where, f"规则手册没有“{asked.kind}”这一项，可用：{known}", f"The book counts no {asked.kind!r}")
    if not (asked.reason.strip() and asked.evidence.strip()):
        raise _refused(where, "须写明事由和依据", "Give the reason and the evidence")
    area = people.area_of_code(asked.area)
    if area is None:
        raise _refused(where, "没有这个地区", "There is no such area")
    with journal.entry(at=at, by=person.username, action="note_deed") as writer:
        number = next_number(Deed, "记分", on)
        writer.record([Deed(
            number=number, area_id=area.id, month=month, kind=asked.kind, times=asked.times,
            reason=asked.reason.strip()[:LONGEST_TEXT], evidence=asked.evidence.strip()[:LONGEST_TEXT],
        )])  # fmt: skip
        detail = {"area": asked.area, "month": month, "kind": asked.kind, "times": asked.times}
        audit.write("note_deed", at=writer.moment, actor=person.username, object=number, detail=detail)
    return number


def revoke_deed(number: str, *, reason: str, official: OfficialCard | None, on: date, at: datetime) -> None:
    """Take a deed back, with the reason; it stays in sight and counts no more. Raises NotAllowed and DeedRefused."""
    person = people.require(official, Power.NOTE_DEED)
    if not reason.strip():
        raise _refused(number, "请写明撤销理由", "Say why it is taken back")
    with journal.entry(at=at, by=person.username, action="revoke_deed") as writer:
        found = Deed.objects.current().filter(number=number, revoked_on__isnull=True).first()
        if found is None:
            raise _refused(number, "没有这项记分，或已撤销", "There is no such deed, or it was taken back")
        values = {field.attname: getattr(found, field.attname) for field in Deed.payload()}
        writer.record([Deed(**values | {"revoked_on": on, "revoked_for": reason.strip()[:LONGEST_TEXT]})])
        audit.write("revoke_deed", at=writer.moment, actor=person.username, object=number, detail={"reason": reason})


def _refused(where: str, zh: str, en: str) -> DeedRefused:
    return DeedRefused(Sentence(zh, en), where=where, code="deed_refused")
