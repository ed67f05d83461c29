"""The page on which the year's tasks and targets are set: the form, what it would change, and the recording."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit.downloads import WORKBOOK, handed_out
from ballast.kit.refusal import Refusal
from ballast.rooms.people import queries as people
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.forms import UploadForm
from ballast.rooms.reporting.views import asked


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What is set for a year, the forms to download and the place to bring them back."""
    return _page(request, UploadForm())


@require_safe
def form(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """The form of a county, or of the whole city, filled with what is set so far."""
    at = timezone.now()
    mine = actions.setter(asked.official(request), at=at)
    name, data = queries.tasks_form(queries.year_named(str(year), at=at), code, mine=mine, at=at)
    return handed_out(data, name, WORKBOOK, act="task_form", by=mine.by, at=at)


@require_POST
def hand_in(request: HttpRequest) -> HttpResponse:
    """Show what a filled form would change; record one that was shown."""
    at = timezone.now()
    mine, upload = actions.setter(asked.official(request), at=at), UploadForm(request.POST, request.FILES)
    try:
        if kept := request.POST.get("kept"):
            done = actions.set_tasks_kept(kept, mine=mine, at=at)
            messages.success(request, _("%(n)s cells are recorded.") % {"n": done.cells})
            return redirect(f"{reverse('tasks')}?year={done.year}")
        if upload.is_valid():
            file = upload.cleaned_data["file"]
            trial = actions.try_tasks(file.read(), file.name, mine=mine, at=at)
            return render(request, "reporting/tasks_trial.html", {"trial": trial}, status=422 if trial.faults else 200)
    except people.NotAllowed:
        raise
    except Refusal as refused:
        return _page(request, upload, refused)
    return _page(request, upload, status=422)


def _page(
    request: HttpRequest, upload: UploadForm, refusal: Refusal | None = None, *, status: int = 200
) -> HttpResponse:
    at = timezone.now()
    mine = actions.setter(asked.official(request), at=at)
    found = queries.tasks_page(queries.year_named(request.GET.get("year", ""), at=at), mine=mine, at=at)
    told = {"page": found, "upload": upload, "refusal": refusal}
    return render(request, "reporting/tasks.html", told, status=422 if refusal else status)
