"""Old audit lines are written to a file that proves itself; nothing younger than six months, and nothing deleted."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ballast.kit import audit
from ballast.kit.audit.archive import ArchiveRefused, archive, check
from ballast.kit.audit.models import AuditLine
from ballast.site.commands import main

pytestmark = pytest.mark.django_db
OLD = datetime(2025, 1, 5, 3, 7, 9, 120_000, tzinfo=UTC)
NOW = datetime(2026, 2, 28, 8, tzinfo=UTC)
CUT = datetime(2025, 1, 7, tzinfo=UTC)


@pytest.fixture
def trail() -> None:
    """Ten lines over five days of January 2025, and one of today."""
    for step in range(10):
        audit.write(
            "seal", at=OLD + timedelta(hours=12 * step), actor="闻思齐", object=f"第{step}条", detail={"n": step}
        )
    audit.write("seal", at=NOW, actor="闻思齐", object="今天")


def kept(path: Path, before: datetime = CUT, months: int = 6) -> None:
    archive(before, path, months=months, at=NOW, by="audit")


def test_old_lines_are_archived_and_none_is_deleted(trail: None, tmp_path: Path) -> None:
    file = tmp_path / "2025.jsonl.gz"
    done = archive(CUT, file, months=6, at=NOW, by="audit")
    assert done.lines == 4 and check(file) == done
    assert AuditLine.objects.count() == 12 and list(audit.verify()) == []
    line = AuditLine.objects.order_by("id").last()
    assert line is not None and (line.act, line.actor, line.object) == ("audit_archive", "audit", file.name)
    assert line.detail["sha256"] == done.sha256 and line.detail["lines"] == 4


@pytest.mark.parametrize("months", [0, 1, 6, 24])
def test_what_is_younger_than_six_months_is_refused(trail: None, tmp_path: Path, months: int) -> None:
    least = NOW.replace(year=2024 if months == 24 else 2025, month=2 if months == 24 else 8)
    with pytest.raises(ArchiveRefused, match=f"{max(months, 6)} 个月"):
        kept(tmp_path / "x.gz", least + timedelta(days=1), months)
    assert not list(tmp_path.iterdir()) and AuditLine.objects.count() == 11


def test_nothing_old_is_refused_and_a_file_that_stands_is_left(trail: None, tmp_path: Path) -> None:
    with pytest.raises(ArchiveRefused, match="没有审计记录"):
        kept(tmp_path / "x.gz", OLD - timedelta(days=1))
    standing = tmp_path / "y.gz"
    standing.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        kept(standing)
    assert standing.read_bytes() == b"mine" and [path.name for path in tmp_path.iterdir()] == ["y.gz"]


def _rewritten(file: Path, old: str, new: str) -> None:
    text = gzip.decompress(file.read_bytes()).decode()
    assert old in text
    file.write_bytes(gzip.compress(text.replace(old, new).encode()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("第2条", "第9条"),
        ('"lines": 4', '"lines": 3'),
        ("闻思齐", "别人"),
        ('{"n": 1}', '{"n": 7}'),
        ("ballast audit", "other"),
    ],
)
def test_a_changed_archive_is_told(trail: None, tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "a.gz"
    kept(file)
    _rewritten(file, old, new)
    with pytest.raises(ArchiveRefused):
        check(file)


@pytest.mark.parametrize("length", [0, 10, 200, -9])
def test_a_file_cut_short_is_told(trail: None, tmp_path: Path, length: int) -> None:
    file = tmp_path / "a.gz"
    kept(file)
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(ArchiveRefused):
        check(file)


def test_on_the_command_line(trail: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.gz"
    assert main(["audit", "archive", "--before", "2025-01-07", "-o", str(file)]) == 0
    assert main(["audit", "check", str(file)]) == 0
    assert "归档完好" in capsys.readouterr().out
    assert main(["audit", "archive", "--before", "tomorrow", "-o", str(file)]) == 2
    assert main(["audit", "archive", "--before", "2999-01-01", "-o", str(tmp_path / "b.gz")]) == 2
    assert "个月" in capsys.readouterr().err
    _rewritten(file, '"first"', '"first" ')
    assert main(["audit", "check", str(file)]) == 1, "whole, but not the file that was archived here"
