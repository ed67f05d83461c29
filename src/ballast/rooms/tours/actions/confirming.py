"""After the count: a draw where counties are level to the last, and the results confirmed for good."""

from collections.abc import Sequence
from datetime import datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours import counting, desk
from ballast.rooms.tours.models import Box, Course, Draw, Place, Results, Tour
from ballast.rooms.tours.refusals import refused
from ballast.rulebook.powers import Power
from ballast.rulebook.touring import Placed, Standing
from ballast.rulebook.touring.life import State, Step


def draw(
    serial: str, order: Sequence[str], *, chair: str, reason: str, official: OfficialCard | None, at: datetime
) -> None:
    """Record a draw among counties that are level to the last: the order drawn, who presided, why it was held.

    Confirmed results take a draw where a slip that is not decided yet would leave counties level. Raises NotAllowed,
    and TourRefused where these counties are not level, or the chair or the reason is not named.
    """
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="draw_places") as writer:
        tour = desk.at_step(serial, Step.COUNT)
        if frozenset(order) not in counting.level(tour) or len(set(order)) < len(order):
            raise refused(serial, "抽签只在各项都相同的县之间进行，且须把它们排出先后",
                          "A draw puts counties in order that are level to the last, all of them")  # fmt: skip
        if not chair.strip() or not reason.strip():
            who = "、".join(role.zh for role in tour.rule.draw_by)
            raise refused(
                serial, f"请写明主持抽签的{who}和抽签缘由", "Say who presided at the draw, and why it was held"
            )
        fact = Draw(tour_id=tour.id, counties=",".join(sorted(order)), order=list(order), chair=chair.strip()[:60],
                    reason=reason.strip()[:400])  # fmt: skip
        writer.record([fact])
        detail = {"order": list(order), "chair": fact.chair, "reason": fact.reason}
        audit.write("draw_places", at=writer.moment, actor=person.username, object=serial, detail=detail)


def confirm(serial: str, *, official: OfficialCard | None, at: datetime) -> str:
    """Confirm the results: places without ties, kept and hashed; the hash. Raises NotAllowed and TourRefused."""
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="confirm_tour") as writer:
        tour = desk.at_step(serial, Step.CONFIRM)
        standing = counting.count(tour).standing
        require_no_ties(serial, standing)
        box = Box.objects.get(tour_id=tour.id)
        digest = keep_results(
            box.tour, standing.placed, edition=1, at=writer.moment, by=person.username, after=box.hash
        )  # fmt: skip
        writer.record([Course(tour_id=tour.id, state=State.CONFIRMED, held_on=tour.held_on)])
        detail = {"counties": len(standing.placed), "hash": digest}
        audit.write("confirm_tour", at=writer.moment, actor=person.username, object=serial, detail=detail)
    return digest


def require_no_ties(serial: str, standing: Standing) -> None:
    """Places without ties, every tie decided by the book's rule. Raises TourRefused naming who is to be drawn."""
    if standing.open:
        names = {area.code: area.name for area in people.areas()}
        level = "；".join("、".join(names[code] for code in sorted(one)) for one in standing.open)
        raise refused(
            serial, f"以下县各项都相同，请先抽签：{level}", "Counties are level to the last; hold a draw first"
        )


def keep_results(
    tour: Tour, placed: Sequence[Placed], *, edition: int, at: datetime, by: str, after: str
) -> str:  # fmt: skip
    """Keep an edition of the results on top of the hash ``after``; its own hash."""
    digest = counting.hash_of(after, placed)
    kept = Results.objects.create(tour=tour, edition=edition, confirmed_at=at, confirmed_by=by, hash=digest)
    areas = {area.code: area.id for area in people.areas()}
    Place.objects.bulk_create([
        Place(results=kept, area_id=areas[one.code], group=one.group, points=str(one.points), place=one.place,
              group_place=one.group_place, by=one.by)
        for one in placed
    ])  # fmt: skip
    return digest
