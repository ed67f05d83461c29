"""The catalogue is whole: every figure is said in both languages, traced to a clause, and fingerprinted."""

import re
from dataclasses import replace

from ballast.kit.sentence import Sentence
from ballast.rulebook import books
from ballast.rulebook.figures import conditions
from ballast.rulebook.figures.catalogue import declare, standard
from ballast.rulebook.figures.columns import BY, COLUMNS
from ballast.rulebook.figures.vocabulary import HowMany
from ballast.rulebook.figures.wording import formula

BOOK = books.default()


def test_every_figure_says_what_it_is() -> None:
    assert len(standard()) >= 40
    for code, one in standard().items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", code)
        assert one.code == code
        assert one.clause
        for said in (one.name, one.meaning, one.theme, formula(one.formula)):
            assert re.search("[一-鿿]", said.zh), code
            assert said.en, code
            assert not re.search("[一-鿿]", said.en.replace("亿", "")), code


def test_names_and_fingerprints_are_all_different() -> None:
    figures = list(standard().values())
    assert len({one.fingerprint for one in figures}) == len(figures)
    assert len({one.name.zh for one in figures if "其" not in one.name.zh}) >= len(figures) - 4


def test_the_fingerprint_follows_the_meaning_and_not_the_wording() -> None:
    one = standard()["completion_rate"]
    assert replace(one, name=Sentence("别名", "another name")).fingerprint == one.fingerprint
    assert replace(one, formula=HowMany()).fingerprint != one.fingerprint


def test_a_new_rule_gives_new_fingerprints_to_the_figures_that_rest_on_it() -> None:
    stricter = BOOK.model_copy(update={"stalls": BOOK.stalls.model_copy(update={"without_investment": 2})})
    steeper = BOOK.model_copy(update={"curve": (*BOOK.curve[:5], BOOK.curve[6], *BOOK.curve[6:])})
    assert _changed(stricter) == {code for code in standard() if "stall" in standard()[code].columns()}
    assert {"ahead_of_schedule", "behind_schedule"} <= _changed(steeper)
    assert "completion_rate" not in _changed(stricter) | _changed(steeper)


def _changed(book: books.Book) -> set[str]:
    figures = declare(book)
    return {code for code, one in standard().items() if figures[code].fingerprint != one.fingerprint}


def test_a_citys_own_lead_industries_get_figures() -> None:
    own = BOOK.model_copy(update={"lead_industries": {"shipbuilding": books.LeadIndustry(zh="船舶", en="ships")}})
    assert {"output_growth_shipbuilding", "projects_shipbuilding"} <= set(declare(own))
    assert "projects_biopharma" not in declare(own)


def test_figures_read_columns_that_are_there() -> None:
    for one in standard().values():
        assert one.columns() <= set(COLUMNS), one.code
        assert set(one.dimensions) <= set(BY)
    assert set(BY.values()) <= set(COLUMNS)
    assert conditions.columns(conditions.OnList("x") & conditions.Known("park")) == {"lists", "park"}
