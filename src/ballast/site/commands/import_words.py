"""What ``ballast import`` says to a person at a terminal."""

import sys
from collections.abc import Iterable
from typing import TextIO

from ballast.kit.money import in_wan
from ballast.rooms.registry.actions import Outcome
from ballast.rulebook.lists import Fault, Group, Recognition

MOST = 40


def preview(recognition: Recognition) -> None:
    """The rows as a table, then the groups (those that do not reconcile first), what was skipped, and the faults."""
    for table in recognition.tables:
        read = "、".join(column.field for column in table.columns.values() if column.field)
        print(f"▤ {table.sheet} {table.title} · {table.year or '年份未写'} · {table.unit_source} · {read}")
    for row in recognition.rows[:MOST]:
        amounts = f"{_wan(row.total_investment):>14} {_wan(row.annual_plan):>12}"
        print(f"{row.source:<16} {amounts}  {row.area or '—'}  {row.name}")
    _more(len(recognition.rows))
    for group in sorted(recognition.groups, key=lambda one: (one.reconciles is not False, one.sheet, one.row)):
        _group(group)
    for skipped in recognition.skipped[:MOST]:
        print(f"· {skipped.source} {skipped.reason.both()}")
    _more(len(recognition.skipped))
    faults("!", recognition.warnings)
    faults("✗", recognition.errors)
    failing = sum(group.reconciles is False for group in recognition.groups)
    print(
        f"{len(recognition.rows)} 个项目 projects · {len(recognition.groups)} 个分组 groups（{failing} 个对不上 do not "
        f"reconcile）· {len(recognition.warnings)} 处提醒 warnings · {len(recognition.errors)} 处错误 errors"
    )


def outcome(done: Outcome) -> None:
    """What came of the import, and everything that was not recorded."""
    faults("!", done.warnings)
    faults("=", done.repeats)
    for column in done.left_out:
        print(f"· {column['source']} {column['heading']}：{column['reason']} / {column['reason_en']}")
    if done.areas_created:
        print(f"+ {'、'.join(done.areas_created)}")
    print(done.sentence.both())


def faults(mark: str, found: Iterable[Fault], *, file: TextIO | None = None) -> None:
    """One line a fault: where, and the sentence."""
    listed = list(found)
    for fault in listed[:MOST]:
        print(f"{mark} {fault.where} {fault.sentence.both()} [{fault.code}]", file=file or sys.stdout)
    _more(len(listed), file=file)


def _group(group: Group) -> None:
    mark = {True: "✓", False: "✗", None: " "}[group.reconciles]
    stated = f"{'—' if group.stated_count is None else group.stated_count} / {_wan(group.stated_total)}"
    found = f"{'—' if group.counted is None else group.counted} / {_wan(group.summed)}"
    title = "  " * group.level + group.title
    print(f"{mark} {title}  表列 stated {stated}  实有 found {found}  {group.source} {group.note}")


def _wan(amount: int | None) -> str:
    return "—" if amount is None else f"{in_wan(amount)}万"


def _more(count: int, *, file: TextIO | None = None) -> None:
    if count > MOST:
        print(f"… {count - MOST} 条未列出 / not listed（--json 列出全部）", file=file or sys.stdout)
