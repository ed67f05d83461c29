"""Invented codes of valid form: credit codes with a true check digit, project codes."""

from datetime import date
from random import Random

from stdnum.cn import uscc

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
AGENCY, ENTERPRISE = "11", "91"
APPROVED, RECORDED = "01", "04"


def credit_code(region: str, public: bool, chance: Random) -> str:
    """A unified social credit code registered in ``region``, by GB 32100: a public body's, or an enterprise's."""
    body = "".join(chance.choice(LETTERS) for _ in range(9))
    stem = f"{AGENCY if public else ENTERPRISE}{region}{body}"
    return stem + str(uscc.calc_check_digit(stem))


def project_code(region: str, filed: date, public: bool, serial: int, chance: Random) -> str:
    """A project code: approved projects carry type 01, recorded ones 04."""
    kind = APPROVED if public else RECORDED
    return (
        f"{filed:%y%m}-{region}-{chance.choice(('04', '07', '89'))}-{kind}-{serial:05d}{chance.choice('0123456789X')}"
    )
