"""Delimited text: UTF-8, UTF-16 or GB 18030; comma, tab or semicolon, told from the content."""

import csv
import io
import re
from pathlib import PurePath

from ballast.kit.grid import Grid, Value
from ballast.kit.sheets.refusals import refuse

ENCODINGS = ("utf-8", "gb18030")
DELIMITERS = (",", "\t", ";", "|")
MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
LONGEST_CELL = 1_000_000
# Excel's own hint in the first line.
SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n", re.I)


def delimited(data: bytes, name: str) -> Grid:
    """The one sheet of a text file, named after the file; all cells are text. Raises Refusal."""
    text = decoded(data, name)
    told = SEPARATOR.match(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=told[1] if told else _delimiter(text))
    rows: list[list[Value]] = []
    try:
        for cells in reader:
            rows.append([cell if cell and not cell.isspace() else None for cell in cells])
    except csv.Error as error:
        raise refuse("broken", name, detail=f"第 {reader.line_num} 行 {error}") from error
    if told and rows:
        rows[0] = []
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    return Grid(PurePath(name).stem or "csv", rows)


def decoded(data: bytes, name: str) -> str:
    """The text of ``data`` in its encoding. Raises Refusal."""
    candidates = [encoding for mark, encoding in MARKS if data.startswith(mark)]
    if not candidates:
        candidates = list(ENCODINGS)
        if 0 in data[:4096]:
            candidates = ["utf-16-le" if 0 in data[1:4096:2] else "utf-16-be"]
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(character < " " and character not in "\t\r\n\f" for character in text[:4096]) <= 2:
            return text
    raise refuse("encoding", name)


def _delimiter(text: str) -> str:
    """The delimiter that splits the first lines most alike; a comma when none does."""
    lines = text[:20_000].splitlines()[:40]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        commonest = max(set(wide), key=wide.count)
        score = wide.count(commonest) / len(widths) * min(commonest, 6)
        if score > best_score:
            best, best_score = delimiter, score
    return best
