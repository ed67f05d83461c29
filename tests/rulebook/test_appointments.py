"""Who may hold and lend what: three administrators are three people, and a delegation is short and not passed on."""

from datetime import date, timedelta
from typing import Any

import pytest

from ballast.rulebook.appointments import Held, Lent, Spell, why_not_appoint, why_not_delegate
from ballast.rulebook.powers import HOLDERS, Power
from ballast.rulebook.terms import ADMINISTRATORS, Role

TODAY = date(2025, 8, 1)
YEAR = Spell(date(2025, 1, 1), date(2025, 12, 31))
OPEN = Spell(date(2025, 6, 1))


@pytest.mark.parametrize("first", Role)
@pytest.mark.parametrize("second", Role)
def test_an_administrator_is_nothing_else(first: Role, second: Role) -> None:
    why = why_not_appoint(Held(second, OPEN, 2), [Held(first, YEAR, 1)])
    assert (why is not None) == bool({first, second} & ADMINISTRATORS)


def test_one_after_the_other_is_no_combination() -> None:
    after = Held(Role.AUDIT_ADMIN, Spell(date(2026, 1, 1)))
    assert why_not_appoint(after, [Held(Role.REPORTER, YEAR)]) is None
    assert why_not_appoint(Held(Role.AUDIT_ADMIN, Spell(date(2025, 12, 31))), [Held(Role.REPORTER, YEAR)]) is not None


def test_the_same_twice_and_an_end_before_the_start_are_refused() -> None:
    assert why_not_appoint(Held(Role.REPORTER, OPEN, 3), [Held(Role.REPORTER, YEAR, 3)]) is not None
    assert why_not_appoint(Held(Role.REPORTER, OPEN, 3), [Held(Role.REPORTER, YEAR, 4)]) is None
    assert why_not_appoint(Held(Role.REPORTER, Spell(TODAY, date(2025, 7, 31))), []) is not None


def test_who_stands_in_becomes_no_administrator() -> None:
    assert why_not_appoint(Held(Role.AUDIT_ADMIN, OPEN), [], [YEAR]) is not None
    assert why_not_appoint(Held(Role.REPORTER, OPEN), [], [YEAR]) is None


def lent(**changed: Any) -> Lent:
    """A proper delegation of a month, but for what is ``changed``."""
    proper = {
        "powers": [Power.REPORT], "since": TODAY, "until": date(2025, 8, 31), "giver": [Held(Role.REPORTER, YEAR)],
        "taker": [Held(Role.LEADER, YEAR)], "lendable": [Power.REPORT, Power.READ],
    }  # fmt: skip
    return Lent(**(proper | changed))


def test_a_proper_delegation_is_allowed() -> None:
    assert why_not_delegate(lent(), on=TODAY) is None
    assert why_not_delegate(lent(powers=None), on=TODAY) is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"to_oneself": True}, "本人"),
        ({"until": None}, "截止日期"),
        ({"since": TODAY - timedelta(days=1)}, "倒填"),
        ({"until": TODAY - timedelta(days=1)}, "早于"),
        ({"until": TODAY + timedelta(days=367)}, "一年"),
        ({"giver": [Held(Role.SYSTEM_ADMIN, YEAR)]}, "管理员"),
        ({"taker": [Held(Role.AUDIT_ADMIN, YEAR)]}, "管理员"),
        ({"powers": []}, "至少"),
        ({"powers": [Power.AUDIT]}, "管理权限"),
        ({"powers": [Power.SEAL]}, "转委托"),
        ({"powers": None, "lendable": []}, "没有本人的岗位"),
    ],
)
def test_what_a_delegation_may_not_be(changed: dict[str, Any], said: str) -> None:
    why = why_not_delegate(lent(**changed), on=TODAY)
    assert why is not None and said in why.zh


def test_no_administrator_holds_a_power_over_business() -> None:
    for power, roles in HOLDERS.items():
        assert roles, f"nobody holds {power}"
        assert not roles & ADMINISTRATORS or roles <= ADMINISTRATORS and len(roles) == 1, power
