"""What supervision itself knows of projects and areas: exceptions in force, pauses and extensions of clocks."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from ballast.rooms.supervision.models import ClockExtension, ClockPause, JustifiedException
from ballast.rulebook.measures.facts import Excused, Extension, Pause


@dataclass(slots=True)
class Granted:
    """What was granted to one project."""

    excused: list[Excused] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)


def granted(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, Granted]:
    """What was granted to each project, as known at ``at``; projects without anything are left out."""
    found: defaultdict[int, Granted] = defaultdict(Granted)
    for one in JustifiedException.objects.known(at).filter(project_id__in=project_ids).order_by("number"):
        if one.project_id is not None:
            found[one.project_id].excused.append(excused(one))
    for pause in ClockPause.objects.known(at).filter(project_id__in=project_ids).order_by("since"):
        found[pause.project_id].pauses.append(Pause(pause.clock, pause.reason, pause.since, pause.until))
    for longer in ClockExtension.objects.known(at).filter(project_id__in=project_ids).order_by("granted_on"):
        found[longer.project_id].extensions.append(Extension(longer.clock, longer.granted_on))
    return dict(found)


def granted_areas(*, at: datetime | None = None) -> dict[int, list[Excused]]:
    """The exceptions of areas, as known at ``at``."""
    found: defaultdict[int, list[Excused]] = defaultdict(list)
    for one in JustifiedException.objects.known(at).filter(area__isnull=False).order_by("number"):
        if one.area_id is not None:
            found[one.area_id].append(excused(one))
    return dict(found)


def excused(one: JustifiedException) -> Excused:
    """An exception as the rulebook sees it; lifted early, it ends on the day it was lifted."""
    until = min(one.until, one.ended_on) if one.ended_on else one.until
    return Excused(one.kind, one.since, until, frozenset(one.rules), one.reason, one.approver)
