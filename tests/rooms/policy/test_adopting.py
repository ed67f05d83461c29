"""Adopting a book: kept whole, audited, in force from its day on; and what is refused."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.ledger import sealing, verification
from ballast.kit.ledger.models import Seal
from ballast.kit.refusal import Refusal
from ballast.rooms.policy import actions, queries
from ballast.rooms.policy.models import Adoption
from ballast.rulebook.books import FaultyBook
from ballast.rulebook.books.layers import POLICIES

pytestmark = pytest.mark.django_db
AT = datetime(2025, 8, 2, 1, tzinfo=UTC)
BOOK = (POLICIES / "presets/xinhuang-2015/book.toml").read_bytes()
OTHER = (POLICIES / "presets/sanya-2022/book.toml").read_bytes()


def adopt(data: bytes = BOOK, effective: date | None = date(2025, 8, 1), *, at: datetime = AT) -> str:
    return actions.adopt(data, "本市.toml", effective=effective, reason="市政府会议", at=at, by="office").sha256


def test_a_city_without_a_book_is_judged_by_ballast_s_own() -> None:
    held = queries.held(date(2025, 7, 31))
    assert held.adoption is None and held.sha256 == queries.hash_for_month("2025-07")
    assert set(held.book.lights) >= {"start", "progress"}


def test_a_book_holds_from_its_day_until_the_next() -> None:
    first = adopt()
    second = adopt(OTHER, date(2025, 9, 15))
    assert queries.in_force(date(2025, 7, 31)).place.zh == "默认"
    assert queries.in_force(date(2025, 8, 1)).place.zh == "新晃侗族自治县"
    assert queries.in_force(date(2025, 9, 14)).place.zh == "新晃侗族自治县"
    assert queries.for_month("2025-09").place.zh == "三亚市"
    assert [queries.hash_for_month(month) for month in ("2025-08", "2025-09")] == [first, second]
    later, earlier = queries.adoptions()
    assert (earlier.effective, earlier.until, later.until) == (date(2025, 8, 1), date(2025, 9, 14), None)


def test_adopting_is_an_audited_act_with_its_file_and_hash() -> None:
    digest = adopt()
    line = AuditLine.objects.get(act="adopt_book")
    assert line.actor == "office" and line.detail["effective"] == "2025-08-01" and line.detail["sha256"] == digest
    fact = Adoption.objects.get()
    assert fact.source is not None and fact.source.file is not None
    assert [layer["file"] for layer in fact.layers] == ["default/book.toml", "本市.toml"]
    assert not verification.verify()


def test_an_adopted_book_does_not_change_with_the_files_it_was_read_from(monkeypatch: pytest.MonkeyPatch) -> None:
    digest = adopt()
    from ballast.rooms.policy import shelf
    from ballast.rulebook.books import layers

    shelf.book_of.cache_clear()
    monkeypatch.setattr(layers, "DEFAULT", Path("/nowhere/book.toml"))
    assert queries.for_month("2025-08").lights["month_task"].zh == "月任务"
    assert queries.adopted(digest) is not None


def test_the_date_of_effect_may_stand_in_the_book() -> None:
    text = BOOK.decode().replace("date = 2015-05-12", "date = 2015-05-12\neffective = 2025-08-01")
    adopt(text.encode(), None)
    assert queries.adoptions()[0].effective == date(2025, 8, 1)


@pytest.mark.parametrize(
    ("data", "effective", "code"),
    [
        (BOOK, None, "no_date_of_effect"),
        (BOOK.decode().encode("gb18030"), date(2025, 8, 1), "faulty_book"),
        (BOOK.replace(b'kind = "task_done"', b'kind = "task_dun"'), date(2025, 8, 1), "faulty_book"),
        (b"\xff\xfe", date(2025, 8, 1), "faulty_book"),
        (b"", date(2025, 8, 1), "faulty_book"),
        (b'extends = "../../etc/passwd"', date(2025, 8, 1), "faulty_book"),
    ],
)
def test_what_cannot_be_followed_is_refused_and_nothing_is_kept(data: bytes, effective: date, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        adopt(data, effective)
    assert refused.value.code == code
    assert "本市.toml" in refused.value.where
    assert not Adoption.objects.exists() and not AuditLine.objects.filter(act="adopt_book").exists()


def test_a_fault_names_file_line_and_key() -> None:
    with pytest.raises(FaultyBook) as refused:
        adopt(BOOK.replace(b'at_least = "60%", below', b'at_least = "50%", below'))
    [fault] = refused.value.faults
    line = BOOK.decode().splitlines().index('    { colour = "yellow_card", below = "60%" },') + 1
    assert (fault.file, fault.key) == ("本市.toml", "lights.month_task.bands[2]")
    assert fault.line == line - 1
    assert "不小于 50" in fault.sentence.zh and "小于 60" in fault.sentence.zh


def test_two_books_from_one_day_are_refused() -> None:
    adopt()
    with pytest.raises(actions.TwoInForce) as refused:
        adopt(OTHER)
    assert refused.value.where == "effective 2025-08-01"
    first = OTHER.splitlines()[0]
    with pytest.raises(actions.TwoInForce) as refused:
        adopt(OTHER.replace(first, first + b"\neffective = 2025-08-01", 1), None)
    line = OTHER.splitlines().index(first) + 2
    assert refused.value.where == f"本市.toml:{line} effective"
    assert queries.for_month("2025-08").place.zh == "新晃侗族自治县"


def test_a_date_of_effect_in_or_before_a_sealed_month_is_refused() -> None:
    sealing.seal("2025-07", at=AT, by="office")
    for day in (date(2025, 7, 1), date(2025, 7, 31), date(2025, 1, 1)):
        with pytest.raises(actions.MonthSealed) as refused:
            adopt(effective=day, at=datetime(2025, 8, 3, tzinfo=UTC))
        assert "2025-08-01" in refused.value.sentence.zh
    with pytest.raises(actions.MonthSealed) as refused:
        adopt(BOOK.replace(b"date = 2015-05-12", b"date = 2015-05-12\neffective = 2025-07-31"), None)
    assert refused.value.where.startswith("本市.toml:") and refused.value.where.endswith(" effective")
    adopt(effective=date(2025, 8, 1), at=datetime(2025, 8, 3, tzinfo=UTC))
    assert Seal.objects.count() == 1


def test_an_adoption_is_withdrawn_with_its_reason_while_its_months_are_open() -> None:
    adopt()
    with pytest.raises(Refusal, match="原因"):
        actions.withdraw(date(2025, 8, 1), reason=" ", at=AT, by="office")
    with pytest.raises(actions.NotAdopted):
        actions.withdraw(date(2025, 8, 2), reason="误采用", at=AT, by="office")
    actions.withdraw(date(2025, 8, 1), reason="误采用", at=AT, by="office")
    assert queries.adoptions() == []
    assert AuditLine.objects.get(act="withdraw_book").detail["reason"] == "误采用"
    assert queries.for_month("2025-08").place.zh == "默认"


def test_what_was_in_force_is_known_as_of_a_moment() -> None:
    adopt()
    before = datetime(2025, 8, 1, tzinfo=UTC)
    assert queries.in_force(date(2025, 8, 31), at=before).place.zh == "默认"
    assert queries.in_force(date(2025, 8, 31), at=datetime(2025, 8, 3, tzinfo=UTC)).place.zh == "新晃侗族自治县"


def test_a_withdrawal_in_a_sealed_month_is_refused() -> None:
    adopt()
    sealing.seal("2025-08", at=datetime(2025, 9, 2, tzinfo=UTC), by="office")
    with pytest.raises(actions.MonthSealed):
        actions.withdraw(date(2025, 8, 1), reason="误采用", at=datetime(2025, 9, 3, tzinfo=UTC), by="office")
    assert queries.for_month("2025-08").place.zh == "新晃侗族自治县"
