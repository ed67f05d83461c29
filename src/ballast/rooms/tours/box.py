"""The ballot box: one ballot a judge a project, the ballots as the rule sees them, and the hash over all of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction

from django.utils import timezone

from ballast.kit.ledger import canonical
from ballast.kit.sentence import Sentence
from ballast.rooms.tours.cards import JudgeCard, NomineeCard, TourCard
from ballast.rooms.tours.models import Ballot
from ballast.rooms.tours.refusals import BallotRefused, BallotTwice
from ballast.rulebook import touring
from ballast.rulebook.touring.ballots import faults, marks_of, written


def read(tour: TourCard, where: str, said: Mapping[str, str]) -> dict[str, str]:
    """The marks of a ballot as they are kept. Raises BallotRefused naming every item at fault."""
    found = list(faults(tour.rule, said))
    if found:
        raise BallotRefused(
            Sentence("；".join(one.zh for _, one in found), "; ".join(one.en for _, one in found)),
            where=where, code="ballot_faulty",
        )  # fmt: skip
    return {code: written(mark) for code, mark in marks_of(tour.rule, said).items()}


def came(tour: TourCard, judge: JudgeCard, nominee: NomineeCard) -> Ballot | None:
    """The ballot of a judge on a project, if it came already."""
    return Ballot.objects.filter(tour_id=tour.id, project_id=nominee.project_id, judge=judge.number).first()


def twice(judge: JudgeCard, nominee: NomineeCard, first: Ballot) -> BallotTwice:
    """The refusal of a second ballot: it says when the first came, and how."""
    when = first.cast_at.astimezone(timezone.get_current_timezone())
    way = ("纸质票", "on paper") if first.hands else ("手机票", "by telephone")
    return BallotTwice(
        Sentence(f"{judge.name}对“{nominee.name}”已于 {when:%m月%d日 %H:%M:%S} 投过票（{way[0]}），一项一票，不能再投",
                 f"{judge.name} voted on {nominee.serial} at {when:%Y-%m-%d %H:%M:%S} ({way[1]}); one ballot each"),
        where=nominee.serial, code="ballot_twice",
    )  # fmt: skip


def put_in(
    tour: TourCard, judge: JudgeCard, nominee: NomineeCard, marks: Mapping[str, str], *, hands: list[str], at: datetime
) -> Ballot:
    """Put the one ballot of a judge on a project in; the caller holds the journal's lock."""
    return Ballot.objects.create(
        tour_id=tour.id, project_id=nominee.project_id, judge=judge.number, kind=judge.kind, marks=dict(marks),
        hands=hands, cast_at=at,
    )  # fmt: skip


def of_projects(
    tour: TourCard, amended: Mapping[tuple[int, int], Mapping[str, str]] | None = None
) -> dict[int, list[touring.Ballot]]:
    """The ballots by project, as the rule sees them; of whom they are is left out.

    ``amended`` are marks that slips have put right, by project and judge.
    """
    found: dict[int, list[touring.Ballot]] = {}
    for one in Ballot.objects.filter(tour_id=tour.id).order_by("pk"):
        told = (amended or {}).get((one.project_id, one.judge), one.marks)
        marks = {code: Fraction(mark) for code, mark in told.items()}
        found.setdefault(one.project_id, []).append(touring.Ballot(one.kind, marks))
    return found


def hash_of(serial: str, ballots: Iterable[Ballot]) -> str:
    """The hash over a tour's ballots, in the order they came."""
    chain = canonical.Chain(serial)
    for one in ballots:
        chain.add(canonical.canonical(one))
    return chain.hash()
