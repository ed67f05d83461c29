"""The rule of a tour, kept with it: a later book, or a later version of ours, changes no tour that was planned."""

import json
from fractions import Fraction
from typing import Any

from ballast.rulebook.books.tours import Tour as Rule

OF_THE_DAY = {"eligible", "groups"}  # asked of the book in force when a project is put forward; fixed in the plan


def kept(rule: Rule) -> dict[str, Any]:
    """The chapter as plain data, numbers exact."""
    found: dict[str, Any] = json.loads(json.dumps(rule.model_dump(exclude=OF_THE_DAY), default=str))
    return found


def rule_of(said: dict[str, Any]) -> Rule:
    """The chapter as it was kept."""
    difficulty = {
        name: Fraction(value) if name.startswith("at_") else value for name, value in said["difficulty"].items()
    }
    return Rule.model_validate(said | {"difficulty": difficulty})
