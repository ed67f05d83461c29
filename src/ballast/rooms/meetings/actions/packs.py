"""The pack of a meeting: made and checked, then issued; nothing with an unchecked number ever leaves as issued."""

from collections.abc import Iterable
from datetime import date, datetime

from ballast.kit import audit, files
from ballast.kit.documents import Finding
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import StoredFile
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.actions.meetings import MeetingRefused, refused, standing
from ballast.rooms.meetings.cards import FileKind, MakingState, PackState
from ballast.rooms.meetings.kinds import kind_of
from ballast.rooms.meetings.making import OPEN
from ballast.rooms.meetings.models import Making, Meeting, Pack
from ballast.rooms.meetings.occasions import gathering_for
from ballast.rooms.meetings.packing import Checker, Planned, checked, planned
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.books.meetings import PackRules
from ballast.rulebook.powers import Power

MOST_FINDINGS = 200


class PackRefused(MeetingRefused):
    """A pack that cannot be made, or not be issued."""


def make_pack(
    number: str, *, official: OfficialCard | None, on: date, at: datetime, projects: str = "", making: int = 0
) -> int:
    """Make the pack of a meeting from one gathering, read every file back, keep all; the number of the pack.

    ``projects`` says whose pages it holds (``agenda``, ``all``, ``none``), left out as the book says.
    A month without a seal gives a draft, marked on every page, or a refusal where the kind of meeting says so.
    ``making`` is the asking it answers, told of every file and closed together with what is recorded. Raises
    NotAllowed, MeetingRefused and PackRefused.
    """
    person = people.require(official, Power.MEET)
    meeting = standing(number)
    kind = kind_of(meeting)
    edition = edition_for(meeting)
    rules = PackRules(**{**kind.pack.model_dump(), "projects": projects}) if projects else kind.pack
    gathered = gathering_for(meeting, edition, characters=kind.characters, rules=rules)
    check = Checker(seal=gathered.seal.tag, characters=kind.characters)
    found, faults = _written(list(planned(gathered, rules, on=on)), check, making)
    with journal.entry(at=at, by=person.username, action="make_pack") as writer:
        count = Pack.objects.filter(meeting=number).values("number").distinct().count() + 1
        pack = Pack(
            meeting=number, number=count, month=meeting.month, edition=edition, made_at=writer.moment,
            state=PackState.UNSOUND if faults else PackState.MADE, draft=not edition,
            need_to_know=gathered.occasion.secret,
            files=[_kept(one, data, at, person.username) for one, data in found],
            findings=[_told(name, fault) for name, fault in faults[:MOST_FINDINGS]],
        )  # fmt: skip
        writer.record([pack])
        detail = {"pack": count, "edition": edition, "files": len(found), "findings": len(faults)}
        audit.write("make_pack", at=writer.moment, actor=person.username, object=number, detail=detail)
        _answered(number, making, count)
    return count


def packable(number: str) -> int:
    """The edition a pack of this meeting would be made from. Raises MeetingRefused and PackRefused."""
    return edition_for(standing(number))


def edition_for(meeting: Meeting) -> int:
    """The edition a pack of the meeting is made from, 0 for an open month. Raises PackRefused."""
    edition, kind = figures.latest_edition(meeting.month) or 0, kind_of(meeting)
    if not edition and kind.unsealed == "refuse":
        zh = f"{meeting.month} 尚未封账，“{kind.zh}”的材料须在封账后制作"
        en = f"{meeting.month} is not sealed; this kind of meeting makes its pack from a sealed month"
        raise _refused(meeting.number, zh, en)
    return edition


def _written(
    files: list[Planned], check: Checker, making: int
) -> tuple[list[tuple[Planned, bytes]], list[tuple[str, Finding]]]:
    """Every file with its bytes, and everything wrong with them; whoever asked is told of each."""
    asked = Making.objects.filter(pk=making, state__in=OPEN)
    found, faults = [], []
    asked.update(total=len(files))
    for place, one in enumerate(files, start=1):
        data = one.write()
        found.append((one, data))
        faults += check.faults(one.name, one.kind, data)
        asked.update(done=place)
    return found, faults


def _answered(number: str, making: int, pack: int) -> None:
    """Close what was asked for; where it was closed meanwhile nothing is kept, so that asking twice makes one."""
    asked = Making.objects.filter(pk=making, state__in=OPEN)
    if making and not asked.update(state=MakingState.MADE, pack=pack):
        raise _refused(number, "这份材料已经生成", "What was asked for is made already")


def issue_pack(number: str, pack: int, *, official: OfficialCard | None, at: datetime) -> None:
    """Issue a pack: its kept files are read back and checked once more, cold. Raises NotAllowed and PackRefused."""
    person = people.require(official, Power.ISSUE)
    with journal.entry(at=at, by=person.username, action="issue_pack") as writer:
        found = _issuable(number, pack)
        kind = kind_of(standing(number))
        seal = f"fact:seal/{found.month}/e{found.edition}"
        faults = checked(kept_files(found), seal=seal, characters=kind.characters)
        if faults:
            name, fault = faults[0]
            raise _refused(
                f"{name} {fault.where}", f"材料核对发现 {len(faults)} 处问题：{fault.sentence.zh}；请重新制作",
                f"the pack has {len(faults)} faults: {fault.sentence.en}; make it anew",
            )  # fmt: skip
        again = Pack(**{field.attname: getattr(found, field.attname) for field in Pack.payload()})
        again.state, again.issued_at = PackState.ISSUED, writer.moment
        writer.record([again])
        detail = {"pack": pack, "edition": found.edition, "files": len(found.files)}
        audit.write("issue_pack", at=writer.moment, actor=person.username, object=number, detail=detail)


def _issuable(number: str, pack: int) -> Pack:
    found: Pack | None = Pack.objects.current().filter(meeting=number, number=pack).first()
    if found is None:
        raise _refused(number, f"没有第 {pack} 份材料", f"There is no pack {pack}")
    latest = figures.latest_edition(found.month) or 0
    for hindered, zh, en in (
        (found.draft, "草稿取自未封账的月份，不能印发；封账后请重新制作", "A draft of an open month is never issued"),
        (found.state == PackState.ISSUED, "这份材料已印发", "This pack is issued already"),
        (found.state == PackState.UNSOUND, "这份材料没有通过核对，不能印发", "This pack did not pass its check"),
        (
            latest > found.edition,
            f"{found.month} 已有第 {latest} 版，这份材料取自第 {found.edition} 版，数据已更正；请重新制作",
            f"{found.month} has edition {latest}; this pack is of edition {found.edition}: make a new one",
        ),
    ):
        if hindered:
            raise _refused(number, zh, en)
    return found


def kept_files(pack: Pack) -> Iterable[tuple[str, FileKind, bytes]]:
    """The files of a pack as they are kept: name, kind, bytes. Raises files.FileDamaged."""
    stored = {one.sha256: one for one in StoredFile.objects.filter(sha256__in=[one["sha256"] for one in pack.files])}
    for one in pack.files:
        yield one["name"], FileKind(one["kind"]), files.read(stored[one["sha256"]])


def _kept(one: Planned, data: bytes, at: datetime, by: str) -> dict[str, object]:
    stored = files.keep(data, one.name, at=at, by=by)
    return {"name": one.name, "kind": str(one.kind), "subject": one.subject, "size": stored.size,
            "sha256": stored.sha256}  # fmt: skip


def _told(name: str, fault: Finding) -> dict[str, str]:
    said = fault.sentence
    return {"file": name, "where": fault.where, "code": fault.code, "zh": said.zh, "en": said.en}


def _refused(where: str, zh: str, en: str) -> PackRefused:
    found = refused(where, zh, en)
    return PackRefused(found.sentence, where=where, code="pack_refused")
