"""A file handed to a person: never shown by the browser as a page of the site, and noted in the audit trail."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from ballast.kit import audit

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ZIP = "application/zip"
PDF = "application/pdf"
CSV = "text/csv; charset=utf-8"
BYTES = "application/octet-stream"


def _as(name: str) -> dict[str, str]:
    return {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment"}


def attached(data: bytes, name: str, kind: str) -> HttpResponse:
    """The file ``name`` as an answer of content type ``kind``, to be saved and not to be opened in the page."""
    return HttpResponse(data, content_type=kind, headers=_as(name))


def small_picture(data: bytes) -> HttpResponse:
    """A thumbnail drawn anew here (JPEG): of all that was uploaded the only thing a page shows."""
    return HttpResponse(data, content_type="image/jpeg", headers={"X-Content-Type-Options": "nosniff"})


def handed_out(
    data: bytes, name: str, kind: str, *, act: str, by: str, at: datetime, detail: Mapping[str, object] | None = None
) -> HttpResponse:
    """As ``attached``, with the audit line ``act`` that says who took which file, and when."""
    audit.write(act, at=at, actor=by, object=name, detail={"bytes": len(data), **(detail or {})})
    return attached(data, name, kind)


def streamed(
    parts: Iterable[bytes], name: str, kind: str, *, act: str, by: str, at: datetime, detail: Mapping[str, object]
) -> StreamingHttpResponse:
    """As ``handed_out``, for a file too large to hold: its line is written before its first byte leaves."""
    audit.write(act, at=at, actor=by, object=name, detail=dict(detail))
    return StreamingHttpResponse(parts, content_type=kind, headers=_as(name))
