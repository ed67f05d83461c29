"""Passwords as they are kept, and those that serve once."""

import secrets

from django.contrib.auth.hashers import PBKDF2PasswordHasher, make_password

# Without letters and digits that a person takes for one another on paper.
ALPHABETS = ("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789")
LENGTH = 14
# 14 characters by chance (some 80 bits) cannot be guessed however fast the hash, so a list of 500 accounts need not
# wait minutes for slow ones; the first sign-in hashes anew with the full number of rounds.
ROUNDS = 1_000


def encoded(password: str | None) -> str:
    """A password as it is kept; None is one that nobody can sign in with."""
    return make_password(password)


def one_time() -> tuple[str, str]:
    """A password by chance that serves until the first sign-in: as it is told, and as it is kept."""
    chance = secrets.SystemRandom()
    letters = [chance.choice(alphabet) for alphabet in ALPHABETS]
    letters += [chance.choice("".join(ALPHABETS)) for _ in range(LENGTH - len(letters))]
    chance.shuffle(letters)
    told = "".join(letters)
    hasher = PBKDF2PasswordHasher()
    return told, hasher.encode(told, hasher.salt(), iterations=ROUNDS)
