"""A finished .docx opened cold: its parts, its paragraphs in order, and every piece of text with its tag.

Nothing is taken over from the pen: what is read here is what stands in the file.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ballast.kit.documents.claim_part import read_claims
from ballast.kit.documents.wordml import Element
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

_LARGEST = 50_000_000  # bytes of one part unpacked; an official document's own takes well under one million
_STORIES = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one run: ``tag`` and ``control`` are its tagged content control's, empty and None outside any."""

    text: str
    run: Element
    tag: str = ""
    control: Element = None
    page_field: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of one part: ``number`` counts from 1 within its part, ``where`` names it to a person."""

    part: str
    number: int
    element: Element
    style: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All text of the paragraph, inserted text included, deleted text not."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def where(self) -> str:
        """第12段“……” for the body, the part's name before it for the others."""
        text = self.text
        quoted = f"“{text[:20]}{'…' if len(text) > 20 else ''}”" if text else ""
        prefix = "" if self.part == "word/document.xml" else f"{self.part.removeprefix('word/')} "
        return f"{prefix}第{self.number}段{quoted}"


class Opened:
    """The parts of a .docx by name; Refusal when the bytes are not a whole .docx."""

    def __init__(self, source: bytes | Path) -> None:
        where = source.name if isinstance(source, Path) else ""
        self._lines: dict[str, list[Line]] = {}
        try:
            packed = source.read_bytes() if isinstance(source, Path) else source
            self.parts = _parts(packed)
            self.media = _raw(packed, "word/media/")
            self.embedded = _raw(packed, "word/embeddings/")
            self.document = self.parts["word/document.xml"]
            self.styles = self.parts["word/styles.xml"]
        except (OSError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
            raise Refusal(
                Sentence(
                    "该文件不是完整的 .docx 文档，请提供由 Word 或本系统保存的 .docx",
                    "this is not a whole .docx document; give one saved by Word or by this system",
                ),
                where=where,
                code="not-docx",
            ) from error

    def claims(self) -> dict[str, str]:
        """The claims kept beside the text: short tag to whole claim."""
        return {
            short: claim
            for name, root in self.parts.items()
            if name.startswith("customXml/")
            for short, claim in read_claims(root).items()
        }

    def linked(self, part: str, relation: str) -> str:
        """The part another one names by a relation's id; empty where there is none."""
        folder, _, file = part.rpartition("/")
        links = self.parts.get(f"{folder}/_rels/{file}.rels")
        for link in () if links is None else links:
            if link.get("Id") == relation:
                target = str(link.get("Target"))
                return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        return ""

    def stories(self) -> Iterator[tuple[str, Element]]:
        """Every part a reader sees text of, the body first."""
        for prefix in _STORIES:
            for name in sorted(self.parts):
                if name.startswith(prefix):
                    yield name, self.parts[name]

    def lines(self, part: str = "") -> Iterator[Line]:
        """Every paragraph of every story, or of ``part`` alone."""
        for name, root in self.stories():
            if part in ("", name):
                if name not in self._lines:
                    found = enumerate(root.iter(qn("w:p")), start=1)
                    self._lines[name] = [
                        Line(name, number, one, _style(one), tuple(_pieces(one))) for number, one in found
                    ]
                yield from self._lines[name]


def _parts(packed: bytes) -> dict[str, Element]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
        if any(entry.file_size > _LARGEST for entry in entries):
            raise ValueError("a part is too large")
        return {entry.filename: parse_xml(archive.read(entry)) for entry in entries}


def _raw(packed: bytes, folder: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        found = [entry for entry in archive.infolist() if entry.filename.startswith(folder)]
        if any(entry.file_size > _LARGEST for entry in found):
            raise ValueError("a part is too large")
        return {entry.filename: archive.read(entry) for entry in found}


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else str(found.get(qn("w:val"), ""))


_TEXT = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def _pieces(paragraph: Element) -> Iterator[Piece]:
    """The paragraph's own runs in order; those of a text box inside it belong to the box's paragraphs."""
    in_page_field = False
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is not paragraph:
            continue
        for mark in run.findall(qn("w:instrText")):
            in_page_field = (mark.text or "").split()[:1] == ["PAGE"]
        if any(mark.get(qn("w:fldCharType")) == "end" for mark in run.findall(qn("w:fldChar"))):
            in_page_field = False
        text = "".join(_TEXT.get(child.tag, child.text or "") for child in run if child.tag in _READABLE)
        if text:
            tag, control = _control(run)
            yield Piece(text, run, tag, control, in_page_field)


_READABLE = frozenset({qn("w:t"), *_TEXT})


def _control(run: Element) -> tuple[str, Element]:
    for control in run.iterancestors(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None and str(tag.get(qn("w:val"), "")).startswith(("fig:", "fact:", "claim:")):
            return str(tag.get(qn("w:val"))), control
    return "", None
