"""Documents name only what is there."""

import re
from pathlib import Path

import pytest

from handbooks import stale
from house.source import ROOT, tracked

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(r"(?:src|docs|tests|tools|bench|policies|\.ci)/[\w./-]*[\w/]")
TARGET = re.compile(r"\bmake ([a-z][a-z-]*)")
PAPERS = [name for name in tracked() if name.endswith(".md")]


@pytest.mark.parametrize("name", PAPERS)
def test_every_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if "://" not in link and not link.startswith("mailto:")]
    dead = [link for link in links if not ((ROOT / name).parent / link).exists()]
    assert not dead


@pytest.mark.parametrize("name", PAPERS)
def test_every_file_named_is_there(name: str) -> None:
    named = CODE.findall((ROOT / name).read_text(encoding="utf-8"))
    missing = [what for what in named if PLACE.fullmatch(what) and not (ROOT / what).exists()]
    assert not missing


@pytest.mark.parametrize("name", PAPERS)
def test_every_make_target_named_is_there(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = " ".join(CODE.findall((ROOT / name).read_text(encoding="utf-8")))
    assert set(TARGET.findall(named)) <= targets


def test_decisions_are_numbered_without_gaps_and_dated() -> None:
    papers = sorted(path for path in (ROOT / "docs/decisions").glob("*.md") if path.name != "template.md")
    assert [int(path.name[:4]) for path in papers] == list(range(1, len(papers) + 1))
    undated = [path.name for path in papers if not re.search(r"^Date: \d{4}-\d{2}-\d{2}$", _text(path), re.M)]
    assert not undated


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_generated_documents_are_fresh() -> None:
    assert not stale(), "make docs"
