"""Reading: what the measures of a sheet come to for one area or group of projects, and without each of its projects."""

from ballast.rulebook.books.book import Book
from ballast.rulebook.books.subjects import rests_on_projects
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Measured, Unit
from ballast.rulebook.scoring.cards import Deed, Reading, Subject
from ballast.rulebook.scoring.less import Less, without
from ballast.rulebook.scoring.normalising import second_of
from ballast.rulebook.sight.area import AreaSight
from ballast.rulebook.telling.measures import arithmetic

# Leaving out more single projects than this says little more and costs with the square of their number.
MOST_LEFT_OUT = 30


def asked(book: Book, code: str) -> list[str]:
    """Every measure of the book that the sheet ``code`` and its lists look at, each once."""
    sheet = book.scoring[code]
    found = [code for one in sheet.indicators.values() for code in (one.measure, second_of(one.by))]
    found += [sheet.factor, *(floor.measure for floor in sheet.floors)]
    found += [kind.measure for kind in sheet.deeds.values()]
    found += [broken for broken in sheet.tie_breakers if broken not in sheet.indicators]
    return [one for one in dict.fromkeys([*found, *needed(book, code)]) if one]


def needed(book: Book, code: str) -> list[str]:
    """The measures that the lists of a sheet look at beside its points, each once."""
    lists = [page for page in book.honours.values() if page.sheet == code]
    return list(dict.fromkeys(need.measure for page in lists for need in page.needs))


def subject(see: AreaSight, sheet: str, *, deeds: tuple[Deed, ...] = ()) -> Subject:
    """An area (or a group of projects gathered as one) as a subject of a sheet of its book."""
    book = see.rules.book
    codes = asked(book, sheet)
    less = without(see, MOST_LEFT_OUT)
    return Subject(
        code=see.facts.code, name=see.facts.name or see.facts.code, deeds=deeds,
        classes=book.classes_of(see.facts.code, see.facts.name),
        readings={code: _read(see, code, less) for code in codes},
    )  # fmt: skip


def _read(see: AreaSight, code: str, less: list[Less]) -> Reading:
    found, rests = see.measure(code), rests_on_projects(see.rules.book, code)
    left = tuple(_left(one, code) for one in less) if rests and found.value is not None else ()
    return Reading(
        value=found.value, absent=found.absent, base=_base(see, found, rests=rests), without=left,
        said=arithmetic(see.rules.book, code, found),
    )  # fmt: skip


def _left(see: Less, code: str) -> float | None:
    value = see.measure(code).value
    return None if value is None else float(value)


def _base(see: AreaSight, found: Measured, *, rests: bool) -> Number | None:
    """What a share was taken of: all that was looked among, the second count of a ratio, else the projects."""
    told = next((one for one in found.inputs if one.name == "all"), None)
    told = told or next((one for one in found.inputs if one.name == "second" and one.unit is Unit.COUNT), None)
    if told is not None:
        return told.number
    return len(see.facts.projects) if rests else None
