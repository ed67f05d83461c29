"""Filling in a blank form as a reporter does: values typed into cells, everything else of the file left as it is."""

import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from xml.sax.saxutils import escape

from ballast.kit import sheets
from ballast.kit.grid import column_letter
from ballast.rulebook.forms import COLUMNS

COLUMN = {column.key: column_letter(position) for position, column in enumerate(COLUMNS)}
SERIAL = next(position for position, column in enumerate(COLUMNS) if column.key == "serial")
CELL = re.compile(r'<c r="([A-Z]+\d+)"((?: [a-z]+="[^"]*")*)(?:/>|>.*?</c>)', re.DOTALL)
STYLE = re.compile(r' s="\d+"')
Typed = Mapping[str, Mapping[str, str | Decimal]]


def fill(form: bytes, name: str, typed: Typed) -> bytes:
    """The form with ``typed`` (by serial, by column key) in its cells."""
    number, rows = _rows(form, name)
    wanted = {
        f"{COLUMN[key]}{rows[serial]}": value for serial, values in typed.items() for key, value in values.items()
    }
    part = f"xl/worksheets/sheet{number}.xml"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == part:
                data = CELL.sub(lambda found: _cell(found, wanted), data.decode()).encode()
            new.writestr(entry, data)
    return out.getvalue()


def _rows(form: bytes, name: str) -> tuple[int, dict[str, int]]:
    """Which sheet of the workbook has the rows, and the row of every serial."""
    for number, grid in enumerate(sheets.read(form, name), 1):
        found = {
            str(row[SERIAL]): line
            for line, row in enumerate(grid.rows, 1)
            if len(row) > SERIAL and re.fullmatch(r"P\d+", str(row[SERIAL] or ""))
        }
        if found:
            return number, found
    raise ValueError(f"{name} has no rows to fill")


def _cell(found: "re.Match[str]", wanted: Mapping[str, str | Decimal]) -> str:
    value = wanted.get(found[1])
    if value is None:
        return found[0]
    style = STYLE.search(found[2])
    head = f'<c r="{found[1]}"{style[0] if style else ""}'
    if isinstance(value, Decimal):
        return f"{head}><v>{value}</v></c>"
    return f'{head} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
