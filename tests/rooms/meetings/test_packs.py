"""The pack of a meeting: one gathering, every file checked cold, and never issued with a number that is not fixed."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.documents import Finding
from ballast.kit.ledger import journal
from ballast.rooms.meetings import actions, queries
from ballast.rooms.meetings.cards import About, FileKind, PackCard, PackState, Task
from ballast.rooms.meetings.packing import checked
from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry.queries import serials
from ballast.rooms.reporting import actions as told
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import Slip
from ballast.rulebook.terms import AreaKind, Role
from kit.documents.reworded import altered
from rooms.reporting.cast import AT, WAN, County, county, june, person

pytestmark = pytest.mark.django_db
JUNE = "2025-06"
PHONE = "13912345678"
ON = date(2025, 8, 4)
LATER = AT + timedelta(hours=2)


@pytest.fixture
def town() -> County:
    people.establish("990000", "清河市", kind=AreaKind.CITY)
    return county()


@pytest.fixture
def office(town: County) -> OfficialCard:
    return person("office", Role.PROJECT_OFFICE, town.area_id - 1)


def meeting(office: OfficialCard, town: County, kind: str = "monthly") -> str:
    """A meeting with the plant on its agenda."""
    number = actions.call_meeting(
        kind, title="第3次推进会", month=JUNE, held_on=date(2025, 8, 12), place="3号楼", official=office, at=LATER
    )
    actions.put_on(
        number, about=About.PROJECT, subject=serials([town.plant])[town.plant], title="高端制剂厂", task=Task.REVIEWED,
        speaker="清河区", minutes=5, reason="市长点名", official=office, at=LATER,
    )  # fmt: skip
    return number


def packed(office: OfficialCard, number: str) -> PackCard:
    made = actions.make_pack(number, official=office, on=ON, at=LATER)
    found = queries.pack(number, made)
    assert found is not None
    return found


def files(found: PackCard) -> dict[FileKind, tuple[str, bytes]]:
    """One file of every kind."""
    told = {}
    for place, one in enumerate(found.files, start=1):
        read = queries.pack_file(found, place)
        assert read is not None
        told[one.kind] = (one.name, read[1])
    return told


def faults(kind: FileKind, data: bytes, edition: int = 1) -> set[str]:
    found = checked([("x", kind, data)], seal=f"fact:seal/{JUNE}/e{edition}", characters=4000)
    return {fault.code for _, fault in found if isinstance(fault, Finding)}


def words(data: bytes) -> str:
    """All text of a file of any kind."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode(errors="ignore") for name in archive.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]+>", "", "".join(parts))


def test_every_kind_of_file_is_made_checked_and_issued(town: County, office: OfficialCard) -> None:
    with journal.entry(at=AT, by="王填报", action="test") as writer:
        told.report([replace(june(town.plant, 3000, 12_000), problems=f"找张三 {PHONE}")], writer=writer)
    month.seal(JUNE, at=AT, by="闻思齐")
    number = meeting(office, town)
    found = packed(office, number)
    assert found.findings == ()
    printed = {kind: words(data) for kind, (_, data) in files(found).items()}
    assert not [kind for kind, text in printed.items() if PHONE in text], "of phones papers print the ends alone"
    assert "找张三 139****5678" in printed[FileKind.TABLES]
    assert {one.kind for one in found.files} == set(FileKind) - {FileKind.LEADER}, "nobody is linked in this county"
    assert found.state is PackState.MADE
    actions.issue_pack(number, found.number, official=office, at=LATER)
    issued = queries.pack(number, found.number)
    assert issued is not None and issued.state is PackState.ISSUED
    acts = AuditLine.objects.filter(object=number, actor="office").order_by("id").values_list("act", flat=True)
    assert list(acts)[-2:] == ["make_pack", "issue_pack"]
    for kind, (_, data) in files(issued).items():
        assert "第1版（" in words(data), f"{kind} does not name edition and seal"
    with zipfile.ZipFile(io.BytesIO(queries.pack_zip(issued))) as archive:
        assert archive.namelist() == [one.name for one in issued.files]
    with pytest.raises(actions.PackRefused, match="已印发"):
        actions.issue_pack(number, found.number, official=office, at=LATER)


MATH = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>99</m:t></m:r></m:oMath>'
)
TAMPERED = (
    (FileKind.BULLETIN, "word/document.xml", "1.4亿元", "1.5亿元", "wrong-number"),
    (FileKind.COUNTY, "word/document.xml", ">1.4<", ">1.9<", "wrong-number"),
    (FileKind.PROJECT, "word/document.xml", "30.0%", "80.0%", "wrong-number"),
    (FileKind.PROJECT, "word/document.xml", "形象进度：", "形象进度9成：", "untagged-number"),
    (FileKind.PROJECT, "word/footer[0-9].xml", "第1版", "第2版", "wrong-number"),
    (FileKind.SLIDES, "ppt/slides/slide[0-9]+.xml", ">1.4亿元<", ">1.5亿元<", "wrong-number"),
    (FileKind.SLIDES, "ppt/slides/slide[0-9]+.xml", "三个“迟迟”", "30个“迟迟”", "untagged-number"),
    (FileKind.SLIDES, "ppt/charts/chart[0-9]+.xml", "<c:v>1.2</c:v>", "<c:v>2.2</c:v>", "wrong-number"),
    (FileKind.SLIDES, "ppt/charts/chart[0-9]+.xml", "本年累计", "本年累计9", "untagged-number"),
    (FileKind.SLIDES, "ppt/slides/slide[0-9]+.xml", "bmk=", "x=", "untagged-number"),
    (FileKind.SLIDES, "ppt/slides/slide[0-9]+.xml", 'name="文本', 'descr="共9个" name="文本', "untagged-number"),
    (FileKind.SLIDES, "ppt/slides/slide[0-9]+.xml", "第1版", "第9版", "wrong-number"),
    (FileKind.SLIDES, "ppt/slides/slide[0-9]+.xml", "</a:p>", f"{MATH}</a:p>", "opaque"),
    (FileKind.SLIDES, "ppt/slides/slide[0-9]+.xml", "<a:r>", '<a:pPr><a:buAutoNum type="x"/></a:pPr><a:r>', "opaque"),
    (FileKind.TABLES, "xl/styles.xml", 'numFmtId="0" fontId="1"', 'numFmtId="22" fontId="1"', "format"),
    (FileKind.TABLES, "xl/workbook.xml", ' state="hidden"', "", "no-claims"),
    (FileKind.TABLES, "xl/workbook.xml", "亮灯", "亮灯9盏", "untagged-number"),
    (FileKind.TABLES, "xl/worksheets/sheet2.xml", "<v>12000</v>", "<v>13000</v>", "wrong-number"),
    (FileKind.TABLES, "xl/worksheets/sheet2.xml", "<v>12000</v>", "<f>1+1</f><v>12000</v>", "formula"),
    (FileKind.TABLES, "xl/sharedStrings.xml", "主体施工", "主体施工9层", "wrong-number"),
    (FileKind.TABLES, "xl/sharedStrings.xml", "形象进度", "形象进度3", "untagged-number"),
    (FileKind.TABLES, "xl/styles.xml", "#,##0.0", "&quot;9&quot;0", "format"),
    (FileKind.TABLES, "xl/worksheets/sheet1.xml", "第1版", "第3版", "wrong-number"),
)  # fmt: skip


def test_a_changed_digit_anywhere_is_found(town: County, office: OfficialCard) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    made = files(packed(office, meeting(office, town)))
    for kind, part, before, after, code in TAMPERED:
        assert faults(kind, made[kind][1]) == set(), kind
        assert code in faults(kind, altered(made[kind][1], part, before, after)), (kind, part, before, after)


def test_the_workbook_inside_a_chart_is_read_too(town: County, office: OfficialCard) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    _, deck = files(packed(office, meeting(office, town)))[FileKind.SLIDES]
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("ppt/embeddings/"):
                book = load_workbook(io.BytesIO(data))
                book.worksheets[0]["B2"] = 99
                held = io.BytesIO()
                book.save(held)
                data = held.getvalue()
            new.writestr(name, data)
    assert "wrong-number" in faults(FileKind.SLIDES, changed.getvalue())


def test_a_cell_that_looks_like_a_formula_stays_words(town: County, office: OfficialCard) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    _, data = files(packed(office, meeting(office, town)))[FileKind.TABLES]
    held = [cell for sheet in load_workbook(io.BytesIO(data)) for row in sheet for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in held)
    assert not [cell.coordinate for cell in held if cell.data_type == "f"]


def test_an_open_month_gives_a_draft_that_is_never_issued(town: County, office: OfficialCard) -> None:
    number = meeting(office, town)
    found = packed(office, number)
    assert found.draft and found.findings == ()
    for kind, (_, data) in files(found).items():
        assert "草稿 DRAFT" in words(data), kind
    with pytest.raises(actions.PackRefused, match="封账后请重新制作"):
        actions.issue_pack(number, found.number, official=office, at=LATER)
    with pytest.raises(actions.PackRefused, match="须在封账后制作"):
        actions.make_pack(meeting(office, town, "quarterly"), official=office, on=ON, at=LATER)


def corrected(town: County) -> None:
    changes = reporting.carried(town.plant, JUNE, "declared", "month_completed", 4000 * WAN)
    slip = Slip(project_id=town.plant, basis="declared", changes=changes, reason="漏报设备款", evidence="付款凭证",
                approver="李主任")  # fmt: skip
    month.correct(slip, at=LATER + timedelta(hours=1), by="闻思齐")


def test_a_figure_withdrawn_after_the_pack_was_made(town: County, office: OfficialCard) -> None:
    """Edition 1 stays true to what was printed, but only edition 2 may be issued, and every file of it differs."""
    month.seal(JUNE, at=AT, by="闻思齐")
    number = meeting(office, town)
    first = packed(office, number)
    corrected(town)
    overtaken = queries.pack(number, first.number)
    assert overtaken is not None and overtaken.overtaken == 2
    with pytest.raises(actions.PackRefused, match="已有第 2 版"):
        actions.issue_pack(number, first.number, official=office, at=LATER + timedelta(hours=2))
    actions.make_pack(number, official=office, on=ON, at=LATER + timedelta(hours=2))
    second = queries.pack(number, 2)
    assert second is not None and second.edition == 2
    before, after = files(first), files(second)
    for kind in before:
        assert faults(kind, before[kind][1]) == set(), f"{kind} of edition 1 is as it was printed"
        assert faults(kind, after[kind][1], edition=2) == set()
        assert words(before[kind][1]) != words(after[kind][1])
    assert "1.4亿元" in words(before[FileKind.BULLETIN][1]) and "1.5亿元" in words(after[FileKind.BULLETIN][1])


def test_a_report_changed_before_the_seal_changes_every_document(town: County, office: OfficialCard) -> None:
    number = meeting(office, town)
    before = files(packed(office, number))
    with journal.entry(at=LATER, by="王填报", action="test") as writer:
        told.report([june(town.plant, 4000, 13_000)], writer=writer)
    after = files(packed(office, number))
    for kind in before:
        assert words(before[kind][1]) != words(after[kind][1]), kind


def test_what_was_said_last_of_a_project_stands_on_its_page(town: County, office: OfficialCard) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    earlier = meeting(office, town)
    actions.open_meeting(earlier, official=office, at=LATER)
    found = queries.meeting(earlier)
    assert found is not None
    code = next(item.code for item in found.items if item.about is About.PROJECT)
    note = actions.Note(slip="0a1b2c3d-01", words="两个月内投产，差3台设备盯紧。", agenda=code, speaker="市长")
    actions.remark(earlier, note, official=office, at=LATER)
    made = packed(office, meeting(office, town))
    assert made.findings == ()
    page = files(made)[FileKind.PROJECT][1]
    assert "上次点评：两个月内投产，差3台设备盯紧。" in words(page)
    assert "wrong-number" in faults(FileKind.PROJECT, altered(page, "word/document.xml", "差3台", "差2台"))


def test_others_make_and_issue_nothing(town: County, office: OfficialCard) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    number = meeting(office, town)
    reporter = person("reporter", Role.REPORTER, town.area_id)
    with pytest.raises(NotAllowed):
        actions.make_pack(number, official=reporter, on=ON, at=LATER)
    with pytest.raises(NotAllowed):
        actions.issue_pack(number, 1, official=None, at=LATER)
    assert queries.packs(number) == []
    assert not AuditLine.objects.filter(act__in=["make_pack", "issue_pack"]).exists()
