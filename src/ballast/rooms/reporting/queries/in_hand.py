"""The months that are being reported: begun, and not sealed."""

from collections.abc import Collection

from ballast.rooms.reporting.models import Progress, Report
from ballast.rooms.reporting.queries.seals import is_sealed


def months_in_hand(*, current: str) -> list[str]:
    """The months that are not sealed and were begun, with the one now being reported; oldest first."""
    begun: Collection[str] = {
        *Report.objects.order_by().values_list("month", flat=True).distinct(),
        *Progress.objects.order_by().values_list("month", flat=True).distinct(),
        current,
    }
    return [month for month in sorted(begun) if not is_sealed(month)]


def month_in_hand(*, current: str) -> str:
    """The month people now work on: ``current``, or in a house that stopped earlier the last one begun."""
    begun = [month for month in months_in_hand(current=current) if month != current]
    last = max(begun, default="")
    return last if last and _after(_after(last)) < current else current


def _after(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"
