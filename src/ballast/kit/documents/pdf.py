"""A .docx as PDF, through LibreOffice without a window."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from ballast.kit.documents.opened import Opened
from ballast.kit.documents.typefaces import TYPEFACES
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

# Content controls stay text: as form fields their numbers would leave the page's text.
_FILTER = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}'


def to_pdf(document: bytes, *, soffice: str = "soffice", timeout: float = 120) -> bytes:
    """The PDF of a .docx; ``timeout`` in seconds.

    Each call has a profile of its own, so calls may run side by side. Raises Refusal when LibreOffice is
    missing, does not finish in time, or cannot read the document.
    """
    program = shutil.which(soffice)
    if program is None:
        raise Refusal(
            Sentence(
                f"未找到 LibreOffice（{soffice}），无法生成 PDF；请安装 libreoffice-writer 软件包",
                f"LibreOffice ({soffice}) was not found, so no PDF can be made; install the package libreoffice-writer",
            ),
            code="no-soffice",
        )
    Opened(document)  # refuses what is no whole .docx before LibreOffice guesses at it
    with tempfile.TemporaryDirectory(prefix="ballast-pdf-") as scratch:
        return _convert(document, program, Path(scratch), timeout)


def _convert(document: bytes, program: str, scratch: Path, timeout: float) -> bytes:
    source = scratch / "document.docx"
    source.write_bytes(document)
    fonts = scratch / "fonts.conf"
    fonts.write_text(font_configuration(), encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--convert-to", _FILTER),
        *("--outdir", str(scratch), str(source)),
    ]
    # LibreOffice needs little of the environment: programs to find, a home to look in, our stand-in fonts.
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(scratch), "FONTCONFIG_FILE": str(fonts)}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as error:
        raise Refusal(
            Sentence(
                f"LibreOffice 在 {timeout:g} 秒内未能生成 PDF",
                f"LibreOffice did not make the PDF within {timeout:g} seconds",
            ),
            code="pdf-timeout",
        ) from error
    result = source.with_suffix(".pdf")
    if not result.exists():
        said = (done.stderr or done.stdout).decode(errors="replace").strip()[-300:]
        raise Refusal(
            Sentence(f"LibreOffice 无法转换该文件：{said}", f"LibreOffice could not convert the file: {said}"),
            code="pdf-failed",
        )
    return result.read_bytes()


def font_configuration() -> str:
    """A fontconfig file: the machine's own, and for every face it lacks its other names, then what stands in."""
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        '<edit name="family" mode="append" binding="same">'
        + "".join(f"<string>{escape(other)}</string>" for other in (face.name, *face.same, *face.stands_in))
        + "</edit></match>\n"
        for face in TYPEFACES
        for name in (face.name, *face.same)
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n{rules}</fontconfig>\n'
    )
