"""The finished bulletin against its fixed figures."""

from ballast.kit.documents import Finding, check_official
from ballast.rooms.meetings.documents.bulletin.wording import CLASSES
from ballast.rooms.meetings.reading import Reading


def check_bulletin(document: bytes) -> list[Finding]:
    """Everything wrong with a finished bulletin: layout, length, and every number against its fixed figure."""
    return check_official(document, lookup=Reading().text, known_names=CLASSES)
