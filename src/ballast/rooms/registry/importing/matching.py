"""Which project every row of a list is: one that stands, a new one, or the repetition of a row above."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry.importing.drafts import Draft, place
from ballast.rooms.registry.importing.standing import Standing, cell, merged, standing, subject
from ballast.rulebook.likeness import Judgement, Match, Roll
from ballast.rulebook.likeness.judgement import SAME_CODE
from ballast.rulebook.lists.report import Fault

IDENTITY = ("name", "area_id", "project_code", "credit_code", "owner", "site")
OTHER_PROJECT_BELOW = 60  # one code on names less alike than this is a mistake in the code [default]


@dataclass(slots=True)
class Matched:
    """Where the drafts go. ``project`` gives the standing project of a draft (by position), ``fresh`` those that
    are new, ``pairs`` who may be whom (draft, draft or project, judgement)."""

    known: dict[int, Standing] = field(default_factory=dict)
    project: dict[int, int] = field(default_factory=dict)
    fresh: list[int] = field(default_factory=list)
    repeats: list[Fault] = field(default_factory=list)
    pairs: list[tuple[int, int | None, int | None, Judgement]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class Matcher:
    """Matches the drafts of one import, in order, against what stands and against each other."""

    def __init__(self, drafts: list[Draft], areas: Iterable[AreaCard]) -> None:
        by_id = {area.id: area for area in areas}
        self._stand = standing()
        self._drafts = drafts
        self._into = merged()
        self._offset = len(self._stand)
        told = [*(one.profile for one in self._stand), *(one.profile for one in drafts)]
        self._roll = Roll([subject(profile, by_id) for profile in told])
        self._taken: dict[int, int] = {}
        self._found = Matched({one.project_id: one for one in self._stand})

    def matched(self) -> Matched:
        """Where every draft goes."""
        for position, one in enumerate(self._drafts):
            self._match(position, one)
        return self._found

    def _match(self, position: int, one: Draft) -> None:
        same = self._roll.same(self._offset + position)
        if self._code_misused(one, same) or self._repeats(one, same):
            return
        chosen = self._choose(one, same)
        if chosen is None:
            self._found.fresh.append(position)
        else:
            self._found.project[position] = chosen
            self._taken[chosen] = position
        if chosen is not None and self._known_as(one, chosen):
            return
        for match in (*same, *self._roll.alike(self._offset + position)):
            other_draft, other_project = self._other(match)
            if other_project is None or other_project != chosen:
                self._found.pairs.append((position, other_draft, other_project, match.judgement))

    def _known_as(self, one: Draft, project: int) -> bool:
        """Whether the project stands with all that tells it from others as this draft has it: no new doubt."""
        told = self._found.known[project].profile
        return all(told[name] == one.profile[name] for name in IDENTITY if name in one.profile)

    def _other(self, match: Match) -> tuple[int | None, int | None]:
        """The draft, or the project that stands, a match points to."""
        if match.position >= self._offset:
            return match.position - self._offset, None
        project = self._stand[match.position].project_id
        return None, self._into.get(project, project)

    def _code_misused(self, one: Draft, same: list[Match]) -> bool:
        """A project code that another row, or quite another project, carries already."""
        for match in same:
            if SAME_CODE not in match.judgement.reasons:
                continue
            draft, project = self._other(match)
            if draft is not None:
                other = self._drafts[draft]
                if other.says() != one.says():
                    self._fault(one, place(other.row, "project_code"), other.row.name)
                    return True
            elif project is not None and match.judgement.likeness < OTHER_PROJECT_BELOW:
                self._fault(one, cell(project, "project_code"), self._found.known[project].profile["name"])
                return True
        return False

    def _fault(self, one: Draft, other: str, name: str) -> None:
        code = one.profile["project_code"]
        said = Sentence(
            f"项目代码 {code} 已用于“{name}”（{other}），一个代码只属于一个项目；请核对两处",
            f"Project code {code} is already that of {name!r} ({other}); a code belongs to one project, check both",
        )
        self._found.faults.append(Fault("duplicate_code", place(one.row, "project_code"), said))

    def _repeats(self, one: Draft, same: list[Match]) -> bool:
        """A row that says just what a row above said, or whose project was found to be one a row above took."""
        for match in same:
            draft, project = self._other(match)
            if draft is None and project in self._taken:
                standing_id = self._stand[match.position].project_id
                draft = self._taken[project] if project != standing_id else None
            if draft is None:
                continue
            above = self._drafts[draft]
            if match.position < self._offset or above.says() == one.says():
                said = Sentence(
                    f"与 {above.row.source} 是同一个项目，只记一次",
                    f"the same project as {above.row.source}; kept once",
                )
                self._found.repeats.append(Fault("repeat", one.row.source, said))
                return True
        return False

    def _choose(self, one: Draft, same: list[Match]) -> int | None:
        """The standing project a draft is: by code before name, then the one that agrees in most fields."""
        best: tuple[bool, int, int] | None = None
        chosen = None
        for match in same:
            _, project = self._other(match)
            if project is None or project in self._taken:
                continue
            told = self._found.known[project].profile
            agree = sum(told[name] == value for name, value in one.profile.items())
            rank = (SAME_CODE in match.judgement.reasons, agree, -project)
            if best is None or rank > best:
                best, chosen = rank, project
        return chosen
