"""Who may come in, and how: passwords, the lock, the second factor and sessions (等保 level 3, application items)."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.terms import ADMINISTRATORS, Role

DEFAULT = Path(__file__).parents[3] / "policies" / "default" / "entry.toml"


class FaultyRules(Refusal):
    """Rules of entry that cannot be followed; ``where`` is the file and the key."""


class Local(Word):
    """Who may still come in by a password of this house where there is single sign-on."""

    EVERYONE = "everyone", "所有人", "everyone"
    ADMINISTRATORS = "administrators", "仅管理员", "administrators only"


class EntryRules(BaseModel):
    """What one city asks of everyone who comes in; every number is a default of ours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    password_length: int = Field(10, ge=8, le=64)
    password_classes: int = Field(3, ge=1, le=4, description="of small and capital letters, digits, other characters")
    passphrase_length: int = Field(20, ge=16, le=64, description="from which on the classes are not asked for")
    password_history: int = Field(5, ge=1, le=24, description="how many earlier passwords may not come again")
    password_days: int = Field(90, ge=0, le=730, description="after which a password is changed; 0 is never")
    failures: int = Field(5, ge=3, le=10, description="wrong passwords in a row that lock a name")
    address_failures: int = Field(
        30, ge=10, le=1000, description="failures that close an address to whoever is new to it"
    )
    lock_minutes: int = Field(15, ge=5, le=1440)
    idle_minutes: int = Field(30, ge=1, le=480, description="without a request, after which a session ends")
    session_hours: int = Field(8, ge=1, le=24, description="after which a session ends whatever is done in it")
    second_factor: frozenset[Role] = Field(frozenset(), description="the roles that need one")
    local: Local = Local.EVERYONE

    def needs_factor(self, roles: Iterable[Role]) -> bool:
        """Whether a person of these roles must have a second factor."""
        return not self.second_factor.isdisjoint(roles)

    def may_use_password(self, roles: Iterable[Role], *, single_sign_on: bool) -> bool:
        """Whether a password of this house lets a person in, where there is (or is not) single sign-on."""
        return not single_sign_on or self.local is Local.EVERYONE or not ADMINISTRATORS.isdisjoint(roles)


def load(path: Path) -> EntryRules:
    """Read the rules of a city; raises FaultyRules naming the file and the key of the first fault."""
    try:
        return EntryRules.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise _faulty(str(path), f"{fault}") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        raise _faulty(f"{path} {'.'.join(map(str, first['loc']))}", f"{first['msg']}（{first['input']!r}）") from fault


def _faulty(where: str, said: str) -> FaultyRules:
    sentence = Sentence(f"登录规则不合要求：{said}", f"These rules of entry cannot be followed: {said}")
    return FaultyRules(sentence, where=where, code="faulty_rules")
