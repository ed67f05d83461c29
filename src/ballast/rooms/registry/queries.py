"""The questions of the registry."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

from ballast.kit.ledger.history import Revision, revisions, sources_of
from ballast.rooms.registry import cards, models


def serials(project_ids: Collection[int]) -> dict[int, str]:
    """The serial (P000001) of each project."""
    return dict(models.Project.objects.filter(pk__in=project_ids).values_list("pk", "serial"))


def profiles(*, area_id: int | None = None, at: datetime | None = None) -> dict[int, cards.ProfileCard]:
    """The card of every project (of an area), by project, as known at ``at``; None is now."""
    found = models.Profile.objects.known(at)
    if area_id is not None:
        found = found.filter(area_id=area_id)
    names = [field.name for field in fields(cards.ProfileCard)]
    return {values["project_id"]: cards.ProfileCard(**values) for values in found.order_by("project_id").values(*names)}


def plans(project_ids: Collection[int], year: int, *, at: datetime | None = None) -> dict[int, cards.PlanCard]:
    """The annual plan of each project that has one for ``year``."""
    found = models.AnnualPlan.objects.known(at).filter(project_id__in=project_ids, year=year)
    names = [field.name for field in fields(cards.PlanCard)]
    return {values["project_id"]: cards.PlanCard(**values) for values in found.values(*names)}


def funding(
    project_ids: Collection[int], until: str, *, at: datetime | None = None
) -> dict[int, dict[str, cards.FundingCard]]:
    """The newest figures of each funding channel up to the month ``until``, by project and channel."""
    found = models.Funding.objects.known(at).filter(project_id__in=project_ids, month__lte=until)
    names = [field.name for field in fields(cards.FundingCard)]
    newest: dict[int, dict[str, cards.FundingCard]] = {}
    for values in found.order_by("month").values(*names):
        newest.setdefault(values["project_id"], {})[values["channel"]] = cards.FundingCard(**values)
    return newest


def find(
    serial: str, *, areas: Collection[str] | None, at: datetime | None = None
) -> cards.ProfileCard | None:  # fmt: skip
    """The card of the project with this serial, if it lies in one of ``areas`` (codes; None is all): the one door."""
    found = models.Profile.objects.known(at).filter(project__serial=serial)
    if areas is not None:
        found = found.filter(area__code__in=areas)
    names = [field.name for field in fields(cards.ProfileCard)]
    return next((cards.ProfileCard(**values) for values in found.values(*names)), None)


def within(project_ids: Collection[int], areas: Collection[str]) -> set[int]:
    """Those of the projects that lie in one of ``areas`` (codes)."""
    found = models.Profile.objects.current().filter(project_id__in=project_ids, area__code__in=areas)
    return set(found.values_list("project_id", flat=True))


def promise(project_id: int, *, at: datetime | None = None) -> cards.PromiseCard | None:
    """What the agreement of a project promises."""
    names = [field.name for field in fields(cards.PromiseCard)]
    found = models.Promise.objects.known(at).filter(project_id=project_id).values(*names)
    return next((cards.PromiseCard(**values) for values in found), None)


def plan_years(project_id: int, *, at: datetime | None = None) -> list[cards.PlanCard]:
    """The annual plans of a project, oldest first."""
    names = [field.name for field in fields(cards.PlanCard)]
    found = models.AnnualPlan.objects.known(at).filter(project_id=project_id).order_by("year").values(*names)
    return [cards.PlanCard(**values) for values in found]


def lists_of(project_id: int, *, at: datetime | None = None) -> list[tuple[str, cards.MembershipCard]]:
    """The named lists a project stands or stood on, by name."""
    names = [field.name for field in fields(cards.MembershipCard)]
    found = models.Membership.objects.known(at).filter(project_id=project_id).order_by("since")
    return [
        (values.pop("named_list__name"), cards.MembershipCard(**values))
        for values in found.values("named_list__name", *names)
    ]


def history(project_id: int) -> list[Revision]:
    """Every revision of what the registry knows of a project, newest first."""
    kinds = (models.Profile, models.Membership, models.AnnualPlan, models.Funding, models.Promise)
    return revisions(*(kind.objects.filter(project_id=project_id) for kind in kinds), without="project")


def from_source(source_id: int, *, row: int | None = None) -> set[int]:
    """The projects of which a source (or one row of it) told something."""
    kinds = (models.Profile, models.Membership, models.AnnualPlan, models.Funding, models.Promise)
    return sources_of(source_id, row, *(kind.objects.all() for kind in kinds), owner="project_id")


def names(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, str]:
    """The name of each project as known at ``at``; None is now."""
    return dict(models.Profile.objects.known(at).filter(project_id__in=project_ids).values_list("project_id", "name"))


def named_lists() -> dict[str, str]:
    """The name of every named list, by its code."""
    return dict(models.NamedList.objects.order_by("pk").values_list("code", "name"))
