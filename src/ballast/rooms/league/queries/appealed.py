"""Appeals as they stand: what was asked, what was answered, the slip, and the edition that carries it."""

from datetime import datetime

from ballast.rooms.league import keeping, upholding
from ballast.rooms.league.cards import AppealCard
from ballast.rooms.league.models import Appeal, AppealAnswer, Ranking
from ballast.rooms.registry.cards import EVERYWHERE, Reach
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import FilingCard
from ballast.rulebook import appeals as rule
from ballast.rulebook.appeals import Outcome
from ballast.rulebook.slips import SlipState


def appeals(*, held: Reach, month: str = "", sheet: str = "") -> list[AppealCard]:
    """The appeals of the areas ``held`` covers, the newest first."""
    found = Appeal.objects.current().select_related("area").order_by("-opened_on", "-pk")
    found = found.filter(month=month) if month else found
    found = found.filter(sheet=sheet) if sheet else found
    mine = [one for one in found if held.areas is None or one.area.code in held.areas]
    numbers = {one.number for one in mine}
    answers = {one.appeal: one for one in AppealAnswer.objects.current().filter(appeal__in=numbers)}
    slips = {one.id: one for one in reporting.slips(held=EVERYWHERE)} if mine else {}
    return [_card(one, answers.get(one.number), slips) for one in mine]


def _card(one: Appeal, answer: AppealAnswer | None, slips: dict[int, FilingCard]) -> AppealCard:
    slip = slips.get(answer.slip_id or 0) if answer else None
    carried = _carried(one, slip.decided_at) if slip and slip.state is SlipState.APPROVED else None
    to_answer = answer is None or (slip is not None and slip.state in upholding.DEAD)
    kept = Ranking.objects.filter(month=one.month, sheet=one.sheet, edition=one.edition).first()
    name = kept.said["indicators"].get(one.part) if kept else None
    return AppealCard(
        number=one.number, month=one.month, sheet=one.sheet, edition=one.edition, area=one.area.code,
        area_name=one.area.name, part=one.part, part_name=keeping.sentence(name), opened_on=one.opened_on,
        opened_by=one.recorded_by, reason=one.reason, evidence=one.evidence,
        state=rule.state(Outcome(answer.outcome) if answer else None, edition=carried),
        answered_on=answer.answered_on if answer else None, answered_by=answer.recorded_by if answer else "",
        words=answer.words if answer else "", slip=slip.id if slip else None,
        slip_state=slip.state.zh if slip else "", carried_by=carried, to_answer=to_answer,
        fitting=tuple(upholding.fitting(slips.values(), one.area.code, one.month)) if to_answer else (),
    )  # fmt: skip


def _carried(one: Appeal, decided_at: datetime | None) -> int | None:
    """The first edition of the appealed ranking that was made with the slip."""
    if decided_at is None:
        return None
    later = Ranking.objects.filter(month=one.month, sheet=one.sheet, edition__gt=one.edition, moment__gte=decided_at)
    return later.order_by("edition").values_list("edition", flat=True).first()
