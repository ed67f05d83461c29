"""Rankings fixed with the seal: exact, guarded, hashed; a further edition has its own beside the first."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.ledger import journal
from ballast.rooms.league import queries
from ballast.rooms.league.cards import RankingCard
from ballast.rooms.league.models import Deed, Ranking, RankingLine
from ballast.rooms.policy import actions as policy_acts
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting.cards import Change, Slip
from ballast.rooms.supervision import queries as supervision
from ballast.rulebook import scoring
from ballast.rulebook.terms import Basis
from rooms.league.cast import BOOK, JUNE, MAY, NAMES, YI, sealing, settle

pytestmark = pytest.mark.django_db


def places(of: str, edition: int | None = None) -> dict[str, tuple[int | None, str]]:
    """Place and points of every county, by name."""
    found = queries.standing(of, "counties", edition=edition)
    assert found is not None
    return {one.placed.name: (one.placed.place, one.placed.shown) for one in found.lines}


def test_a_month_is_ranked_at_its_seal_by_hand() -> None:
    settle()
    month.seal(JUNE, at=sealing(JUNE), by="office")
    # 完成率 55, 60, 40, 25：60% + 40% ×（55 − 25）÷（60 − 25）= 94.29%；序时应完成 50%，超过即满分。
    assert places(JUNE) == {
        NAMES[1]: (1, "100.00"), NAMES[0]: (2, "96.00"), NAMES[2]: (3, "78.00"), NAMES[3]: (4, "57.00"),
    }  # fmt: skip
    found = queries.standing(JUNE, "counties")
    assert found is not None and found.line("990001") is not None
    one = found.line("990001").part("progress")  # type: ignore[union-attr]
    assert one is not None and one.value == 55 and one.full == 70
    leaders = queries.standing(JUNE, "leaders")
    assert leaders is not None and [one.code for one in leaders.lines] == ["安知行", "闻思齐"][::-1]
    # 市发改委名下四个项目完成 23 ÷ 40，市工信局名下四个完成 13 ÷ 40：功效系数下一个满分，一个六成。
    departments = queries.standing(JUNE, "departments")
    assert departments is not None
    assert [(one.code, one.placed.shown) for one in departments.lines] == [
        ("市发改委", "100.00"),
        ("市工信局", "60.00"),
    ]
    told = queries.readings(lambda code, month: {}, at=sealing(JUNE))
    assert told("sheet.counties", JUNE)["990001"] == 96 and told("sheet.counties", "2025-05") == {}
    assert told("place.counties", JUNE) == {"990001": 2, "990002": 1, "990003": 3, "990004": 4}
    assert told("last.counties", JUNE) == {"990001": 3, "990002": 4, "990003": 2, "990004": 1}
    before = queries.readings(lambda code, month: {}, at=sealing(JUNE) - timedelta(seconds=1))
    assert before("sheet.counties", JUNE) == {}
    [line] = AuditLine.objects.filter(act="rank")
    assert set(line.detail["rankings"]) == {"counties", "leaders", "departments"}
    assert not list(queries.verify())


LAST = (
    BOOK
    + """
[colours]
red = { zh = "红灯", en = "red", severity = 2 }
yellow = { zh = "黄灯", en = "yellow", severity = 1 }

[measures.from_last]
kind = "sheet_place"
sheet = "counties"
end = "bottom"

[measures.frauds]
kind = "deeds"
deed = "fraud"
this_year = true

[lights.last]
zh = "末位"
of = "area"
rules = [
    { colour = "red", when = { measure = "frauds", at_least = 1 } },
    { colour = "yellow", when = { measure = "from_last", at_most = 1 } },
]
otherwise = "none"
"""
)


def test_a_light_asks_for_the_ranking_of_its_own_month_and_for_deeds() -> None:
    areas, before = settle(), sealing(JUNE) - timedelta(days=1)
    policy_acts.adopt(LAST.encode(), "last.toml", effective=date(2025, 2, 1), at=before, by="office")
    with journal.entry(at=before, by="office", action="note_deed") as writer:
        writer.record([Deed(number="1", area_id=areas["990002"], month=MAY, kind="fraud", times=1, reason="虚报")])
    month.seal(JUNE, at=sealing(JUNE), by="office")
    lit = supervision.lines(JUNE, held=EVERYWHERE).areas
    assert {code: lights["last"] for code, lights in lit.items()} == {
        "990001": "none", "990002": "red", "990003": "none", "990004": "yellow",
    }  # fmt: skip


def test_a_correction_gives_edition_two_a_ranking_and_leaves_the_first() -> None:
    settle()
    month.seal(JUNE, at=sealing(JUNE), by="office")
    before = places(JUNE)
    first = registry.find("P000001", held=EVERYWHERE)
    assert first is not None
    slip = Slip(
        project_id=first.project_id, basis=Basis.DECLARED, reason="漏报", evidence="监理月报", approver="闻思齐",
        changes=(Change(JUNE, "month_completed", YI, 4 * YI), Change(JUNE, "year_to_date", 6 * YI, 9 * YI)),
    )  # fmt: skip
    month.correct(slip, at=sealing(JUNE) + timedelta(days=3), by="office")
    assert places(JUNE, 1) == before
    assert places(JUNE)[NAMES[0]] == (1, "100.00")
    assert not list(queries.verify())


def test_nobody_edits_a_ranking_and_verify_finds_who_did() -> None:
    settle()
    month.seal(JUNE, at=sealing(JUNE), by="office")
    line = RankingLine.objects.order_by("pk")[0]
    for change in (RankingLine.objects.update, Ranking.objects.update):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(hash="0" * 64) if change == Ranking.objects.update else change(subject="990009")
    _unguarded(f"UPDATE league_rankingline SET subject = '990009' WHERE id = {line.pk}")
    assert [found.where for found in queries.verify()] == [f"ranking {JUNE} {line.ranking.sheet} edition 1"]
    assert any("ranking" in found.where for found in month.verify())


def test_a_book_without_sheets_ranks_nothing() -> None:
    settle()
    plain = 'extends = "default"\nplace = "海州"\npaper = "月报办法"\ndate = 2023-01-01\neffective = 2023-01-01\n'
    policy_acts.adopt(plain.encode(), "plain.toml", at=sealing(JUNE), by="office")
    month.seal("2024-05", at=sealing(JUNE), by="office")
    assert not Ranking.objects.exists()


def test_each_class_is_ranked_by_itself_and_a_county_without_one_is_said_to_be() -> None:
    settle()
    whole = adopted(plains=["990003", "990004"])
    assert [(one.placed.name, one.placed.klass, one.placed.place) for one in whole.lines] == [
        (NAMES[1], "coast", 1), (NAMES[0], "coast", 2), (NAMES[2], "plains", 1), (NAMES[3], "plains", 2)
    ]  # fmt: skip
    assert [one.code for one in whole.field("plains")] == ["990003", "990004"] and whole.classes["coast"].zh == "沿海"


def test_a_county_without_a_class_stops_the_ranking_and_not_the_seal() -> None:
    settle()
    lost = adopted(plains=["990003"])
    assert not lost.lines and NAMES[3] in lost.refused.zh and "area_classes" in lost.refused.zh
    assert not list(queries.verify())


def adopted(*, plains: list[str]) -> RankingCard:
    """June ranked under a book that classes the counties, two of them by the sea."""
    classes = f"""
[area_classes]
coast = {{ zh = "沿海", areas = ["990001", "990002"] }}
plains = {{ zh = "平原", areas = {json.dumps(plains)} }}
"""
    text = BOOK.replace("publish = { top = 1, bottom = 1 }", 'classes = ["coast", "plains"]') + classes
    policy_acts.adopt(text.encode(), "classed.toml", effective=date(2025, 6, 1), at=sealing(JUNE), by="office")
    month.seal(JUNE, at=sealing(JUNE) + timedelta(minutes=1), by="office")
    found = queries.standing(JUNE, "counties")
    assert found is not None
    return found


def _unguarded(statement: str) -> None:
    """Change the table behind the application's back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER league_rankingline_frozen")
        cursor.execute(statement)


def test_what_is_read_back_is_what_was_ranked() -> None:
    """Every field of a line survives the table: scored again from what was kept, the ranking is the same."""
    settle()
    month.seal(JUNE, at=sealing(JUNE), by="office")
    found = queries.standing(JUNE, "counties")
    assert found is not None
    again = scoring.standing(policy.for_month(JUNE), "counties", JUNE, [one.subject for one in found.lines])
    # Intervals rest on single projects, which are not kept with it.
    sure = {"low": 1, "high": 1, "tier": 1, "spread": 0.0}
    unsampled = [replace(one, parts=tuple(replace(part, sampled=False) for part in one.parts)) for one in again.placed]
    kept = [
        replace(line.placed, parts=tuple(replace(part, sampled=False) for part in line.placed.parts))
        for line in found.lines
    ]
    assert [replace(one, **sure) for one in kept] == [replace(one, **sure) for one in unsampled]
