"""Figures follow the book of their month: open, it is reckoned by it; sealed, it keeps it whatever comes later."""

from datetime import date, timedelta

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.sealing import seal
from ballast.rooms.figures import actions, ledger, queries
from ballast.rooms.figures.models import Edition
from ballast.rooms.figures.questions import UnknownFigure
from ballast.rooms.figures.workdays import workdays
from ballast.rooms.policy import actions as policy
from ballast.rooms.policy import queries as books
from ballast.rulebook.figures.catalogue import declare, standard
from ballast.rulebook.figures.reading import read
from ballast.rulebook.figures.snapshot import snapshot
from rooms.figures.ledgers import START, record

pytestmark = pytest.mark.django_db
MONTH = "2025-07"
CODES = ["ahead_of_schedule", "stalled", "key_projects_behind", "projects", "completed"]
BOOK = """extends = "default"
remove = ["stall_lists"]
place = "甲市"
paper = "甲发1号"
date = 2025-06-01
curve = {{ quarters = ["10%", "20%", "{third}", "100%"], within = "step" }}
[stalls]
without_investment = 1
other_land = 12
"""


def adopt(effective: date, third: str = "30%", *, days: int) -> None:
    text = BOOK.format(third=third).encode()
    policy.adopt(text, "甲.toml", effective=effective, at=START + timedelta(days=days), by="office")


def printed(month: str = MONTH) -> dict[str, tuple[object, ...]]:
    found = queries.figures(CODES, month=month, by="county")
    return {code: (one.total, one.values, one.fingerprint) for code, one in found.items()}


def test_an_open_month_is_reckoned_by_the_book_in_force_on_its_last_day() -> None:
    record(5, 12, 2)
    before, june = printed(), printed("2025-06")
    adopt(date(2025, 7, 31), days=30)
    after, book = printed(), books.for_month(MONTH)
    assert after["ahead_of_schedule"] != before["ahead_of_schedule"] and after["stalled"] != before["stalled"]
    assert after["projects"] == before["projects"] and after["completed"] == before["completed"]
    assert printed("2025-06") == june  # the month before has the book of its own time
    rows = snapshot(ledger.facts(), MONTH, None, book, workdays())
    for code in ("stalled", "key_projects_behind"):
        declared = declare(book)[code]
        assert after[code][2] == declared.fingerprint
        total = queries.figures([code], month=MONTH)[code].total
        assert (total.numerator, total.denominator) == read(declared.reduced(7), "", MONTH, {0: rows}, [])[0]


def test_a_sealed_month_keeps_its_book_and_its_figures() -> None:
    record(5, 12, 2)
    adopt(date(2025, 7, 1), days=30)
    laid = seal(MONTH, at=START + timedelta(days=40), by="测试")
    actions.fix(MONTH, seal=laid, number=1, reason="", by="测试")
    fixed = printed()
    edition = Edition.objects.get()
    assert edition.book_sha256 == books.hash_for_month(MONTH)
    assert AuditLine.objects.get(act="figures.fix").detail["book"] == edition.book_sha256
    adopt(date(2025, 8, 1), "75%", days=41)
    assert printed() == fixed
    with pytest.raises(policy.MonthSealed):
        adopt(date(2025, 7, 15), "75%", days=42)
    assert not list(queries.verify_editions())


def test_a_lead_industry_of_an_earlier_book_can_still_be_asked() -> None:
    record(5, 3, 1)
    shipbuilding = '[lead_industries.ships]\nzh = "船舶"\nen = "ships"\ndivisions = ["37"]\n'
    text = BOOK.format(third="75%").replace("remove = [", 'remove = ["lead_industries", ') + shipbuilding
    policy.adopt(text.encode(), "甲.toml", effective=date(2025, 6, 1), at=START + timedelta(days=30), by="office")
    assert "output_growth_ships" in {one.code for one in queries.catalogue()}
    assert "output_growth_biopharma" not in {one.code for one in queries.catalogue()}
    adopt(date(2025, 8, 1), "75%", days=31)
    assert queries.declaration("output_growth_ships").name.zh
    with pytest.raises(UnknownFigure):
        queries.declaration("output_growth_nosuch")


def test_without_a_book_of_its_own_a_city_has_the_figures_of_the_default() -> None:
    assert {one.code: one.fingerprint for one in queries.catalogue()} == {
        code: one.fingerprint for code, one in standard().items()
    }
