"""The questions of the registry."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

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
    return {
        values["project_id"]: cards.ProfileCard(**values) for values in found.order_by("project_id").values(*names)
    }


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
