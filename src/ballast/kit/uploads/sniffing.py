"""What an uploaded file is, told from its content; the name and the browser's word count for nothing."""

import filetype

from ballast.kit.sheets.kinds import Kind, kind_of
from ballast.kit.uploads.refusals import refuse
from ballast.kit.words import Word

HEAD = 4096


class UploadKind(Word):
    """The kinds of file that are taken; the value is the usual ending."""

    JPEG = "jpg", "照片", "photo"
    PNG = "png", "图片", "picture"
    WEBP = "webp", "图片", "picture"
    PDF = "pdf", "PDF 文件", "PDF"
    DOCX = "docx", "Word 文档", "Word document"
    XLSX = "xlsx", "Excel 工作簿", "workbook"
    OFD = "ofd", "OFD 版式文件", "OFD document"

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return str(self)

    @property
    def picture(self) -> bool:
        """Whether it is decoded, has a thumbnail, and may tell when and where it was taken."""
        return self in PICTURES

    @property
    def mime(self) -> str:
        """Its content type."""
        return MIMES[self]


PICTURES = (UploadKind.JPEG, UploadKind.PNG, UploadKind.WEBP)
OFFICE = "application/vnd.openxmlformats-officedocument"
MIMES = {
    UploadKind.JPEG: "image/jpeg",
    UploadKind.PNG: "image/png",
    UploadKind.WEBP: "image/webp",
    UploadKind.PDF: "application/pdf",
    UploadKind.DOCX: f"{OFFICE}.wordprocessingml.document",
    UploadKind.XLSX: f"{OFFICE}.spreadsheetml.sheet",
    UploadKind.OFD: "application/ofd",
}
TAKEN_PICTURES = {MIMES[kind]: kind for kind in PICTURES} | {"image/apng": UploadKind.PNG}
PHONE_PICTURES = ("image/heic", "image/heif", "image/avif")
PAPERS = {
    Kind.PDF: UploadKind.PDF, Kind.WORD: UploadKind.DOCX, Kind.ZIP_BOOK: UploadKind.XLSX, Kind.OFD: UploadKind.OFD,
}  # fmt: skip
REFUSED = {
    Kind.HTML: "page", Kind.XML_SHEET: "old_office", Kind.OLE_BOOK: "old_office", Kind.ENCRYPTED: "locked",
    Kind.BROKEN_ZIP: "paper_broken", Kind.EMPTY: "empty",
}  # fmt: skip
HEIF_BRANDS = (b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
PAGE_MARKS = (b"<!doctype html", b"<html", b"<script", b"<body", b"<iframe")


def kind_of_upload(data: bytes, name: str) -> UploadKind:
    """The kind of a file from its content. Raises NotTaken, saying what to send instead."""
    guess = filetype.guess_mime(data[:HEAD]) or ""
    if guess in TAKEN_PICTURES:
        return TAKEN_PICTURES[guess]
    if guess in PHONE_PICTURES or (data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS):
        raise refuse("heic", name)
    if guess.startswith("image/"):
        raise refuse("picture_other", name, kind=guess.removeprefix("image/"))
    found = kind_of(data)
    if found in PAPERS and not (found is Kind.WORD and not data.startswith(b"PK")):
        return PAPERS[found]
    raise refuse(REFUSED.get(found) or _of_text(data) or ("old_office" if found is Kind.WORD else "unknown"), name)


def _of_text(data: bytes) -> str:
    """Drawings and pages that call themselves something else."""
    head = data[:HEAD].lower()
    if b"<svg" in head:
        return "drawing"
    return "page" if any(mark in head for mark in PAGE_MARKS) else ""
