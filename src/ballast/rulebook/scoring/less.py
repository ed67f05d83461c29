"""An area seen without some of its projects, to learn how much of a measure hangs on single ones."""

from functools import cached_property
from typing import Self

from ballast.rulebook.sight.area import AreaSight
from ballast.rulebook.sight.project import ProjectSight


class Less(AreaSight):
    """``whole`` without the projects at ``gone``."""

    def __init__(self, whole: AreaSight, gone: frozenset[int]) -> None:
        super().__init__(whole.facts, whole.rules, months_back=whole.months_back)
        self.whole, self.gone = whole, gone

    def back(self, count: int) -> Self:
        """The same from the end of an earlier month."""
        if count and count not in self._back:
            self._back[count] = type(self)(self.whole.back(count), self.gone)
        return self._back[count] if count else self

    @cached_property
    def peers(self) -> tuple[AreaSight, ...]:
        """The same peers, whole."""
        return self.whole.peers

    @cached_property
    def projects(self) -> tuple[ProjectSight, ...]:
        """Its projects but for those left out."""
        return tuple(one for place, one in enumerate(self.whole.projects) if place not in self.gone)


def without(see: AreaSight, most: int) -> list[Less]:
    """An area without each of its projects, or without each of ``most`` groups of them, by their serials."""
    order = sorted(range(len(see.facts.projects)), key=lambda place: (see.facts.projects[place].serial, place))
    groups = [frozenset(order[first::most]) for first in range(min(most, len(order)))]
    return [Less(see, group) for group in groups]
