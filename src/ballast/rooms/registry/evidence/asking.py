"""The questions about evidence and papers: a project's gallery, one file, and many projects at once."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

from django.db.models import Count, Max
from django.utils import timezone

from ballast.kit import files
from ballast.kit.ledger.models import FactQuerySet
from ballast.kit.uploads import UploadKind
from ballast.kit.uploads.sniffing import PICTURES
from ballast.rooms.registry import models
from ballast.rooms.registry.cards import ApprovalCard, ContractCard, EvidenceCard
from ballast.rooms.registry.evidence.examining import cards_of
from ballast.rulebook.checks import CheckParams
from ballast.rulebook.evidence import Claim, progress_of


def evidence(project_id: int, *, params: CheckParams, at: datetime | None = None) -> list[EvidenceCard]:
    """Everything attached to a project as known at ``at``, newest first, with what each piece asks."""
    found = models.Evidence.objects.known(at).filter(project_id=project_id).select_related("file").order_by("-pk")
    return cards_of(list(found), params=params, zone=timezone.get_current_timezone())


def evidence_file(project_id: int, evidence_id: int) -> tuple[str, UploadKind, bytes] | None:
    """Name, kind and bytes of a piece attached to the project; None where there is no such piece."""
    found = models.Evidence.objects.filter(pk=evidence_id, project_id=project_id).select_related("file").first()
    return (found.file_name, UploadKind(found.file_kind), files.read(found.file)) if found else None


def evidence_thumbnail(project_id: int, evidence_id: int) -> bytes | None:
    """The thumbnail (JPEG) of a picture attached to the project; None where there is none."""
    found = models.Evidence.objects.filter(pk=evidence_id, project_id=project_id).select_related("thumbnail").first()
    return files.read(found.thumbnail) if found and found.thumbnail else None


def newest_pictures(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, int]:
    """The newest picture attached to each project that has one."""
    pictures = models.Evidence.objects.known(at).filter(file_kind__in=PICTURES, project_id__in=project_ids)
    return dict(pictures.order_by().values_list("project_id").annotate(Max("pk")))


def photos_of(project_ids: Collection[int], month: str, *, at: datetime | None = None) -> dict[int, int]:
    """How many photos of the month's works each project has; projects without any are left out."""
    pictures = models.Evidence.objects.known(at).filter(file_kind__in=PICTURES)
    return _counted(pictures.filter(project_id__in=project_ids, claim=str(progress_of(month))))


def pieces_of(project_ids: Collection[int], shown: Claim, *, at: datetime | None = None) -> dict[int, int]:
    """How many photos and papers each project has for a claim; projects without any are left out."""
    return _counted(models.Evidence.objects.known(at).filter(project_id__in=project_ids, claim=str(shown)))


def approvals(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, ApprovalCard]:
    """The approval or filing of each project that has one."""
    found = models.Approval.objects.known(at).filter(project_id__in=project_ids)
    names = [field.name for field in fields(ApprovalCard)]
    return {values["project_id"]: ApprovalCard(**values) for values in found.values(*names)}


def contracts(project_ids: Collection[int], *, at: datetime | None = None) -> dict[int, list[ContractCard]]:
    """The construction contracts of each project, by their numbers."""
    found = models.Contract.objects.known(at).filter(project_id__in=project_ids).order_by("number")
    names = [field.name for field in fields(ContractCard)]
    made: dict[int, list[ContractCard]] = {}
    for values in found.values(*names):
        made.setdefault(values["project_id"], []).append(ContractCard(**values))
    return made


def _counted(found: FactQuerySet) -> dict[int, int]:
    return dict(found.order_by().values_list("project_id").annotate(Count("pk")))
