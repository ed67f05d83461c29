"""Photos attached by those who report: kept, asked about, audited; what is no photo is refused and changes nothing."""

from datetime import datetime

import pytest

from ballast import month as the_month
from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry, StoredFile
from ballast.kit.uploads import LARGEST
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, ProfileCard
from ballast.rooms.registry.models import Evidence
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.actions import Attached
from ballast.rulebook.asking import QuestionState
from ballast.rulebook.checks import CheckParams
from ballast.rulebook.evidence import UnknownClaim
from ballast.rulebook.terms import Role
from kit.uploads import snaps
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, County
from rooms.reporting.way import audited, july, submitted

pytestmark = pytest.mark.django_db
CLAIM = f"progress:{MONTH}"


def project(project_id: int) -> ProfileCard:
    found = registry.project_card(project_id)
    assert found is not None
    return found


def show(project_id: int, by: OfficialCard | None, *sent: bytes, shown: str = CLAIM) -> Attached:
    files = [(f"现场{number}.jpg", data) for number, data in enumerate(sent, start=1)]
    serial = cast.serial_of(project_id)
    return actions.attach(project(project_id), serial, shown=shown, sent=files, caption="现场", official=by, at=AT)


def snap(seed: int = 1, day: int = 20) -> bytes:
    return snaps.photo(datetime(2025, 7, day, 9), seed=seed)


def test_a_photo_answers_the_question_why_there_is_none(town: County, clerk: OfficialCard) -> None:
    submitted(town, clerk)
    done = show(town.plant, clerk, snap())
    assert len(done.cards) == 1 and done.refused == ()
    [one] = [one for one in queries.questions(held=EVERYWHERE, month=MONTH) if one.code == "progress_without_photo"]
    assert (one.state, one.answer) == (QuestionState.ANSWERED, "已补传照片“现场1.jpg”")
    line = audited("attach")
    assert (line.actor, line.object) == ("clerk", "P000001 现场1.jpg")
    assert (line.detail["claim"], line.detail["asks"]) == (CLAIM, [])
    assert the_month.verify() == []


def test_a_report_with_its_photo_is_not_asked_for_one(town: County, clerk: OfficialCard) -> None:
    show(town.plant, clerk, snap())
    submitted(town, clerk)
    assert "progress_without_photo" not in {one.code for one in queries.questions(held=EVERYWHERE, month=MONTH)}


def test_a_start_shown_by_a_photo_needs_no_words(town: County, clerk: OfficialCard) -> None:
    form = cast.edited(cast.july(), lambda sheet: cast.put(
        sheet, town.road, month_completed=10, year_to_date=10, to_date=10, form_progress="打桩",
        started__actual_on=datetime(2025, 7, 15),
    ))  # fmt: skip
    with pytest.raises(actions.SentBack) as back:
        cast.submit(form)
    assert "start_without_evidence" in {found.code for found in back.value.receipt.findings if found.stops}
    show(town.road, clerk, snap(), shown="milestone:started")
    assert cast.submit(form).rows == 1


def test_what_a_photo_gives_rise_to_is_asked_and_dropped_when_it_is_taken_back(
    town: County, clerk: OfficialCard
) -> None:
    show(town.plant, clerk, snap())
    [again] = show(town.store, clerk, snap()).cards
    [one] = queries.questions(held=EVERYWHERE, project_id=town.store)
    assert (one.code, one.evidence_id, one.month) == ("photo_reused", again.id, MONTH)
    actions.detach(project(town.store), cast.serial_of(town.store), again.id, reason="传错", official=clerk, at=AT)
    assert queries.questions(held=EVERYWHERE, project_id=town.store) == []
    assert audited("detach").detail == {"evidence": again.id, "reason": "传错"}
    assert the_month.verify() == []


def taken_back(project_id: int, evidence_id: int, by: OfficialCard) -> None:
    actions.detach(project(project_id), cast.serial_of(project_id), evidence_id, official=by, at=AT)


@pytest.mark.parametrize("before", [True, False], ids=["photo-first", "report-first"])
def test_a_photo_taken_back_after_the_report_was_submitted_is_asked_for(
    town: County, clerk: OfficialCard, before: bool
) -> None:
    if not before:
        submitted(town, clerk)
    first, second = show(town.plant, clerk, snap(), snap(2)).cards
    if before:
        submitted(town, clerk)
    taken_back(town.plant, first.id, clerk)
    missing = [one for one in queries.questions(held=EVERYWHERE, month=MONTH) if one.code == "progress_without_photo"]
    assert [one.state for one in missing] == ([] if before else [QuestionState.ANSWERED]), "one photo is left"
    taken_back(town.plant, second.id, clerk)
    [one] = [one for one in queries.questions(held=EVERYWHERE, month=MONTH) if one.code == "progress_without_photo"]
    assert one.state is QuestionState.OPEN


def test_a_photo_taken_back_from_a_draft_is_asked_for_when_it_is_submitted(town: County, clerk: OfficialCard) -> None:
    [card] = show(town.plant, clerk, snap()).cards
    july(town, clerk)
    taken_back(town.plant, card.id, clerk)
    assert queries.questions(held=EVERYWHERE, month=MONTH) == []


BAD = {
    "upload_picture_broken": snap()[:9_000],
    "upload_page": b"<html><script>alert(1)</script>",
    "upload_drawing": b"<svg onload='alert(1)'/>",
    "upload_too_large": b"\xff\xd8\xff" + b"\0" * LARGEST,
    "upload_empty": b"",
}


@pytest.mark.parametrize("code", BAD)
def test_a_bad_file_is_refused_with_a_sentence_audited_and_nothing_changed(
    town: County, clerk: OfficialCard, code: str
) -> None:
    head = Entry.objects.count()
    done = show(town.plant, clerk, BAD[code])
    assert [one.code for one in done.refused] == [code] and done.cards == ()
    assert audited("attach", "refused").detail == {"code": code, "claim": CLAIM}
    assert (Entry.objects.count(), Evidence.objects.count(), StoredFile.objects.count()) == (head, 0, 0)


def test_one_bad_file_harms_no_other(town: County, clerk: OfficialCard) -> None:
    done = show(town.plant, clerk, snap(1), b"no photo", snap(2, 21))
    assert ([card.name for card in done.cards], [one.where for one in done.refused]) == (
        ["现场1.jpg", "现场3.jpg"], ["现场2.jpg"],
    )  # fmt: skip


def test_only_who_reports_for_the_project_attaches(town: County, clerk: OfficialCard, county: OfficialCard) -> None:
    for person in (cast.person("leader", Role.LEADER, town.area_id), None):
        with pytest.raises(NotAllowed):
            show(town.plant, person, snap())
    with pytest.raises(UnknownClaim):
        show(town.plant, clerk, snap(), shown="progress:2025-13")
    for sent in ((), (b"x",) * 21):
        with pytest.raises(actions.NothingSent):
            show(town.plant, clerk, *sent)
    assert not Evidence.objects.exists() and not AuditLine.objects.filter(act="attach").exists()
    assert show(town.plant, county, snap()).cards


def test_verify_finds_a_photo_that_was_changed_on_the_disk(town: County, clerk: OfficialCard, settings: object) -> None:
    [card] = show(town.plant, clerk, snap()).cards
    file = StoredFile.objects.get(pk=Evidence.objects.get(pk=card.id).file_id)
    path = settings.MEDIA_ROOT / file.sha256[:2] / file.sha256  # type: ignore[attr-defined]
    path.write_bytes(snap(2))
    [found] = the_month.verify()
    assert "现场1.jpg" in found.sentence.zh
    assert [one.code for one in registry.evidence(town.plant, params=CheckParams())[0].findings] == []
