"""How a kind of measure is declared: unit and arguments beside the function that reckons it, its words in a table."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, create_model

from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.measures.measured import Measured, Unit

if TYPE_CHECKING:
    pass

ANYTHING = frozenset({"project", "area"})


class Use(Page):
    """A measure as a book uses it: its kind, a name of the city's own, and the kind's arguments."""

    kind: str
    zh: str = Field("", description="名称，省略时用种类名 / name; the kind's where left out")
    en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of measure; ``says`` are its sentences by case (empty: the usual one), ``least`` its smallest value."""

    code: str
    theme: str
    of: frozenset[str]
    title: Sentence
    meaning: Sentence
    unit: "Unit | Callable[[Any, Any], Unit]"
    use: type[Use]
    reckon: Callable[[Any, Any], Measured]
    says: Mapping[str, Sentence]
    absent: Sentence
    example: str
    least: int | None = None

    @property
    def alone(self) -> bool:
        """Whether it needs no arguments, and so may be named by its own code."""
        return not any(field.is_required() for name, field in self.use.model_fields.items() if name != "kind")

    def unit_of(self, use: Use, book: Any) -> Unit:
        """The unit its values have, as the arguments say."""
        return self.unit if isinstance(self.unit, Unit) else self.unit(use, book)


REGISTRY: dict[str, Kind] = {}
WORDING: dict[str, Any] = tomllib.loads((Path(__file__).parent / "wording.toml").read_text(encoding="utf-8"))


def measure(
    code: str, *, of: str, unit: "Unit | Callable[[Any, Any], Unit]", use: type[Use], least: int | None = None
) -> Callable[[Callable[[Any, Any], Measured]], Callable[[Any, Any], Measured]]:
    """Declare a kind of measure of ``of`` (project, area or both); the function below it reckons the answer."""

    def declare(reckon: Callable[[Any, Any], Measured]) -> Callable[[Any, Any], Measured]:
        words = WORDING[code]
        literal: Any = Literal[code]
        REGISTRY[code] = Kind(
            code=code, theme=words["theme"], of=ANYTHING if of == "both" else frozenset({of}),
            title=Sentence(words["zh"], words["en"]), meaning=Sentence(**words["means"]), unit=unit,
            use=create_model(f"Use_{code}", __base__=use, __doc__=use.__doc__, kind=(literal, code)),
            reckon=reckon, says={_case(case): Sentence(**pair) for case, pair in words["says"].items()},
            absent=Sentence(**words["absent"]), example=words["example"].strip(), least=least,
        )  # fmt: skip
        return reckon

    return declare


def _case(name: str) -> str:
    return "" if name == "usual" else name
