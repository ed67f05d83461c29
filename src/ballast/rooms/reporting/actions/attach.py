"""Attaching photos and papers to what a project claims; what a photo gives rise to is asked at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from ballast.kit import audit, files
from ballast.kit.ledger import journal
from ballast.kit.ledger.journal import Writer
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.uploads import Upload, receive
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import EvidenceCard, ProfileCard
from ballast.rooms.reporting.loop import hands
from ballast.rooms.reporting.questions import rechecking, sources
from ballast.rulebook.checks import CheckParams
from ballast.rulebook.evidence import Claim, ClaimKind, claim
from ballast.rulebook.powers import Power

MOST = 20


class NothingSent(Refusal):
    """No file, or more at once than are looked at."""


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of several files: those attached, and for each of the others why not."""

    cards: tuple[EvidenceCard, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Wall:
    """The project's place for evidence: whose, for which claim, by whom."""

    card: ProfileCard
    serial: str
    claim: Claim
    by: str


def attach(
    card: ProfileCard, serial: str, *, shown: str, sent: Sequence[tuple[str, bytes]], caption: str = "",
    official: OfficialCard | None, at: datetime, params: CheckParams | None = None,
) -> Attached:  # fmt: skip
    """Attach files (name, bytes) to a claim of a project one reports for, each on its own: one bad file harms no other.

    Raises people.NotAllowed, UnknownClaim and NothingSent; what is wrong with one file is told in the answer.
    """
    by = _allowed(card, serial, official, at)
    wall = _Wall(card, serial, claim(shown), by)
    if not 0 < len(sent) <= MOST:
        raise NothingSent(
            Sentence(f"请选择 1 至 {MOST} 个文件", f"Choose 1 to {MOST} files"), where=serial, code="no_file"
        )
    cards: list[EvidenceCard] = []
    refused: list[Refusal] = []
    rules = params or policy.in_force(at.astimezone(timezone.get_current_timezone()).date()).checks
    for name, data in sent:
        try:
            cards.append(_attached(wall, name, data, caption.strip(), at, rules))
        except Refusal as refusal:
            detail = {"code": refusal.code, "claim": str(wall.claim)}
            audit.write("attach", at=at, actor=wall.by, object=f"{serial} {name}", result="refused", detail=detail)
            refused.append(refusal)
    return Attached(tuple(cards), tuple(refused))


def detach(
    card: ProfileCard, serial: str, evidence_id: int, *, reason: str = "", official: OfficialCard | None, at: datetime,
    params: CheckParams | None = None,
) -> None:  # fmt: skip
    """Take back what was attached by mistake; its record and file stay, what was asked of it is dropped.

    A submitted report that has no photo left is asked for one.
    """
    by = _allowed(card, serial, official, at)
    rules = params or policy.in_force(at.astimezone(timezone.get_current_timezone()).date()).checks
    with journal.entry(at=at, by=by, action="detach") as writer:
        name, shown = registry.detach(card.project_id, evidence_id, writer=writer)
        sources.drop_photo(evidence_id, serial, writer=writer)
        if shown.kind is ClaimKind.PROGRESS:
            rechecking.photo_of(card, shown.subject, rules, writer=writer)
        audit.write(
            "detach", at=writer.moment, actor=by, object=f"{serial} {name}",
            detail={"evidence": evidence_id, "reason": reason.strip()[:200]},
        )  # fmt: skip


def _allowed(card: ProfileCard, serial: str, official: OfficialCard | None, at: datetime) -> str:
    mine = hands.of(official, Power.REPORT, at=at)
    codes = {area.id: area.code for area in people.areas()}
    mine.require(Power.REPORT, area_code=codes[card.area_id], project_id=card.project_id, where=serial)
    return mine.by


def _attached(wall: _Wall, name: str, data: bytes, caption: str, at: datetime, params: CheckParams) -> EvidenceCard:
    """Look at the file and keep it before the ledger is locked; then record it, and ask."""
    taken = receive(data, name, zone=timezone.get_current_timezone())
    original = files.keep(data, taken.name, at=at, by=wall.by)
    small = files.keep(taken.picture.thumbnail, f"{taken.name}.jpg", at=at, by=wall.by) if taken.picture else None
    with journal.entry(at=at, by=wall.by, action="attach") as writer:
        card = registry.attach(
            wall.card.project_id, wall.claim, taken, original=original, thumbnail=small, caption=caption,
            params=params, writer=writer,
        )  # fmt: skip
        _ask(wall, card, writer)
        _audit(wall, taken, card, writer)
    return card


def _ask(wall: _Wall, card: EvidenceCard, writer: Writer) -> None:
    month = sources.month_of(card, f"{writer.moment.astimezone(timezone.get_current_timezone()):%Y-%m}")
    sources.of_photo(card, wall.serial, wall.card.area_id, month, writer=writer)
    if card.is_picture:
        sources.answer_with_photo(card, wall.serial, month, by=wall.by, writer=writer)


def _audit(wall: _Wall, taken: Upload, card: EvidenceCard, writer: Writer) -> None:
    detail = {
        "evidence": card.id, "claim": str(card.claim), "bytes": len(taken.data),
        "asks": [found.code for found in card.findings],
    }  # fmt: skip
    audit.write("attach", at=writer.moment, actor=wall.by, object=f"{wall.serial} {taken.name}", detail=detail)
