"""A small official document with every element, and a way to alter the XML inside a finished file."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

from ballast.kit.documents import (
    Claim,
    Column,
    FactRun,
    FigureRun,
    Heading,
    Imprint,
    Official,
    Paragraph,
    Run,
    Table,
    write_official,
)

STARTS = FigureRun("180个", Claim("new_starts", "2025-07", 1, "count"), title="新开工项目数")
GROWTH = FigureRun("9.8%", Claim("investment_growth", "2025-07", 1, "percent1"))
DONGHE = FigureRun(
    "12.5", Claim("investment_to_date", "2025-07", 1, "yi1", (("county", "130102"), ("industry", "C3911")))
)
XILING = FigureRun("7.0", Claim("investment_to_date", "2025-07", 1, "yi1", (("county", "130103"),)))
INVESTED = FactRun("3.2亿元", "project:2401/total_investment")

VALUES = {run.tag: run.text for run in (STARTS, GROWTH, DONGHE, XILING, INVESTED)}
NAMES = ("3号智能仓", "5G产业园")

SAMPLE = Official(
    title="关于2025年1—7月全市重点项目\n建设情况的通报",
    red_head="海岳市重点项目办公室文件",
    number="海重点办〔2025〕7号",
    addressee="各县（市、区）人民政府，市直有关部门",
    blocks=[
        Heading(1, "总体情况"),
        Paragraph([Run("1—7月，全市新开工亿元以上项目"), STARTS, Run("，投资同比增长"), GROWTH, Run("。")]),
        Heading(2, "县区情况。", run_in=[Run("东河县“拿地即开工”——进展较快。")]),
        Table(
            [Column("序号", "ordinal"), Column("县区", width=3), Column("本年累计", "number", 2)],
            [["东河县", [DONGHE]], ["西岭区", [XILING]]],
            caption="各县区投资完成情况",
            unit="亿元",
        ),
        Heading(1, "存在问题"),
        Heading(2, "进度偏慢"),
        Heading(3, "签约未开工"),
        Heading(4, "个别项目"),
        Paragraph([Run("3号智能仓项目总投资"), INVESTED, Run("，至7月31日尚未开工。")]),
    ],
    signature="海岳市重点项目办公室",
    signed_on=date(2025, 8, 5),
    note="本期为第一版数据",
    imprint=Imprint("海岳市重点项目办公室综合科", date(2025, 8, 5), "市委办公室，市人大常委会办公室"),
)


def sample(**changes: object) -> bytes:
    """The sample as .docx, with some fields of its description changed."""
    return write_official(replace(SAMPLE, **changes))


def part(document: bytes, name: str) -> str:
    """One part of a .docx as text."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name).decode()


def altered(document: bytes, pattern: str, new: str, name: str = "word/document.xml") -> bytes:
    """``document`` with the first match of ``pattern`` in one part replaced; fails when nothing matches."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(copy, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).decode()
            if entry.filename == name:
                content, count = re.subn(pattern, new, content, count=1, flags=re.DOTALL)
                assert count == 1, f"{pattern!r} does not occur in {name}"
            target.writestr(entry, content)
    return copy.getvalue()
