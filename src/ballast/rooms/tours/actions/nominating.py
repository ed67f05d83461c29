"""The projects a county is seen by: put forward, approved, replaced, and how difficult each is."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.sentence import Sentence
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ProfileCard
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.tours import desk
from ballast.rooms.tours.cards import NomineeCard, TourCard
from ballast.rooms.tours.models import Nominee
from ballast.rooms.tours.refusals import NotEligible, refused
from ballast.rulebook.powers import Power
from ballast.rulebook.telling.conditions import condition
from ballast.rulebook.telling.values import decimal
from ballast.rulebook.touring import quarters
from ballast.rulebook.touring.life import Step

LONGEST_LINE, LONGEST_WORDS = 120, 400


@dataclass(frozen=True, slots=True, kw_only=True)
class PutForward:
    """A project for one of a county's positions, in one line; ``why`` where it takes another's place."""

    area_code: str
    position: int
    project: str
    line: str
    why: str = ""


def nominate(serial: str, put: PutForward, *, official: OfficialCard | None, on: date, at: datetime) -> NomineeCard:
    """Put one of a county's projects forward; what the city office has approved, only the city office replaces.

    Raises NotAllowed, NoSuchTour, TourRefused, and NotEligible naming the rule that the project does not meet.
    """
    person = people.require(official, Power.NOMINATE, area_code=put.area_code)
    with journal.entry(at=at, by=person.username, action="nominate") as writer:
        tour = desk.at_step(serial, Step.PREPARE)
        area, before = _place(tour, put), _standing(tour, put)
        if before is not None and before.approved:
            raise refused(serial, "这个位置的项目已由市项目办确认；如需更换，请市项目办办理并写明原因",
                          "The project here is approved; the city office replaces it, with a reason")  # fmt: skip
        held = registry.reach(person, on=on, power=Power.NOMINATE)
        card = _fits(tour, put, area, registry.find(put.project.strip(), held=held))
        made = _recorded(writer, tour, area, put, card, approved=False)
        detail = {"area": area.code, "position": put.position, "line": made.line}
        audit.write("nominate", at=writer.moment, actor=person.username, object=f"{serial} {made.serial}",
                    detail=detail)  # fmt: skip
    return made


def approve(serial: str, project: str, *, official: OfficialCard | None, at: datetime) -> None:
    """Approve a project put forward. Raises NotAllowed, NoSuchTour and TourRefused."""
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="approve_nominee") as writer:
        tour = desk.at_step(serial, Step.PREPARE)
        found = desk.nominee(tour, project)
        writer.record([_fact(tour, replace(found, approved=True))])
        audit.write("approve_nominee", at=writer.moment, actor=person.username, object=f"{serial} {project}")


def replace_nominee(
    serial: str, put: PutForward, *, official: OfficialCard | None, on: date, at: datetime
) -> NomineeCard:
    """Put another project in the place of one, with a reason; it is approved with that. Raises as ``nominate``."""
    person = people.require(official, Power.TOUR)
    if not put.why.strip():
        raise refused(serial, "更换项目须写明原因", "Say why the project is replaced")
    with journal.entry(at=at, by=person.username, action="replace_nominee") as writer:
        tour = desk.at_step(serial, Step.PREPARE)
        area, before = _place(tour, put), _standing(tour, put)
        if before is None:
            raise refused(serial, f"“{area.name}”第 {put.position} 个位置还没有项目，请由县区报送",
                          "Nothing stands in this place yet; the county puts a project forward")  # fmt: skip
        held = registry.reach(person, on=on, power=Power.TOUR)
        card = _fits(tour, put, area, registry.find(put.project.strip(), held=held))
        made = _recorded(writer, tour, area, put, card, approved=True)
        detail = {"area": area.code, "position": put.position, "instead_of": before.serial, "why": made.why}
        audit.write("replace_nominee", at=writer.moment, actor=person.username, object=f"{serial} {made.serial}",
                    detail=detail)  # fmt: skip
    return made


def set_difficulty(
    serial: str, project: str, *, coefficient: Decimal, hard: str, official: OfficialCard | None, at: datetime
) -> None:
    """Set how difficult a project is, within the rule's bounds and before the ballot opens, with a reason.

    Raises NotAllowed, NoSuchTour and TourRefused.
    """
    person = people.require(official, Power.READ)
    with journal.entry(at=at, by=person.username, action="set_difficulty") as writer:
        tour = desk.at_step(serial, Step.PREPARE)
        bounds, who = tour.rule.difficulty, tour.rule.difficulty.set_by
        if not {seat.role for seat in person.seats} & set(who):
            raise refused(serial, f"难度系数由{'、'.join(role.zh for role in who)}定",
                          f"The coefficient is set by: {', '.join(role.en for role in who)}")  # fmt: skip
        low, high = decimal(bounds.at_least), decimal(bounds.at_most)
        fine = coefficient.is_finite() and bounds.at_least <= Fraction(coefficient) <= bounds.at_most
        if not fine or coefficient != round(coefficient, 3):
            raise refused(serial, f"难度系数应在 {low} 至 {high} 之间，最多三位小数",
                          f"The coefficient lies between {low} and {high}, with three decimals at most")  # fmt: skip
        if coefficient != 1 and not hard.strip():
            raise refused(serial, "系数不为 1 时须写明依据", "Say why the coefficient is not 1")
        found = desk.nominee(tour, project)
        writer.record([_fact(tour, replace(found, coefficient=coefficient, hard=hard.strip()[:LONGEST_WORDS]))])
        detail = {"coefficient": str(coefficient), "why": hard.strip()[:LONGEST_WORDS]}
        audit.write("set_difficulty", at=writer.moment, actor=person.username, object=f"{serial} {project}",
                    detail=detail)  # fmt: skip


def _place(tour: TourCard, put: PutForward) -> AreaCard:
    """The county of the place a project is put in."""
    area = people.area_of_code(put.area_code)
    if area is None or area.code not in tour.counties:
        raise refused(put.area_code, "这次观摩没有这个县（市、区）", "This county is not on the tour")
    if not 1 <= put.position <= tour.rule.projects:
        raise refused(area.name, f"每县 {tour.rule.projects} 个项目，位置应为 1 至 {tour.rule.projects}",
                      f"Each county has {tour.rule.projects} places")  # fmt: skip
    if not put.line.strip() or len(put.line.strip()) > LONGEST_LINE:
        raise refused(area.name, f"请用一句话说明看点，不超过 {LONGEST_LINE} 字",
                      f"Say in one line of at most {LONGEST_LINE} characters what there is to see")  # fmt: skip
    return area


def _standing(tour: TourCard, put: PutForward) -> NomineeCard | None:
    mine = [one for one in desk.nominees(tour) if one.area_code == put.area_code]
    other = next((one for one in mine if one.serial == put.project.strip() and one.position != put.position), None)
    if other is not None:
        raise refused(put.project, f"“{other.name}”已在第 {other.position} 个位置，请另报一个项目",
                      f"{other.serial} stands in place {other.position} already; put another forward")  # fmt: skip
    return next((one for one in mine if one.position == put.position), None)


def _fits(tour: TourCard, put: PutForward, area: AreaCard, card: ProfileCard | None) -> ProfileCard:
    """The project, if it is the county's and meets every condition of the rule."""
    counties = {one.id: one.county_code for one in people.areas()}
    if card is None or counties[card.area_id] != area.code:
        raise _not_eligible(put.project, f"“{area.name}”没有这个项目编号，或不由您办理",
                            "The county has no project of this serial, or it is not yours")  # fmt: skip
    if lifecycle.negotiating([card.project_id]):
        raise _not_eligible(put.project, "在谈项目名称限知，不列入观摩",
                            "A project under negotiation is need-to-know and not shown on a tour")  # fmt: skip
    last = quarters.last_month(tour.quarter)
    book = policy.for_month(last)
    wanted = book.tours[tour.kind].eligible if tour.kind in book.tours else ()
    unmet = supervision.unmet([card.project_id], wanted, book=book, month=last, on=tour.held_on)
    if unmet[card.project_id]:
        said = condition(book, unmet[card.project_id][0])
        raise _not_eligible(
            put.project, f"“{card.name}”不满足观摩条件：{said.zh}", f"{card.name} does not meet: {said.en}"
        )
    return card


def _recorded(
    writer: journal.Writer, tour: TourCard, area: AreaCard, put: PutForward, card: ProfileCard, *, approved: bool
) -> NomineeCard:
    made = NomineeCard(
        area_id=area.id, area_code=area.code, area_name=area.name, position=put.position, project_id=card.project_id,
        serial=put.project.strip(), name=card.name, line=put.line.strip(), approved=approved, coefficient=Decimal(1),
        why=put.why.strip()[:LONGEST_WORDS], hard="",
    )  # fmt: skip
    writer.record([_fact(tour, made)])
    return made


def _fact(tour: TourCard, one: NomineeCard) -> Nominee:
    return Nominee(
        tour_id=tour.id, area_id=one.area_id, position=one.position, project_id=one.project_id, line=one.line,
        approved=one.approved, coefficient=one.coefficient, why=one.why, hard=one.hard,
    )  # fmt: skip


def _not_eligible(where: str, zh: str, en: str) -> NotEligible:
    return NotEligible(Sentence(zh, en), where=where, code="not_eligible")
