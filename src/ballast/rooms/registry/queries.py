"""The questions of the registry."""

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date, datetime

from django.db.models import Q

from ballast.kit.ledger.history import Revision, revisions, sources_of
from ballast.kit.phones import masked as hide
from ballast.kit.phones import phones
from ballast.kit.sentence import Sentence
from ballast.rooms.registry import cards, models
from ballast.rooms.registry.cards import EVERYWHERE, NOWHERE, Reach
from ballast.rooms.registry.evidence.asking import (
    approvals,
    contracts,
    evidence,
    evidence_file,
    evidence_thumbnail,
    newest_pictures,
    photos_of,
    pieces_of,
)
from ballast.rooms.registry.importing import standing
from ballast.rooms.registry.importing.asking import (
    batch,
    batches,
    lists,
    preview,
    proposal,
    proposals,
    received,
    received_bytes,
)
from ballast.rooms.registry.importing.fields import ListField
from ballast.rooms.registry.importing.placing import unknown_areas
from ballast.rooms.registry.importing.preview import UNITS, Choices, Preview
from ballast.rooms.registry.importing.stated import stated_year
from ballast.rooms.registry.reach import held_by, may, reach, require, within
from ballast.rooms.registry.whole import Whole, cell, developed_of, in_batches, tasks_of, wholes
from ballast.rulebook.phones import FREE

# What the wizard speaks in, the one door to projects, and the questions about evidence, beside those below.
__all__ = [
    "EVERYWHERE", "NOWHERE", "UNITS", "Choices", "ListField", "Preview", "Reach", "Whole", "approvals", "batch",
    "batches", "cell", "contracts", "developed_of", "evidence", "evidence_file", "evidence_thumbnail", "in_batches",
    "lists", "may", "newest_pictures", "photos_of", "pieces_of", "preview", "proposal", "proposals",
    "reach", "received", "received_bytes", "require", "stated_year", "tasks_of", "unknown_areas", "wholes", "within",
]  # fmt: skip

KINDS = (
    models.Profile, models.Membership, models.AnnualPlan, models.MonthTask, models.DevelopedLand, models.Funding,
    models.Promise, models.Approval, models.Contract, models.Evidence,
)  # fmt: skip


def serials(project_ids: Collection[int]) -> dict[int, str]:
    """The serial (P000001) of each project."""
    return dict(models.Project.objects.filter(pk__in=project_ids).values_list("pk", "serial"))


def profiles(
    *, area_id: int | None = None, held: Reach = cards.EVERYWHERE, at: datetime | None = None
) -> dict[int, cards.ProfileCard]:
    """The card of every project (of an area, of those ``held``), by project, as known at ``at``; None is now."""
    found = models.Profile.objects.known(at).filter(held_by(held))
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


def find(serial: str, *, held: Reach, at: datetime | None = None) -> cards.ProfileCard | None:
    """The card of the project with this serial as known at ``at``, if ``held`` covers it: the one door."""
    found = models.Profile.objects.known(at).filter(held_by(held), project__serial=serial)
    names = [field.name for field in fields(cards.ProfileCard)]
    return next((cards.ProfileCard(**values) for values in found.values(*names)), None)


def among(serials: Collection[str], *, held: Reach) -> dict[str, cards.ProfileCard]:
    """The cards of those of these projects that ``held`` covers, by their serials."""
    found = models.Profile.objects.current().filter(held_by(held), project__serial__in=serials)
    names = [field.name for field in fields(cards.ProfileCard)]
    rows = found.values("project__serial", *names)
    return {values.pop("project__serial"): cards.ProfileCard(**values) for values in rows}


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


def roles_of(project_id: int, *, at: datetime | None = None) -> list[cards.RoleCard]:
    """Who answers or answered for a project, the latest first; of phones the ends alone (see ``show_phones``)."""
    names = [field.name for field in fields(cards.RoleCard)]
    found = models.ProjectRole.objects.known(at).filter(project_id=project_id).order_by("-since", "kind", "person")
    return [cards.RoleCard(**(values | {"phone": masked(values["phone"])})) for values in found.values(*names)]


def has_phones(project_id: int, *, at: datetime | None = None) -> bool:
    """Whether phones are written in the texts of a project's card."""
    card = project_card(project_id, at=at)
    return card is not None and without_phones(card) != card


def without_phones(card: cards.ProfileCard) -> cards.ProfileCard:
    """The card as those see it who have no need of phones: of numbers in free text the ends alone."""
    hidden = {name: hide(text) for name in FREE if isinstance(text := getattr(card, name, None), str) and phones(text)}
    return replace(card, **hidden)  # type: ignore[arg-type]  # texts of the card, by name


def masked(phone: str) -> str:
    """The ends of a phone number: 138****5678; of a short one nothing but that there is one."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 11 else "****" if phone else ""


def history(project_id: int) -> list[Revision]:
    """Every revision of what the registry knows of a project, newest first."""
    return revisions(*(kind.objects.filter(project_id=project_id) for kind in KINDS), without="project")


def from_source(source_id: int, *, row: int | None = None) -> set[int]:
    """The projects of which a source (or one row of it) told something."""
    return sources_of(source_id, row, *(kind.objects.all() for kind in KINDS), owner="project_id")


def names(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, str]:
    """The name of each project as known at ``at``; None is now."""
    return dict(models.Profile.objects.known(at).filter(project_id__in=project_ids).values_list("project_id", "name"))


def named_lists() -> dict[str, str]:
    """The name of every named list, by its code."""
    return dict(models.NamedList.objects.order_by("pk").values_list("code", "name"))


def project_card(project_id: int, *, at: datetime | None = None) -> cards.ProfileCard | None:
    """The card of one project, as known at ``at``."""
    names = [field.name for field in fields(cards.ProfileCard)]
    found = models.Profile.objects.known(at).filter(project_id=project_id).values(*names)
    return next((cards.ProfileCard(**values) for values in found), None)


def members(list_id: int, *, on: date, at: datetime | None = None) -> set[int]:
    """The projects that stand on a list on the day ``on``, as known at ``at``."""
    found = models.Membership.objects.known(at).filter(named_list_id=list_id, since__lte=on)
    return set(found.filter(Q(until__isnull=True) | Q(until__gte=on)).values_list("project_id", flat=True))


def merged(*, at: datetime | None = None) -> dict[int, int]:
    """For every project that was found to be another one, the project it is: figures count the latter alone."""
    return standing.merged(at=at)


def suspicions(*, decided: bool = False) -> list[cards.SuspicionCard]:
    """The pairs to be reviewed (or already decided), the likest first."""
    found = (
        models.Suspicion.objects.filter(decision="") if not decided else models.Suspicion.objects.exclude(decision="")
    )
    pairs = list(found.order_by("-likeness", "pk"))
    ids = {one for pair in pairs for one in (pair.first_id, pair.second_id)}
    sides = _sides(ids)
    return [
        cards.SuspicionCard(
            pair.pk, sides[pair.first_id], sides[pair.second_id], pair.likeness,
            tuple(Sentence(**reason) for reason in pair.reasons), pair.found_at, pair.decision, pair.decided_at,
            pair.decided_by, pair.remark,
        )
        for pair in pairs
    ]  # fmt: skip


def _sides(ids: Collection[int]) -> dict[int, cards.Side]:
    names = [field.name for field in fields(cards.ProfileCard)]
    facts = (
        models.Profile.objects.current()
        .filter(project_id__in=ids)
        .select_related("project", "area", "source__file")
        .defer("area__shape")
    )
    return {
        fact.project_id: cards.Side(
            fact.project.serial, cards.ProfileCard(**{name: getattr(fact, name) for name in names}),
            fact.area.name, fact.cell("name"),
        )
        for fact in facts
    }  # fmt: skip


def places(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, tuple[float, float]]:
    """Longitude and latitude of the projects that have them."""
    found = models.Profile.objects.known(at).filter(project_id__in=project_ids, longitude__isnull=False)
    placed = found.filter(latitude__isnull=False).values_list("project_id", "longitude", "latitude")
    return {project: (float(east), float(north)) for project, east, north in placed}
