"""Generated documents: ``python tools/handbooks.py`` writes them, ``--check`` says which are stale.

A package that has something to explain carries a module ``handbook`` with ``PATH`` (below docs/) and ``markdown()``.
"""

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"


def handbooks() -> Iterator[tuple[Path, str]]:
    """Path and fresh text of every generated document."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ballast.site.settings")
    django.setup()
    for file in sorted((SOURCE / "ballast").rglob("handbook.py")):
        module = importlib.import_module(".".join(file.relative_to(SOURCE).with_suffix("").parts))
        yield ROOT / "docs" / module.PATH, module.markdown()


def stale() -> list[Path]:
    """The documents that no longer say what the code does."""
    return [path for path, text in handbooks() if not path.exists() or path.read_text(encoding="utf-8") != text]


def main() -> int:
    """Write the documents, or with ``--check`` only look."""
    if "--check" in sys.argv:
        old = [str(path.relative_to(ROOT)) for path in stale()]
        if old:
            print(f"过时，请执行 make docs / stale, run make docs: {', '.join(old)}", file=sys.stderr)
        return 1 if old else 0
    for path, text in handbooks():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
