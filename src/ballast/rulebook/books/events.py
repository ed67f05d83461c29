"""The chapter of events: which milestone on which basis counts as what, for which purpose."""

from typing import Literal

from pydantic import Field

from ballast.rulebook.grammar.page import NOTHING, Named, Page, Text
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis


class Counted(Page):
    """A milestone on a basis that counts."""

    milestone: MilestoneKind
    basis: Basis


class Event(Named):
    """An event of the city's own: which milestone on which basis counts as it, and for what."""

    counts: tuple[Counted, ...] = Field(min_length=1, description="按先后取用的里程碑和口径 / in order of preference")
    combine: Literal["first_known", "earliest", "latest", "all"] = Field(
        "first_known", description="取首个已知、最早、最晚，或全部齐备之日 / first known, earliest, latest, all of them"
    )
    meaning: Text = NOTHING
