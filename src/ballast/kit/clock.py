"""The day business is done on: the one place that looks at the calendar's, and at a demonstration's.

A demonstration stands still on a day of its own. Moments are never asked for here: what is recorded, sessions, tokens
and the audit trail go by the machine's clock, whatever day is shown.
"""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def demonstration() -> date | None:
    """The day on which a demonstration stands still; None in every real house."""
    found: date | None = settings.DEMONSTRATION_DAY
    return found


def today() -> date:
    """The day from which a page counts what is due and what is late."""
    return demonstration() or timezone.localdate()


def day_of(moment: datetime | None) -> date:
    """The day of a moment asked for; of none, today."""
    return today() if moment is None else timezone.localdate(moment)
