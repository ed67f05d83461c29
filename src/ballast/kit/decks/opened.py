"""A finished .pptx opened cold: every paragraph of every part a person may see, with the claims of its runs."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from pptx.oxml import parse_xml

from ballast.kit.documents.claim_part import read_claims
from ballast.kit.documents.opened import Line, Piece
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LARGEST = 50_000_000
READ = ("ppt/slides/slide", "ppt/notesSlides/", "ppt/slideMasters/slideMaster", "ppt/slideLayouts/slideLayout",
        "ppt/charts/chart", "ppt/notesMasters/notesMaster")  # fmt: skip
# Parts that hold nothing a person reads, and the workbooks of charts, which are opened on their own.
NEWER = "ppt/charts/chartEx"  # charts of another kind, with their numbers elsewhere
QUIET = ("ppt/theme/", "ppt/presentation.xml", "ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml",
         "ppt/printerSettings/", "docProps/", "customXml/", "[Content_Types].xml", "_rels/", "ppt/embeddings/",
         "ppt/slides/_rels/")  # fmt: skip
MARKS = ("fig:", "fact:", "claim:")


class OpenedDeck:
    """The parts of a .pptx by name, and its claims; Refusal when the bytes are not a whole .pptx."""

    def __init__(self, packed: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(packed)) as archive:
                if any(entry.file_size > LARGEST for entry in archive.infolist()):
                    raise ValueError("a part is too large")
                self.raw = {name: archive.read(name) for name in archive.namelist()}
            self.parts: dict[str, Any] = {
                name: parse_xml(data)
                for name, data in self.raw.items()
                if name.endswith(".xml") and (name.startswith(READ) or name.startswith("customXml/"))
            }
            if "ppt/presentation.xml" not in self.raw:
                raise ValueError("no presentation")
        except (ValueError, SyntaxError, zipfile.BadZipFile) as error:
            raise Refusal(
                Sentence("该文件不是完整的 .pptx 演示文稿", "this is not a whole .pptx presentation"), code="not-pptx"
            ) from error
        self.claims = {
            short: claim
            for name, root in self.parts.items()
            if name.startswith("customXml/")
            for short, claim in read_claims(root).items()
        }

    def unread(self) -> Iterator[str]:
        """Parts that may show something and cannot be read: pictures, objects, diagrams, media."""
        for name in self.raw:
            if name.startswith(NEWER) or not (name.startswith((*READ, *QUIET)) or "/_rels/" in name):
                yield name

    def lines(self) -> Iterator[Line]:
        """Every paragraph of every part that is read, in order of the parts."""
        for name in sorted(self.parts):
            if name.startswith(READ):
                for number, element in enumerate(self.parts[name].iter(f"{A}p"), start=1):
                    yield Line(name, number, element, "", tuple(_pieces(element)))

    def linked(self, part: str, relation: str) -> str:
        """The part another one names by a relation's id; empty where there is none."""
        folder, _, file = part.rpartition("/")
        found = self.raw.get(f"{folder}/_rels/{file}.rels")
        if found is None:
            return ""
        for link in parse_xml(found).iter(REL):
            if link.get("Id") == relation:
                target = str(link.get("Target"))
                return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        return ""


def _pieces(paragraph: Any) -> Iterator[Piece]:
    for run in paragraph:
        if run.tag not in (f"{A}r", f"{A}fld", f"{A}br"):
            continue
        text = "\n" if run.tag == f"{A}br" else "".join(one.text or "" for one in run.iter(f"{A}t"))
        if text:
            properties = run.find(f"{A}rPr")
            mark = str(properties.get("bmk", "")) if properties is not None else ""
            tag = mark if mark.startswith(MARKS) else ""
            numbering = run.tag == f"{A}fld" and run.get("type") == "slidenum"
            yield Piece(text, run, tag, run if tag else None, numbering)
