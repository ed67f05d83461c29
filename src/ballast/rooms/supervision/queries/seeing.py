"""Every project of a month as its book's measures see it, for rules of the floors above."""

from collections.abc import Iterator
from typing import Any

from ballast.kit.collector import paused_collector
from ballast.rooms.supervision import lighting
from ballast.rooms.supervision.gathering import month_end
from ballast.rooms.supervision.published import past_of_projects
from ballast.rooms.supervision.rules import judged


def sights(month: str) -> Iterator[tuple[str, Any]]:
    """Serial and sight of each project, as the month was published, else as known now; a sight lasts until the next."""
    kept, book, _ = judged(month)
    judge = lighting.judge_of(book)
    seen = month_end(month, kept.moment if kept else None)
    with paused_collector():
        for _id, facts in lighting.projects_of(book, seen, past=past_of_projects(month)):
            see: Any = judge.see(facts)
            yield facts.serial, see
            see.forget()
