"""The verbs of the month on the site: seal it, and take its bulletin."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ballast import month as the_month
from ballast.kit.documents import to_pdf
from ballast.kit.downloads import PDF, WORD, attached
from ballast.rooms.meetings.actions import issue_bulletin
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.views import asking


@require_POST
def seal(request: HttpRequest, month: str) -> HttpResponse:
    """Seal the month, and show it sealed."""
    official = people.require(asking.official(request), Power.SEAL)
    reason = request.POST.get("reason", "").strip()
    the_month.seal(month, at=timezone.now(), by=official.username, reason=reason)
    return redirect(f"{reverse('overview')}?month={month}")


@require_POST
def approve(request: HttpRequest, slip_id: int) -> HttpResponse:
    """Approve a slip another filed: the correction is recorded, and the sealed months get their further editions."""
    _slips, editions = the_month.approve(slip_id, official=asking.official(request), at=timezone.now())
    said = "、".join(f"{one.month} ({one.number})" for one in editions)
    messages.success(request, _("Approved. Further editions: %(editions)s") % {"editions": said})
    return redirect("slips")


@require_POST
def bulletin(request: HttpRequest, month: str) -> HttpResponse:
    """The bulletin of a sealed month: Word to work on, or PDF to read."""
    official = people.require(asking.official(request), Power.ISSUE)
    at = timezone.now()
    issued = issue_bulletin(month, on=timezone.localtime(at).date(), at=at, by=official.username)
    as_pdf = request.POST.get("form") == "pdf"
    data, kind, ending = (to_pdf(issued.document), PDF, "pdf") if as_pdf else (issued.document, WORD, "docx")
    name = f"{month} 通报（第{issued.edition}版）.{ending}"
    return attached(data, name, kind)
