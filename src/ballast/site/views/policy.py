"""Policy books: read by everyone, adopted and withdrawn by who holds the power."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.downloads import BYTES, handed_out
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.policy import actions
from ballast.rulebook.powers import Power
from ballast.site.boards import policy as board
from ballast.site.views import asking


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The book in force today, and all adoptions."""
    return _show(request)


@require_safe
def book(request: HttpRequest, sha256: str) -> HttpResponse:
    """One adopted book."""
    return _show(request, sha256)


@require_safe
def preset(request: HttpRequest, name: str) -> HttpResponse:
    """The text of a book that comes along, to write one's own from or to adopt."""
    official, data = people.require(asking.official(request), Power.ADOPT), board.text_of(name)
    if data is None:
        raise Http404(name)
    return handed_out(data, f"{name}.toml", BYTES, act="take_book", by=official.username, at=timezone.now())


@require_POST
def adopt(request: HttpRequest) -> HttpResponse:
    """Look at a file as a book, or adopt it from a day on."""
    official = people.require(asking.official(request), Power.ADOPT)
    sent = request.FILES.get("file")
    if sent is None:
        raise Refusal(
            Sentence("请先选择手册文件（.toml）", "Choose the file of the book (.toml) first"), code="no_file"
        )
    data, name = sent.read(), sent.name or ""
    if request.POST.get("act") != "adopt":
        looked = board.look(data, name)
        return _show(request, looked=looked, status=422 if looked.faults else 200)
    looked = board.adopt(
        data, name, effective=_day(request.POST.get("effective", "")), reason=request.POST.get("reason", ""),
        at=timezone.now(), by=official.username,
    )  # fmt: skip
    if looked.kept is None:
        return _show(request, looked=looked, status=422 if looked.faults else 409)
    messages.success(request, _("Adopted, in force from %(day)s.") % {"day": looked.kept.effective.isoformat()})
    return redirect("policy-book", looked.kept.sha256)


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Withdraw an adoption whose months are all open."""
    official = people.require(asking.official(request), Power.ADOPT)
    day = _day(request.POST.get("effective", ""))
    if day is None:
        raise Refusal(Sentence("请选择要撤回的手册", "Choose which adoption to withdraw"), code="no_day")
    reason = request.POST.get("reason", "")
    actions.withdraw(day, reason=reason, at=timezone.now(), by=official.username)
    messages.success(request, _("Withdrawn and recorded."))
    return redirect("policy")


def _show(
    request: HttpRequest, sha256: str = "", *, looked: board.Looked | None = None, status: int = 200
) -> HttpResponse:
    shown = board.page(clock.today(), sha256)
    if shown is None:
        raise Http404(sha256)
    may_adopt = people.may(asking.official(request), Power.ADOPT)
    told = {"page": shown, "looked": looked, "may_adopt": may_adopt, "asked": sha256,
            "presets": board.presets() if may_adopt else ()}  # fmt: skip
    return render(request, "site/policy.html", told, status=status)


def _day(text: str) -> date | None:
    """A day written in a form; None for nothing. Raises Refusal for what is no day."""
    try:
        day = parse_date(text) if text else None
    except ValueError:
        day = None
    if text and day is None:
        raise Refusal(
            Sentence(f"“{text[:20]}”不是日期；应写作 2025-08-01", f"{text[:20]!r} is no date; write it as 2025-08-01"),
            code="no_day",
        )
    return day
