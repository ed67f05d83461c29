"""Cards as JSON: words by their codes, sentences in both languages, dates and moments in ISO text, amounts in 元.

Of phone numbers in texts a program gets the ends alone; what it sends back so leaves them as they stand.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from ballast.kit.phones import masked
from ballast.kit.sentence import Sentence

DROPPED = frozenset({"project_id", "row"})  # ids of ours say nothing outside; serials do


def plain(what: Any) -> Any:
    """``what`` as JSON."""
    if isinstance(what, Sentence):
        return {"zh": masked(what.zh), "en": masked(what.en)}
    if is_dataclass(what) and not isinstance(what, type):
        return {one.name: plain(getattr(what, one.name)) for one in fields(what) if one.name not in DROPPED}
    if isinstance(what, Mapping):
        return {str(key): plain(value) for key, value in what.items()}
    if isinstance(what, list | tuple | set | frozenset):
        return [plain(one) for one in what]
    if isinstance(what, Enum):
        return str(what)
    if isinstance(what, str):
        return masked(what)
    if isinstance(what, datetime | date):
        return what.isoformat()
    return str(what) if isinstance(what, Decimal | Fraction) else what
