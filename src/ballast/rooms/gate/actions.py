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
from ballast.rooms.gate.tokens import TokenRefused, issue_token, revoke_token

__all__ = [
    "BadPassword", "FactorNeeded", "NoSuchAccount", "OwnAccount", "SecretsLost", "SignOnRefused", "TokenRefused",
    "TooManyFailures", "UseSingleSignOn", "WrongCode", "WrongPassword", "add_factor", "begin", "change_password",
    "confirm", "enter", "enter_by_claim", "expire", "issue_token", "leave", "miss", "move", "pass_factor",
    "refused", "remove_factor", "renew_codes", "reset_factor", "reset_password", "revoke_token", "unlink", "unlock",
]  # fmt: skip
