"""The checker: a finished .docx opened from its bytes, held against GB/T 9704-2012 and against its figures."""

from collections.abc import Iterable
from pathlib import Path

from ballast.kit.documents.extent import LIMIT, check_extent
from ballast.kit.documents.finding import Finding
from ballast.kit.documents.numbers import Lookup, check_numbers
from ballast.kit.documents.opaque import check_opaque
from ballast.kit.documents.opened import Opened
from ballast.kit.documents.outline import check_outline
from ballast.kit.documents.pages import check_feet, check_pages
from ballast.kit.documents.typography import check_typography


def check_official(
    source: bytes | Path,
    *,
    lookup: Lookup,
    known_names: Iterable[str] = (),
    limit: int = LIMIT,
    foot: str = "",
) -> list[Finding]:
    """Everything wrong with the document, in the order page, type, structure, length, numbers; empty is sound.

    ``lookup`` gives the text a tag's number must have, None when it knows no such tag, which is a finding.
    ``known_names`` are names that hold digits of their own; ``foot`` is the claim that must stand at the foot of every
    page.
    Raises Refusal when the source is not a .docx.
    """
    opened = Opened(source)
    return [
        *check_pages(opened),
        *check_typography(opened),
        *check_outline(opened),
        *check_extent(opened, limit),
        *check_opaque(opened, lookup),
        *check_numbers(opened, lookup, known_names),
        *(check_feet(opened, foot) if foot else ()),
    ]
