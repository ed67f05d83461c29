"""How long a 50,000-row list takes from bytes to a preview, beside calamine's bare read of the same file.

``python bench/import.py [ROWS]`` writes the workbook, measures both in one run (best of three), and prints a table
with peak memory. The aim is at most 6 times the bare read.
"""

import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from ballast.kit.sheets import read
from ballast.rulebook.lists import Recognition, recognise

HEADINGS = (
    "序号",
    "项目名称",
    "项目代码",
    "建设单位",
    "所在县区",
    "建设性质",
    "建设规模及主要内容",
    "建设起止年限",
    "总投资（万元）",
    "至2024年底累计完成投资",
    "2025年计划投资",
    "2025年建设内容",
    "形象进度",
    "拟开工时间",
    "存在问题",
    "责任单位",
    "责任人",
    "备注",
)
COUNTIES = [f"{mark}山县" for mark in "东南西北中上下左右前后内外"]
AIM = 6.0


def main(rows: int) -> int:
    """Measure and print; the exit status says whether the aim is met."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        write(path, rows)
        bare = best_of(lambda: bare_read(path))
        before = peak()
        steps: dict[str, float] = {}
        whole = best_of(lambda: preview(path, steps))
        size = path.stat().st_size / 2**20
    print("| rows | file | calamine bare | read | recognise + reconcile | preview | whole | ratio | peak memory |")
    print("|---|---|---|---|---|---|---|---|---|")
    print(
        f"| {rows:,} | {size:.1f} MB | {bare:.2f} s | {steps['read']:.2f} s | {steps['recognise']:.2f} s |"
        f" {steps['preview']:.2f} s | {whole:.2f} s | {whole / bare:.1f} | {peak():.0f} MB ({before:.0f} before) |"
    )
    return 0 if whole <= AIM * bare else 1


def write(path: Path, rows: int) -> None:
    """A list in 13 county groups with stated counts and sums under one total."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("清单")
    sheet.write(0, 0, "2025年市重点项目计划表")
    sheet.write_row(1, 0, HEADINGS)
    sheet.write_row(2, 0, ["合计", f"{rows}个"])
    sheet.write(2, 8, sum(5000 + place % 900 for place in range(rows)))
    line = 3
    for group, county in enumerate(COUNTIES):
        places = range(group, rows, len(COUNTIES))
        sheet.write(line, 0, f"{county}（{len(places)}个）")
        sheet.write(line, 8, sum(5000 + place % 900 for place in places))
        line += 1
        for place in places:
            sheet.write_row(line, 0, project(place, county))
            line += 1
    book.close()


def project(place: int, county: str) -> list[Any]:
    """The cells of one project."""
    return [
        place + 1,
        f"{county}第{place}号高端装备制造产业园建设项目",
        f"2503-{370100 + place % 90}-04-01-{place:06d}",
        f"第{place % 4000}装备有限公司",
        county,
        "新建" if place % 3 else "续建",
        f"建设标准厂房{place % 70 + 3}万平方米，购置设备{place % 500}台（套），年产部件{place % 90}万件",
        f"{2023 + place % 3}-{2026 + place % 2}",
        5000 + place % 900,
        place % 800 + 0.5,
        1000 + place % 77,
        "主体封顶，设备安装",
        "完成基础施工",
        45597 + place % 300,
        "——",
        f"{county}发改局",
        "王明",
        None,
    ]


def bare_read(path: Path) -> None:
    """What calamine alone needs for the same bytes."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def preview(path: Path, steps: dict[str, float]) -> Recognition:
    """Read, recognise, reconcile and lay out for the preview, noting each step's time."""
    start = time.perf_counter()
    grids = read(path)
    reading = time.perf_counter()
    found = recognise(grids, file=path.name)
    recognised = time.perf_counter()
    found.as_json()
    done = time.perf_counter()
    if not all(group.reconciles for group in found.groups):
        raise SystemExit("the sums of the benchmark's own list do not reconcile")
    steps.update({"read": reading - start, "recognise": recognised - reading, "preview": done - recognised})
    return found


def best_of(measured: Callable[[], object]) -> float:
    """The best of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        measured()
        times.append(time.perf_counter() - start)
    return min(times)


def peak() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000))
