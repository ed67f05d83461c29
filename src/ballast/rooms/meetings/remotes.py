"""Telephones that turn the screen of one meeting; no fact, but who may reach it just now.

A code is shown on the screen and works once, for a few minutes; the telephone that takes it gets a token of its own. Of
both only hashes are kept. The token is signed as well, so that a made-up one is turned away before the table is asked.
"""

import re
import secrets
from datetime import timedelta
from hashlib import sha256

from django.core.signing import BadSignature, Signer
from django.db import models

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that reads like another
CODE_LENGTH, CODE_LASTS = 8, timedelta(minutes=3)
TOKEN_BYTES, LONGEST = 24, timedelta(hours=12)
SIGNER = Signer(salt="ballast.meetings.remote")


class Remote(models.Model):
    """One telephone, from the code that was shown for it; ``asked_by`` is the account that answers for it."""

    meeting = models.CharField(max_length=20, db_index=True)
    code = models.CharField(max_length=64, unique=True)
    token = models.CharField(max_length=64, null=True, unique=True)
    asked_by = models.CharField(max_length=150)
    shown_at = models.DateTimeField()
    device = models.CharField(max_length=120, blank=True)
    taken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


def new_code() -> str:
    """A code a person can type: eight letters in two halves."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def new_token() -> str:
    """What a telephone carries: random bits and our signature over them."""
    return SIGNER.sign(secrets.token_urlsafe(TOKEN_BYTES))


def hash_of_code(code: str) -> str:
    """What is kept of a code, however it was typed."""
    return _hash(re.sub(r"[^A-Z0-9]", "", code.upper()))


def hash_of_token(token: str) -> str:
    """What is kept of a token; empty for one that we did not sign."""
    try:
        return _hash(SIGNER.unsign(token))
    except BadSignature:
        return ""


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
