"""What would become public, before it does."""

from dataclasses import dataclass

from ballast.rooms.league.cards import LineCard
from ballast.rooms.league.queries import SeenRanking
from ballast.rulebook.publishing import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The lines that everyone will see, class by class; how many only their own county will."""

    lines: tuple[LineCard, ...]
    kept_back: int


def preview(found: SeenRanking) -> Preview | None:
    """What publishing this ranking would show; None where it is public or has nothing to show."""
    ranking = found.ranking
    if ranking.published_on is not None or not ranking.lines:
        return None
    classes = [{one.code: one.placed.place for one in ranking.field(klass)} for klass in (ranking.classes or [""])]
    public = visible(classes, published=True, shown=ranking.ends, own=(), holder=False)
    lines = tuple(one for one in ranking.lines if one.code in public)
    return Preview(lines=lines, kept_back=len(ranking.lines) - len(lines))
