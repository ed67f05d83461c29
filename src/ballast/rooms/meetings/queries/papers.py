"""The papers of a meeting and of its items: minutes, letters, evidence; and what is wrong with finished minutes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ballast.kit import files
from ballast.kit.documents import Finding, check_official
from ballast.kit.uploads import UploadKind
from ballast.rooms.meetings.models import ItemLetter, ItemPaper, Minutes
from ballast.rooms.meetings.queries.records import recorded_text


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesCard:
    """One edition of the minutes of a meeting."""

    number: str
    edition: int
    issued_on: date


def check_recorded(document: bytes, *, known_names: Collection[str] = ()) -> list[Finding]:
    """Everything wrong with finished minutes or a letter: layout, length, and every text against its record."""
    return check_official(document, lookup=recorded_text, known_names=known_names)


def minutes_of(meeting: str) -> list[MinutesCard]:
    """Every edition of the minutes of a meeting, the newest first."""
    found = Minutes.objects.current().filter(meeting=meeting).order_by("-edition")
    return [MinutesCard(number=one.number, edition=one.edition, issued_on=one.issued_on) for one in found]


def minutes_document(meeting: str, edition: int) -> tuple[str, bytes] | None:
    """Name and bytes of an edition of the minutes; None where there is none."""
    found = Minutes.objects.current().select_related("document").filter(meeting=meeting, edition=edition).first()
    return (f"{found.number}.docx", files.read(found.document)) if found else None


def item_letter(number: str) -> tuple[str, str, bytes] | None:
    """Item, name and bytes of a letter; None where there is none."""
    found = ItemLetter.objects.current().select_related("document").filter(number=number).first()
    return (found.item, f"{number}.docx", files.read(found.document)) if found else None


def item_paper(item: str, paper: int) -> tuple[str, UploadKind, bytes] | None:
    """Name, kind and bytes of what came with a step of an item; None where there is none."""
    found = ItemPaper.objects.current().select_related("file").filter(item=item, pk=paper).first()
    return (found.name, UploadKind(found.file_kind), files.read(found.file)) if found else None


def item_thumbnail(item: str, paper: int) -> bytes | None:
    """The small picture of a photo; None where there is none."""
    found = ItemPaper.objects.current().select_related("thumbnail").filter(item=item, pk=paper).first()
    return files.read(found.thumbnail) if found and found.thumbnail else None
