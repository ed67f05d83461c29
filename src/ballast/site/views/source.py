"""The page of a source, and the file as it was received."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from ballast.site.boards import source as board
from ballast.site.views import asking


def page(request: HttpRequest, source_id: int) -> HttpResponse:
    """The rows around the cell a value was read from."""
    said = request.GET.get("row", "")
    row = int(said) if said.isascii() and said.isdigit() and len(said) < 8 else None
    field = request.GET.get("field", "")
    excerpt = board.excerpt(source_id, row=row, field=field, areas=asking.areas(request))
    if excerpt is None:
        raise Http404(source_id)
    return render(request, "site/source.html", {"excerpt": excerpt, "row": row})


def original(request: HttpRequest, source_id: int) -> HttpResponse:
    """The file as it was received, byte for byte."""
    found = board.original(source_id, areas=asking.areas(request))
    if found is None:
        raise Http404(source_id)
    name, data = found
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)
