"""``ballast bulletin MONTH -o FILE``: the bulletin of a sealed month as .docx, and as PDF where asked."""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.kit.documents import to_pdf
from ballast.rooms.meetings.actions import issue_bulletin
from ballast.site.commands import say_json


def add(parser: argparse.ArgumentParser) -> None:
    """The month, the file, and whether a PDF is wanted beside it."""
    parser.add_argument("month", help="YYYY-MM")
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write / 输出文件（.docx）")
    parser.add_argument("--pdf", action="store_true", help="a PDF beside it, through LibreOffice / 另存 PDF")
    parser.add_argument("--number", default="", help="document number / 发文字号")
    parser.add_argument("--by", default="ballast", help="who issues it / 出具人")


def run(chosen: argparse.Namespace) -> int:
    """Write, check, and say where it went."""
    at = timezone.now()
    on = timezone.localtime(at).date()
    issued = issue_bulletin(chosen.month, on=on, at=at, by=chosen.by, number=chosen.number)
    chosen.output.write_bytes(issued.document)
    files = [chosen.output]
    if chosen.pdf:
        files.append(chosen.output.with_suffix(".pdf"))
        files[1].write_bytes(to_pdf(issued.document))
    if chosen.json:
        say_json({"month": issued.month, "edition": issued.edition, "files": [str(file) for file in files]})
    else:
        print(f"{issued.month} 第 {issued.edition} 版 / edition {issued.edition}: " + ", ".join(map(str, files)))
    return 0
