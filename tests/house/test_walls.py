"""What the import contracts cannot say: faces of rooms, the rulebook's diet, views that decide nothing."""

import ast
import sys

from house.source import Module, modules

FACES = {"actions", "queries", "cards"}
RULEBOOK_EATS = {"pydantic", "pydantic_core", "stdnum", "rapidfuzz"}


def foreign(module: Module) -> list[str]:
    """Imports of ``module`` that reach behind the face of another room."""
    reached = []
    for line, name in module.imports:
        parts = name.split(".")
        if parts[:2] != ["ballast", "rooms"] or len(parts) < 3 or parts[2] == module.room:
            continue
        if len(parts) < 4 or parts[3] not in FACES:
            reached.append(f"{module.path}:{line} imports {name}")
    return reached


def test_from_another_room_only_actions_queries_and_cards() -> None:
    reached = [place for module in modules() for place in foreign(module)]
    assert not reached, "models, facts, forms and views are private to their room:\n  " + "\n  ".join(reached)


def test_the_check_sees_a_private_import() -> None:
    code = "from ballast.rooms.registry.models import Project\nfrom ballast.rooms.registry import queries\n"
    module = Module("src/ballast/rooms/figures/actions.py", code, ast.parse(code))
    assert len(foreign(module)) == 1


def impure(module: Module, above: tuple[str, ...] = ()) -> list[str]:
    """Imports of ``module`` that are neither standard library, pure, rulebook nor kit of the same diet."""
    strange = []
    for line, name in module.imports:
        if name.split(".")[0] in sys.stdlib_module_names | RULEBOOK_EATS or name.startswith("ballast.rulebook"):
            continue
        eaten = [m for m in modules("src/ballast/kit") if f"{name}.".startswith(f"{m.dotted}.")]
        nearest = max(eaten, key=lambda m: len(m.dotted), default=None)
        if nearest is None or (nearest.dotted not in above and impure(nearest, (*above, nearest.dotted))):
            strange.append(f"{module.path}:{line} {name}")
    return strange


def test_the_rulebook_lives_on_the_standard_library_and_pydantic() -> None:
    strange = [place for module in modules("src/ballast/rulebook") for place in impure(module)]
    assert not strange, f"not for the rulebook: {strange}"


def test_the_check_sees_what_the_rulebook_may_not_eat() -> None:
    code = "import json\nfrom ballast.kit.sentence import Sentence\nfrom ballast.kit.ledger.models import Fact\n"
    module = Module("src/ballast/rulebook/x.py", code + "import django\n", ast.parse(code + "import django\n"))
    assert [place.split()[-1] for place in impure(module)] == ["ballast.kit.ledger.models.Fact", "django"]


def test_nothing_happens_by_signal() -> None:
    deaf = [f"{m.path}:{line}" for m in modules() for line, name in m.imports if _is_signal(name)]
    assert not deaf, f"what happens in sequence is written in sequence: {deaf}"


def _is_signal(name: str) -> bool:
    return name.startswith(("django.dispatch", "django.db.models.signals", "django.core.signals"))


def test_views_and_api_touch_no_table() -> None:
    touched = []
    for module in modules():
        if module.part not in ("views", "api") and not module.dotted.startswith("ballast.site.views"):
            continue
        touched += [f"{module.path}:{line} imports {name}" for line, name in module.imports if _is_table(name)]
        touched += [
            f"{module.path}:{node.lineno} .{node.attr}"
            for node in module.nodes
            if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager")
        ]
    assert not touched, "a view makes one call, an action or a query:\n  " + "\n  ".join(touched)


def test_what_a_person_may_see_is_asked_by_their_reach_alone() -> None:
    """``registry.queries.reach`` is the one door to projects; areas alone would forget those named one by one."""
    around = [
        f"{module.path}:{node.lineno}"
        for module in modules()
        if module.room != "people" and module.dotted != "ballast.rooms.registry.reach"
        for node in module.nodes
        if isinstance(node, ast.Attribute) and node.attr == "visible_area_codes"
    ]
    assert not around, f"take registry.queries.reach(...) instead: {around}"


def _is_table(name: str) -> bool:
    parts = name.split(".")
    private = parts[:2] == ["ballast", "rooms"] and len(parts) > 3 and parts[3] in ("models", "facts")
    return private or name.startswith(("django.db.", "ballast.kit.ledger.models"))
