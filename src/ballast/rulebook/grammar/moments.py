"""The actual or the planned date of an event, as a book names it."""

from typing import Any, Literal

from ballast.rulebook.grammar.page import Page
from ballast.rulebook.grammar.refs import EventCode


class Moment(Page):
    """The actual or the planned date of an event."""

    event: EventCode
    date: Literal["actual", "planned"] = "actual"


def moment(value: Any) -> Any:
    """An event's name alone means its actual date."""
    return {"event": value} if isinstance(value, str) else value
