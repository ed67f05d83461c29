"""复盘: what became of the last meeting's promises, per county and leader, and of the dates it was told."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ballast.kit.sentence import Sentence
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.meetings.affairs import affairs
from ballast.rooms.meetings.cards import About, MeetingCard, MeetingState
from ballast.rooms.meetings.models import ActionItem
from ballast.rooms.meetings.queries.meetings import meetings
from ballast.rooms.meetings.queries.viewing import ItemView, viewed
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rulebook.items.promises import Promise, Tally, Target, tally
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis

NOBODY = "—"
STATED = (MilestoneKind.STARTED, MilestoneKind.COMPLETED)


@dataclass(frozen=True, slots=True)
class Group:
    """The promises of one county, or one leader."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView:
    """A date the last meeting was told of a project, and what became of it."""

    project_id: int
    serial: str
    project: str
    milestone: MilestoneKind
    target: Target
    promise: Promise
    said: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What became of a meeting by a day: its items counted, open items of meetings before it, the dates it was told."""

    last: MeetingCard
    on: date
    items: list[ItemView]
    carried: list[ItemView]
    whole: Tally
    counties: list[Group]
    leaders: list[Group]
    targets: list[TargetView]
    stated: Tally


def previous(meeting: MeetingCard) -> MeetingCard | None:
    """The last meeting of the same kind that was closed before this one is held."""
    earlier = [
        one for one in meetings()
        if one.kind == meeting.kind and one.state is MeetingState.CLOSED and one.number != meeting.number
        and one.held_on < meeting.held_on
    ]  # fmt: skip
    return max(earlier, key=lambda one: (one.held_on, one.number), default=None)


def review(meeting: MeetingCard, *, on: date, at: datetime | None = None) -> Review | None:
    """What became of the meeting before this one by the day ``on``, or by its own day where that is past.

    None where there was none before.
    """
    last, on = previous(meeting), min(on, meeting.held_on)
    if last is None:
        return None
    every = viewed(affairs(ActionItem.objects.known(at).order_by("number"), on=on, at=at), on=on)
    items = [one for one in every if one.meeting == last.number]
    before = [one for one in every if one.meeting not in (last.number, meeting.number) and one.given_on <= last.held_on]
    targets = _targets(last, items, on=on, at=at)
    return Review(
        last=last, on=on, items=sorted(items, key=_gravest), carried=[one for one in before if one.standing.alive],
        whole=tally(one.promise for one in items), counties=_groups(items, lambda one: one.county),
        leaders=_groups(items, lambda one: one.leader), targets=targets,
        stated=tally(one.promise for one in targets),
    )  # fmt: skip


ORDER = (Promise.BROKEN, Promise.LATE, Promise.NOT_DUE, Promise.KEPT, None)


def _gravest(one: ItemView) -> tuple[int, str]:
    return ORDER.index(one.promise), one.number


def _groups(items: list[ItemView], key: Callable[[ItemView], str]) -> list[Group]:
    """By whoever answers, the most broken first."""
    told: defaultdict[str, list[ItemView]] = defaultdict(list)
    for one in items:
        told[key(one) or NOBODY].append(one)
    found = [Group(name, tally(one.promise for one in of)) for name, of in told.items()]
    return sorted(found, key=lambda one: (-one.tally.broken, -one.tally.late, one.name))


def _targets(last: MeetingCard, items: list[ItemView], *, on: date, at: datetime | None) -> list[TargetView]:
    """The starts and completions still to come when the last meeting was held, as declared then, and what happened."""
    known = registry.among([one.subject for one in last.items if one.about is About.PROJECT], held=EVERYWHERE)
    projects = {card.project_id for card in known.values()} | {one.project_id for one in items if one.project_id}
    then = lifecycle.clocks(projects, at=_moment(last))
    now = lifecycle.clocks(projects, at=at)
    serials = registry.serials(projects)
    names = registry.among(list(serials.values()), held=EVERYWHERE)
    found: list[TargetView] = []
    for project in sorted(projects):
        serial = serials[project]
        for kind in STATED:
            key = (str(kind), str(Basis.DECLARED))
            told, stands = then.get(project, {}).get(key), now.get(project, {}).get(key)
            if told is None or told.planned is None or told.actual is not None or told.planned < last.held_on:
                continue
            target = Target(stated=told.planned, now=stands.planned if stands else None,
                            happened=stands.actual if stands else None)  # fmt: skip
            found.append(TargetView(
                project_id=project, serial=serial, project=names[serial].name if serial in names else "",
                milestone=kind, target=target, promise=target.promise(on), said=target.said(on),
            ))  # fmt: skip
    return sorted(found, key=lambda one: (ORDER.index(one.promise), one.target.stated, one.serial))


def _moment(last: MeetingCard) -> datetime:
    """When the last meeting was: as it was closed, else the end of its day."""
    if last.closed_at is not None:
        return last.closed_at
    end = datetime.combine(last.held_on, datetime.max.time())
    return timezone.make_aware(end)
