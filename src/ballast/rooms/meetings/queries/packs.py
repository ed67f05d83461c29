"""Packs of meetings, and their files as they are kept."""

import io
import zipfile
from datetime import datetime

from ballast.kit import files
from ballast.kit.ledger.models import StoredFile
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.cards import FileCard, FileKind, MakingCard, MakingState, PackCard, PackState
from ballast.rooms.meetings.models import Making, Pack
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.powers import Power


class PackUnsound(Refusal):
    """A pack with a number that is not its fixed figure leaves the house in no way."""


EPOCH = (1980, 1, 1, 0, 0, 0)


def packs(meeting: str) -> list[PackCard]:
    """Every pack of a meeting, the latest first."""
    return [_card(one) for one in Pack.objects.current().filter(meeting=meeting).order_by("-number")]


def pack(meeting: str, number: int) -> PackCard | None:
    """One pack; None where there is none of this number."""
    found = Pack.objects.current().filter(meeting=meeting, number=number).first()
    return _card(found) if found else None


def packs_for(meeting: str, *, official: OfficialCard | None, held: Reach) -> list[PackCard]:
    """The packs a person may take: who prepares meetings any, others those issued, if all is theirs to see."""
    every = people.may(official, Power.MEET)
    whole = held.areas is None
    return [
        one for one in packs(meeting) if every or (whole and one.state is PackState.ISSUED and not one.need_to_know)
    ]


def pack_for(meeting: str, number: int, *, official: OfficialCard | None, held: Reach) -> PackCard | None:
    """One of the packs a person may take; None where it is none of them."""
    found = packs_for(meeting, official=official, held=held)
    return next((one for one in found if one.number == number), None)


def making(meeting: str, *, at: datetime) -> MakingCard | None:
    """The newest making of a meeting's pack behind the scenes; None where none was asked for."""
    found = Making.objects.filter(meeting=meeting).order_by("-pk").first()
    if found is None:
        return None
    return MakingCard(
        state=MakingState(found.state), done=found.done, total=found.total, tries=found.tries, pack=found.pack,
        reason=Sentence(found.reason_zh, found.reason_en), asked_by=found.asked_by,
        idle=max(0, int((at - found.asked_at).total_seconds())),
    )  # fmt: skip


def pack_file(found: PackCard, place: int) -> tuple[FileCard, bytes] | None:
    """One file of a pack by its place from 1, with its bytes. Raises PackUnsound and files.FileDamaged."""
    _sound(found)
    if not 1 <= place <= len(found.files):
        return None
    one = found.files[place - 1]
    return one, files.read(StoredFile.objects.get(sha256=one.sha256))


def pack_zip(found: PackCard) -> bytes:
    """The whole pack as one .zip, its files in their folders. Raises PackUnsound and files.FileDamaged."""
    _sound(found)
    stored = {one.sha256: one for one in StoredFile.objects.filter(sha256__in=[one.sha256 for one in found.files])}
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for one in found.files:
            entry = zipfile.ZipInfo(one.name, EPOCH)
            archive.writestr(entry, files.read(stored[one.sha256]))  # these are packed already
    return into.getvalue()


def _sound(found: PackCard) -> None:
    if found.state is PackState.UNSOUND:
        raise PackUnsound(
            Sentence("这份材料没有通过核对，不能取用", "this pack did not pass its check and is not handed out"),
            where=f"{found.meeting}/{found.number}", code="pack_refused",
        )  # fmt: skip


def _card(one: Pack) -> PackCard:
    latest = figures.latest_edition(one.month) or 0
    return PackCard(
        meeting=one.meeting, number=one.number, month=one.month, edition=one.edition, state=PackState(one.state),
        draft=one.draft, need_to_know=one.need_to_know,
        files=tuple(
            FileCard(name=file["name"], kind=FileKind(file["kind"]), subject=file["subject"], size=file["size"],
                     sha256=file["sha256"])
            for file in one.files
        ),
        findings=tuple((said["file"], said["where"], Sentence(said["zh"], said["en"])) for said in one.findings),
        made_at=one.made_at, made_by=one.recorded_by, issued_at=one.issued_at,
        overtaken=latest if latest > one.edition else 0,
    )  # fmt: skip
