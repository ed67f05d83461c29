"""A judge's ballot on a telephone: who has the link votes, no account is asked for."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.views import asked


@login_not_required
@require_safe
def sheet(request: HttpRequest, token: str) -> HttpResponse:
    """Every project to be marked, those that are marked with the moment the ballot came."""
    found = queries.sheet(token)
    left = [one for one in found.nominees if one.project_id not in found.cast]
    return render(request, "tours/ballot.html", {"sheet": found, "left": left, "token": token})


@login_not_required
@require_POST
def cast(request: HttpRequest, token: str, project: str) -> HttpResponse:
    """Cast one ballot; a page that sends by script is answered in JSON."""
    tour = queries.sheet(token).tour
    said = {item.code: asked.text(request, item.code) for item in tour.rule.items}
    came = actions.cast(token, project, said, at=timezone.now())
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"at": f"{timezone.localtime(came.cast_at):%H:%M}", "marks": came.marks})
    return redirect("tour-ballot", token)
