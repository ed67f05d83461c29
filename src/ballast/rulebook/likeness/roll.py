"""A roll of many projects in which the like of one are found without comparing it with all.

Identities (project code; credit code and name; county and name) are looked up. Names nearly alike share at
least one of their rarest pairs of characters, so only those pairs are indexed (prefix filtering); one owner's
and one site's projects are looked up besides. 50,000 rows against 50,000 take seconds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ballast.rulebook.likeness.judgement import LIKE_IN_ONE_AREA, SITE_TELLS_FROM, Judgement, Subject, Verdict, judge
from ballast.rulebook.likeness.names import apart, firm

# Names further apart than this are never alike by name alone, which bounds how many rare pairs must be indexed.
SHARE_LOST = 2 * (1 - LIKE_IN_ONE_AREA / 100)
LONGEST_LOOK = 200
MOST_LIKE = 5


@dataclass(frozen=True, slots=True)
class Match:
    """One earlier subject of the roll, by its position, and the judgement on the pair."""

    position: int
    judgement: Judgement


class Roll:
    """Subjects in order; ``matches`` compares one with those before it."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._subjects = list(subjects)
        self._rare = Counter(pair for subject in self._subjects for pair in _pairs(apart(subject.name).core))
        self._seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._entered = 0

    def matches(self, position: int) -> list[Match]:
        """The earlier subjects that are the same or alike, the same first, then the likest; at most a handful alike.

        Positions are asked in rising order.
        """
        self._enter_until(position)
        subject = self._subjects[position]
        found = [Match(other, judge(subject, self._subjects[other])) for other in self._candidates(subject)]
        same = [match for match in found if match.judgement.verdict is Verdict.SAME]
        like = [match for match in found if match.judgement.verdict is Verdict.LIKE]
        like.sort(key=lambda match: (-match.judgement.likeness, match.position))
        return sorted(same, key=lambda match: match.position) + like[:MOST_LIKE]

    def _enter_until(self, position: int) -> None:
        while self._entered < position:
            entering = self._subjects[self._entered]
            for key in (*_identities(entering), *self._rarest(entering)):
                self._seen[key].append(self._entered)
            self._entered += 1

    def _candidates(self, subject: Subject) -> Iterable[int]:
        near: set[int] = set()
        for key in _identities(subject):
            near.update(self._seen.get(key, ())[-LONGEST_LOOK:])
        rare: set[int] = set()
        for key in self._rarest(subject):
            rare.update(self._seen.get(key, ())[-LONGEST_LOOK:])
        names = {other: apart(self._subjects[other].name).core for other in rare - near}
        alike = process.extract_iter(
            apart(subject.name).core, names, scorer=fuzz.ratio, score_cutoff=LIKE_IN_ONE_AREA - 0.5
        )
        return sorted(near.union(other for _, _, other in alike))

    def _rarest(self, subject: Subject) -> Iterable[tuple[str, ...]]:
        pairs = sorted(_pairs(apart(subject.name).core), key=lambda pair: (self._rare[pair], pair))
        for pair in pairs[: int(len(pairs) * SHARE_LOST) + 1]:
            yield "pair", subject.area, pair


def _identities(subject: Subject) -> Iterable[tuple[str, ...]]:
    core = apart(subject.name).core
    yield "name", core
    yield "name", subject.area, core
    if subject.project_code:
        yield "code", subject.project_code
    if subject.credit_code:
        yield "credit", subject.credit_code
        yield "credit", subject.credit_code, core
    if len(subject.site) >= SITE_TELLS_FROM:
        yield "site", firm(subject.site)


def _pairs(core: str) -> set[str]:
    return {core[index : index + 2] for index in range(len(core) - 1)} or {core}
