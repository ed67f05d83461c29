"""The kit's tables, gathered where Django looks for them."""

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry, Seal, Source, StoredFile
from ballast.kit.workdays.facts import CalendarDay

__all__ = ["AuditLine", "CalendarDay", "Entry", "Seal", "Source", "StoredFile"]
