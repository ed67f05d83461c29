"""Saving to the same bytes for the same content: fixed entry times and order, nothing of the template's own."""

import io
import zipfile
from datetime import UTC, datetime

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from ballast.kit.documents.claim_part import claims_xml
from ballast.kit.documents.styles import font_table

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip entry can carry
_TEMPLATE_ONLY = frozenset(
    {
        RT.FONT_TABLE,
        RT.CUSTOM_XML,
        RT.NUMBERING,
        RT.THEME,
        RT.WEB_SETTINGS,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)


def strip_template(document: Document) -> None:
    """Drop the parts python-docx's template brings along that an official document has no use for."""
    relations = document.part.rels
    for key in [key for key, relation in relations.items() if relation.reltype in _TEMPLATE_ONLY]:
        del relations[key]
    around = document.part.package.rels
    for key in [key for key, relation in around.items() if relation.reltype.endswith("/thumbnail")]:
        del around[key]


def add_parts(document: Document, claims: dict[str, str]) -> None:
    """Add the font table and, if there are any, the claims (short tag to whole claim) as a custom XML part."""
    _add(document, "/word/fontTable.xml", CT.WML_FONT_TABLE, font_table(), RT.FONT_TABLE)
    if claims:
        _add(document, "/customXml/item1.xml", CT.XML, claims_xml(claims), RT.CUSTOM_XML)


def _add(document: Document, name: str, content_type: str, blob: bytes, relation: str) -> None:
    part = Part(PackURI(name), content_type, blob, document.part.package)
    document.part.relate_to(part, relation)


def stamp(document: Document, title: str, author: str, at: datetime) -> None:
    """Set the core properties; ``at`` is aware and stored as UTC."""
    moment = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core = document.core_properties
    core.title, core.author, core.last_modified_by = title[:255], author[:255], author[:255]
    core.comments, core.keywords, core.language, core.revision = "", "", "zh-CN", 1
    core.created = core.modified = moment


def packed(document: Document) -> bytes:
    """The document as .docx bytes, the content types first and the other entries in order of name."""
    loose, tight = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(tight, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every platform
            target.writestr(entry, source.read(name), compresslevel=6)
    return tight.getvalue()
