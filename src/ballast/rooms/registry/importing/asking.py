"""The questions of the wizard: files received, what they were taken for, lists committed, lists counties sent."""

from collections.abc import Collection

from django.db.models import Count

from ballast.kit import files
from ballast.kit.ledger.models import StoredFile
from ballast.rooms.people import queries as people
from ballast.rooms.registry import models
from ballast.rooms.registry.cards import BatchCard, ListCard, ProposalCard, ReceivedCard
from ballast.rooms.registry.importing.placing import unknown_areas
from ballast.rooms.registry.importing.preview import Choices, Preview, busiest, failing_first, recognised, sheet_view
from ballast.rooms.registry.importing.stated import stated_year
from ballast.rulebook.terms import ProposalState


def lists() -> list[ListCard]:
    """The named lists with the number of projects that stand on each, by name."""
    counted = dict(
        models.Membership.objects.current().filter(until__isnull=True).order_by()
        .values_list("named_list_id").annotate(Count("pk"))
    )  # fmt: skip
    found = models.NamedList.objects.order_by("name")
    return [ListCard(one.pk, one.code, one.name, counted.get(one.pk, 0)) for one in found]


def batches(limit: int = 20) -> list[BatchCard]:
    """The latest imports, newest first."""
    found = models.ImportBatch.objects.select_related("file", "list").order_by("-pk")[:limit]
    return [_batch_card(one) for one in found]


def batch(batch_id: int) -> BatchCard | None:
    """One import."""
    found = models.ImportBatch.objects.select_related("file", "list").filter(pk=batch_id).first()
    return _batch_card(found) if found else None


def received(sha256: str) -> ReceivedCard | None:
    """A file received before, by the hash of its bytes."""
    found = StoredFile.objects.filter(sha256=sha256).first()
    return ReceivedCard(found.sha256, found.name, found.size) if found else None


def received_bytes(sha256: str) -> bytes:
    """The bytes of a file received before."""
    return files.read(StoredFile.objects.get(sha256=sha256))


def preview(sha256: str, *, choices: Choices, sheet: int | None = None, first: int = 1) -> Preview | None:
    """A received list recognised with what a person changed, and one part of one sheet as it was taken."""
    card = received(sha256)
    if card is None:
        return None
    areas = people.areas()
    grids, recognition = recognised(received_bytes(sha256), card.name, areas, choices)
    sheets = busiest(grids, recognition)
    shown = max(sheets, key=lambda one: one[2])[0] if sheet is None else sheet
    return Preview(
        received=card, recognition=recognition, sheets=sheets,
        sheet=sheet_view(grids, recognition, shown, first, choices),
        groups=failing_first(recognition), year=stated_year(recognition), unknown=unknown_areas(recognition),
        lists=lists(), areas=areas, large=any(one.code == "money-large" for one in recognition.warnings),
    )  # fmt: skip


def _batch_card(found: models.ImportBatch) -> BatchCard:
    name = found.list.name if found.list else ""
    return BatchCard(found.pk, found.file.name, name, found.at, found.by, found.outcome)


def proposals(areas: Collection[str] | None = None, *, waiting: bool = False, limit: int = 50) -> list[ProposalCard]:
    """Lists sent for ``areas`` (None is all), newest first; only those that wait for a decision, if asked."""
    found = models.Proposal.objects.select_related("file", "area").order_by("-pk")
    if areas is not None:
        found = found.filter(area__code__in=areas)
    if waiting:
        found = found.filter(decision="")
    return [_card(one) for one in found[:limit]]


def proposal(proposal_id: int) -> ProposalCard | None:
    """One list that was sent."""
    found = models.Proposal.objects.select_related("file", "area").filter(pk=proposal_id).first()
    return _card(found) if found else None


def _card(found: models.Proposal) -> ProposalCard:
    state = ProposalState(found.decision) if found.decision else ProposalState.WAITING
    return ProposalCard(
        found.pk, found.file.sha256, found.file.name, found.area.code, found.area.name, found.rows, found.at, found.by,
        state, found.decided_by, found.reason, [(key, text) for key, text in found.said], found.batch_id,
    )  # fmt: skip
