"""Paper ballots read into the system by two persons, each on their own: they count once both read the same."""

from collections.abc import Mapping
from datetime import datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours import box, desk
from ballast.rooms.tours.cards import JudgeCard, NomineeCard, TourCard
from ballast.rooms.tours.models import PaperMarks
from ballast.rooms.tours.papers import Paper, paper, readings_of
from ballast.rooms.tours.refusals import refused
from ballast.rulebook.powers import Power
from ballast.rulebook.touring.life import Step


def read_paper(
    serial: str, number: int, project: str, said: Mapping[str, str], *, official: OfficialCard | None, at: datetime
) -> Paper:
    """Read one paper ballot, or read it again where the two readings differ; it counts once two persons read the same.

    Raises NotAllowed, NoSuchTour, TourRefused, BallotRefused, and BallotTwice where the judge voted already.
    """
    person = people.require(official, Power.TOUR)
    with journal.entry(at=at, by=person.username, action="read_paper") as writer:
        tour = desk.at_step(serial, Step.VOTE)
        judge, nominee = desk.judge(tour, number), desk.nominee(tour, project)
        marks = box.read(tour, nominee.name, said)
        first = box.came(tour, judge, nominee)
        if first is not None:
            raise box.twice(judge, nominee, first)
        others = _others(tour, judge, nominee, person.username)
        fact = PaperMarks(
            tour_id=tour.id, project_id=nominee.project_id, judge=number, hand=person.username, marks=marks
        )
        writer.record([fact])
        hands = sorted([person.username, *(one.hand for one in others)])
        counts = bool(others) and others[0].marks == marks
        if counts:
            box.put_in(tour, judge, nominee, marks, hands=hands, at=writer.moment)
        detail = {"judge": number, "counts": counts}
        audit.write("read_paper", at=writer.moment, actor=person.username, object=f"{serial} {project}", detail=detail)
    return paper(judge, nominee, readings_of(tour, judge, nominee))


def _others(tour: TourCard, judge: JudgeCard, nominee: NomineeCard, me: str) -> list[PaperMarks]:
    """The other person's reading, if there is one; a third person reads no ballot."""
    others = [one for one in readings_of(tour, judge, nominee) if one.hand != me]
    if len(others) > 1:
        hands = "、".join(one.hand for one in others)
        raise refused(nominee.name, f"{judge.name}的这张票已由{hands}两人录入；不一致的由他们核对原票后改正",
                      "Two persons read this ballot already; where they differ, one of them corrects it")  # fmt: skip
    return others
