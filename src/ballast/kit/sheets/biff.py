"""Formula errors of old ``.xls`` workbooks, which calamine drops: found in the BIFF8 records themselves.

Formats: [MS-CFB] for the container, [MS-XLS] 2.4.28 BoundSheet8, 2.4.127 Formula, 2.4.24 BoolErr.
"""

from collections.abc import Callable, Iterator
from struct import error as StructError  # noqa: N812
from struct import unpack_from

BOUND_SHEET, FORMULA, BOOL_ERR, END = 0x0085, 0x0006, 0x0205, 0x000A
LAST_SECTOR = 0xFFFFFFFA
SMALL = 4096
CODES = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

Errors = dict[tuple[int, int], str]


def errors_of(data: bytes) -> dict[str, Errors]:
    """The formula errors of each worksheet by zero-based row and column; empty where the file cannot be followed."""
    try:
        stream = _workbook_stream(data)
        return {name: _errors(stream, offset) for name, offset in _sheets(stream)}
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


def _errors(stream: bytes, offset: int) -> Errors:
    errors: Errors = {}
    for kind, at, _ in _records(stream, offset):
        if kind == FORMULA and stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2:
            code = stream[at + 8]
        elif kind == BOOL_ERR and stream[at + 7] == 1:
            code = stream[at + 6]
        else:
            continue
        row, column = unpack_from("<HH", stream, at)
        errors[row, column] = CODES.get(code, "#VALUE!")
    return errors
