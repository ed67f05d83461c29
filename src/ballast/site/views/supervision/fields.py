"""Reading the fields of a posted form: days and texts, with a sentence for what is neither."""

from datetime import date

from django.http import HttpRequest
from django.utils.dateparse import parse_date

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


def text(request: HttpRequest, name: str) -> str:
    """A posted text, without spaces around it."""
    return str(request.POST.get(name, "")).strip()


def day(request: HttpRequest, name: str) -> date | None:
    """A posted day, None where it is left empty. Raises Refusal for what is no day."""
    said = text(request, name)
    if not said:
        return None
    try:
        found = parse_date(said)
    except ValueError:
        found = None
    if found is None:
        raise Refusal(
            Sentence(f"“{said}”不是日期；应写作 2025-07-31", f"{said!r} is no day; write it as 2025-07-31"),
            where=name, code="no_day",
        )  # fmt: skip
    return found


def wanted_day(request: HttpRequest, name: str) -> date:
    """A posted day that must be there. Raises Refusal."""
    found = day(request, name)
    if found is None:
        raise Refusal(Sentence("请填写日期", "Give the day"), where=name, code="no_day")
    return found
