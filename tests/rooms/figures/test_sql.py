"""One readable query a figure, kept beside the tests: a change of meaning shows in the diff.

``BALLAST_WRITE_SQL=1 pytest tests/rooms/figures/test_sql.py`` writes them anew.
"""

import os
from pathlib import Path

import pytest

from ballast.rooms.figures.expressions import compiled, compiled_published
from ballast.rulebook.figures.catalogue import standard
from ballast.rulebook.figures.declarations import Declaration

FOLDER = Path(__file__).parent / "sql"
WRITE = os.environ.get("BALLAST_WRITE_SQL") == "1"


def text(one: Declaration) -> str:
    """The query of a figure by county, for July."""
    parts = one.reduced(7).components()
    backs = dict.fromkeys(part.back for part in parts)
    lines = [f"-- {one.name.zh} / {one.name.en}"]
    for back in backs:
        mine = tuple(part for part in parts if part.back == back)
        sql = compiled_published("county", "duckdb") if one.published else compiled(mine, "county", "duckdb")
        if one.published:
            lines += [f"-- indicator {part.indicator} {part.lead_industry}".rstrip() for part in mine]
        lines += [f"-- {back} months before" if back else "-- the month itself", f"{sql};"]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("code", list(standard()))
def test_the_query_is_the_one_kept(code: str) -> None:
    kept = FOLDER / f"{code}.sql"
    if WRITE:
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(text(standard()[code]), encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == text(standard()[code])


def test_no_query_is_kept_of_a_figure_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(standard())
