"""The pages of the monthly report: who handed in, the form, the hand-in and what was found."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ballast.kit import audit, clock
from ballast.kit.downloads import WORKBOOK, handed_out
from ballast.kit.refusal import Refusal
from ballast.kit.wholes import whole
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Receipt
from ballast.rooms.reporting.forms import UploadForm
from ballast.rooms.reporting.views import asked
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power


@require_GET
def latest(request: HttpRequest) -> HttpResponse:
    """To the month asked for, else the one now being reported."""
    return redirect("month-reports", month=queries.month_named(request.GET.get("month") or asked.current()))


@require_GET
def page(request: HttpRequest, month: str) -> HttpResponse:
    """Every area's state for the month, the forms to download and the place to hand them in."""
    found = queries.month_page(
        month, asked.official(request), held=asked.reach(request), current=asked.current(), on=clock.today()
    )
    return render(request, "reporting/month.html", {"page": found, "upload": UploadForm()})


@require_GET
def form(request: HttpRequest, month: str, code: str) -> HttpResponse:
    """The blank form of one area."""
    name, data = queries.form_for(month, code, asked.official(request))
    return handed_out(data, name, WORKBOOK, act="form", by=request.user.get_username(), at=timezone.now())


@require_POST
def hand_in(request: HttpRequest, month: str) -> HttpResponse:
    """Try or hand in a filled form, hand in one tried before or one that came back; go to what was found."""
    official = people.require(asked.official(request), Power.REPORT)
    upload, refusal = UploadForm(request.POST, request.FILES), None
    try:
        if request.POST.get("kept") or request.POST.get("again"):
            return _submission(_again(request, month, official))
        if upload.is_valid():
            file, at = upload.cleaned_data["file"], timezone.now()
            if request.POST.get("act") == "try":
                trial = actions.try_in(file.read(), file.name, official=official, at=at, month=month)
                return render(request, "reporting/trial.html", {"trial": trial, "month": month})
            return _submission(actions.hand_in(file.read(), file.name, official=official, at=at, month=month))
    except actions.SentBack as back:
        return _submission(back.receipt)
    except people.NotAllowed:
        raise
    except Refusal as refused:
        refusal = refused
    found = queries.month_page(month, official, held=asked.reach(request), current=asked.current(), on=clock.today())
    return render(request, "reporting/month.html", {"page": found, "upload": upload, "refusal": refusal}, status=422)


def _again(request: HttpRequest, month: str, official: OfficialCard) -> Receipt:
    """Hand in what is kept here, each cell in conflict as it was chosen."""
    said, at = request.POST, timezone.now()
    names = ((name.split(":", 2), said[name]) for name in said if name.startswith("choice:"))
    choices = {(parts[1], parts[2]): str(chosen) for parts, chosen in names if len(parts) == 3}
    if again := whole(said.get("again", ""), digits=9):
        return actions.hand_in_again(again, choices, official=official, at=at)
    return actions.hand_in_kept(said.get("kept", ""), official=official, at=at, month=month, choices=choices)


def _submission(receipt: Receipt) -> HttpResponse:
    return redirect("submission", month=receipt.month, submission_id=receipt.submission_id)


@require_GET
def submission(request: HttpRequest, month: str, submission_id: int) -> HttpResponse:
    """One hand-in with everything found, each with its cell."""
    found = queries.submission_for(submission_id, held=asked.reach(request))
    if found is None or found.month != month:
        raise Http404(submission_id)
    audit.shown(NeedToKnow.SOURCE, found.file)
    return render(request, "reporting/submission.html", {"submission": found})
