"""The whole pack of the golden city's quarterly meeting: the speech's figures in it; LibreOffice opens every kind."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from plugins.houses import House

pytestmark = pytest.mark.slow
MONTH = "2025-07"
SAID = ("增长9.8%", "增长8.5%", "180个", "69个")


@pytest.fixture(scope="module")
def pack(mould: House, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The pack on disk, and what the command said of it."""
    folder = tmp_path_factory.mktemp("pack")
    city = mould.copy(folder / "city")
    [told] = city.answers(["pack", MONTH, "--kind", "quarterly", "--out", str(folder / "out"), "--by", "xmb"])
    return folder / "out", told


def words(path: Path) -> str:
    """All text of a file of any kind."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        parts = [archive.read(name).decode(errors="ignore") for name in archive.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]+>", "", "".join(parts))


def test_it_is_whole_and_sound(pack: tuple[Path, dict[str, Any]]) -> None:
    folder, told = pack
    assert told["findings"] == [] and told["edition"] == 1 and not told["draft"]
    assert len(list((folder / "02-县区").iterdir())) == 13
    assert len(list((folder / "03-项目").iterdir())) == 69
    assert (folder / "05-幻灯片.pptx").exists() and (folder / "06-数据表.xlsx").exists()


def test_bulletin_and_slides_carry_the_figures_of_the_speech(pack: tuple[Path, dict[str, Any]]) -> None:
    folder, _ = pack
    for name in ("01-通报.docx", "05-幻灯片.pptx"):
        text = words(folder / name)
        assert [said for said in SAID if said not in text] == [], name


def test_every_kind_opens_in_libreoffice(pack: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    folder, _ = pack
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not here")
    kinds = [folder / "01-通报.docx", folder / "06-数据表.xlsx"]
    kinds += [min((folder / name).iterdir()) for name in ("02-县区", "03-项目", "04-包联领导")]
    if (Path(found).resolve().parent / "libsdlo.so").exists():  # Impress is a package of its own
        kinds.append(folder / "05-幻灯片.pptx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [found, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, kinds)]
    subprocess.run(command, check=True, capture_output=True)
    for path in kinds:
        assert (tmp_path / f"{path.stem}.pdf").stat().st_size > 5_000, path.name
