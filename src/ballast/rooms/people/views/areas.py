"""The security administrator's page of the areas: city, counties and parks, amended by one workbook."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit.downloads import WORKBOOK, handed_out
from ballast.kit.refusal import Refusal
from ballast.rooms.people import actions, queries
from ballast.rooms.people.views import asked
from ballast.rulebook.powers import Power

SHEET = "地区名册.xlsx"


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every area with the one it lies in."""
    asked.by(request, Power.APPOINT)
    return _show(request)


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The areas as they stand, to be amended and brought back."""
    official = asked.by(request, Power.APPOINT)
    return handed_out(
        queries.areas_sheet(), SHEET, WORKBOOK, act="areas", by=official.username, at=timezone.now()
    )  # fmt: skip


@require_POST
def divide(request: HttpRequest) -> HttpResponse:
    """Set up or change the areas a workbook lists, all or none."""
    official = asked.by(request, Power.APPOINT)
    try:
        data, name = asked.file(request)
        done = actions.divide(data, name, at=timezone.now(), by=official.username)
    except Refusal as refusal:
        return _show(request, refusal=refusal)
    counted = {"new": len(done.new), "changed": len(done.changed)}
    messages.success(request, _("%(new)s areas set up, %(changed)s looked over.") % counted)
    return redirect("people-areas")


def _show(request: HttpRequest, *, refusal: Refusal | None = None) -> HttpResponse:
    known = queries.areas()
    names = {area.code: area.name for area in known}
    told = {"areas": [(area, names.get(area.parent_code, "")) for area in known], "refusal": refusal}
    return render(request, "people/areas.html", told, status=400 if refusal else 200)
