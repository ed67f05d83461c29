"""What the default book brings a city's own: the codes of every chapter it fills, for the handbook."""

from collections.abc import Iterator

from ballast.rulebook.books.layers import DEFAULT
from ballast.rulebook.books.reading import load

CHAPTERS = (
    ("size_bands", "投资规模档"), ("lead_industries", "主导产业"), ("clocks", "时限"), ("pauses", "暂停情形"),
    ("stall_lists", "停滞清单"), ("reasons", "停滞原因"), ("exceptions", "例外"), ("measures", "量"),
)  # fmt: skip


def inherited() -> Iterator[str]:
    """One line a chapter: its codes with their names."""
    book = load(DEFAULT)
    for chapter, title in CHAPTERS:
        found = getattr(book, chapter)
        named = {one.code: one for one in found} if isinstance(found, tuple) else found
        told = "、".join(f"`{code}` {getattr(one, 'zh', '')}".strip() for code, one in named.items())
        yield f"- **{title} `[{chapter}]`**：{told}"
