"""What stands beside a ranking: the one before it, the lists it fills, how its places take other weights."""

from dataclasses import dataclass, replace

from ballast.rooms.league.cards import RankingCard
from ballast.rooms.league.models import Ranking
from ballast.rooms.league.published import kept
from ballast.rooms.league.queries.seeing import SeenRanking, Seer, seen
from ballast.rooms.policy import queries as policy
from ballast.rulebook import scoring
from ballast.rulebook.books import Book
from ballast.rulebook.scoring import Honours, Steady, steadiness


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of the book that a ranking fills, of those the person sees; and the book, whose colours they wear."""

    book: Book
    honours: tuple[Honours, ...]


def before(month: str, sheet: str, who: Seer) -> SeenRanking | None:
    """The ranking of the same sheet that comes before ``month``, as far as the person sees it."""
    last = _month_before(month, sheet)
    return seen(last, sheet, who) if last else None


def lists(found: SeenRanking) -> Lists:
    """The red and black lists and the most improved; told from all places, shown as far as each is seen."""
    ranking = found.ranking
    book = policy.by_hash(ranking.book)
    rules = [one for one in book.honours.values() if one.sheet == ranking.sheet]
    back = max((2 if one.end == "improved" else one.running for one in rules), default=0)
    told = scoring.honours(book, [one.standing for one in _running(ranking, back)]) if rules else ()
    codes = {line.code for line in ranking.lines}
    return Lists(
        book=book,
        honours=tuple(replace(one, named=tuple(name for name in one.named if name.subject in codes)) for one in told),
    )  # fmt: skip


def steady(found: SeenRanking) -> dict[str, Steady]:
    """How each place takes small changes of the weights, by subject; empty where some places are not seen."""
    return {one.subject: one for one in steadiness(found.ranking.standing)} if not found.hidden else {}


def _running(ranking: RankingCard, count: int) -> list[RankingCard]:
    """The whole ranking and those before it, the newest first."""
    told: list[RankingCard] = []
    month, edition = ranking.month, ranking.edition
    while month and len(told) < count:
        one = kept(month, ranking.sheet, edition=edition if not told else None)
        told += [one] if one else []
        month = _month_before(month, ranking.sheet)
    return told


def _month_before(month: str, sheet: str) -> str:
    earlier = Ranking.objects.filter(month__lt=month, sheet=sheet).order_by("-month").values_list("month", flat=True)
    return earlier.first() or ""
