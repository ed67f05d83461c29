"""The finished bulletin against its fixed figures."""

from ballast.kit.documents import Finding, check_official
from ballast.rooms.meetings.documents.bulletin.wording import CLASSES
from ballast.rooms.meetings.reading import Reading


def check_bulletin(document: bytes) -> list[Finding]:
    """Everything wrong with a finished bulletin: layout, length, and every number against its fixed figure."""
    return check_official(document, lookup=Reading().text, known_names=CLASSES)


def fixed_text(tag: str) -> str | None:
    """What the number with this tag must read: its fixed figure, or the project's row, in the edition it names."""
    return Reading().text(tag)
