"""How far back a book looks, worked out from its rules."""

import pytest

from ballast.rulebook import books
from ballast.rulebook.sight.reach import months_back
from rulebook.policy.books_of import PROGRESS, book

RULE = '[lights.x]\nzh = "x"\nrules = [{{ colour = "red", when = {when} }}]\notherwise = "green"\n'


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (PROGRESS, 0),
        (PROGRESS.replace("above = 30 }", 'above = 30, for_months = 3, until_then = "yellow" }'), 2),
        (RULE.format(when='{ measure = "plan_done", below = 5, for_months = 4 }'), 3),
        (RULE.format(when='{ not = { measure = "plan_done", below = 5, times = 2, within_months = 6 } }'), 5),
        (RULE.format(when='{ measure = "plan_done", below = 5, times = 2, this_year = true }'), 11),
        (PROGRESS + RULE.format(when='{ any = [{ light = "progress", is = "red", for_months = 2 }] }'), 1),
        ('[measures.c]\nkind = "change"\nof = "plan_done"\nmonths_ago = 3\n'
         + RULE.format(when='{ measure = "c", below = 5, for_months = 2 }'), 4),
        ('[measures.m]\nkind = "months_held"\nlongest = 12\n'
         'when = { measure = "plan_done", below = 5, for_months = 2 }\n'
         + RULE.format(when='{ measure = "m", above = 3 }'), 12),
    ],
)  # fmt: skip
def test_how_far_back_a_book_looks(text: str, back: int) -> None:
    assert months_back(book(text)) == back


def test_the_standard_book_looks_at_its_month_alone() -> None:
    assert months_back(books.standard()) == 0


def test_a_score_sheet_looks_as_far_back_as_its_measures() -> None:
    sheet = """
[measures]
growth_of_fai = { kind = "growth", figure = "fai" }
quickened = { kind = "change", of = "growth_of_fai", months_ago = 5 }
unused = { kind = "change", of = "growth_of_fai", months_ago = 24 }
[scoring.monthly]
zh = "月度"
missing = "no_points"
[scoring.monthly.indicators]
quickened = { zh = "增速变化", measure = "quickened", weight = 100, by = { kind = "places" } }
"""
    assert months_back(book(sheet)) == 5
