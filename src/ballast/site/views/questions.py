"""The questions the checks ask: listed by area, answered, settled; and the checks themselves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit.wholes import whole
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import QuestionCard
from ballast.rulebook.asking import Answering, QuestionState
from ballast.site.boards import checks as check_board
from ballast.site.boards import questions as board
from ballast.site.views import asking

KEPT = ("month", "area", "state")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Questions by area and state."""
    said = request.GET
    state = next((state for state in QuestionState if state == said.get("state")), QuestionState.OPEN)
    asked = board.Asked(
        month=said.get("month", "")[:7], area=said.get("area", ""), state=state,
        page=max(1, whole(said.get("page", ""), digits=6) or 1),
    )  # fmt: skip
    found = board.questions(asked, held=asking.reach(request), official=asking.official(request))
    return render(request, "site/questions.html", {"page": found, "states": list(QuestionState)})


@require_POST
def answer(request: HttpRequest, question_id: int) -> HttpResponse:
    """Answer a question."""
    text = request.POST.get("answer", "")
    card = actions.answer(question_id, text=text, official=asking.official(request), at=timezone.now())
    messages.success(request, _("Answered; a reviewer looks at it next."))
    return _back(request, card)


@require_POST
def settle(request: HttpRequest, question_id: int) -> HttpResponse:
    """Settle a question, or ask again."""
    verdict = Answering.SETTLE if request.POST.get("verdict") == "settle" else Answering.REOPEN
    remark, official = request.POST.get("remark", ""), asking.official(request)
    card = actions.settle(question_id, verdict=verdict, remark=remark, official=official, at=timezone.now())
    messages.success(request, _("Settled.") if verdict is Answering.SETTLE else _("Asked again."))
    return _back(request, card)


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """Every check with its wording, clause, severity, and how often it spoke in a month."""
    found = check_board.checks(request.GET.get("month", ""), held=asking.reach(request))
    return render(request, "site/checks.html", {"page": found})


def _back(request: HttpRequest, card: QuestionCard) -> HttpResponse:
    """To the project where the form stood there, else to the list as it was filtered."""
    if request.POST.get("from") == "project" and card.serial:
        return redirect(f"{reverse('project', args=[card.serial])}#panel-questions")
    kept = {name: value for name in KEPT if (value := request.POST.get(name, "")[:20])}
    return redirect(f"{reverse('questions')}?{urlencode(kept)}")
