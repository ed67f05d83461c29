"""The standing: subjects ranked by a sheet of the book in a month."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Absent
from ballast.rulebook.scoring.adding import bounded, multiplied, taken
from ballast.rulebook.scoring.bounding import certain, said
from ballast.rulebook.scoring.cards import Part, Placed, Standing, Subject, Taken
from ballast.rulebook.scoring.faults import no_class, no_sheet, twice, two_classes
from ballast.rulebook.scoring.group import Group
from ballast.rulebook.scoring.placing import keys, places
from ballast.rulebook.scoring.reading import needed
from ballast.rulebook.scoring.vetoing import brought_to_nought


def standing(book: Book, sheet: str, month: str, subjects: Sequence[Subject]) -> Standing:
    """The subjects ranked by ``sheet`` in ``month``; raises NotRankable where they do not fit it."""
    page = book.scoring.get(sheet)
    if page is None:
        raise no_sheet(sheet, "、".join(book.scoring))
    weights = page.weights(month)
    placed = [
        one for klass, group in _classes(book, sheet, page, subjects)
        for one in _group(sheet, klass, Group(book, page, weights, group))
    ]  # fmt: skip
    return Standing(
        sheet=sheet, name=page.label, month=month, weights=weights, placed=tuple(placed), confidence=page.confidence,
        certainty=said(page, placed),
    )  # fmt: skip


def _classes(book: Book, code: str, sheet: Sheet, subjects: Sequence[Subject]) -> Iterator[tuple[str, list[Subject]]]:
    """Those ranked together: all, or each class in the order of the sheet."""
    seen: set[str] = set()
    found: dict[str, list[Subject]] = {klass: [] for klass in sheet.classes or ("",)}
    for one in sorted(subjects, key=lambda subject: subject.code):
        if one.code in seen:
            raise twice(one.name, code)
        seen.add(one.code)
        held = [klass for klass in sheet.classes if klass in one.classes]
        if sheet.classes and len(held) != 1:
            names = "、".join(book.area_classes[klass].zh for klass in (held or sheet.classes))
            raise two_classes(one.name, code, names) if held else no_class(one.name, code, names)
        found[held[0] if held else ""].append(one)
    yield from found.items()


def _group(code: str, klass: str, group: Group) -> Iterator[Placed]:
    """The subjects of one class: ranked by place, then those not ranked."""
    deeds = {one.code: taken(code, group.sheet, one) for one in group.ranked}
    parts = {one.code: tuple(group.parts(one.code)) for one in group.ranked}
    for one in group.ranked:
        deeds[one.code] += multiplied(group.sheet, one, _sum(parts[one.code]) + group.sheet.base)
        scored = _sum(parts[one.code]) + _sum(deeds[one.code])
        deeds[one.code] += bounded(group.sheet, scored)
        scored = _sum(parts[one.code]) + _sum(deeds[one.code])
        deeds[one.code] += brought_to_nought(group.sheet, one, scored)
    points = {code: _sum(found) + _sum(deeds[code]) for code, found in parts.items()}
    looked = needed(group.book, code)
    by = keys(group, points)
    where, sure = places(by, dense=group.sheet.ties == "dense"), certain(group, points, by)
    for one in sorted(group.ranked, key=lambda subject: where[subject.code][0]):
        (place, tied), held = where[one.code], sure[one.code]
        yield Placed(
            subject=one.code, name=one.name, klass=klass, points=points[one.code], place=place, tied=tied,
            tier=held.tier, low=held.low, high=held.high, spread=held.spread, parts=parts[one.code],
            deeds=tuple(deeds[one.code]), missing=_missing(group, one.code), told=_told(one, looked),
        )  # fmt: skip
    for one in group.unranked:
        yield Placed(
            subject=one.code, name=one.name, klass=klass, missing=_missing(group, one.code), why=group.out[one.code]
        )


def _sum(found: Iterable[Part | Taken]) -> Fraction:
    return sum((one.points for one in found), Fraction(0))


def _told(subject: Subject, measures: Iterable[str]) -> dict[str, Number]:
    """The values of measures that are known of a subject."""
    found = {code: subject.readings[code].value for code in measures if code in subject.readings}
    return {code: value for code, value in found.items() if value is not None}


def _missing(group: Group, subject: str) -> tuple[str, ...]:
    """The indicators for which a fact is missing."""
    found = group.entries[subject].items()
    return tuple(code for code, one in found if Absent.MISSING in (one.reading.absent, one.second.absent))
