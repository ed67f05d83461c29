"""How places moved: a sheet's rankings month by month, each in the newest edition the person sees."""

from ballast.rooms.league.cards import RankingCard
from ballast.rooms.league.models import Ranking
from ballast.rooms.league.queries.seeing import SeenRanking, Seer, seen
from ballast.rulebook import months

YEAR = 13


def over_time(sheet: str, who: Seer, *, until: str, span: int = YEAR) -> list[SeenRanking]:
    """The rankings of a sheet of the ``span`` months up to ``until``, oldest first, as far as the person sees them."""
    first = months.before(until, span - 1)
    told = Ranking.objects.filter(sheet=sheet, month__gte=first, month__lte=until)
    every = sorted(set(told.values_list("month", flat=True)))
    return [found for month in every if (found := seen(month, sheet, who)) is not None]


def quarter_of(ranking: RankingCard) -> str:
    """The quarter a ranking lies in, as ``2025Q2``."""
    return f"{ranking.month[:4]}Q{(int(ranking.month[5:]) + 2) // 3}"
