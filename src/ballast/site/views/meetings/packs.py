"""The pack of a meeting: made, checked, issued, and taken file by file or whole."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import audit
from ballast.kit.downloads import SLIDES, WORD, WORKBOOK, ZIP, handed_out
from ballast.rooms.meetings import actions
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.cards import FileKind, PackCard
from ballast.rooms.people import queries as people
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power
from ballast.site import tasks
from ballast.site.boards.supervision.disclosing import disclose_serials
from ballast.site.views import asking
from ballast.site.views.meetings.outcomes import known

AS = {FileKind.SLIDES: SLIDES, FileKind.TABLES: WORKBOOK}


@require_safe
def page(request: HttpRequest, number: str, pack: int) -> HttpResponse:
    """One pack: its files, what its check found, and whether it may be issued."""
    found, official = _pack(request, number, pack), asking.official(request)
    context = {
        "pack": found, "meeting": meetings.meeting(number), "may_issue": people.may(official, Power.ISSUE),
        "kinds": list(FileKind),
    }  # fmt: skip
    disclose_serials(one.subject for one in found.files if one.kind is FileKind.PROJECT)
    return render(request, "site/meetings/pack.html", context)


@require_POST
def make(request: HttpRequest, number: str) -> HttpResponse:
    """Have the pack made behind the scenes."""
    official = people.require(asking.official(request), Power.MEET)
    lay = partial(tasks.make_pack.enqueue, username=official.username)
    actions.ask_pack(number, official=official, at=timezone.now(), enqueue=lay)
    return redirect(reverse("meeting", args=[number]) + "#packs")


@require_safe
def making(request: HttpRequest, number: str) -> HttpResponse:
    """How far the pack has come; nothing where that is what is shown already."""
    official = people.require(asking.official(request), Power.MEET)
    found, begun = known(number), meetings.making(number, at=timezone.now())
    if begun is None or begun.seen == request.GET.get("seen"):
        return HttpResponse(status=204)
    context = {
        "meeting": found, "making": begun, "may_meet": True, "told": True,
        "packs": meetings.packs_for(number, official=official, held=asking.reach(request)),
    }  # fmt: skip
    return render(request, "site/meetings/packs.html", context)


@require_POST
def issue(request: HttpRequest, number: str, pack: int) -> HttpResponse:
    """Issue the pack."""
    actions.issue_pack(number, pack, official=asking.official(request), at=timezone.now())
    messages.success(request, _("The pack was checked once more and issued."))
    return redirect("pack", number, pack)


@require_safe
def whole(request: HttpRequest, number: str, pack: int) -> HttpResponse:
    """The whole pack as one .zip."""
    found = _pack(request, number, pack)
    disclose_serials(one.subject for one in found.files if one.kind is FileKind.PROJECT)
    return _handed(request, found, meetings.pack_zip(found), f"{number} 第{pack}份材料.zip", ZIP)


@require_safe
def file(request: HttpRequest, number: str, pack: int, place: int) -> HttpResponse:
    """One file of the pack."""
    found = _pack(request, number, pack)
    read = meetings.pack_file(found, place)
    if read is None:
        raise Http404(str(place))
    card, data = read
    disclose_serials([card.subject] if card.kind is FileKind.PROJECT else [])
    return _handed(request, found, data, card.name.rpartition("/")[2], AS.get(card.kind, WORD))


def _pack(request: HttpRequest, number: str, pack: int) -> PackCard:
    found = meetings.pack_for(number, pack, official=asking.official(request), held=asking.reach(request))
    if found is None:
        raise Http404(number)
    if found.need_to_know:
        audit.shown(NeedToKnow.RANKING, f"{number} {found.month}")
    return found


def _handed(request: HttpRequest, found: PackCard, data: bytes, name: str, kind: str) -> HttpResponse:
    detail = {"meeting": found.meeting, "pack": found.number, "edition": found.edition}
    by = request.user.get_username()
    return handed_out(data, name, kind, act="take_pack", by=by, at=timezone.now(), detail=detail)
