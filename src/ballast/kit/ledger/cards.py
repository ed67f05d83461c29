"""From frozen cards to facts: a card's fields bear the names of its fact's columns."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from ballast.kit.ledger.models import Fact

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AnyFact = TypeVar("AnyFact", bound=Fact)


def facts_of(model: type[AnyFact], cards: "Iterable[DataclassInstance]") -> Iterator[AnyFact]:
    """A fact of ``model`` for every card, its values taken by name."""
    names: list[str] | None = None
    for card in cards:
        names = names or [field.name for field in fields(card)]
        values: dict[str, Any] = {name: getattr(card, name) for name in names}
        yield model(**values)
