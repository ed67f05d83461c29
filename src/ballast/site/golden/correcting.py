"""One slip that counts: May was sealed with an amount reported twice over; edition 2 says it right.

It is over before June is reported, so that no later month knows of it.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from ballast import month as months
from ballast.kit.money import WAN
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import actions, queries
from ballast.rulebook.terms import Basis
from ballast.site.golden.accounts import OFFICE, reviewer
from ballast.site.golden.places import BY_SLUG
from ballast.site.golden.reports_of import TWICE_OVER
from ballast.site.golden.telling import moment
from ballast.site.golden.under_review import seated

PROJECT, MONTH = TWICE_OVER
COUNTY = "wangchao"
Act = tuple[datetime, Callable[[], object]]


def after_the_seal(month: str) -> Iterator[Act]:
    """What follows the seal of the month: one act, two days later, approved in the afternoon."""
    if month == MONTH:
        yield moment(month, 12, 9, 20), _correct


def _correct() -> None:
    """The county's office files it in the morning; the city's office approves it, and the month is sealed again."""
    filed, approved = moment(MONTH, 12, 9, 20), moment(MONTH, 12, 15, 40)
    project = next(one for one, card in registry.profiles(held=EVERYWHERE).items() if card.name == PROJECT)
    reported = queries.standing_reports(project, Basis.DECLARED)[MONTH].month_completed or 0
    serial = registry.serials([project])[project]
    slip = actions.file_slip(
        MONTH, serial, field="month_completed", new=f"{reported / 2 / WAN:g}",
        reason="同一笔工程进度款在两张付款凭证上重复计入", evidence="监理月报 2025-05 第 6 页、付款凭证两份",
        official=seated(reviewer(BY_SLUG[COUNTY]), filed), at=filed,
    )  # fmt: skip
    months.approve(slip.id, official=seated(OFFICE, approved), at=approved)
