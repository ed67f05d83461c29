"""Spreadsheets as grids: ``.xlsx .xls .xlsb .ods`` through python-calamine, delimited text, tables of web pages.

``read`` looks at the content, never at the extension, and refuses what is no spreadsheet with a sentence that
says what the file really is and what to do.
"""

from pathlib import Path

from ballast.kit.collector import paused_collector
from ballast.kit.grid import Grid
from ballast.kit.sheets.delimited import delimited
from ballast.kit.sheets.hypertext import hypertext
from ballast.kit.sheets.kinds import Kind, kind_of
from ballast.kit.sheets.refusals import refuse
from ballast.kit.sheets.workbook import workbook
from ballast.kit.sheets.xml2003 import xml_workbook

LARGEST_FILE = 200 * 1024 * 1024

__all__ = ["Grid", "read"]


def read(source: Path | str | bytes, name: str = "") -> list[Grid]:
    """All worksheets of ``source`` (a path, or the bytes of an upload) in workbook order, hidden ones marked.

    Raises Refusal, with ``where`` the file name, when the content is not a readable spreadsheet.
    """
    data, name = _bytes(source, name)
    if len(data) > LARGEST_FILE:
        raise refuse("too-large", name, size=f"{len(data) // 1024 // 1024} MB")
    kind = kind_of(data)
    if kind is Kind.TEXT:
        return [delimited(data, name)]
    if kind is Kind.HTML:
        return hypertext(data, name)
    if kind is Kind.XML_SHEET:
        return xml_workbook(data, name)
    if kind in (Kind.ZIP_BOOK, Kind.OLE_BOOK):
        with paused_collector():
            return workbook(data, name, zipped=kind is Kind.ZIP_BOOK)
    raise refuse(kind.value, name)


def _bytes(source: Path | str | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    name = name or path.name
    if not path.is_file():
        raise refuse("missing", name)
    if path.stat().st_size > LARGEST_FILE:
        raise refuse("too-large", name, size=f"{path.stat().st_size // 1024 // 1024} MB")
    return path.read_bytes(), name
