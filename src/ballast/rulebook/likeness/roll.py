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
LONGEST_LOOK = 100  # the latest so many of a kind are looked at
MOST_LIKE = 5


@dataclass(frozen=True, slots=True)
class Match:
    """One earlier subject of the roll, by its position, and the judgement on the pair."""

    position: int
    judgement: Judgement


class Roll:
    """Subjects in order; each is compared with those before it. Positions are asked in rising order."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._subjects = list(subjects)
        self._cores = [apart(subject.name).core for subject in self._subjects]
        self._rare = Counter(pair for core in self._cores for pair in _pairs(core))
        self._seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._entered = 0

    def matches(self, position: int) -> list[Match]:
        """The earlier subjects that are the same or alike, the same first, then the likest; at most a handful alike."""
        return self.same(position) + self.alike(position)

    def same(self, position: int) -> list[Match]:
        """The earlier subjects that are the same project, in their order."""
        self._enter_until(position)
        near = self._near(_identities(self._subjects[position]))
        return self._judged(position, sorted(near), Verdict.SAME)

    def alike(self, position: int) -> list[Match]:
        """The earlier subjects a person must look at, the likest first; at most a handful."""
        self._enter_until(position)
        subject = self._subjects[position]
        near = self._near((*_identities(subject), *_neighbours(subject)))
        rare = self._near(self._rarest(subject, self._cores[position])) - near
        names = {other: self._cores[other] for other in rare}
        found = process.extract(
            self._cores[position], names, scorer=fuzz.ratio, score_cutoff=LIKE_IN_ONE_AREA - 0.5, limit=4 * MOST_LIKE
        )
        candidates = sorted(near.union(other for _, _, other in found))
        like = self._judged(position, candidates, Verdict.LIKE)
        like.sort(key=lambda match: (-match.judgement.likeness, match.position))
        return like[:MOST_LIKE]

    def _judged(self, position: int, candidates: Iterable[int], verdict: Verdict) -> list[Match]:
        subject = self._subjects[position]
        found = (Match(other, judge(subject, self._subjects[other])) for other in candidates)
        return [match for match in found if match.judgement.verdict is verdict]

    def _near(self, keys: Iterable[tuple[str, ...]]) -> set[int]:
        near: set[int] = set()
        for key in keys:
            near.update(self._seen.get(key, ())[-LONGEST_LOOK:])
        return near

    def _enter_until(self, position: int) -> None:
        while self._entered < position:
            entering = self._subjects[self._entered]
            rarest = self._rarest(entering, self._cores[self._entered])
            for key in (*_identities(entering), *_neighbours(entering), *rarest):
                self._seen[key].append(self._entered)
            self._entered += 1

    def _rarest(self, subject: Subject, core: str) -> Iterable[tuple[str, ...]]:
        pairs = sorted(_pairs(core), key=lambda pair: (self._rare[pair], pair))
        for pair in pairs[: int(len(pairs) * SHARE_LOST) + 1]:
            yield "pair", subject.area, pair


def _identities(subject: Subject) -> Iterable[tuple[str, ...]]:
    core = apart(subject.name).core
    yield "name", subject.area, core
    if subject.project_code:
        yield "code", subject.project_code
    if subject.credit_code:
        yield "credit", subject.credit_code, core


def _neighbours(subject: Subject) -> Iterable[tuple[str, ...]]:
    yield "name", apart(subject.name).core
    if subject.credit_code:
        yield "credit", subject.credit_code
    if len(subject.site) >= SITE_TELLS_FROM:
        yield "site", firm(subject.site)


def _pairs(core: str) -> set[str]:
    return {core[index : index + 2] for index in range(len(core) - 1)} or {core}
