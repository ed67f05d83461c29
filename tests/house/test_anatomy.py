"""Learn one room, know all."""

import pytest

from house.source import PACKAGE, ROOMS, modules, rooms

NAMELESS = {"utils", "util", "helpers", "helper", "services", "service", "common", "misc", "base", "core"}
ANATOMY = {
    "__init__.py", "README.md", "apps.py", "models.py", "actions.py", "queries.py", "facts.py", "forms.py",
    "views.py", "api.py", "urls.py", "admin.py", "cards.py", "handbook.py",
    "migrations", "templates", "static", "templatetags", "models", "actions", "queries", "facts", "cards",
    "forms", "views", "api",
}  # fmt: skip
ROOM_NAMES = [room.name for room in rooms()]


def test_no_file_has_a_name_that_says_nothing() -> None:
    named = [path for path in PACKAGE.rglob("*") if path.stem in NAMELESS and "templates" not in path.parts]
    assert not named, f"name the concept instead: {[str(path.relative_to(PACKAGE)) for path in named]}"


@pytest.mark.parametrize("room", ROOM_NAMES)
def test_every_room_says_what_it_is_for(room: str) -> None:
    readme = ROOMS / room / "README.md"
    assert readme.exists(), f"rooms/{room} has no README.md"
    assert len(readme.read_text(encoding="utf-8")) > 100, f"rooms/{room}/README.md says too little"


@pytest.mark.parametrize("room", ROOM_NAMES)
def test_every_room_has_the_same_anatomy(room: str) -> None:
    """What is not of the anatomy is a concept of the room's own, and its README says what it is."""
    folder = ROOMS / room
    own = {path.name for path in folder.iterdir()} - ANATOMY - {"__pycache__"}
    readme = (folder / "README.md").read_text(encoding="utf-8") if (folder / "README.md").exists() else ""
    unexplained = sorted(name for name in own if f"`{name}`" not in readme and f"`{name}/`" not in readme)
    assert not unexplained, f"rooms/{room}: outside the anatomy and not explained in its README: {unexplained}"


def test_a_part_of_the_anatomy_is_a_file_or_a_folder_never_both() -> None:
    both = [path for path in PACKAGE.rglob("*.py") if path.with_suffix("").is_dir()]
    assert not both


def test_every_folder_with_code_is_a_package() -> None:
    folders = {(PACKAGE.parent.parent / module.path).parent for module in modules()}
    assert not [str(folder) for folder in folders if not (folder / "__init__.py").exists()]
