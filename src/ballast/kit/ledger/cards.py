"""From frozen cards to facts: a card's fields bear the names of its fact's columns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from ballast.kit.ledger.journal import Recorded, Writer
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


def record_cards(fact_of: Mapping[type, type[Fact]], cards: "Iterable[DataclassInstance]", writer: Writer) -> Recorded:
    """Record cards of several kinds, kind by kind, each as the fact its kind stands for."""
    done = Recorded()
    by_kind: dict[type, list[DataclassInstance]] = {}
    for card in cards:
        by_kind.setdefault(type(card), []).append(card)
    for kind, group in by_kind.items():
        done += writer.record(facts_of(fact_of[kind], group))
    return done
