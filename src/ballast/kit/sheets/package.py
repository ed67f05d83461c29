"""A look into the zip of a workbook before it is read: declared size, true extent, formula errors.

calamine holds a sheet as one dense rectangle and drops formula errors, so both are found in the XML first.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.etree import ElementTree

from ballast.kit.grid import address, column_index
from ballast.kit.sheets.refusals import refuse
from ballast.kit.sheets.shown import crossed_out, note_unshown

LARGEST_UNPACKED = 1024 * 1024 * 1024
LARGEST_RATIO = 400
RATIO_FROM = 64 * 1024 * 1024
CHUNK = 8 * 1024 * 1024
# A cell tag and its value are far shorter than this, so a tag cut by a chunk is whole in the next one.
OVERLAP = 4096

# Only columns from AA on are looked for: a row of single letters is never wide.
WIDE_CELL = re.compile(rb'r="([A-Z]{2,3})[0-9]+"[^>/]*>')
ERROR_CELL = re.compile(rb'<c [^>]*?r="([A-Z]+)([0-9]+)"[^>]*?t="e"[^>]*>.{0,3000}?<v>(#[^<]{2,20})</v>', re.S)
# A formula whose result was never stored: no type, and no value or an empty one.
UNSTORED_CELL = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"(?: s="[0-9]+")?(?: t="n")?><f[^>]*(?:/>|>[^<]{0,3000}</f>)(?:<v></v>|<v ?/>)?</c>'
)
UNSTORED = "#NOVALUE!"
ROW = re.compile(rb'<row [^>]*?r="([0-9]+)"')


@dataclass(slots=True)
class Extent:
    """How far the filled cells of one sheet reach, its formula errors, and what is hidden or crossed out."""

    rows: int = 0
    columns: int = 26
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: set[tuple[int, int]] = field(default_factory=set)

    def corner(self) -> str:
        """The A1 address of the last cell."""
        return address(max(self.rows - 1, 0), self.columns - 1)


def extents(data: bytes, name: str) -> dict[str, Extent]:
    """The extent of every worksheet by sheet name; empty for packages without sheet XML (.xlsb, .ods).

    Raises Refusal for a zip whose declared unpacked size is beyond any list, or that is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(info.file_size for info in package.infolist())
            bomb = unpacked > RATIO_FROM and unpacked > LARGEST_RATIO * len(data)
            if unpacked > LARGEST_UNPACKED or bomb:
                raise refuse("bomb", name, size=f"{unpacked // 1024 // 1024} MB")
            crossed = crossed_out(package)
            return {sheet: _extent(package, member, crossed) for sheet, member in _sheet_members(package).items()}
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, EOFError, OSError, RuntimeError) as error:
        raise refuse("broken-zip", name) from error


def _sheet_members(package: zipfile.ZipFile) -> dict[str, str]:
    """The path in the zip of each worksheet, by sheet name."""
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        node.get("Id"): node.get("Target", "")
        for node in ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    }
    members = {}
    for node in ElementTree.fromstring(package.read("xl/workbook.xml")).iter():
        if node.tag.endswith("}sheet"):
            key = next((value for tag, value in node.attrib.items() if tag.endswith("}id")), None)
            target = targets.get(key, "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if path in names and "worksheets/" in path:
                members[node.get("name", "")] = path
    return members


def _extent(package: zipfile.ZipFile, member: str, crossed: re.Pattern[bytes] | None) -> Extent:
    extent = Extent()
    tail = b""
    with package.open(member) as stream:
        while chunk := stream.read(CHUNK):
            block = tail + chunk
            _measure(extent, block)
            note_unshown(extent, block, crossed)
            tail = chunk[-OVERLAP:]
    return extent


def _measure(extent: Extent, block: bytes) -> None:
    value = max(block.rfind(b"<v"), block.rfind(b"<is>"))
    row = block.rfind(b"<row ", 0, value) if value >= 0 else -1
    found = ROW.match(block, row) if row >= 0 else None
    if found:
        extent.rows = max(extent.rows, int(found[1]))
    for letters in set(WIDE_CELL.findall(block)):
        extent.columns = max(extent.columns, column_index(letters.decode()) + 1)
    if b't="e"' in block:
        for letters, number, text in ERROR_CELL.findall(block):
            extent.errors[int(number) - 1, column_index(letters.decode())] = text.decode()
    if b"<f" in block:
        for letters, number in UNSTORED_CELL.findall(block):
            extent.errors[int(number) - 1, column_index(letters.decode())] = UNSTORED
