"""The kit's tables, gathered where Django looks for them."""

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry, Seal, Source, StoredFile

__all__ = ["AuditLine", "Entry", "Seal", "Source", "StoredFile"]
