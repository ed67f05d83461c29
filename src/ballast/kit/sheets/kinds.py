"""What a file really is, told from its content."""

import io
import re
import zipfile
from enum import Enum


class Kind(Enum):
    """The kinds told apart; the value is the code of the refusal where there is one."""

    ZIP_BOOK = "zip-book"
    OLE_BOOK = "ole-book"
    TEXT = "text"
    EMPTY = "empty"
    BROKEN_ZIP = "broken-zip"
    WORD = "word"
    SLIDES = "slides"
    ARCHIVE = "archive"
    ENCRYPTED = "encrypted"
    PDF = "pdf"
    HTML = "html"
    XML_SHEET = "xml-sheet"
    JSON = "json"
    RTF = "rtf"
    IMAGE = "image"
    OFD = "ofd"
    BINARY = "binary"


OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"BM6", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
)

# The first member of a zip that settles the matter; order matters only among themselves.
ZIP_MEMBERS: tuple[tuple[str, Kind], ...] = (
    ("xl/workbook.xml", Kind.ZIP_BOOK),
    ("xl/workbook.bin", Kind.ZIP_BOOK),
    ("word/document.xml", Kind.WORD),
    ("ppt/presentation.xml", Kind.SLIDES),
    ("OFD.xml", Kind.OFD),
)

# Directory entries of an OLE file are named in UTF-16LE.
OLE_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("WordDocument", Kind.WORD),
    ("PowerPoint Document", Kind.SLIDES),
    ("Workbook", Kind.OLE_BOOK),
    ("Book", Kind.OLE_BOOK),
)

# An object, or a list of them, with its first key.
JSON = re.compile(rb'(?:\[\s*)*\{\s*"[^"]{1,200}"\s*:')
# How a page begins, or one saved with its parts in a single file.
PAGES = (
    b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<body", b"<style", b"<div", b"<!--",
    b"mime-version", b"from: <saved by", b"content-type: multipart/related",
)  # fmt: skip


def kind_of(data: bytes) -> Kind:
    """The kind of the file whose content is ``data``."""
    if not data.strip(b" \t\r\n\x00"):
        return Kind.EMPTY
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(OLE_MAGIC):
        return next((kind for name, kind in OLE_STREAMS if name.encode("utf-16-le") in data), Kind.BINARY)
    if data[:2] == b"\x09\x08" or data[:4] in (b"\x09\x04\x06\x00", b"\x09\x02\x06\x00"):
        return Kind.BINARY
    for magic, kind in MAGIC:
        if data.startswith(magic):
            return kind
    return _text_kind(data)


def _zip_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            mimetype = _head(package, "mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return Kind.BROKEN_ZIP
    if b"opendocument.spreadsheet" in mimetype:
        return Kind.ZIP_BOOK
    if b"opendocument.text" in mimetype:
        return Kind.WORD
    lowered = {name.lower().replace("\\", "/") for name in names}
    return next((kind for member, kind in ZIP_MEMBERS if member.lower() in lowered), Kind.ARCHIVE)


def _head(package: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of a member; the rest, which may be a bomb, is not unpacked."""
    with package.open(name) as member:
        return member.read(80)


def _text_kind(data: bytes) -> Kind:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    start = data[:8192].decode("utf-16", "ignore").encode() if wide else data[:8192]
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<?xml") and b"excel.sheet" in head or b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return Kind.XML_SHEET
    if head.startswith(PAGES) or (head.startswith(b"<") and (b"<table" in head or b"<html" in head)):
        return Kind.HTML
    if wide:
        return Kind.TEXT
    if JSON.match(head):
        return Kind.JSON
    # Text in a one-byte or UTF-8 encoding has no NUL; UTF-16 without a mark has one in every second place.
    nulls = data[:4096].count(0)
    if nulls and not _utf16_like(data[:4096]):
        return Kind.BINARY
    return Kind.TEXT


def _utf16_like(head: bytes) -> bool:
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > 4 * (min(even, odd) + 1)
