"""What the pages of people are asked: by whom, and days and files as forms carry them."""

from datetime import date

from django.http import HttpRequest
from django.utils.dateparse import parse_date

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power

LARGEST = 5 * 1024 * 1024


def by(request: HttpRequest, power: Power) -> OfficialCard:
    """The official asking, who must hold the power."""
    return queries.require(queries.official_of(request.user, on=clock.today()), power)


def day(text: str) -> date:
    """The day a form carries. Raises Refusal for what is none."""
    found = day_or_none(text)
    if found is None:
        said = Sentence("请选择日期，如 2025-08-01", "Choose a day, such as 2025-08-01")
        raise Refusal(said, where=text[:20], code="no_day")
    return found


def day_or_none(text: str) -> date | None:
    """The day a form carries; None for nothing, and for what is no day."""
    try:
        return parse_date(text.strip())
    except ValueError:
        return None


def file(request: HttpRequest) -> tuple[bytes, str]:
    """The bytes and the name of the workbook uploaded. Raises Refusal for none, and for one that is too large."""
    found = request.FILES.get("file")
    if found is None:
        raise Refusal(Sentence("请先选择一个文件", "Choose a file first"), code="no_file")
    if found.size is None or found.size > LARGEST:
        said = Sentence("名册超过 5 MB，请只保留名册一张表", "The roster is over 5 MB; keep its one sheet")
        raise Refusal(said, where=found.name or "", code="too_large")
    return found.read(), found.name or ""
