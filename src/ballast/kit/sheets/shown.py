"""What a sheet holds and does not show: rows and columns folded away or filtered out, cells crossed out."""

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ballast.kit.grid import column_index

if TYPE_CHECKING:
    from ballast.kit.sheets.package import Extent

HIDDEN_ROW = re.compile(rb'<row [^>]*?r="([0-9]+)"[^>]*?hidden="(?:1|true)"')
HIDDEN_COLUMNS = re.compile(rb'<col [^>]*?hidden="(?:1|true)"[^>]*>')
REACH = re.compile(rb'(min|max)="([0-9]+)"')
STYLES = "xl/styles.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WIDEST = 16_384
OFF = frozenset(["0", "false"])


def crossed_out(package: zipfile.ZipFile) -> re.Pattern[bytes] | None:
    """A pattern for cells in a style that strikes them through; None where no style does."""
    if STYLES not in package.namelist() or b"<strike" not in (text := package.read(STYLES)):
        return None
    root = ElementTree.fromstring(text)
    fonts = [font.find(f"{MAIN}strike") for font in root.iterfind(f"{MAIN}fonts/{MAIN}font")]
    struck = {place for place, mark in enumerate(fonts) if mark is not None and mark.get("val", "1") not in OFF}
    styles = [
        str(place)
        for place, style in enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))
        if int(style.get("fontId", "0")) in struck
    ]
    found = rf'<c r="([A-Z]+)([0-9]+)" s="(?:{"|".join(styles)})"[^>]*[^/]>'
    return re.compile(found.encode()) if styles else None


def note_unshown(extent: "Extent", block: bytes, crossed: re.Pattern[bytes] | None) -> None:
    """Note what ``block`` of a sheet's XML hides or strikes."""
    if b"hidden=" in block:
        extent.hidden_rows.update(int(number) - 1 for number in HIDDEN_ROW.findall(block))
        for column in HIDDEN_COLUMNS.findall(block):
            reach = {key: int(number) for key, number in REACH.findall(column)}
            first, last = reach.get(b"min", 1), min(reach.get(b"max", 0), WIDEST)
            extent.hidden_columns.update(range(first - 1, last))
    if crossed is not None:
        extent.struck.update(
            (int(number) - 1, column_index(letters.decode())) for letters, number in crossed.findall(block)
        )
