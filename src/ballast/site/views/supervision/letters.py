"""Letters: what is due, what was sent, what came back, and how each unit kept its deadlines."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.downloads import WORD, handed_out
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.wholes import whole
from ballast.rooms.people import queries as people
from ballast.rooms.supervision import actions
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.actions import StepAsked
from ballast.rooms.supervision.queries import Subject
from ballast.rulebook.ladders import Happened
from ballast.rulebook.powers import Power
from ballast.site.boards.supervision.disclosing import disclose_serials
from ballast.site.views import asking
from ballast.site.views.supervision.fields import text, wanted_day

NONE_CHOSEN = Sentence("没有勾选任何一项；请勾选要生成的函件", "Nothing is ticked; choose the letters to write")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Letters due and sent, and the record of each unit."""
    today, held = clock.today(), asking.reach(request)
    may = people.may(asking.official(request), Power.SUPERVISE)
    due, letters = supervision.due(on=today, held=held) if may else [], supervision.letters(on=today, held=held)
    disclose_serials([*(one.serial for one in due), *(one.serial for one in letters)])
    context = {
        "due": due, "letters": letters,
        "records": supervision.records(on=today, held=held), "may_supervise": may, "today": today,
    }  # fmt: skip
    return render(request, "site/supervision/letters.html", context)


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The letters that wait for the person's reply: a panel of the worklist."""
    got = supervision.received(asking.official(request), on=clock.today())
    disclose_serials(one.letter.serial for one in got)
    return render(request, "site/supervision/letters_mine.html", {"received": got})


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Take the steps that are due and chosen: the one whose button was pressed, else all that are ticked."""
    official, at = people.require(asking.official(request), Power.SUPERVISE), timezone.now()
    chosen = request.POST.getlist("one") or request.POST.getlist("step")
    steps = [_step(said) for said in chosen]
    if not steps:
        raise Refusal(NONE_CHOSEN, where="step", code="letter_refused")
    numbers = actions.send_letters(steps, official=official, on=clock.today(), at=at)
    told = numbers[0] if len(numbers) == 1 else f"{numbers[0]} – {numbers[-1]}"
    messages.success(request, _("Written and numbered: %(number)s") % {"number": told})
    return redirect("letters")


def _step(said: str) -> StepAsked:
    """A step as the page names it: ladder, what it is about, project, area, department."""
    ladder, about, project, area, department = [*said.split("|", 4), "", "", "", ""][:5]
    return StepAsked(ladder, about, Subject(whole(project), whole(area), department))


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Note a receipt or a reply."""
    official, at = people.require(asking.official(request), Power.SUPERVISE), timezone.now()
    what = Happened.REPLIED if text(request, "what") == "replied" else Happened.RECEIVED
    actions.note_answer(
        text(request, "number"), what=what, came_on=wanted_day(request, "came_on"), words=text(request, "words"),
        by_whom=text(request, "by_whom"), official=official, on=clock.today(), at=at,
    )  # fmt: skip
    messages.success(request, _("Noted."))
    return redirect("letters")


@require_safe
def document(request: HttpRequest, number: str) -> HttpResponse:
    """A letter as it was sent."""
    found = supervision.letter_document(number, held=asking.reach(request))
    if found is None:
        raise Http404(number)
    name, data = found
    return handed_out(data, name, WORD, act="letter", by=request.user.get_username(), at=timezone.now())
