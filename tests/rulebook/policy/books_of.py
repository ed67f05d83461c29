"""Small books for tests: a head, three colours, and whatever chapters a test writes."""

from collections.abc import Mapping
from datetime import date

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook import books
from ballast.rulebook.books import Book, FaultyBook
from ballast.rulebook.checks.series import Amounts
from ballast.rulebook.lights.judging import Judge
from ballast.rulebook.measures.facts import Dates, ProjectFacts

HEAD = """extends = "default"
place = "甲市"
paper = "甲发〔2025〕1号"
date = 2025-01-01

[colours]
green = { zh = "绿", severity = 0 }
yellow = { zh = "黄", severity = 1 }
red = { zh = "红", severity = 2 }
"""
PROGRESS = """
[lights.progress]
zh = "进度"
measure = "points_behind"
bands = [
    { colour = "green", below = 10 },
    { colour = "yellow", at_least = 10, at_most = 30 },
    { colour = "red", above = 30 },
]
"""


def book(text: str = PROGRESS, head: str = HEAD) -> Book:
    """A book of these chapters."""
    return books.parse(f"{head}{text}".encode(), "甲.toml")


def faults(text: str, head: str = HEAD) -> list[tuple[str, str]]:
    """Key and Chinese sentence of every fault of a book."""
    try:
        books.parse(f"{head}{text}".encode(), "甲.toml")
    except FaultyBook as faulty:
        return [(one.key, one.sentence.zh) for one in faulty.faults]
    return []


def judge(text: str = PROGRESS) -> Judge:
    """A judge under a book of these chapters."""
    return Judge(book(text), PUBLISHED.is_workday)


def colour(judge_: Judge, facts: ProjectFacts, light: str = "progress") -> str:
    """What a light of a project shows."""
    judged = judge_.see(facts).light(light)
    return judged.colour or str(judged.state)


def project(
    month: str = "2025-07", *, on: date | None = None, plan: int | None = 600, done: Mapping[str, int] | None = None,
    dates: Mapping[str, tuple[date | None, date | None]] | None = None, **more: object,
) -> ProjectFacts:  # fmt: skip
    """A project with the year to date of some months, and declared milestones as (planned, actual)."""
    from ballast.rulebook import months

    told = {one: Amounts(None, amount, None) for one, amount in (done or {}).items()}
    milestones = {(kind, "declared"): Dates(*pair) for kind, pair in (dates or {}).items()}
    return ProjectFacts(
        on=on or months.last_day(month), month=month, plans={int(month[:4]): plan}, progress={"declared": told},
        milestones=milestones, **more,
    )  # type: ignore[arg-type]  # fmt: skip
