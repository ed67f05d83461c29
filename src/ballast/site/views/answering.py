"""Naming who answers for a project, ending it, and showing their phones."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.rooms.registry import actions
from ballast.rulebook.terms import ProjectRoleKind
from ballast.site.boards import labels
from ballast.site.views import asking


@require_safe
def phones(request: HttpRequest, serial: str) -> HttpResponse:
    """The phones of those who answer for the project today; the viewing is audited."""
    card, now = asking.project(request, serial), timezone.now()
    shown = actions.show_phones(
        card.project_id, official=asking.official(request), on=clock.today(), at=now
    )  # fmt: skip
    told = {"card": card, "serial": serial, "roles": [(ProjectRoleKind(role.kind), role) for role in shown.roles],
            "written": [(labels.label(name), text) for name, text in shown.written]}  # fmt: skip
    alone = not request.headers.get("HX-Request")
    return render(request, "site/project/phones_alone.html" if alone else "site/project/phones.html", told)


@require_POST
def name(request: HttpRequest, serial: str) -> HttpResponse:
    """Name somebody for the project."""
    card, now, said = asking.project(request, serial), timezone.now(), request.POST
    actions.name_role(
        card.project_id, said.get("kind", ""), said.get("person", ""), official=asking.official(request),
        since=_day(said.get("since", "")), office=said.get("office", ""), phone=said.get("phone", ""),
        on=clock.today(), at=now,
    )  # fmt: skip
    messages.success(request, _("Recorded."))
    return redirect("project", serial)


@require_POST
def end(request: HttpRequest, serial: str, role_id: int) -> HttpResponse:
    """Let somebody answer for the project until a day and no longer."""
    asking.project(request, serial)
    now = timezone.now()
    until = _day(request.POST.get("until", ""))
    actions.end_role(role_id, until=until, official=asking.official(request), on=clock.today(), at=now)
    messages.success(request, _("Recorded."))
    return redirect("project", serial)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
