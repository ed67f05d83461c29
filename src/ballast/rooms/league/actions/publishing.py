"""Making a ranking public, as much of it as the book says; it is never edited, a further edition stands beside it."""

from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.workdays import add_workdays
from ballast.rooms.league.models import Publication
from ballast.rooms.league.published import kept
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power


class NotPublishable(Refusal):
    """There is no such ranking, a newer edition stands, or it was published already."""


def publish(month: str, sheet: str, *, edition: int, official: OfficialCard | None, on: date, at: datetime) -> None:
    """Publish the newest edition of a ranking; from then on appeals may come. Raises NotAllowed and NotPublishable.

    ``edition`` is the one the person looked at: whatever they did not see is not published.
    """
    person = people.require(official, Power.PUBLISH)
    where = f"{month} {sheet}"
    with journal.entry(at=at, by=person.username, action="publish") as writer:
        ranking = kept(month, sheet)
        if ranking is None:
            raise _refused(where, "这个月没有这一榜；封账后才有排名", "There is no such ranking; sealing makes it")
        if ranking.edition != edition:
            raise _refused(
                where, f"已有第 {ranking.edition} 版，请看过新版再公布",
                f"Edition {ranking.edition} stands; look at it first",
            )  # fmt: skip
        if Publication.objects.current().filter(month=month, sheet=sheet, edition=edition).exists():
            raise _refused(where, f"第 {edition} 版已经公布", f"Edition {edition} was published already")
        until = add_workdays(on, ranking.appeal_workdays)
        writer.record([Publication(
            month=month, sheet=sheet, edition=edition, top=ranking.ends.top if ranking.ends else None,
            bottom=ranking.ends.bottom if ranking.ends else None, published_on=on, appeals_until=until,
            hash=ranking.hash,
        )])  # fmt: skip
        detail = {"edition": edition, "ends": ranking.ends, "hash": ranking.hash}
        audit.write("publish", at=writer.moment, actor=person.username, object=where, detail=detail)


def _refused(where: str, zh: str, en: str) -> NotPublishable:
    return NotPublishable(Sentence(zh, en), where=where, code="not_publishable")
