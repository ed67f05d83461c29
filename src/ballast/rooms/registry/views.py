"""The review of pairs that may be one project."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ballast.kit import audit, clock
from ballast.kit.wholes import whole
from ballast.rooms.people import queries as people
from ballast.rooms.registry import actions, queries
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power


def review(request: HttpRequest) -> HttpResponse:
    """The pairs to decide, side by side; a POST decides one."""
    official = people.require(people.official_of(request.user, on=clock.today()), Power.REVIEW)
    if request.method == "POST":
        decide = actions.same if request.POST.get("decision") == "same" else actions.different
        pair, remark = whole(request.POST.get("pair", "")) or 0, request.POST.get("remark", "")
        decide(pair, remark=remark, at=timezone.now(), by=official.username)
        messages.success(request, _("Decided and recorded."))
        return redirect("import-review")
    audit.shown(NeedToKnow.SOURCE, "review")
    told = {"pairs": queries.suspicions(), "decided": queries.suspicions(decided=True)}
    return render(request, "registry/review.html", told)
