"""The environment is read in one place, and nothing of others is kept in the repository."""

import ast
from pathlib import Path

from house.source import ROOT, modules, tracked

READER = "src/ballast/site/environment.py"
READS = {"environ", "getenv", "environb", "putenv"}
TELLS_DJANGO = "DJANGO_SETTINGS_MODULE"
BIGGEST_SCRIPT = 40_000


def test_the_environment_is_read_in_one_place() -> None:
    readers = [
        f"{module.path}:{node.lineno}"
        for module in modules()
        if module.path != READER
        for node in module.nodes
        if isinstance(node, ast.Attribute)
        and node.attr in READS
        and TELLS_DJANGO not in module.text.splitlines()[node.lineno - 1]
    ]
    assert not readers, f"read it in {READER}: {readers}"


def test_nothing_of_others_is_copied_here() -> None:
    scripts = [
        name
        for name in tracked()
        if name.endswith((".js", ".css", ".mjs")) and (ROOT / name).stat().st_size > BIGGEST_SCRIPT
    ]
    fonts = [name for name in tracked() if name.endswith((".woff", ".woff2", ".ttf", ".otf", ".ttc", ".eot"))]
    squeezed = [name for name in tracked() if ".min." in Path(name).name]
    assert not scripts + fonts + squeezed, "bring it by package.json or pyproject.toml"


def test_nothing_made_is_kept() -> None:
    made = [name for name in tracked() if name.endswith((".mo", ".pyc", ".sqlite3", ".parquet"))]
    assert not made


def test_the_lock_files_name_public_registries_only() -> None:
    npm = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in npm, "set omit-lockfile-registry-resolved (.npmrc)"
    uv = (ROOT / "uv.lock").read_text(encoding="utf-8")
    hosts = {part.split("/")[2] for part in uv.split('"') if part.startswith(("http://", "https://"))}
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}
