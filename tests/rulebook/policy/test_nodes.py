"""Physical progress by construction nodes, and what a book may say of nodes."""

import pytest

from ballast.rulebook.telling.book import told
from rulebook.policy.books_of import PROGRESS, book, faults

PHYSICAL = (
    PROGRESS
    + """
[measures.physical]
kind = "form_progress"
shares = { site = "5%", topped_out = "60%" }
[measures.waits]
kind = "waiting"
after = { event = "signed", date = "planned" }
until = "started"
unit = "days"
"""
)


@pytest.mark.parametrize(
    ("shares", "key", "says"),
    [
        ('{ foundation = "30%", topped_out = "20%" }', "measures.physical.shares", "topped_out（主体封顶）少于"),
        ('{ topped_out = "160%" }', "measures.physical.shares", "应在 0 与 100% 之间"),
        ('{ roof = "60%" }', "measures.physical.shares.roof", "site"),
        ("{ }", "measures.physical.shares", ""),
    ],
)  # fmt: skip
def test_shares_of_nodes_that_cannot_be_are_refused(shares: str, key: str, says: str) -> None:
    [(where, said)] = faults(PHYSICAL.replace('{ site = "5%", topped_out = "60%" }', shares))
    assert where == key and says in said


def test_a_field_of_nodes_knows_its_words() -> None:
    late = '[measures.late]\nkind = "count_projects"\nwhen = { field = "node", is = "roof" }\n'
    [(_, said)] = faults(PHYSICAL + late)
    assert "topped_out" in said


def test_arguments_of_measures_read_as_chinese() -> None:
    [measures] = [chapter for chapter in told(book(PHYSICAL)) if chapter.code == "measures"]
    lines = {line.code: line for line in measures.lines}
    assert lines["physical"].says[1].zh == "各节点折算：进场 5%、主体封顶 60%"
    assert lines["waits"].says[1].zh == "单位：天；起点：计划签约；止点：开工"
