"""docs/policy.md can be written from: its whole book and every example on top of it hold, its cases come out right."""

import re
from pathlib import Path

import pytest

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook import books
from ballast.rulebook.books import handbook
from ballast.rulebook.books.layers import Layer, shelf, stacked
from ballast.rulebook.books.reading import bound
from ballast.rulebook.measures.kinds import KINDS
from ballast.rulebook.trying import read, tried

BLOCKS = re.findall(r"```toml\n(.*?)```", handbook.markdown(), re.S)
WHOLE, *REST = BLOCKS
CASES = [block for block in REST if block.startswith("[[case]]")]
RULES = [block for block in REST if not block.startswith("[[case]]")]


def on_top(text: str) -> books.Book:
    """An example on top of the whole book of the handbook."""

    def find(name: str, by: Layer) -> Layer | None:
        return Layer("whole", "whole.toml", WHOLE) if name == "whole" else shelf(name, by)

    return bound(stacked(Layer("example", "example.toml", f'extends = "whole"\n{text}'), find))


def test_the_whole_book_of_the_handbook_holds() -> None:
    book = books.parse(WHOLE.encode(), "whole.toml")
    assert list(book.lights) == ["progress", "start"]


@pytest.mark.parametrize("text", RULES, ids=lambda text: text.splitlines()[0] + text.splitlines()[1][:30])
def test_every_example_holds_on_top_of_it(text: str) -> None:
    on_top(text)


def test_the_cases_of_the_handbook_come_out_right(tmp_path: Path) -> None:
    def of(chapter: str) -> str:
        return str(handbook.PROSE[chapter]["example"])

    book = on_top("\n".join(map(of, ("conditions", "clocks", "targets", "ladders", "tours", "scoring"))))
    for number, text in enumerate(CASES):
        file = tmp_path / f"{number}.toml"
        file.write_text(text, encoding="utf-8")
        checked = tried(read(file, book), book, PUBLISHED.is_workday)
        assert checked and [one for one in checked if not one.right] == []


def test_every_kind_of_measure_is_explained_with_arguments_and_an_example() -> None:
    told = handbook.markdown()
    for kind in KINDS.values():
        assert f"#### `{kind.code}`" in told
        assert kind.example.strip() in told
        for name in set(kind.use.model_fields) - {"kind", "zh", "en"}:
            part = told.split(f"#### `{kind.code}`")[1].split("####")[0]
            row = next(line for line in part.splitlines() if line.startswith(f"| `{name}` |"))
            assert row.split("|")[4].strip(), f"{kind.code}.{name} is not explained"
