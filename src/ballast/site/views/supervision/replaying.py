"""Replay: what a month would have looked like under another book."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.league import queries as league
from ballast.rooms.people import queries as people
from ballast.rooms.supervision import queries as supervision
from ballast.rulebook import books
from ballast.rulebook.powers import Power
from ballast.site.boards.supervision import replaying as board
from ballast.site.views import asking
from ballast.site.views.supervision.lights import chosen


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Choose a file of a book; it is read, held against the month, and not kept."""
    people.require(asking.official(request), Power.ADOPT)
    choice = chosen(request)
    shown: dict[str, object] = {"choice": choice}
    if choice is not None and request.method == "POST":
        sent = request.FILES.get("file")
        if sent is None:
            raise Refusal(Sentence("请选择手册文件（.toml）", "Choose the file of the book (.toml)"), code="no_file")
        month = request.POST.get("month") or choice.month
        book = books.parse(sent.read(), sent.name or "book.toml")
        shown["replay"] = board.page(supervision.replay(book, month, figures=league.readings(figures.ruled(), at=None)))
    return render(request, "site/supervision/replay.html", shown)
