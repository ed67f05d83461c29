"""Paper ballots as two persons read them: what each read, where they differ, and which are settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ballast.rooms.tours import desk
from ballast.rooms.tours.cards import JudgeCard, NomineeCard, TourCard
from ballast.rooms.tours.models import PaperMarks


@dataclass(frozen=True, slots=True)
class Differs:
    """One cell of a paper ballot that two persons read differently."""

    item: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper ballot: whose, on what, who read it, and where the readings differ."""

    judge: JudgeCard
    nominee: NomineeCard
    hands: tuple[str, ...]
    differs: tuple[Differs, ...]

    @property
    def settled(self) -> bool:
        """Whether two persons read the same."""
        return len(self.hands) == 2 and not self.differs


def papers(tour: TourCard) -> list[Paper]:
    """Every paper ballot, by judge and in the order of the day."""
    known = {one.project_id: one for one in desk.nominees(tour)}
    judges = {one.number: one for one in desk.judges(tour)}
    found = [one for one in PaperMarks.objects.current().filter(tour_id=tour.id) if one.project_id in known]
    order = {project: place for place, project in enumerate(known)}
    found.sort(key=lambda one: (one.judge, order[one.project_id]))
    grouped = groupby(found, key=lambda one: (one.judge, one.project_id))
    return [paper(judges[number], known[project], list(readings)) for (number, project), readings in grouped]


def readings_of(tour: TourCard, judge: JudgeCard, nominee: NomineeCard) -> list[PaperMarks]:
    """What was read of one paper ballot."""
    found = PaperMarks.objects.current().filter(tour_id=tour.id, judge=judge.number)
    return list(found.filter(project_id=nominee.project_id))


def paper(judge: JudgeCard, nominee: NomineeCard, readings: list[PaperMarks]) -> Paper:
    """One paper ballot as it was read; whoever corrects their reading keeps their place beside the other's."""
    by_hand = sorted(readings, key=lambda one: one.hand)
    return Paper(judge, nominee, tuple(one.hand for one in by_hand), _differs(by_hand))


def unsettled(tour: TourCard) -> list[Paper]:
    """Those that do not count yet."""
    return [one for one in papers(tour) if not one.settled]


def _differs(readings: Iterable[PaperMarks]) -> tuple[Differs, ...]:
    both = [one.marks for one in readings]
    if len(both) < 2:
        return ()
    first, second = both
    return tuple(Differs(item, first[item], second[item]) for item in first if first[item] != second[item])
