"""Any .xlsx opened cold: its sheets with every cell, how each is shown, and what cannot be read."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pptx.oxml import parse_xml

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LARGEST = 100_000_000
BUILT_IN = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@"}
OPAQUE = (
    "drawing", "legacyDrawing", "oleObjects", "controls", "conditionalFormatting", "picture", "dataValidations",
    "hyperlinks", "extLst",
)  # fmt: skip
Element = Any


@dataclass(frozen=True, slots=True)
class Held:
    """What a cell holds: a number as it is written in the file, or words; and the format it is shown by."""

    text: str
    number: bool
    shown: str
    formula: bool = False


@dataclass(slots=True)
class OpenedSheet:
    """One sheet: cells by address, the texts of its headers and footers, and parts that cannot be read."""

    name: str
    hidden: bool
    cells: dict[str, Held] = field(default_factory=dict)
    footers: list[str] = field(default_factory=list)
    opaque: list[str] = field(default_factory=list)


def opened(packed: bytes) -> list[OpenedSheet]:
    """The sheets in order. Raises Refusal where the bytes are not a whole .xlsx."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            if any(entry.file_size > LARGEST for entry in archive.infolist()):
                raise ValueError("a part is too large")
            return list(_sheets(archive))
    except (KeyError, ValueError, IndexError, SyntaxError, zipfile.BadZipFile) as error:
        raise Refusal(
            Sentence("该文件不是完整的 .xlsx 工作簿", "this is not a whole .xlsx workbook"), code="not-xlsx"
        ) from error


def _sheets(archive: zipfile.ZipFile) -> Iterator[OpenedSheet]:
    book, links = _read(archive, "xl/workbook.xml"), _read(archive, "xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target").removeprefix("/xl/") for link in links.iter(REL)}
    words = _words(archive)
    formats = _formats(archive)
    for sheet in book.iter(f"{S}sheet"):
        root = _read(archive, f"xl/{targets[sheet.get(f'{R}id')]}")
        yield _sheet(sheet.get("name"), sheet.get("state", "visible") != "visible", root, words, formats)


def _sheet(name: str, hidden: bool, root: Element, words: list[str], formats: list[str]) -> OpenedSheet:
    made = OpenedSheet(name, hidden)
    for cell in root.iter(f"{S}c"):
        held = _held(cell, words, formats)
        if held is not None:
            made.cells[cell.get("r")] = held
    for around in root.iter(f"{S}headerFooter"):
        made.footers += [part.text or "" for part in around]
    made.opaque = [child.tag.removeprefix(S) for child in root if child.tag.removeprefix(S) in OPAQUE]
    return made


def _held(cell: Element, words: list[str], formats: list[str]) -> Held | None:
    kind, value = cell.get("t", "n"), cell.find(f"{S}v")
    formula = cell.find(f"{S}f") is not None
    shown = formats[int(cell.get("s", "0"))]
    if kind == "inlineStr":
        return Held("".join(cell.find(f"{S}is").itertext()), False, shown, formula)
    if value is None or value.text is None:
        return Held("", False, shown, formula) if formula else None
    text = words[int(value.text)] if kind == "s" else value.text
    return Held(text, kind in ("n", "d", "b"), shown, formula)


def _words(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    found = _read(archive, "xl/sharedStrings.xml")
    return ["".join(text.text or "" for text in one.iter(f"{S}t")) for one in found.iter(f"{S}si")]


def _formats(archive: zipfile.ZipFile) -> list[str]:
    """The number format of every cell style, by its place."""
    root = _read(archive, "xl/styles.xml")
    own = {int(one.get("numFmtId")): one.get("formatCode") for one in root.iter(f"{S}numFmt")}
    styles = root.find(f"{S}cellXfs")
    codes = [int(one.get("numFmtId", "0")) for one in styles] if styles is not None else [0]
    return [own.get(code) or BUILT_IN.get(code, str(code)) for code in codes]


def _read(archive: zipfile.ZipFile, name: str) -> Element:
    found: Element = parse_xml(archive.read(name))
    return found
