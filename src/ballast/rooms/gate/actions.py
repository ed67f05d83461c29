"""The verbs of the gate and their refusals, each explained where it is written."""

from ballast.rooms.gate.entering import UseSingleSignOn, WrongPassword, confirm, enter
from ballast.rooms.gate.factors import (
    FactorNeeded,
    SecretsLost,
    WrongCode,
    add_factor,
    pass_factor,
    remove_factor,
    renew_codes,
)
from ballast.rooms.gate.locking import TooManyFailures
from ballast.rooms.gate.passwords import BadPassword, change_password
from ballast.rooms.gate.resetting import NoSuchAccount, OwnAccount, reset_factor, reset_password, unlink, unlock
from ballast.rooms.gate.single_sign_on import SignOnRefused, enter_by_claim, refused
from ballast.rooms.gate.sittings import begin, expire, leave, miss, move

__all__ = [
    "BadPassword", "FactorNeeded", "NoSuchAccount", "OwnAccount", "SecretsLost", "SignOnRefused", "TooManyFailures",
    "UseSingleSignOn", "WrongCode", "WrongPassword", "add_factor", "begin", "change_password", "confirm", "enter",
    "enter_by_claim", "expire", "leave", "miss", "move", "pass_factor", "refused", "remove_factor", "renew_codes",
    "reset_factor", "reset_password", "unlink", "unlock",
]  # fmt: skip
