"""Whether a month is open or sealed."""

from datetime import datetime

from ballast.kit.ledger.models import Seal
from ballast.kit.words import Word


class MonthState(Word):
    """A month takes reports until it is sealed, and correction slips after."""

    OPEN = "open", "未封账", "open"
    SEALED = "sealed", "已封账", "sealed"


def is_sealed(month: str) -> bool:
    """Whether ``month`` has a seal."""
    return Seal.objects.filter(subject=month).exists()


def sealed_months(year: int) -> frozenset[str]:
    """The months of a year that have a seal."""
    return frozenset(Seal.objects.filter(subject__startswith=f"{year}-").values_list("subject", flat=True))


def every_sealed_month() -> list[str]:
    """Every month that has a seal, the newest first."""
    return sorted(set(Seal.objects.filter(subject__regex=r"^[0-9]{4}-[0-9]{2}$").values_list("subject", flat=True)))[
        ::-1
    ]


def last_sealed() -> str:
    """The latest month that has a seal; empty for none."""
    return Seal.objects.order_by("-subject").values_list("subject", flat=True).first() or ""


def first_sealed(month: str) -> datetime | None:
    """The moment ``month`` was first sealed; None while it is open."""
    return Seal.objects.filter(subject=month).order_by("id").values_list("moment", flat=True).first()


def month_state(month: str) -> MonthState:
    """The state of ``month``."""
    return MonthState.SEALED if is_sealed(month) else MonthState.OPEN
