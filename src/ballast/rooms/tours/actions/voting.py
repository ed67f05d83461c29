"""The ballot: opened when everything is ready, cast by a judge's link, read from paper by two, and closed."""

from collections.abc import Mapping
from datetime import datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours import box, desk
from ballast.rooms.tours.actions.judging import hash_of
from ballast.rooms.tours.cards import JudgeCard, NomineeCard, TourCard
from ballast.rooms.tours.models import Ballot, Box, Course, Judge, Tour
from ballast.rooms.tours.papers import readings_of, unsettled
from ballast.rooms.tours.refusals import NoTicket, refused
from ballast.rulebook.powers import Power
from ballast.rulebook.touring.life import State, Step
from ballast.rulebook.touring.marking import lacking


def open_ballot(serial: str, *, official: OfficialCard | None, at: datetime) -> None:
    """Open the ballot: every county's projects are approved, and every kind of judges is there.

    Raises NotAllowed, and TourRefused naming what is lacking.
    """
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="open_ballot") as writer:
        tour = desk.at_step(serial, Step.OPEN)
        lacking = [*_projects_lacking(tour), *_judges_lacking(tour)]
        if lacking:
            zh, en = "；".join(one.zh for one in lacking), "; ".join(one.en for one in lacking)
            raise refused(serial, f"还不能开票：{zh}", f"The ballot cannot open yet: {en}")
        writer.record([Course(tour_id=tour.id, state=State.OPEN, held_on=tour.held_on)])
        audit.write("open_ballot", at=writer.moment, actor=person.username, object=serial)


def judge_of(token: str) -> tuple[TourCard, JudgeCard]:
    """The tour and the judge that a link is for. Raises NoTicket."""
    found = Judge.objects.current().filter(ticket=hash_of(token)).first() if token else None
    if found is None:
        raise NoTicket(
            Sentence("这个投票链接无效或已更换，请向市项目办领取新的链接",
                     "This link is not valid or was replaced; ask the city project office for a new one"),
            code="no_ticket",
        )  # fmt: skip
    tour = Tour.objects.get(pk=found.tour_id)
    return desk.cards([tour])[0], desk.judge_card(found)


def cast(token: str, project: str, said: Mapping[str, str], *, at: datetime) -> Ballot:
    """Cast a judge's ballot on one project. Raises NoTicket, TourRefused, BallotRefused, and BallotTwice saying when.

    A refusal leaves its audit line: nobody is signed in whose it could be.
    """
    tour, judge = judge_of(token)
    actor = f"评委 {tour.serial}-{judge.number}"
    try:
        with journal.entry(at=at, by=actor, action="cast_ballot") as writer:
            desk.at_step(tour.serial, Step.VOTE)
            nominee = desk.nominee(tour, project)
            marks = box.read(tour, nominee.name, said)
            first = box.came(tour, judge, nominee)
            if first is not None and first.marks == marks and not first.hands:
                return first  # the same ballot sent again: the answer to the first was lost on its way
            if first is not None:
                raise box.twice(judge, nominee, first)
            _not_on_paper(tour, judge, nominee)
            made = box.put_in(tour, judge, nominee, marks, hands=[], at=writer.moment)
            audit.write("cast_ballot", at=writer.moment, actor=actor, object=f"{tour.serial} {project}")
    except Refusal as refusal:
        audit.write("cast_ballot", at=at, actor=actor, object=f"{tour.serial} {project}"[:255],
                    result=audit.REFUSED, detail={"code": refusal.code})  # fmt: skip
        raise
    return made


def close_ballot(serial: str, *, reason: str, official: OfficialCard | None, at: datetime) -> str:
    """Close the box for good; the hash over its ballots. Who did not vote is named, with a reason where any did not.

    Raises NotAllowed, and TourRefused where papers differ, or a project has no ballot of a kind of judges.
    """
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="close_ballot") as writer:
        tour = desk.at_step(serial, Step.CLOSE)
        open_papers = unsettled(tour)
        if open_papers:
            one = open_papers[0]
            raise refused(serial, f"{len(open_papers)} 张纸质票两人没有录成一致（如 {one.nominee.serial}）",
                          f"{len(open_papers)} paper ballots are not read alike by two persons yet")  # fmt: skip
        _every_kind(tour)
        absent = _not_voted(tour)
        if absent and not reason.strip():
            names = "、".join(absent[:5])
            raise refused(serial, f"{len(absent)} 位评委没有投全（{names}）；如仍封票，请写明原因",
                          f"{len(absent)} judges have not cast every ballot; say why it is closed")  # fmt: skip
        ballots = list(Ballot.objects.filter(tour_id=tour.id).order_by("pk"))
        closed = Box.objects.create(
            tour_id=tour.id, ballots=len(ballots), lacking=absent, reason=reason.strip()[:400],
            closed_at=writer.moment, closed_by=person.username, hash=box.hash_of(serial, ballots),
        )  # fmt: skip
        writer.record([Course(tour_id=tour.id, state=State.CLOSED, held_on=tour.held_on)])
        detail = {"ballots": closed.ballots, "lacking": absent, "hash": closed.hash, "reason": closed.reason}
        audit.write("close_ballot", at=writer.moment, actor=person.username, object=serial, detail=detail)
    return closed.hash


def _not_on_paper(tour: TourCard, judge: JudgeCard, nominee: NomineeCard) -> None:
    if readings_of(tour, judge, nominee):
        raise refused(nominee.name, f"{judge.name}对“{nominee.name}”的纸质票正在录入，不能再用手机投",
                      "This judge's paper ballot on the project is being read in")  # fmt: skip


def _projects_lacking(tour: TourCard) -> list[Sentence]:
    approved: dict[str, int] = dict.fromkeys(tour.counties, 0)
    for one in desk.nominees(tour):
        approved[one.area_code] += one.approved
    names = {area.code: area.name for area in people.areas()}
    return [
        Sentence(f"“{names[code]}”已确认 {count} 个项目，应为 {tour.rule.projects} 个",
                 f"{names[code]} has {count} approved projects of {tour.rule.projects}")
        for code, count in approved.items() if count < tour.rule.projects
    ]  # fmt: skip


def _judges_lacking(tour: TourCard) -> list[Sentence]:
    kinds = {one.kind for one in desk.judges(tour)}
    return [
        Sentence(f"没有评委“{kind.zh}”", f"no judges of the kind {kind.label.en}")
        for code, kind in tour.rule.judges.items()
        if code not in kinds
    ]


def _every_kind(tour: TourCard) -> None:
    """Of every project a ballot of every kind of judges: without one there are no points."""
    ballots = box.of_projects(tour)
    for one in desk.nominees(tour):
        lost = lacking(tour.rule, ballots.get(one.project_id, []))
        if lost:
            kinds = "、".join(tour.rule.judges[kind].zh for kind in lost)
            raise refused(one.name, f"“{one.name}”没有{kinds}的票，算不出得分",
                          f"{one.serial} has no ballot of {', '.join(lost)}")  # fmt: skip


def _not_voted(tour: TourCard) -> list[str]:
    projects = len(desk.nominees(tour))
    return [one.name for one in desk.judges(tour) if one.cast < projects]
