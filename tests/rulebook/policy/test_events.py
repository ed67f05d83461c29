"""Events of a city's own: which milestone on which basis counts, how several combine, and where a plan is sought."""

from datetime import date

import pytest

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.facts import Dates, ProjectFacts
from rulebook.policy.books_of import book

DECLARED, VERIFIED, REGISTERED = date(2025, 5, 3), date(2025, 6, 10), date(2025, 7, 20)


@pytest.mark.parametrize(
    ("combine", "on", "reached"),
    [
        ("first_known", date(2025, 6, 9), None),  # verified to have begun later than was declared
        ("first_known", date(2025, 6, 10), VERIFIED),
        ("earliest", date(2025, 6, 9), DECLARED),
        ("latest", date(2025, 7, 19), VERIFIED),  # what is still to come is not known
        ("latest", date(2025, 7, 20), REGISTERED),
        ("all", date(2025, 7, 19), None),
        ("all", date(2025, 7, 20), REGISTERED),
    ],
)
def test_when_an_event_is_reached(combine: str, on: date, reached: date | None) -> None:
    text = f"""
[events.real]
zh = "开工认定"
combine = "{combine}"
counts = [
    {{ milestone = "started", basis = "verified" }}, {{ milestone = "started", basis = "declared" }},
    {{ milestone = "registered", basis = "statistical" }},
]
"""
    facts = ProjectFacts(
        on=on, month=f"{on:%Y-%m}",
        milestones={("started", "declared"): Dates(None, DECLARED), ("started", "verified"): Dates(None, VERIFIED),
                    ("registered", "statistical"): Dates(None, REGISTERED)},
    )  # fmt: skip
    see = Judge(book(text), PUBLISHED.is_workday).see(facts)
    assert see.reached("real").day == reached  # type: ignore[union-attr]


def test_a_plan_is_sought_on_every_basis() -> None:
    text = '[events.verified]\nzh = "核验开工"\ncounts = [{ milestone = "started", basis = "verified" }]\n'
    facts = ProjectFacts(
        on=date(2025, 6, 1), month="2025-06", milestones={("started", "declared"): Dates(DECLARED, DECLARED)}
    )
    see = Judge(book(text), PUBLISHED.is_workday).see(facts)
    assert see.planned("verified").day == DECLARED and see.reached("verified").day is None  # type: ignore[union-attr]
