"""Correction slips: the list with their states, one being filled in, filed, withdrawn, refused."""

from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.downloads import handed_out
from ballast.kit.money import WAN
from ballast.kit.refusal import Refusal
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.views import asked
from ballast.rulebook.powers import Power
from ballast.rulebook.slips import SlipState

FILE = "application/octet-stream"
MOST = Decimal(10) ** 12  # 万元


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every slip of what the person sees, those to be decided first."""
    said = request.GET.get("state", "")
    state = said if said in list(SlipState) else ""
    official = asked.official(request)
    found = queries.slips(held=asked.reach(request), official=official, state=state)
    areas = [one for one in people.areas() if people.may(official, Power.CORRECT, area_code=one.code)]
    told = {
        "slips": found, "states": list(SlipState), "state": state, "may_file": people.may(official, Power.CORRECT),
        "last_sealed": queries.last_sealed(), "areas": areas, "figures": queries.published_figures() if areas else [],
        "sealed": queries.every_sealed_month() if areas else [],
    }  # fmt: skip
    return render(request, "reporting/slips.html", told)


def new(request: HttpRequest, month: str, serial: str) -> HttpResponse:
    """A slip for one project's month: what stands, what the new value moves along; posted, it is filed."""
    official = people.require(asked.official(request), Power.CORRECT)
    if request.method == "POST":
        return _filed(request, month, serial)
    held = registry.reach(official, on=clock.today(), power=Power.CORRECT)
    field, value = request.GET.get("field", ""), request.GET.get("new", "").strip()
    refusal: Refusal | None = None
    try:
        draft = queries.slip_draft(month, serial, held=held, field=field if value else "", new=value)
    except actions.NotACell as refused:
        refusal, draft = refused, queries.slip_draft(month, serial, held=held)
    asked.noted(draft.project_id, serial)
    told = {"draft": draft, "field": field, "value": value, "refusal": refusal}
    return render(request, "reporting/slip_new.html", told, status=422 if refusal else 200)


def _filed(request: HttpRequest, month: str, serial: str) -> HttpResponse:
    said, file = request.POST, request.FILES.get("paper")
    actions.file_slip(
        month, serial, field=said.get("field", ""), new=said.get("new", ""), reason=said.get("reason", ""),
        evidence=said.get("evidence", ""), paper=(file.name or "", file.read()) if file else None,
        official=asked.official(request), at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("The slip is filed. It counts once another person of the city office approves it."))
    return redirect("slips")


@require_POST
def of_area(request: HttpRequest) -> HttpResponse:
    """File a slip against a figure of the statistics office."""
    said = {name: request.POST.get(name, "").strip() for name in ("area", "indicator", "month", "reason", "evidence")}
    wan = decimal_of(request.POST.get("new", ""))
    new = int(wan * WAN) if wan is not None and wan * WAN == int(wan * WAN) else None
    actions.file_area_slip(
        actions.AreaSlipAsked(**said, new=new), official=asked.official(request), at=timezone.now()
    )  # fmt: skip
    messages.success(request, _("The slip is filed. It counts once another person of the city office approves it."))
    return redirect("slips")


def decimal_of(text: str) -> Decimal | None:
    """A number as it was typed; None for what is none."""
    try:
        found = Decimal(text.strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < MOST else None


@require_POST
def withdraw(request: HttpRequest, slip_id: int) -> HttpResponse:
    """Take back a slip one filed."""
    actions.withdraw_slip(slip_id, official=asked.official(request), at=timezone.now())
    messages.success(request, _("The slip is withdrawn."))
    return redirect("slips")


@require_POST
def refuse(request: HttpRequest, slip_id: int) -> HttpResponse:
    """Refuse a slip another filed."""
    remark = request.POST.get("remark", "")
    actions.refuse_slip(slip_id, remark=remark, official=asked.official(request), at=timezone.now())
    messages.success(request, _("The slip is refused."))
    return redirect("slips")


@require_safe
def paper(request: HttpRequest, slip_id: int) -> HttpResponse:
    """The file that came with a slip."""
    found = queries.slip_paper(slip_id, held=asked.reach(request))
    if found is None:
        raise Http404(slip_id)
    return handed_out(found[1], found[0], FILE, act="download", by=request.user.get_username(), at=timezone.now())
