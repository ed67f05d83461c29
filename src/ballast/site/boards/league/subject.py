"""One subject's score: part by part with the points lost against the best, how to pass, what moved, the rows behind."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ballast.rooms.figures import queries as figures
from ballast.rooms.league import queries as league
from ballast.rooms.league.cards import LineCard
from ballast.rooms.league.queries import Behind, SeenRanking, Seer
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.causes import Cause, causes
from ballast.rulebook.reaching import Next
from ballast.rulebook.scoring import Steady
from ballast.site.boards.supervision.disclosing import disclose_serials


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectPage:
    """What the page of one subject shows."""

    line: LineCard
    parts: list[dict[str, Any]]
    field: int
    alike: list[str]
    steady: Steady | None
    sways: list[tuple[str, int, int]]
    next: Next | None
    before: str
    causes: list[Cause]
    gain: Fraction | None
    behind: Behind | None
    total: Fraction


def page(found: SeenRanking, code: str, who: Seer, *, indicator: str, held: Reach) -> SubjectPage | None:
    """The subject ``code`` of a ranking; None where the person does not see it."""
    ranking = found.ranking
    line = ranking.line(code)
    if line is None:
        return None
    field = ranking.field(line.placed.klass)
    earlier = league.before(ranking.month, ranking.sheet, who)
    old = earlier.ranking.line(code) if earlier else None
    whole = found.hidden == 0
    rows = league.behind(ranking, code, indicator, held=held, figures=figures.ruled(at=ranking.moment))
    if rows is not None:
        disclose_serials(one.serial for one in rows.projects)
    steady = league.steady(found).get(code)
    moved = causes(old.placed, line.placed) if old and old.placed.points is not None else []
    return SubjectPage(
        line=line, field=len(field), behind=rows, total=sum(ranking.weights.values(), Fraction(0)),
        parts=[_part(part, line, field) for part in line.placed.parts],
        alike=[one.placed.name for one in field if one.code != code and one.placed.tier == line.placed.tier],
        steady=steady, sways=_sways(steady, line.placed.place),
        next=league.next_place(ranking, code) if whole else None,
        before=earlier.ranking.month if earlier and moved else "", causes=[one for one in moved if one.change],
        gain=(line.placed.points or Fraction(0)) - (old.placed.points or Fraction(0)) if old and moved else None,
    )  # fmt: skip


def _sways(steady: Steady | None, place: int | None) -> list[tuple[str, int, int]]:
    """The single weights that would lead to another place: indicator, +1 heavier or -1 lighter, the place."""
    return [
        (move.indicator, sign, at)
        for move in (steady.moves if steady else ())
        for sign, at in ((1, move.more), (-1, move.less))
        if at != place
    ]


def _part(part: Any, line: LineCard, field: tuple[LineCard, ...]) -> dict[str, Any]:
    others = [(other, one) for one in field if (other := one.part(part.indicator)) is not None]
    best, whose = max(others, key=lambda pair: pair[0].points)
    return {
        "part": part, "reckoned": line.reckoned.get(part.measure), "share": float(part.points / part.full) if part.full
        else 0.0, "lost": best.points - part.points, "best": whose.placed.name,
    }  # fmt: skip
