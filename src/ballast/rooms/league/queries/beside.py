"""What stands beside a ranking: the one before it."""

from ballast.rooms.league.models import Ranking
from ballast.rooms.league.queries.seeing import SeenRanking, Seer, seen


def before(month: str, sheet: str, who: Seer) -> SeenRanking | None:
    """The ranking of the same sheet that comes before ``month``, as far as the person sees it."""
    earlier = Ranking.objects.filter(month__lt=month, sheet=sheet).order_by("-month").values_list("month", flat=True)
    last = earlier.first()
    return seen(last, sheet, who) if last else None
