"""What calamine drops of old ``.xls`` workbooks, found in the BIFF8 records: formula errors, what is hidden or struck.

Formats: [MS-CFB] for the container, [MS-XLS] 2.4.28 BoundSheet8, 2.4.127 Formula, 2.4.24 BoolErr, 2.4.221 Row,
2.4.53 ColInfo, 2.4.122 Font, 2.4.353 XF.
"""

from collections.abc import Callable, Iterator
from struct import error as StructError  # noqa: N812
from struct import unpack_from

from ballast.kit.sheets.package import Extent

BOUND_SHEET, FORMULA, BOOL_ERR, END = 0x0085, 0x0006, 0x0205, 0x000A
ROW, COLUMNS, FONT, STYLE = 0x0208, 0x007D, 0x0031, 0x00E0
# Records of one cell with words: row, column and style stand first.
CELLS = frozenset([0x00FD, 0x0204, 0x0203, 0x027E, FORMULA])
STRUCK, FOLDED, UNSEEN = 0x08, 0x20, 0x01
LAST_SECTOR = 0xFFFFFFFA
SMALL = 4096
CODES = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def extents_of(data: bytes) -> dict[str, Extent]:
    """The errors of each worksheet and what it does not show; empty where the file cannot be followed."""
    try:
        stream = _workbook_stream(data)
        struck = _struck(stream)
        return {name: _extent(stream, offset, struck) for name, offset in _sheets(stream)}
    except (StructError, IndexError, ValueError, UnicodeDecodeError):
        return {}


def _workbook_stream(data: bytes) -> bytes:
    size = 1 << unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise ValueError("no sector size of a workbook")

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size]

    table: list[int] = []
    for number in unpack_from("<109I", data, 76):
        if number < LAST_SECTOR:
            table.extend(unpack_from(f"<{size // 4}I", sector(number)))
    entries = _chain(table, unpack_from("<I", data, 48)[0], sector)
    for at in range(0, len(entries), 128):
        length = unpack_from("<H", entries, at + 64)[0]
        if entries[at : at + max(length - 2, 0)].decode("utf-16-le") in ("Workbook", "Book"):
            start, whole = unpack_from("<I", entries, at + 116)[0], unpack_from("<I", entries, at + 120)[0]
            if whole >= SMALL:
                return _chain(table, start, sector)[:whole]
            return _small(data, table, unpack_from("<I", entries, 116)[0], start, sector)[:whole]
    raise ValueError("no workbook stream")


def _small(data: bytes, table: list[int], root: int, start: int, sector: Callable[[int], bytes]) -> bytes:
    """A small stream lies in the root entry's stream, in sectors of 64 bytes with a table of their own."""
    pool = _chain(table, root, sector)
    short = _chain(table, unpack_from("<I", data, 60)[0], sector)
    links = list(unpack_from(f"<{len(short) // 4}I", short))
    return _chain(links, start, lambda number: pool[number * 64 : number * 64 + 64])


def _chain(table: list[int], start: int, sector: Callable[[int], bytes]) -> bytes:
    parts, seen = [], set()
    while start < LAST_SECTOR and start not in seen:
        seen.add(start)
        parts.append(sector(start))
        start = table[start]
    return b"".join(parts)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place of the content and its length, up to the end of the substream."""
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        if kind == END:
            return
        at += 4 + length


def _sheets(stream: bytes) -> list[tuple[str, int]]:
    found = []
    for kind, at, _ in _records(stream, 0):
        if kind == BOUND_SHEET:
            offset, length, wide = unpack_from("<I", stream, at)[0], stream[at + 6], stream[at + 7] & 1
            text = stream[at + 8 : at + 8 + length * (1 + wide)]
            found.append((text.decode("utf-16-le" if wide else "latin-1"), offset))
    return found


def _struck(stream: bytes) -> frozenset[int]:
    """The styles whose font is struck through; font 4 is left out of the count by the format."""
    fonts: list[bool] = []
    styles: list[int] = []
    for kind, at, _ in _records(stream, 0):
        if kind == FONT:
            fonts.append(bool(stream[at + 2] & STRUCK))
        elif kind == STYLE:
            styles.append(unpack_from("<H", stream, at)[0])
    marked = {place + (place >= 4) for place, mark in enumerate(fonts) if mark}
    return frozenset(place for place, font in enumerate(styles) if font in marked)


def _extent(stream: bytes, offset: int, struck: frozenset[int]) -> Extent:
    found = Extent()
    for kind, at, _ in _records(stream, offset):
        if kind == ROW and stream[at + 12] & FOLDED:
            found.hidden_rows.add(unpack_from("<H", stream, at)[0])
        elif kind == COLUMNS and stream[at + 8] & UNSEEN:
            first, last = unpack_from("<HH", stream, at)
            found.hidden_columns.update(range(first, last + 1))
        elif struck and kind in CELLS and unpack_from("<H", stream, at + 4)[0] in struck:
            found.struck.add(unpack_from("<HH", stream, at))
        code = _error(stream, kind, at)
        if code is not None:
            found.errors[unpack_from("<HH", stream, at)] = CODES.get(code, "#VALUE!")
    return found


def _error(stream: bytes, kind: int, at: int) -> int | None:
    """The code of the formula error a record holds."""
    if kind == FORMULA and stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2:
        return stream[at + 8]
    if kind == BOOL_ERR and stream[at + 7] == 1:
        return stream[at + 6]
    return None
