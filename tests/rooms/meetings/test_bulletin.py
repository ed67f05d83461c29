"""The bulletin: written from fixed figures only, found out when a number is changed, silent on what is not known."""

import io
import re
import zipfile
from datetime import date, timedelta

import pytest
from docx import Document

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.actions import Bulletin, MonthStillOpen, issue_bulletin
from ballast.rooms.meetings.documents.bulletin.forms import FORMS, written
from ballast.rooms.meetings.queries import check_bulletin
from ballast.rooms.people import actions as people
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.cards import Slip
from ballast.rulebook.terms import AreaKind
from rooms.reporting.cast import AT, WAN, County, county

pytestmark = pytest.mark.django_db
JUNE = "2025-06"
ON = date(2025, 8, 4)


@pytest.fixture
def town() -> County:
    people.establish("990000", "清河市", kind=AreaKind.CITY)
    return county()


def issue(name: str = JUNE) -> Bulletin:
    return issue_bulletin(name, on=ON, at=AT + timedelta(days=9), by="闻思齐", number="清重办〔2025〕6号")


def words(document: bytes) -> str:
    """The text of the finished file, figures included."""
    return "".join(
        node.text or "" for node in Document(io.BytesIO(document)).element.body.iter() if node.tag.endswith("}t")
    )


def altered(document: bytes, before: str, after: str) -> bytes:
    """The file with its words changed, as someone would in Word."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                assert before.encode() in data
                data = data.replace(before.encode(), after.encode())
            new.writestr(part, data)
    return buffer.getvalue()


def test_every_number_is_its_fixed_figure(town: County) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    issued = issue()
    assert issued.edition == 1
    text = words(issued.document)
    total = figures.figure("completed", month=JUNE).total.numerator
    assert total == 14_000 * WAN
    assert "累计完成投资1.4亿元" in text
    assert check_bulletin(issued.document) == []
    assert AuditLine.objects.filter(act="bulletin", object=JUNE, actor="闻思齐").count() == 1


def test_an_open_month_has_no_bulletin(town: County) -> None:
    with pytest.raises(MonthStillOpen, match="尚未封账"):
        issue()
    assert not AuditLine.objects.filter(act="bulletin").exists()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [("1.4亿元", "1.5亿元", "wrong-number"), ("清河区", "清河区共9个乡镇", "untagged-number")],
)
def test_a_changed_number_is_found(town: County, before: str, after: str, code: str) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    findings = check_bulletin(altered(issue().document, before, after))
    assert code in {finding.code for finding in findings}


def test_what_is_not_known_is_left_out(town: County) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    text = words(issue().document)
    assert "固定资产投资" not in text
    assert not re.search(r"None|—亿元|nan", text)


def test_a_correction_makes_a_second_edition_and_the_next_bulletin_lists_it(town: County) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    first = issue()
    changes = reporting.carried(town.plant, JUNE, "declared", "month_completed", 4000 * WAN)
    slip = Slip(project_id=town.plant, basis="declared", changes=changes, reason="漏报设备款", evidence="付款凭证",
                approver="李主任")  # fmt: skip
    _, editions = month.correct(slip, at=AT + timedelta(days=1), by="闻思齐")
    assert [(one.month, one.number) for one in editions] == [(JUNE, 2)]
    second = issue()
    assert "1.5亿元" in words(second.document)
    assert "漏报设备款" in words(second.document)
    assert check_bulletin(first.document) == [], "edition 1 stays true to what was printed"
    assert check_bulletin(second.document) == []
    assert check_bulletin(altered(second.document, "漏报设备款", "漏报工程款")) != []


@pytest.mark.parametrize(
    ("numerator", "denominator", "form", "said"),
    [
        (180, 1, "count", "180个"), (152_360_000_000, 1, "yi", "1523.6亿元"), (98, 1000, "growth", "增长9.8%"),
        (-12, 1000, "growth", "下降1.2%"), (0, 5, "growth", "持平"),
        (138, 1000, "schedule", "快于序时进度13.8个百分点"),
        (-733, 10_000, "schedule", "慢于序时进度7.3个百分点"), (2, 3, "percent", "66.7%"), (-5, 1000, "points", "-0.5"),
    ],
)  # fmt: skip
def test_forms_of_writing(numerator: int, denominator: int, form: str, said: str) -> None:
    from ballast.rooms.figures.cards import Value

    assert written(Value(numerator, denominator), form) == said
    assert all(written(Value(None, 1), name) is None for name in FORMS)


def test_a_city_without_industry_codes_or_stalls_writes_no_noughts_of_them(town: County) -> None:
    month.seal(JUNE, at=AT, by="闻思齐")
    text = words(issue().document)
    assert figures.figure("industrial_share", month=JUNE).total.numerator == 0
    assert figures.figure("signed_not_started", month=JUNE).total.numerator == 0
    assert "从结构看" not in text and "仍较突出" not in text
    assert "未发现签约不开工" in text
