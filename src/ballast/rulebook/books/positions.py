"""On which line of a TOML text each key stands; for texts that are valid TOML."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

Path = tuple[str | int, ...]
BARE = re.compile(r"[A-Za-z0-9_-]+")
SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
BLANK = re.compile(r"[ \t]*")
STRING = re.compile(r'"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL)
SCALAR = re.compile(r"[^,\]}\n#]+")


@lru_cache(maxsize=32)
def positions(text: str) -> Mapping[Path, int]:
    """The line of every table, key and item, by its path; the outermost is the empty path."""
    scan = _Scan(text)
    scan.document()
    return MappingProxyType(scan.lines)


def line_of(lines: Mapping[Path, int], path: Path) -> int | None:
    """The line of a path, or of the innermost part of it that stands in the text; None where none does."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self._skip(SPACE)
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                table = self._array_table()
            elif self.text[self.at] == "[":
                self.at += 1
                table = self._here(self._keys())
                self._mark(table)
                self.at = self.text.index("]", self.at) + 1
            else:
                self._pair(table)
            self._skip(SPACE)

    def _array_table(self) -> Path:
        self.at += 2
        named = self._keys()
        table = (*self._here(named[:-1]), named[-1])
        place = self.counts[table] = self.counts.get(table, -1) + 1
        self._mark(table)
        self._mark((*table, place))
        self.at = self.text.index("]]", self.at) + 2
        return (*table, place)

    def _here(self, keys: tuple[str, ...]) -> Path:
        """A table's path, through the last item of every array of tables on the way."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self.counts:
                path = (*path, self.counts[path])
        return path

    def _pair(self, table: Path) -> None:
        keys = self._keys()
        self.at = self.text.index("=", self.at) + 1
        for length in range(1, len(keys) + 1):
            self._mark((*table, *keys[:length]))
        self._value((*table, *keys))

    def _keys(self) -> tuple[str, ...]:
        keys: list[str] = []
        while True:
            self._skip(BLANK)
            quoted = STRING.match(self.text, self.at)
            found = quoted or BARE.match(self.text, self.at)
            if found is None:
                return tuple(keys)
            keys.append(tomllib.loads(f"k = {found[0]}")["k"] if quoted else found[0])
            self.at = found.end()
            self._skip(BLANK)
            if self.text[self.at : self.at + 1] != ".":
                return tuple(keys)
            self.at += 1

    def _value(self, path: Path) -> None:
        self._skip(BLANK)
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._items(path)
        elif opening == "{":
            self._inline(path)
        else:
            found = STRING.match(self.text, self.at) or SCALAR.match(self.text, self.at)
            self.at = found.end() if found else self.at + 1

    def _items(self, path: Path) -> None:
        self.at += 1
        place = 0
        while True:
            self._skip(SPACE)
            if self.text[self.at] == "]":
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._mark((*path, place))
            self._value((*path, place))
            place += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while True:
            self._skip(SPACE)
            if self.text[self.at] == "}":
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._pair(path)

    def _skip(self, what: re.Pattern[str]) -> None:
        found = what.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _mark(self, path: Path) -> None:
        self.lines.setdefault(path, self.text.count("\n", 0, self.at) + 1)
