"""What the papers of a pack share: the official page, tables of projects, and lists shortened to the limit."""

from collections.abc import Callable, Sequence
from datetime import date

from ballast.kit.documents import Official, write_official
from ballast.kit.documents.description import Block, Chart, Column, Picture, Pictures, Table, Text, plain
from ballast.rooms.meetings.documents.pack.gathering import Gathering

LENGTHS = (40, 30, 20, 14, 10, 8, 6, 4, 2)


def page(gathered: Gathering, title: Text, blocks: Sequence[Block], on: date | None = None) -> Official:
    """A paper of the pack: no letterhead, its title, its edition at the foot."""
    return Official(
        title=title,
        blocks=blocks,
        foot=gathered.foot,
        banner=gathered.banner,
        signed_on=on,
    )


def within(gathered: Gathering, made: Callable[[int], Official]) -> bytes:
    """The paper with its lists as long as the limit of characters allows."""
    for most in LENGTHS:
        described = made(most)
        if length(described) <= gathered.characters:
            break
    return write_official(described)


def length(official: Official) -> int:
    """The characters of the body, white space left out; a little more than Word counts, never less."""
    texts: list[Text] = [official.title, official.note, official.addressee]
    for block in official.blocks:
        if isinstance(block, Table):
            texts += [
                block.caption,
                block.unit,
                *(column.title for column in block.columns),
                "单位：" * bool(block.unit),
            ]
            texts += [cell for row in block.rows for cell in row]
            texts += [str(number) for number in range(1, len(block.rows) + 1)]
        elif isinstance(block, Pictures):
            texts += [block.caption]
        elif not isinstance(block, Picture | Chart):
            texts += [block.text, getattr(block, "run_in", ""), "（二十一）"]
    return sum(len("".join(plain(text).split())) for text in texts) + 40


def projects(gathered: Gathering, serials: Sequence[str], caption: str, *, place: bool = True) -> Table | None:
    """A table of projects: plan, done, share, lights."""
    if not serials:
        return None
    heads = [Column("序号", "ordinal"), Column("项目名称", width=5)]
    heads += [Column("属地", width=2)] if place else []
    heads += [Column("年度计划", "number", 2), Column("本年累计", "number", 2), Column("完成率", "number", 2),
              Column("亮灯", width=4)]  # fmt: skip
    rows: list[list[Text]] = []
    for serial in serials:
        where: list[Text] = [gathered.place_of(serial)] if place else []
        rows.append([
            gathered.named(serial), *where, gathered.row(serial, "annual_plan", "yibare"),
            gathered.row(serial, "completed_ytd", "yibare"), gathered.row(serial, "rate", "percent"),
            gathered.shining(serial),
        ])  # fmt: skip
    return Table(heads, rows, caption=caption, unit="亿元")


def problems(gathered: Gathering, serials: Sequence[str], caption: str) -> Table | None:
    """What the projects that are out of order reported."""
    told = [serial for serial in serials if gathered.rows[serial]["problems"] and gathered.troubled(serial)]
    if not told:
        return None
    heads = [
        Column("序号", "ordinal"),
        Column("项目名称", width=4),
        Column("责任单位", width=3),
        Column("存在问题", width=6),
    ]
    rows: list[list[Text]] = [
        [gathered.named(one), gathered.row(one, "responsible"), gathered.row(one, "problems")] for one in told
    ]
    return Table(heads, rows, caption=caption)
