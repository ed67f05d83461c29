"""A copy of the document that LibreOffice sets as Word does.

LibreOffice (7.4 to this day) misreads a negative w:charSpace and gives a character 26 points instead of 15.8. In
the copy the same pitch stands as letter spacing, rounded down to whole twips, and the line pitch, which every
paragraph states exactly, holds the 22 lines without a grid. Words, numbers and their tags are untouched.
"""

import io
import zipfile
from decimal import ROUND_FLOOR

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ballast.kit.documents.measures import BODY_SIZE, CHARACTER_PITCH
from ballast.kit.documents.wordml import Element, w

# Twips from the body size to the pitch of the grid: -5.
LETTER_SPACING = int((CHARACTER_PITCH * 20 - BODY_SIZE * 10).to_integral_value(rounding=ROUND_FLOOR))


def for_libreoffice(document: bytes) -> bytes:
    """``document`` with its character grid put as letter spacing."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(copy, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            change = _CHANGES.get(entry.filename)
            if change is not None:
                root: Element = parse_xml(content)
                change(root)
                content = serialize_part_xml(root)
            target.writestr(entry, content)
    return copy.getvalue()


def _drop_grid(root: Element) -> None:
    for grid in list(root.iter(qn("w:docGrid"))):
        grid.getparent().remove(grid)


def _space_letters(root: Element) -> None:
    """On the grid by default; the styles off the grid keep their natural width."""
    for style in root.iter(qn("w:style")):
        properties = style.find(qn("w:rPr"))
        if properties is None or style.get(qn("w:type")) != "paragraph":
            continue
        spacing = None
        if style.get(qn("w:default")) == "1":
            spacing = LETTER_SPACING
        elif properties.find(qn("w:snapToGrid")) is not None:
            spacing = 0
        size = properties.find(qn("w:sz"))
        if spacing is not None and size is not None:
            size.addprevious(w("spacing", val=spacing))


_CHANGES = {"word/document.xml": _drop_grid, "word/styles.xml": _space_letters}
