"""Texts that nobody may read who has only the database: sealed by the signing key of this installation."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


class SecretLost(Refusal):
    """A sealed text was sealed by another key than this installation has."""


def sealed(text: str, *, purpose: str) -> str:
    """``text`` sealed; what is sealed for one purpose cannot be opened for another."""
    return _box(purpose).encrypt(text.encode()).decode()


def opened(token: str, *, purpose: str) -> str:
    """The text that was sealed. Raises SecretLost."""
    try:
        return _box(purpose).decrypt(token.encode()).decode()
    except InvalidToken as error:
        raise SecretLost(
            Sentence("存放的密文打不开（签名密钥已更换），请重新填写",
                     "What is kept sealed cannot be opened (another signing key); enter it anew"),
            where=purpose, code="secret_lost",
        ) from error  # fmt: skip


def _box(purpose: str) -> Fernet:
    key = HKDF(SHA256(), 32, salt=None, info=f"ballast {purpose}".encode()).derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))
