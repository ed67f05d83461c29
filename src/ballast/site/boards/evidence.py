"""The panel of photos and papers: by what they are to show, with what the camera says against it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EvidenceCard
from ballast.rulebook.evidence import Claim, ClaimKind, Paper, progress_of
from ballast.rulebook.stages import MilestoneKind

OPEN_GROUPS = 3
MONTHS = 12
NO_TIME = Sentence("照片没有记录拍摄时间", "the photo has no time")
NO_PLACE = Sentence("照片没有记录位置", "the photo has no place")
NO_SITE = Sentence("项目没有坐标，位置无法核对", "the project has no position to compare")
OWN_ZONE = Sentence("（相机未记时区，按本市时间）", " (no time zone; taken for local time)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One photo or paper, and what its own record says."""

    card: EvidenceCard
    facts: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Everything attached to one claim, newest first; ``open`` where it is shown unfolded."""

    claim: Claim
    pieces: tuple[Piece, ...]
    open: bool

    @property
    def asks(self) -> int:
        """How many of its pieces are asked about."""
        return sum(bool(piece.card.findings) for piece in self.pieces)


def gallery(project_id: int, *, on: date, at: datetime | None, may_attach: bool) -> dict[str, Any]:
    """The groups of a project's evidence, and the claims one may attach to."""
    by_claim: defaultdict[Claim, list[EvidenceCard]] = defaultdict(list)
    for card in registry.evidence(project_id, params=policy.in_force(on).checks, at=at):
        by_claim[card.claim].append(card)
    placed = project_id in registry.places([project_id], at=at)
    groups = [
        Group(shown, tuple(Piece(card, _facts(card, placed)) for card in by_claim[shown]), place < OPEN_GROUPS)
        for place, shown in enumerate(sorted(by_claim, key=_order))
    ]
    return {"groups": groups, "may_attach": may_attach, "choices": choices(on) if may_attach else []}


def choices(on: date) -> list[tuple[Sentence, list[tuple[str, Sentence]]]]:
    """What one may attach to, by kind; the month now being reported, the one before today's, comes first."""
    months = [progress_of(month) for month in _months(on)]
    nodes = [Claim(ClaimKind.MILESTONE, kind) for kind in MilestoneKind]
    papers = [Claim(ClaimKind.PAPER, paper) for paper in Paper]
    kinds = ((ClaimKind.PROGRESS, months), (ClaimKind.MILESTONE, nodes), (ClaimKind.PAPER, papers))
    return [(kind.label, [(str(one), one.label) for one in claims]) for kind, claims in kinds]


def _months(on: date) -> list[str]:
    this = on.year * 12 + on.month - 1
    return [f"{number // 12}-{number % 12 + 1:02}" for number in (this - 1, this, *range(this - 2, this - MONTHS, -1))]


def _order(shown: Claim) -> tuple[int, int, str]:
    """Months first, the newest before; then milestones in the order of life, papers, and the rest."""
    if shown.kind is ClaimKind.PROGRESS:
        year, month = shown.subject.split("-")
        return 0, -int(year) * 12 - int(month), ""
    kinds = list(MilestoneKind)
    place = kinds.index(MilestoneKind(shown.subject)) if shown.kind is ClaimKind.MILESTONE else 0
    return list(ClaimKind).index(shown.kind), place, shown.subject


def _facts(card: EvidenceCard, placed: bool) -> tuple[Sentence, ...]:
    """When and where, as far as the camera wrote it; a paper has neither."""
    if not card.is_picture:
        return ()
    if card.taken_at is None:
        when = NO_TIME
    else:
        said, note = f"{card.taken_at:%Y-%m-%d %H:%M}", Sentence("", "") if card.zoned else OWN_ZONE
        when = Sentence(f"摄于 {said}{note.zh}", f"taken {said}{note.en}")
    if card.place is None:
        return when, NO_PLACE
    if card.kilometres is None or not placed:
        return when, NO_SITE
    return when, Sentence(f"距项目现场 {card.kilometres:.1f} 公里", f"{card.kilometres:.1f} km from the site")
