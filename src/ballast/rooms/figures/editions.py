"""Which edition of a month was the latest at a moment."""

from datetime import datetime

from ballast.rooms.figures.models import Edition


def edition(month: str, at: datetime | None) -> Edition | None:
    """The newest edition of ``month`` that was out at ``at`` (None: now); None while the month was open."""
    found = Edition.objects.filter(month=month).select_related("seal").order_by("-number")
    return (found if at is None else found.filter(seal__moment__lte=at)).first()
