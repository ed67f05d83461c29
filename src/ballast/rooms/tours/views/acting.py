"""The verbs of a tour, each by its own form: what is posted, and where one comes back to."""

from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ballast.kit import clock
from ballast.rooms.tours import actions
from ballast.rooms.tours.views import asked

WORDS = ("area_code", "project", "line", "why", "hard", "kind", "names", "reason", "chair")
ELSEWHERE = {"name-judges": "tour-judges", "dismiss-judge": "tour-judges", "draw": "tour-results",
             "confirm": "tour-results"}  # fmt: skip


@require_POST
def act(request: HttpRequest, serial: str, verb: str) -> HttpResponse:
    """Do one thing with a tour."""
    if verb not in actions.VERBS:
        raise Http404(verb)
    said = actions.Doing(
        **{name: asked.text(request, name) for name in WORDS}, position=asked.whole(request, "position"),
        number=asked.whole(request, "number"), order=[str(code) for code in request.POST.getlist("order")],
        coefficient=asked.factor(request, "coefficient") if verb == "difficulty" else Decimal(1),
    )  # fmt: skip
    at = timezone.now()
    actions.do(serial, verb, said, official=asked.official(request), on=clock.today(), at=at)
    messages.success(request, _("Done and recorded."))
    return redirect(ELSEWHERE.get(verb, "tour"), serial)
