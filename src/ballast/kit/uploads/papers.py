"""Whether a document is built as its kind is: PDF by its frame, DOCX, XLSX and OFD by what their zip must hold."""

import io
import re
import zipfile
import zlib

from ballast.kit.uploads.refusals import refuse
from ballast.kit.uploads.sniffing import UploadKind

LARGEST_UNPACKED = 300 * 1024 * 1024
MOST_MEMBERS = 10_000
TAIL = 2048
CHUNK = 1024 * 1024
MAIN = {
    UploadKind.DOCX: ("[Content_Types].xml", "word/document.xml"),
    UploadKind.XLSX: ("[Content_Types].xml", "xl/workbook.xml"),
    UploadKind.OFD: ("OFD.xml",),
}
MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|activeX\d*\.bin)$|\.(?:exe|dll|js|vbs|bat|ps1|hta)$", re.IGNORECASE)
# What acts when a PDF is opened; only where it stands plain, which is where readers act on it most.
ACTS = re.compile(rb"/(?:JavaScript|JS|Launch)\s*[(<\[/\d]")
STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def inspect(data: bytes, kind: UploadKind, name: str) -> None:
    """Pass a document that is built as its kind is; else NotTaken."""
    if kind is UploadKind.PDF:
        _pdf(data, name)
    else:
        _package(data, MAIN[kind], name)


def _pdf(data: bytes, name: str) -> None:
    found = STARTXREF.search(data[-TAIL:])
    if found is None or int(found[1]) >= len(data):
        raise refuse("paper_broken", name)
    if ACTS.search(data):
        raise refuse("script", name)


def _package(data: bytes, needed: tuple[str, ...], name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            _bounded(members, name)
            if not {one.filename for one in members}.issuperset(needed):
                raise refuse("paper_broken", name)
            for one in members:
                _whole(package, one)
            if not all(_is_xml(package.read(one)[:TAIL]) for one in needed):
                raise refuse("paper_broken", name)
    except BROKEN as error:
        raise refuse("paper_broken", name) from error


def _bounded(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(one.file_size for one in members)
    if unpacked > LARGEST_UNPACKED or len(members) > MOST_MEMBERS:
        raise refuse("bomb", name, size=unpacked // 1024 // 1024)
    if any(one.flag_bits & 1 for one in members):
        raise refuse("locked", name)
    if any(MACROS.search(one.filename) for one in members):
        raise refuse("script", name)


def _whole(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read a member to its end, which checks its sum; no more than it declares is ever unpacked."""
    with package.open(member) as stream:
        while stream.read(CHUNK):
            pass


def _is_xml(head: bytes) -> bool:
    """Whether a part begins as XML, and declares no entities of its own."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and b"<!DOCTYPE" not in head and b"<!ENTITY" not in head
