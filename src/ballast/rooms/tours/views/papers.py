"""Paper ballots read in by two persons, each on their own page; where they differ, cell by cell."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ballast.kit.refusal import Refusal
from ballast.kit.speech import spoken
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.tours import actions, queries
from ballast.rooms.tours.cards import JudgeCard, TourCard
from ballast.rooms.tours.views import asked
from ballast.rulebook.powers import Power
from ballast.rulebook.touring.life import State


@require_safe
def page(request: HttpRequest, serial: str) -> HttpResponse:
    """Whose paper ballots are read, by whom, and what is still to be settled."""
    people.require(asked.official(request), Power.TOUR)
    tour = queries.find(serial)
    found = queries.papers(tour)
    told = {
        "tour": tour, "judges": queries.judges(tour), "open": tour.state is State.OPEN,
        "differing": [one for one in found if one.differs], "alone": [one for one in found if len(one.hands) < 2],
        "settled": sum(one.settled for one in found), "names": {item.code: item.label for item in tour.rule.items},
    }  # fmt: skip
    return render(request, "tours/papers.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """One judge's paper ballots as the person asking reads them; never what the other one read."""
    official = people.require(asked.official(request), Power.TOUR)
    tour = queries.find(serial)
    judge = queries.judge(tour, number)
    if request.method == "POST":
        return _read(request, tour, judge, official)
    mine = queries.readings(tour, number, hand=official.username)
    told = {"tour": tour, "judge": judge, "nominees": queries.nominees(tour), "mine": mine}
    return render(request, "tours/paper.html", told)


def _read(request: HttpRequest, tour: TourCard, judge: JudgeCard, official: OfficialCard) -> HttpResponse:
    """Read every ballot that is filled in; each is taken or refused on its own."""
    mine, taken = queries.readings(tour, judge.number, hand=official.username), 0
    for nominee in queries.nominees(tour):
        said = {item.code: asked.text(request, f"{nominee.serial}.{item.code}") for item in tour.rule.items}
        if not any(said.values()) or said == mine.get(nominee.serial):
            continue
        try:
            actions.read_paper(tour.serial, judge.number, nominee.serial, said, official=official, at=timezone.now())
            taken += 1
        except Refusal as refusal:
            messages.error(request, f"{nominee.name}: {spoken(refusal.sentence)}")
    messages.success(request, _("%(n)s ballots read in.") % {"n": taken})
    return redirect("tour-papers", tour.serial)
