"""Confirmed results put right by a slip: put by one, approved by another, and counted anew as a further edition."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours import box, counting, desk
from ballast.rooms.tours.actions.confirming import keep_results, require_no_ties
from ballast.rooms.tours.cards import TourCard
from ballast.rooms.tours.models import Amendment, Ballot, Results, Tour
from ballast.rooms.tours.refusals import TourRefused, refused
from ballast.rulebook import slips as rule
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipState, SlipVerb
from ballast.rulebook.telling.values import decimal
from ballast.rulebook.touring.life import State

LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending:
    """What is wrong in confirmed results: a judge's marks of a project, or (``judge`` 0) how difficult it is."""

    project: str
    judge: int = 0
    marks: Mapping[str, str]
    coefficient: str = ""
    reason: str
    evidence: str


def amend(serial: str, said: Amending, *, official: OfficialCard | None, at: datetime) -> int:
    """Put a slip against confirmed results; its number. Nothing counts until another approves it.

    Raises NotAllowed, NoSuchTour, TourRefused and BallotRefused.
    """
    person = people.require(official, Power.TOUR)
    with transaction.atomic():
        journal.lock()
        tour = _confirmed(serial)
        for zh, en, given in (("理由", "the reason", said.reason), ("依据", "the evidence", said.evidence)):
            if not given.strip():
                raise refused(serial, f"更正单须写明{zh}", f"A slip says {en}")
        nominee = desk.nominee(tour, said.project.strip())
        old, new = _change(tour, nominee.project_id, nominee.name, said)
        number = Amendment.objects.filter(tour_id=tour.id).count() + 1
        Amendment.objects.create(
            tour_id=tour.id, number=number, project_id=nominee.project_id, judge=said.judge, old=old, new=new,
            reason=said.reason.strip()[:LONGEST], evidence=said.evidence.strip()[:LONGEST], put_at=at,
            put_by=person.username, state=SlipState.FILED,
        )  # fmt: skip
        detail = {"slip": number, "project": nominee.serial, "judge": said.judge, "old": old, "new": new}
        audit.write("amend_tour", at=at, actor=person.username, object=serial, detail=detail)
    return number


def decide_amendment(
    serial: str, number: int, verb: SlipVerb, *, remark: str = "", official: OfficialCard | None, at: datetime
) -> int:
    """Approve, refuse or withdraw a slip; the edition that carries it, 0 where none does.

    Who put it only withdraws it, everybody else only decides. Approved, the results are counted anew and kept as the
    next edition beside the ones before; counties it leaves level to the last are drawn first (``draw``). Raises
    NotAllowed, NoSuchTour and TourRefused.
    """
    found = rule.DECISIONS[verb]
    person = people.require(official, Power.TOUR if found.filers_own else found.power)
    with journal.entry(at=at, by=person.username, action=f"{verb}_amendment") as writer:
        tour = _confirmed(serial)
        slip = _open(tour, number, verb, person.username)
        if verb is SlipVerb.REFUSE and not remark.strip():
            raise refused(serial, "不予批准须写明理由", "A refusal says why")
        slip.state, slip.decided_at, slip.decided_by = found.to, writer.moment, person.username
        slip.remark = remark.strip()[:LONGEST]
        slip.save()
        edition = _counted_anew(tour, slip, person.username, writer.moment) if verb is SlipVerb.APPROVE else 0
        detail = {"slip": number, "edition": edition, "remark": slip.remark}
        audit.write(f"{verb}_amendment", at=writer.moment, actor=person.username, object=serial, detail=detail)
    return edition


def _confirmed(serial: str) -> TourCard:
    tour = desk.find(serial)
    if tour.state is not State.CONFIRMED:
        raise refused(serial, "结果尚未确认，不用更正单", "The results are not confirmed and need no slip")
    return tour


def _change(tour: TourCard, project: int, name: str, said: Amending) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stands and what is to stand, where the two differ."""
    stands = counting.overlay(tour)
    if said.judge:
        ballot = Ballot.objects.filter(tour_id=tour.id, project_id=project, judge=said.judge).first()
        if ballot is None:
            raise refused(
                name, f"第 {said.judge} 号评委没有投过这个项目的票", f"Judge {said.judge} cast no ballot on it"
            )
        old: dict[str, Any] = {"marks": stands.marks.get((project, said.judge), ballot.marks)}
        new: dict[str, Any] = {"marks": box.read(tour, name, said.marks)}
    else:
        bounds, wanted = tour.rule.difficulty, _number(said.coefficient)
        low, high = decimal(bounds.at_least), decimal(bounds.at_most)
        if not wanted.is_finite() or not bounds.at_least <= wanted <= bounds.at_most or wanted != round(wanted, 3):
            raise refused(name, f"难度系数应在 {low} 至 {high} 之间，最多三位小数",
                          "The coefficient lies within the rule's bounds, with three decimals at most")  # fmt: skip
        nominee = next(one for one in desk.nominees(tour) if one.project_id == project)
        old = {"coefficient": f"{stands.coefficients.get(project, nominee.coefficient).normalize():f}"}
        new = {"coefficient": f"{wanted.normalize():f}"}
    if old == new:
        raise refused(name, "与现有记录相同，无须更正", "It is what stands already; there is nothing to correct")
    return old, new


def _number(text: str) -> Decimal:
    """A coefficient as it was typed; what is no number fits no bounds."""
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return Decimal("NaN")


def _open(tour: TourCard, number: int, verb: SlipVerb, by: str) -> Amendment:
    slip: Amendment | None = Amendment.objects.filter(tour_id=tour.id, number=number).first()
    if slip is None:
        raise refused(tour.serial, f"没有第 {number} 号更正单", f"There is no slip {number}")
    found = rule.decision(SlipState(slip.state), verb)
    if found is None:
        said = Sentence(
            f"这张更正单已经是“{SlipState(slip.state).zh}”", f"The slip is {SlipState(slip.state).en} already"
        )
        raise TourRefused(said, where=tour.serial, code="slip_decided")
    if not rule.theirs(found, filed_by=slip.put_by, by=by):
        said = Sentence(
            "更正单由提出人以外的另一人批准，由提出人撤回", "Another person decides; who put it withdraws it"
        )
        raise TourRefused(said, where=tour.serial, code="own_slip")
    return slip


def _counted_anew(tour: TourCard, slip: Amendment, by: str, at: datetime) -> int:
    last = Results.objects.filter(tour_id=tour.id).order_by("edition").last()
    assert last is not None  # it is confirmed
    slip.edition = last.edition + 1
    slip.save()
    standing = counting.count(tour).standing
    require_no_ties(tour.serial, standing)
    keep_results(Tour.objects.get(pk=tour.id), standing.placed, edition=slip.edition, at=at, by=by,
                 after=counting.amended_hash(last.hash, slip))  # fmt: skip
    return slip.edition
