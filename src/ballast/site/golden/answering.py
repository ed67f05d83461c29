"""Who answers for the key projects: owner, steward and linked leader; for the landmarks a task force that changed."""

from collections.abc import Iterator
from datetime import date
from random import Random

from ballast.rooms.registry.cards import RoleCard
from ballast.rulebook.terms import ProjectRoleKind, Role
from ballast.site.golden import faces
from ballast.site.golden.accounts import SERVED, STEWARDS, Holder, holders, steward
from ballast.site.golden.cards_of import KEY_LIST_MONTH
from ballast.site.golden.ids import Ids
from ballast.site.golden.landmarks import LANDMARKS
from ballast.site.golden.lives import Life
from ballast.site.golden.places import BY_CODE
from ballast.site.golden.seasons import after, end_of, start_of

CHANGED_IN = "2025-05"  # the month at whose end the task forces get new heads
FORCED = tuple(known.name for known in LANDMARKS if known.key)
LEADERS = {one.name: one for one in holders() if one.role is Role.LEADER}


class Answering:
    """Names, month by month, whoever answers for the key projects that are known by then."""

    def __init__(self, lives: list[Life], seed: int) -> None:
        self._key = [life for life in lives if "key69" in life.lists]
        self._chance = Random(f"{seed} answering")
        firms = dict.fromkeys((life.owner, life.place.code) for life in self._key)
        self.owners = {
            owner: Holder(f"yz{number:02d}", faces.person(self._chance), owner, Role.OWNER, BY_CODE[code], SERVED)
            for number, (owner, code) in enumerate(firms, 1)
        }
        self._named: dict[str, date] = {}

    def told(self, month: str, ids: Ids) -> list[RoleCard]:
        """What the papers of a month say of it; nothing before there is a list of key projects."""
        if month < KEY_LIST_MONTH:
            return []
        fresh = [life for life in self._key if life.name in ids.projects and life.name not in self._named]
        cards = [card for life in fresh for card in self._of(life, start_of(month), ids)]
        if month == CHANGED_IN:
            forced = [life for life in self._key if life.name in FORCED and life.name in self._named]
            cards += [
                card for life in forced for card in self._changed(ids.projects[life.name], self._named[life.name])
            ]
        self._named |= dict.fromkeys((life.name for life in fresh), start_of(month))
        return cards

    def _of(self, life: Life, since: date, ids: Ids) -> Iterator[RoleCard]:
        project, owner, serving = ids.projects[life.name], self.owners[life.owner], steward(life.place)
        kind = ProjectRoleKind.OWNER_CONTACT
        yield self._card(project, kind, owner.name, life.owner, since, ids.officials[owner.username])
        kind, office = ProjectRoleKind.STEWARD, f"{life.place.name}项目管家"
        yield self._card(project, kind, STEWARDS[life.place.slug], office, since, ids.officials[serving])
        name = life.linked_leader.rsplit(" ", 1)[-1]
        if name in LEADERS:
            leader = LEADERS[name]
            yield self._card(project, ProjectRoleKind.LINKED_LEADER, name, life.linked_leader.rsplit(" ", 1)[0], since,
                             ids.officials[leader.username], phone=False)  # fmt: skip
        if life.name in FORCED:
            yield self._force(project, "first", since)

    def _changed(self, project: int, since: date) -> Iterator[RoleCard]:
        yield self._force(project, "first", since, end_of(CHANGED_IN))
        yield self._force(project, "second", start_of(after(CHANGED_IN)))

    def _force(self, project: int, which: str, since: date, until: date | None = None) -> RoleCard:
        chance = Random(f"{project} {which}")
        return RoleCard(
            project_id=project, kind=ProjectRoleKind.TASK_FORCE, person=faces.person(chance), office="市级推进专班",
            phone=_phone(chance), since=since, until=until,
        )  # fmt: skip

    def _card(
        self, project: int, kind: ProjectRoleKind, person: str, office: str, since: date, official: int,
        *, phone: bool = True,
    ) -> RoleCard:  # fmt: skip
        said = _phone(self._chance) if phone else ""
        return RoleCard(
            project_id=project, kind=kind, person=person, official_id=official, office=office, phone=said, since=since
        )


def _phone(chance: Random) -> str:
    """A number that no network has given out: 1990000 and four digits."""
    return f"1990000{chance.randint(0, 9999):04d}"
