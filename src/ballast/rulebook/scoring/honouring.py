"""Lists by rule: the first and the last of rankings, for so many running; and who improved the most."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.book import Book
from ballast.rulebook.books.honours import HonourList
from ballast.rulebook.scoring.cards import Placed, Standing, two
from ballast.rulebook.scoring.vetoing import unhonoured
from ballast.rulebook.sight.truths import within


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How one subject moved against an earlier ranking: points gained and places risen (negative: lost, fallen)."""

    subject: str
    name: str
    klass: str
    points: Fraction
    places: int

    @property
    def said(self) -> Sentence:
        """In words: ``得分 +3.20，前进 2 位``."""
        sign = "+" if self.points > 0 else ""
        risen = (
            f"前进 {self.places} 位" if self.places > 0 else f"后退 {-self.places} 位" if self.places else "位次不变"
        )
        way = "up" if self.places > 0 else "down"
        moved = f"{way} {abs(self.places)} places" if self.places else "the same place"
        return Sentence(f"得分 {sign}{two(self.points)}，{risen}", f"{sign}{two(self.points)} points, {moved}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One subject named by a list, and why."""

    subject: str
    name: str
    klass: str
    why: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Honours:
    """One list of the book as a ranking fills it."""

    code: str
    name: Sentence
    colour: str
    named: tuple[Named, ...]


def moves(now: Standing, before: Standing, *, by: str = "points") -> tuple[Moved, ...]:
    """How everybody ranked both times in the same class moved, the most improved first."""
    then = {(one.subject, one.klass): one for one in before.placed}
    found = [_moved(one, then[one.subject, one.klass]) for one in now.placed if (one.subject, one.klass) in then]
    told = [one for one in found if one is not None]
    return tuple(sorted(told, key=lambda one: (-_gain(one, by), -one.points, -one.places, one.subject)))


def _moved(now: Placed, then: Placed) -> Moved | None:
    if now.points is None or then.points is None or now.place is None or then.place is None:
        return None
    return Moved(
        subject=now.subject, name=now.name, klass=now.klass, points=now.points - then.points,
        places=then.place - now.place,
    )  # fmt: skip


def honours(book: Book, standings: Sequence[Standing]) -> tuple[Honours, ...]:
    """The lists of the book that rest on these rankings of one sheet, the newest first."""
    sheet = standings[0].sheet if standings else ""
    return tuple(
        Honours(code=code, name=page.label, colour=page.colour, named=tuple(_fit(book, page, standings)))
        for code, page in book.honours.items() if page.sheet == sheet
    )  # fmt: skip


def _fit(book: Book, page: HonourList, standings: Sequence[Standing]) -> list[Named]:
    """Whom a list names, but for those whom a veto keeps off lists of honour."""
    named, sheet = _named(page, standings), book.scoring[page.sheet]
    if page.end == "bottom":
        return named
    barred = {one.subject for one in standings[0].placed if unhonoured(sheet, one)}
    return [one for one in named if one.subject not in barred]


def _named(page: HonourList, standings: Sequence[Standing]) -> list[Named]:
    if page.end == "improved":
        return _improved(page, standings)
    if len(standings) < page.running:
        return []
    told = [dict(_at_end(one, page)) for one in standings[: page.running]]
    running = (
        f"，连续 {page.running} 期" if page.running > 1 else "",
        (f", {page.running} running" if page.running > 1 else ""),
    )
    return [
        Named(
            subject=one.subject, name=one.name, klass=one.klass,
            why=Sentence(f"{told[0][one.subject].zh}{running[0]}", f"{told[0][one.subject].en}{running[1]}"),
        )
        for one in standings[0].placed if all(one.subject in those for those in told)
    ]  # fmt: skip


def _at_end(standing: Standing, page: HonourList) -> list[tuple[str, Sentence]]:
    """Who stands within the places of a list, counted from its end; whoever shares the last of them too."""
    found = []
    for one in standing.placed:
        if one.place is None or not qualified(page, one):
            continue
        if page.unlimited:
            found.append((one.subject, Sentence(f"得 {one.shown} 分", f"{one.shown} points")))
            continue
        rivals = [other.place for other in standing.placed if other.klass == one.klass and other.place is not None]
        if page.end == "top" and sum(place < one.place for place in rivals) < page.many(len(rivals)):
            found.append((one.subject, Sentence(f"第 {one.place} 名", f"place {one.place}")))
        elif page.end == "bottom" and ((worse := sum(place > one.place for place in rivals)) < page.many(len(rivals))):
            found.append((one.subject, Sentence(f"倒数第 {worse + 1} 名", f"place {worse + 1} from the bottom")))
    return found


def qualified(page: HonourList, one: Placed) -> bool:
    """Whether the points and the measures of a subject are what a list asks for; what is not known is not."""
    if page.points is not None and (one.points is None or not within(page.points)(one.points)):
        return False
    known = [(need, one.told.get(need.measure)) for need in page.needs]
    return all(value is not None and within(need)(value) for need, value in known)


def _improved(page: HonourList, standings: Sequence[Standing]) -> list[Named]:
    """The most improved, who did improve; whoever improved as much as the last of them too."""
    if len(standings) < 2:
        return []
    found: list[Named] = []
    fit = {one.subject for one in standings[0].placed if qualified(page, one)}
    moved = [one for one in moves(standings[0], standings[1], by=page.by) if _gain(one, page.by) > 0]
    for one in moved:
        ahead = sum(_gain(other, page.by) > _gain(one, page.by) for other in moved if other.klass == one.klass)
        ranked = sum(other.klass == one.klass and other.place is not None for other in standings[0].placed)
        if ahead < page.many(ranked) and one.subject in fit:
            found.append(Named(subject=one.subject, name=one.name, klass=one.klass, why=one.said))
    return found


def _gain(one: Moved, by: str) -> Fraction | int:
    return one.points if by == "points" else one.places
