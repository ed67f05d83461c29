"""From a month's projects to the subjects of a score sheet: each measure's reading, and what was noted of each."""

from collections import defaultdict
from datetime import datetime

from ballast.kit.sentence import Sentence
from ballast.rooms.league import scored
from ballast.rooms.league.models import Deed as DeedFact
from ballast.rooms.people import queries as people
from ballast.rooms.supervision.queries import Scales
from ballast.rulebook import months
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.scoring import Deed, Subject
from ballast.rulebook.scoring.reading import subject

LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def subjects(scales: Scales, code: str, *, at: datetime | None) -> list[Subject]:
    """Whom the sheet ``code`` ranks, with the readings of every measure it looks at."""
    sheet = scales.book.scoring[code]
    noted = deeds(sheet, scales.seen.month, at=at)
    weighed = scales.weigh(sheet.of, tables=scored.reads_tables(scales.book, code))
    return [subject(one.see, code, deeds=tuple(noted.get(one.code, ()))) for one in weighed]


def times_noted(month: str, kind: str, *, at: datetime | None) -> dict[str, Number | None]:
    """How many times a kind of deed was noted in a month, by area code: of every area, nought where none was."""
    found: dict[str, Number | None] = {area.code: 0 for area in people.areas()}
    facts = DeedFact.objects.known(at).filter(month=month, revoked_on__isnull=True, kind=kind)
    for code, times in facts.values_list("area__code", "times"):
        found[code] = (found[code] or 0) + times
    return found


def deeds(sheet: Sheet, month: str, *, at: datetime | None) -> dict[str, list[Deed]]:
    """What stands of the deeds of each area in the months a sheet covers, by area code; of kinds the sheet counts."""
    covered = [months.before(month, back) for back in range(LENGTH[sheet.when])]
    facts = DeedFact.objects.known(at).filter(month__in=covered, revoked_on__isnull=True, kind__in=sheet.deeds)
    found: defaultdict[str, list[Deed]] = defaultdict(list)
    for fact in facts.select_related("area").order_by("number"):
        found[fact.area.code].append(
            Deed(code=fact.kind, times=fact.times, said=Sentence(fact.reason, fact.reason), ref=fact.number)
        )
    return found
