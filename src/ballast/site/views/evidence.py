"""Photos and papers of a project: attached, looked at, handed out, taken back; its approval and contracts entered."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.downloads import handed_out, small_picture
from ballast.rooms.registry import actions as registry_actions
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting import actions
from ballast.site.templatetags.speech import spoken
from ballast.site.views import asking


@require_POST
def attach(request: HttpRequest, serial: str) -> HttpResponse:
    """Attach the files sent to a claim; each is taken or refused on its own, and what it asks is said at once."""
    card = asking.project(request, serial)
    done = actions.attach(
        card, serial, shown=request.POST.get("claim", ""), caption=request.POST.get("caption", ""),
        sent=[(file.name or "", file.read()) for file in request.FILES.getlist("files")],
        official=asking.official(request), at=timezone.now(),
    )  # fmt: skip
    if done.cards:
        said = ngettext("%(n)s file attached.", "%(n)s files attached.", len(done.cards)) % {"n": len(done.cards)}
        messages.success(request, said)
    for found in (found for one in done.cards for found in one.findings):
        messages.warning(request, spoken(found.sentence))
    for refusal in done.refused:
        messages.error(request, f"{refusal.where}: {spoken(refusal.sentence)}")
    kind, _sign, month = request.POST.get("claim", "").partition(":")
    if done.cards and request.POST.get("from") == "report" and kind == "progress":
        return redirect("report", month, serial)
    return _back(serial)


@require_POST
def detach(request: HttpRequest, serial: str, evidence_id: int) -> HttpResponse:
    """Take back a piece attached by mistake."""
    card, reason = asking.project(request, serial), request.POST.get("reason", "")
    actions.detach(
        card, serial, evidence_id, reason=reason, official=asking.official(request), at=timezone.now()
    )  # fmt: skip
    messages.success(request, _("Taken back; its record stays."))
    return _back(serial)


@require_POST
def paper(request: HttpRequest, serial: str, paper: str) -> HttpResponse:
    """Enter the approval or a contract."""
    card, now = asking.project(request, serial), timezone.now()
    registry_actions.enter_paper(
        card.project_id, paper, request.POST.dict(), official=asking.official(request), on=clock.today(),
        at=now,
    )  # fmt: skip
    messages.success(request, _("Recorded."))
    return redirect(f"{reverse('project', args=[serial])}#panel-papers")


@require_safe
def thumbnail(request: HttpRequest, serial: str, evidence_id: int) -> HttpResponse:
    """The small picture, drawn anew and without metadata: the only thing of an upload a browser shows."""
    card = asking.project(request, serial)
    data = registry.evidence_thumbnail(card.project_id, evidence_id)
    if data is None:
        raise Http404(evidence_id)
    return small_picture(data)


@require_safe
def original(request: HttpRequest, serial: str, evidence_id: int) -> HttpResponse:
    """The file as it was received, to be saved and never shown in the page; noted in the audit trail."""
    card = asking.project(request, serial)
    found = registry.evidence_file(card.project_id, evidence_id)
    if found is None:
        raise Http404(evidence_id)
    name, kind, data = found
    return handed_out(
        data, name, kind.mime, act="download", by=request.user.get_username(), at=timezone.now(),
        detail={"evidence": evidence_id, "project": serial},
    )  # fmt: skip


def _back(serial: str) -> HttpResponse:
    return redirect(f"{reverse('project', args=[serial])}#panel-evidence")
