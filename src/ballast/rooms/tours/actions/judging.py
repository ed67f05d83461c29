"""The judges of a tour: named with their kind, given a link of their own, taken off before the ballot opens."""

import re
import secrets
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours import desk
from ballast.rooms.tours.cards import JudgeCard, Ticket, TourCard
from ballast.rooms.tours.models import Ballot, Judge
from ballast.rooms.tours.refusals import refused
from ballast.rulebook.powers import Power
from ballast.rulebook.touring.life import State, Step

MOST, TOKEN_BYTES = 200, 24


def name_judges(serial: str, *, kind: str, names: str, official: OfficialCard | None, at: datetime) -> list[JudgeCard]:
    """Name judges of a kind, a line each: the name, a space, the office. Raises NotAllowed and TourRefused."""
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="name_judges") as writer:
        tour = desk.at_step(serial, Step.PREPARE)
        if kind not in tour.rule.judges:
            known = "、".join(f"{code}（{one.zh}）" for code, one in tour.rule.judges.items())
            raise refused(serial, f"没有评委种类“{kind}”，可用：{known}", f"There is no kind of judges {kind!r}")
        said = _said(tour, names)
        number = max(Judge.objects.filter(tour_id=tour.id).values_list("number", flat=True), default=0)
        if number + len(said) > MOST:
            raise refused(serial, f"评委不超过 {MOST} 人", f"A tour has {MOST} judges at most")
        facts = [
            Judge(tour_id=tour.id, number=place, name=name, kind=kind, office=office)
            for place, (name, office) in enumerate(said, start=number + 1)
        ]
        writer.record(facts)
        detail = {"kind": kind, "judges": [[one.number, one.name] for one in facts]}
        audit.write("name_judges", at=writer.moment, actor=person.username, object=serial, detail=detail)
    return [desk.judge_card(one) for one in facts]


def _said(tour: TourCard, names: str) -> list[tuple[str, str]]:
    """The names and offices of the lines, each name once."""
    lines = [re.split(r"[\s,，]+", line.strip(), maxsplit=1) for line in names.splitlines() if line.strip()]
    said = [(parts[0][:60], parts[1].strip()[:120] if len(parts) > 1 else "") for parts in lines]
    every = [one.name for one in desk.judges(tour)] + [name for name, _ in said]
    twice = next((name for name in every if every.count(name) > 1), None)
    if not said or twice:
        zh = f"“{twice}”重名，请注明以区别" if twice else "请填写评委姓名，一行一人"
        raise refused(tour.serial, zh, f"{twice} stands twice" if twice else "Give the names, a line each")
    return said


def dismiss_judge(serial: str, number: int, *, official: OfficialCard | None, at: datetime) -> None:
    """Take a judge off the list before the ballot opens. Raises NotAllowed and TourRefused."""
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="dismiss_judge") as writer:
        tour = desk.at_step(serial, Step.PREPARE)
        found = _judge(tour, number)
        writer.withdraw([found])
        audit.write("dismiss_judge", at=writer.moment, actor=person.username, object=f"{serial} {found.name}",
                    detail={"number": number})  # fmt: skip


def issue_tickets(
    serial: str, *, official: OfficialCard | None, at: datetime, number: int | None = None
) -> list[Ticket]:
    """A link for every judge without one, or a new one for judge ``number``: the one before it opens nothing any more.

    A link is told here and nowhere again; only its hash is kept. Raises NotAllowed and TourRefused.
    """
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="issue_tickets") as writer:
        tour = desk.find(serial)
        if tour.state not in (State.PLANNED, State.OPEN):
            raise refused(serial, "封票之后不再发放投票链接", "No links are given once the ballot is closed")
        wanted = [_judge(tour, number)] if number is not None else _without_link(tour)
        told: list[Ticket] = []
        for one in wanted:
            token = secrets.token_urlsafe(TOKEN_BYTES)
            fact = Judge(tour_id=tour.id, number=one.number, name=one.name, kind=one.kind, office=one.office,
                         ticket=hash_of(token))  # fmt: skip
            writer.record([fact])
            told.append(Ticket(replace(desk.judge_card(fact), linked=True), token))
        audit.write("issue_tickets", at=writer.moment, actor=person.username, object=serial,
                    detail={"judges": [one.judge.number for one in told]})  # fmt: skip
    return told


def hash_of(token: str) -> str:
    """What is kept of a link."""
    return sha256(token.encode()).hexdigest()


def _without_link(tour: TourCard) -> list[Judge]:
    """Those who hold no link and have not begun to vote on paper."""
    voted = set(Ballot.objects.filter(tour_id=tour.id).values_list("judge", flat=True))
    found = Judge.objects.current().filter(tour_id=tour.id, ticket="").order_by("number")
    return [one for one in found if one.number not in voted]


def _judge(tour: TourCard, number: int) -> Judge:
    found: Judge | None = Judge.objects.current().filter(tour_id=tour.id, number=number).first()
    if found is None:
        raise refused(tour.serial, f"没有第 {number} 号评委", f"There is no judge {number}")
    return found
