"""The page of a source, and the file as it was received."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ballast.kit import audit
from ballast.kit.downloads import BYTES, handed_out
from ballast.kit.wholes import whole
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.site.boards import source as board
from ballast.site.views import asking


@require_safe
def page(request: HttpRequest, source_id: int) -> HttpResponse:
    """The rows around the cell a value was read from."""
    row = whole(request.GET.get("row", ""))
    field = request.GET.get("field", "")
    phones = request.GET.get("phones") == "show"
    excerpt = board.excerpt(source_id, row=row, field=field, held=asking.reach(request), phones=phones)
    if excerpt is None:
        raise Http404(source_id)
    audit.shown(NeedToKnow.SOURCE, excerpt.name)
    if phones and excerpt.phones:
        audit.shown(NeedToKnow.PHONE, excerpt.name)
    return render(request, "site/source.html", {"excerpt": excerpt, "row": row, "phones": phones})


@require_safe
def original(request: HttpRequest, source_id: int) -> HttpResponse:
    """The file as it was received, byte for byte."""
    found = board.original(source_id, held=asking.reach(request))
    if found is None:
        raise Http404(source_id)
    name, data = found
    by, detail = request.user.get_username(), {"source": source_id}
    return handed_out(data, name, BYTES, act="download", by=by, at=timezone.now(), detail=detail)
