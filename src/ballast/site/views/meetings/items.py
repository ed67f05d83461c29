"""Action items: the list, one of them, everything done to it, and its papers."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.downloads import WORD, handed_out, small_picture
from ballast.rooms.meetings import actions
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.actions import Doing
from ballast.rooms.meetings.queries import ItemView
from ballast.rulebook.items.life import Verb
from ballast.site.boards.meetings import items as board
from ballast.site.templatetags.speech import spoken
from ballast.site.views import asking
from ballast.site.views.supervision.fields import day, text


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The action items the person asking may see."""
    found = board.listed(asking.official(request), request.GET.dict(), on=clock.today(), held=asking.reach(request))
    return render(request, "site/meetings/items.html", {"list": found, "asked": request.GET})


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What waits for the person asking: a panel of the worklist."""
    waiting = meetings.waiting(asking.official(request), on=clock.today())
    return render(request, "site/meetings/items_mine.html", {"waiting": waiting})


@require_safe
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One item and what may be done to it."""
    found = board.shown(number, asking.official(request), on=clock.today(), held=asking.reach(request))
    if found is None:
        raise Http404(number)
    return render(request, "site/meetings/item.html", {"shown": found, "item": found.item, "Verb": Verb})


@require_POST
def handle(request: HttpRequest, number: str) -> HttpResponse:
    """Do one thing to an item."""
    at, said = timezone.now(), text(request, "verb")
    if said not in list(Verb):
        raise Http404(said)
    doing = Doing(
        verb=Verb(said), words=text(request, "words"), until=day(request, "until"),
        sent=[(file.name or "", file.read()) for file in request.FILES.getlist("files")],
    )  # fmt: skip
    actions.handle(number, doing, official=asking.official(request), on=clock.today(), at=at)
    messages.success(request, _("Recorded: %(verb)s") % {"verb": spoken(Verb(said).label)})
    return redirect("item", number)


@require_POST
def urge(request: HttpRequest, number: str) -> HttpResponse:
    """Send the letter that is due for an item."""
    at = timezone.now()
    letter = actions.urge(number, official=asking.official(request), on=clock.today(), at=at)
    messages.success(request, _("The letter was numbered and kept: %(number)s") % {"number": letter})
    return redirect("item", number)


@require_safe
def paper(request: HttpRequest, number: str, paper: int) -> HttpResponse:
    """A photo or paper that came with a step, to be saved."""
    _theirs(request, number)
    found = meetings.item_paper(number, paper)
    if found is None:
        raise Http404(paper)
    name, kind, data = found
    return handed_out(
        data, name, kind.mime, act="download", by=request.user.get_username(), at=timezone.now(),
        detail={"item": number, "paper": paper},
    )  # fmt: skip


@require_safe
def thumbnail(request: HttpRequest, number: str, paper: int) -> HttpResponse:
    """The small picture of a photo."""
    _theirs(request, number)
    data = meetings.item_thumbnail(number, paper)
    if data is None:
        raise Http404(paper)
    return small_picture(data)


@require_safe
def letter(request: HttpRequest, number: str) -> HttpResponse:
    """A letter of an item as it was sent."""
    found = meetings.item_letter(number)
    if found is None:
        raise Http404(number)
    item, name, data = found
    _theirs(request, item)
    return handed_out(
        data, name, WORD, act="letter", by=request.user.get_username(), at=timezone.now(), detail={"item": item}
    )


def _theirs(request: HttpRequest, number: str) -> ItemView:
    official = asking.official(request)
    found = meetings.action_item(
        number, on=clock.today(), held=asking.reach(request), offices=meetings.offices_of(official)
    )
    if found is None:
        raise Http404(number)
    return found
