"""Attaching photos and papers to what a project claims, and taking back what was attached by mistake."""

from django.utils import timezone

from ballast.kit.ledger.journal import Writer
from ballast.kit.ledger.models import StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.uploads import Camera, Upload, bands
from ballast.rooms.registry import models
from ballast.rooms.registry.cards import EvidenceCard
from ballast.rooms.registry.evidence.examining import cards_of
from ballast.rulebook.checks import CheckParams
from ballast.rulebook.evidence import Claim, claim

LONGEST_CAPTION = 200
NOTHING_WRITTEN = Camera()


class CaptionTooLong(Refusal):
    """The words beside a photo do not fit their column."""


class NoSuchEvidence(Refusal):
    """The project has no such piece of evidence, or it was taken back already."""


def attach(
    project_id: int, shown: Claim, taken: Upload, *, original: StoredFile, thumbnail: StoredFile | None,
    caption: str = "", params: CheckParams, writer: Writer,
) -> EvidenceCard:  # fmt: skip
    """Attach an upload, kept already as ``original``, to a claim; the card says what it asks.

    The same file for the same claim again changes nothing but the caption. Raises CaptionTooLong.
    """
    if len(caption) > LONGEST_CAPTION:
        raise CaptionTooLong(
            Sentence(f"说明超过 {LONGEST_CAPTION} 字，请缩短",
                     f"The caption has more than {LONGEST_CAPTION} characters; shorten it"),
            where=taken.name, code="caption_long",
        )  # fmt: skip
    picture = taken.picture
    wrote = picture.camera if picture else NOTHING_WRITTEN
    writer.record([
        models.Evidence(
            project_id=project_id, claim=str(shown), file=original, thumbnail=thumbnail, file_kind=str(taken.kind),
            file_name=taken.name, caption=caption, taken_at=wrote.taken_at,
            zoned=wrote.zoned if wrote.taken_at else None, longitude=wrote.longitude, latitude=wrote.latitude,
            width=picture.width if picture else None, height=picture.height if picture else None,
            look=picture.look if picture else "",
        )
    ])  # fmt: skip
    fact = models.Evidence.objects.current().select_related("file").get(
        project_id=project_id, claim=str(shown), file=original
    )  # fmt: skip
    if not fact.looks.exists():
        quarters = enumerate(bands(fact.look))
        looks = [models.Look(evidence=fact, quarter=quarter, value=value) for quarter, value in quarters]
        models.Look.objects.bulk_create(looks)
    [card] = cards_of([fact], params=params, zone=timezone.get_current_timezone())
    return card


def detach(project_id: int, evidence_id: int, *, writer: Writer) -> tuple[str, Claim]:
    """Take back a piece attached by mistake: it stands no more, its record and file stay; its name and claim."""
    fact = models.Evidence.objects.current().filter(pk=evidence_id, project_id=project_id).first()
    if fact is None:
        raise NoSuchEvidence(
            Sentence("没有这份佐证材料，或已撤回；请刷新页面", "There is no such evidence, or it was taken back"),
            where=str(evidence_id), code="no_such_evidence",
        )  # fmt: skip
    writer.withdraw([fact])
    return fact.file_name, claim(fact.claim)
