"""A meeting as its pack sees it: its agenda and the city's places."""

from ballast.rooms.league import queries as league
from ballast.rooms.league.cards import RankingCard
from ballast.rooms.league.queries import Seer
from ballast.rooms.meetings.cards import About
from ballast.rooms.meetings.documents.pack.gathering import Gathering, Occasion
from ballast.rooms.meetings.kinds import secret_items
from ballast.rooms.meetings.models import AgendaItem, Meeting, Remark
from ballast.rooms.meetings.queries.meetings import meeting as card_of
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rulebook.books.meetings import PackRules
from ballast.rulebook.terms import AreaKind


def gathering_for(meeting: Meeting, edition: int, *, characters: int, rules: PackRules) -> Gathering:
    """The gathering that every document of a meeting's pack is written from."""
    areas = people.areas()
    city = next((area.name for area in areas if area.kind is AreaKind.CITY), "")
    card = card_of(meeting.number)
    items = card.items if card else ()
    rankings, unpublished = _rankings(meeting, edition, rules) if edition else ((), False)
    occasion = Occasion(
        number=meeting.number, title=meeting.title, held_on=meeting.held_on, place=meeting.place, city=city,
        issuer=people.issuing_office(), items=items,
        remarks=_remarks(meeting), rankings=rankings, secret=unpublished or bool(secret_items(meeting, items)),
        counties={area.code: area.name for area in areas if area.kind is AreaKind.COUNTY},
        areas={area.code: area.name for area in areas},
    )  # fmt: skip
    return Gathering(meeting.month, edition, occasion, characters=characters)


def _remarks(meeting: Meeting) -> dict[str, tuple[str, str]]:
    """What was said last of each project in an earlier meeting: the words, and the note they stand in."""
    projects = AgendaItem.objects.current().filter(about=About.PROJECT).exclude(meeting=meeting.number)
    about = {(number, code): subject for number, code, subject in projects.values_list("meeting", "code", "subject")}
    said = Remark.objects.current().filter(taken_back=False).exclude(meeting=meeting.number).order_by("recorded_at")
    return {
        about[one.meeting, one.agenda]: (one.words, f"remark/{one.slip}")
        for one in said
        if (one.meeting, one.agenda) in about
    }


def _rankings(meeting: Meeting, edition: int, rules: PackRules) -> tuple[tuple[RankingCard, ...], bool]:
    """The rankings of counties a pack may carry, each with the lines it may; and whether any is not published."""
    if rules.places == "none":
        return (), False
    holder = rules.places == "need_to_know"
    who = Seer(holder=holder, areas=frozenset(), names=frozenset())
    found = []
    for sheet in policy.for_month(meeting.month).scoring:
        ranking = league.standing(meeting.month, sheet, edition=edition)
        if ranking is not None and ranking.of == "county" and (holder or ranking.published_on is not None):
            seen = league.narrowed(ranking, who)
            found += [seen.ranking] if seen and seen.lines else []
    return tuple(found), any(one.published_on is None for one in found)
