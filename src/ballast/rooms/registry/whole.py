"""Everything the registry knows of many projects at once, for rooms that weigh each of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils import timezone

from ballast.kit.ledger.history import Cell, cell_of
from ballast.kit.ledger.models import Fact
from ballast.kit.uploads.sniffing import PICTURES
from ballast.rooms.registry import models
from ballast.rooms.registry.importing import standing
from ballast.rulebook.measures.facts import Funds

CARD = (
    "name", "area_id", "nature", "land_mode", "industry", "lead_industry", "strategic", "responsible",
    "linked_leader", "start_year", "end_year", "total_investment", "done_by_last_year", "land_mu",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of one project: its card by field, and its lists, plans, tasks, land, funds, promise and photos.

    ``lists`` are the codes and names it stands on; ``plans`` by year, ``tasks`` by month and ``funding`` by channel and
    month, in 元; ``developed`` is in mu; ``promise`` is output, tax, jobs and start-on-land; ``photos`` the months a
    camera tells of.
    """

    serial: str
    card: dict[str, Any]
    lists: frozenset[str]
    plans: dict[int, int | None]
    tasks: dict[str, int | None]
    developed: Decimal | None
    funding: dict[str, dict[str, Funds]]
    promise: tuple[int | None, int | None, int | None, bool | None]
    photos: frozenset[str]


CELLS: dict[str, tuple[type[Fact], tuple[str, ...]]] = {
    "profile": (models.Profile, ()), "plan": (models.AnnualPlan, ("year",)), "promise": (models.Promise, ()),
    "funding": (models.Funding, ("channel", "month")), "task": (models.MonthTask, ("month",)),
    "developed": (models.DevelopedLand, ()),
}  # fmt: skip
# What measures name otherwise than its fact does.
NAMED = {"target.amount": "task.task", "profile.developed_mu": "developed.developed_mu"}
NO_PROMISE = (None, None, None, None)


def in_batches(*, at: datetime | None = None, size: int = 1_000) -> Iterator[list[int]]:
    """The ids of all projects with a card known at ``at``, in their order; those found to be another are left out."""
    gone = standing.merged(at=at)
    known = models.Profile.objects.known(at).order_by("project_id").values_list("project_id", flat=True)
    ids = [project for project in known if project not in gone]
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def wholes(project_ids: Collection[int], *, on: date, at: datetime | None = None) -> dict[int, Whole]:
    """What is known of each project at ``at``; lists as they stand on the day ``on``. A handful of questions in all."""
    lists, plans, tasks = _lists(project_ids, on, at), _plans(project_ids, at), tasks_of(project_ids, at=at)
    developed = developed_of(project_ids, at=at)
    funding, promises, photos = _funding(project_ids, at), _promises(project_ids, at), _photos(project_ids, at)
    cards = models.Profile.objects.known(at).filter(project_id__in=project_ids)
    return {
        project: Whole(
            serial, dict(zip(CARD, said, strict=True)), frozenset(lists.get(project, ())), plans.get(project, {}),
            tasks.get(project, {}), developed.get(project), funding.get(project, {}), promises.get(project, NO_PROMISE),
            frozenset(photos.get(project, ())),
        )
        for project, serial, *said in cards.values_list("project_id", "project__serial", *CARD)
    }  # fmt: skip


def _lists(ids: Collection[int], on: date, at: datetime | None) -> dict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    standing_on = models.Membership.objects.known(at).filter(project_id__in=ids, since__lte=on)
    told = standing_on.filter(Q(until__isnull=True) | Q(until__gte=on))
    for project, code, name in told.values_list("project_id", "named_list__code", "named_list__name"):
        found[project] |= {code, name}
    return found


def _plans(ids: Collection[int], at: datetime | None) -> dict[int, dict[int, int | None]]:
    found: defaultdict[int, dict[int, int | None]] = defaultdict(dict)
    told = models.AnnualPlan.objects.known(at).filter(project_id__in=ids)
    for project, year, amount in told.values_list("project_id", "year", "amount"):
        found[project][year] = amount
    return found


def tasks_of(ids: Collection[int], *, at: datetime | None = None) -> dict[int, dict[str, int | None]]:
    """The tasks set for each project, by month, in 元."""
    found: defaultdict[int, dict[str, int | None]] = defaultdict(dict)
    told = models.MonthTask.objects.known(at).filter(project_id__in=ids)
    for project, month, task in told.values_list("project_id", "month", "task"):
        found[project][month] = task
    return found


def developed_of(ids: Collection[int], *, at: datetime | None = None) -> dict[int, Decimal | None]:
    """How much of each project's land is under permanent works, in mu."""
    told = models.DevelopedLand.objects.known(at).filter(project_id__in=ids)
    return dict(told.values_list("project_id", "developed_mu"))


def _funding(ids: Collection[int], at: datetime | None) -> dict[int, dict[str, dict[str, Funds]]]:
    found: dict[int, dict[str, dict[str, Funds]]] = {}
    told = models.Funding.objects.known(at).filter(project_id__in=ids)
    for project, channel, month, agreed, paid in told.values_list(
        "project_id", "channel", "month", "agreed", "paid_in"
    ):
        found.setdefault(project, {}).setdefault(channel, {})[month] = Funds(agreed, paid)
    return found


def _promises(ids: Collection[int], at: datetime | None) -> dict[int, Any]:
    told = models.Promise.objects.known(at).filter(project_id__in=ids)
    return {
        project: tuple(said)
        for project, *said in told.values_list("project_id", "output", "tax", "jobs", "start_on_land")
    }


def _photos(ids: Collection[int], at: datetime | None) -> dict[int, set[str]]:
    zone = timezone.get_current_timezone()
    found: defaultdict[int, set[str]] = defaultdict(set)
    pictures = models.Evidence.objects.known(at).filter(file_kind__in=PICTURES, taken_at__isnull=False)
    for project, moment in pictures.filter(project_id__in=ids).values_list("project_id", "taken_at"):
        found[project].add(f"{moment.astimezone(zone):%Y-%m}")
    return found


def cell(project_id: int, fact: str, key: tuple[str, ...], *, at: datetime | None = None) -> Cell | None:
    """Where one value of a project came from: ``plan.amount`` of a year, ``funding.paid_in`` of (channel, month)."""
    kind, _, field = NAMED.get(fact, fact).partition(".")
    if kind not in CELLS or field not in {one.name for one in CELLS[kind][0].payload()}:
        return None
    model, names = CELLS[kind]
    told = dict(zip(names, key, strict=False))
    return cell_of(model.objects.known(at).filter(project_id=project_id, **told), field)
