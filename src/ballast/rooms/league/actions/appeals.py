"""An area appeals against a part of its score; the city office upholds it with a correction slip, or dismisses it."""

from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.ledger.numbering import next_number
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.league import upholding
from ballast.rooms.league.cards import AppealAsked, AppealSaid
from ballast.rooms.league.models import Appeal, AppealAnswer, Publication
from ballast.rooms.league.published import kept
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import FilingCard
from ballast.rulebook import appeals as rule
from ballast.rulebook.appeals import Outcome
from ballast.rulebook.powers import Power

LONGEST_TEXT = 400


class AppealRefused(Refusal):
    """The appeal, or its answer, is not in order."""


def appeal(asked: AppealAsked, *, official: OfficialCard | None, on: date, at: datetime) -> str:
    """Open an appeal against one part of the score of one's own area; its number.

    Raises NotAllowed (also for another's area), and AppealRefused.
    """
    person = people.require(official, Power.APPEAL, area_code=asked.area)
    where = f"{asked.area} {asked.month}"
    with journal.entry(at=at, by=person.username, action="appeal") as writer:
        published = _published(asked)
        area = _area(asked, where)
        before = Appeal.objects.current().filter(month=asked.month, sheet=asked.sheet, area=area, part=asked.part)
        why = rule.unfit(rule.Asked(
            on=on, until=published.appeals_until if published else None, before=before.exists(),
            reason=asked.reason, evidence=asked.evidence,
        ))  # fmt: skip
        if why is not None:
            late = f"（{published.appeals_until} 截止）" if published and why is rule.Unfit.LATE else ""
            raise _refused(where, f"{why.zh}{late}", why.en)
        number = next_number(Appeal, "申诉", on)
        writer.record([Appeal(
            number=number, month=asked.month, sheet=asked.sheet, edition=published.edition if published else 0,
            area_id=area, part=asked.part, opened_on=on, reason=asked.reason.strip()[:LONGEST_TEXT],
            evidence=asked.evidence.strip()[:LONGEST_TEXT],
        )])  # fmt: skip
        detail = {"month": asked.month, "sheet": asked.sheet, "area": asked.area, "part": asked.part}
        audit.write("appeal", at=writer.moment, actor=person.username, object=number, detail=detail)
    return number


def answer_appeal(said: AppealSaid, *, official: OfficialCard | None, on: date, at: datetime) -> None:
    """Answer an appeal: upheld, with the slip that corrects the report; or dismissed, with the reason. Once.

    Where the slip it was upheld with was refused or withdrawn since, it is answered anew. Raises
    NotAllowed and AppealRefused.
    """
    person = people.require(official, Power.PUBLISH)
    with journal.entry(at=at, by=person.username, action="answer_appeal") as writer:
        found = Appeal.objects.current().filter(number=said.number).select_related("area").first()
        if found is None:
            raise _refused(said.number, "没有这项申诉，请核对编号", "There is no appeal of this number")
        before = AppealAnswer.objects.current().filter(appeal=said.number).first()
        if before is not None and not upholding.given_up(before.slip_id):
            raise _refused(said.number, "这项申诉已经答复", "This appeal was answered already")
        if not said.words.strip():
            raise _refused(said.number, "请写明答复理由", "Say why")
        slip = _slip(said, found) if said.outcome is Outcome.UPHELD else None
        writer.record([AppealAnswer(
            appeal=said.number, outcome=said.outcome, answered_on=on, words=said.words.strip()[:LONGEST_TEXT],
            slip_id=slip.id if slip else None,
        )])  # fmt: skip
        detail = {"outcome": str(said.outcome), "slip": slip.id if slip else None}
        audit.write("answer_appeal", at=writer.moment, actor=person.username, object=said.number, detail=detail)


def _published(asked: AppealAsked) -> Publication | None:
    """The newest edition of the ranking that was made public."""
    found = Publication.objects.current().filter(month=asked.month, sheet=asked.sheet)
    return found.order_by("-edition").first()


def _area(asked: AppealAsked, where: str) -> int:
    """The area that appeals; refused where it, or the part, is not in this ranking."""
    ranking = kept(asked.month, asked.sheet)
    line = ranking.line(asked.area) if ranking else None
    area = people.area_of_code(asked.area)
    if line is None or area is None:
        raise _refused(where, "这一榜中没有这个地区", "The area is not in this ranking")
    if asked.part not in {one.indicator for one in line.placed.parts}:
        known = "、".join(f"{one.name.zh}（{one.indicator}）" for one in line.placed.parts)
        zh = f"得分中没有“{asked.part}”这一项，可申诉：{known}"
        raise _refused(where, zh, f"The score has no part {asked.part!r}")
    return area.id


def _slip(said: AppealSaid, found: Appeal) -> FilingCard:
    """The slip an appeal is upheld with: of the area or a project in it, of a month it rests on, not given up."""
    if said.slip is None:
        raise _refused(
            said.number, "申诉成立须指明更正单；请先提出更正单", "Upholding names the correction slip; file it first"
        )
    named = reporting.slips(held=EVERYWHERE, slip_id=said.slip)
    slip = next(iter(upholding.fitting(named, found.area.code, found.month)), None)
    if slip is None:
        raise _refused(
            f"{said.number} · {said.slip}",
            f"更正单须针对{found.area.name}的项目或统计数、{found.month} 及以前月份，且未被否决或撤回",
            f"The slip is of a project or figure of {found.area.name}, of {found.month} or before, and still stands",
        )
    return slip


def _refused(where: str, zh: str, en: str) -> AppealRefused:
    return AppealRefused(Sentence(zh, en), where=where, code="appeal_refused")
