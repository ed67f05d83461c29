"""A city backed up while it works and restored into an empty machine, on either database: the same to the last row."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from django.db import connections

from ballast.kit.audit import AuditLine
from ballast.kit.backup.container import Reading, Writing
from ballast.kit.backup.refusals import BackupDamaged, BackupRefused, WrongPassphrase
from ballast.kit.ledger.journal import entry
from ballast.kit.ledger.models import Entry
from ballast.rooms.people.models import Area
from ballast.rooms.registry import actions as registry
from ballast.rooms.registry.cards import ProfileCard
from ballast.site import environment, keeping
from kit.backup.test_archive import changed_manifest
from pages.cast import settle
from plugins.houses import House
from plugins.serving import PATIENCE

AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
WORD = "口令-2026"


@pytest.fixture
def backup(tmp_path: Path, transactional_db: None) -> Path:
    """The smallest city, sealed, backed up."""
    settle(sealed=True)
    file = tmp_path / "city.bak"
    keeping.back_up(file, passphrase="", at=AT, by="office")
    return file


def members(file: Path) -> dict[str, str]:
    """Every member of a backup with its hash."""
    with keeping.opened(file, "") as archive:
        archive.prove()
        return {member["name"]: member["sha256"] for member in archive.listed()}


def rows(file: Path, table: str) -> list[list[object]]:
    with keeping.opened(file, "") as archive, archive.open(f"tables/{table}.jsonl") as lines:
        return [json.loads(line) for line in lines]


def houses(laid: House, tmp_path: Path) -> Iterator[House]:
    """An empty machine on SQLite and, where there is a server, one on PostgreSQL."""
    if laid.database_url:
        yield laid.copy(tmp_path / "postgresql")
    file = House(tmp_path / "sqlite")
    file.folder.mkdir()
    yield file


def test_a_city_is_the_same_on_either_database(backup: Path, laid: House, tmp_path: Path) -> None:
    before = members(backup)
    for house in houses(laid, tmp_path):
        again = house.folder / "again.bak"
        [restored, verified, _] = house.answers(
            ["restore", str(backup)], ["verify"], ["backup", "-o", str(again)]
        )  # fmt: skip
        assert verified["findings"] == []
        checked = {one["zh"].partition("：")[0] for one in verified["checked"]}
        assert checked >= {"台账", "留存文件", "审计记录", "封账月份的指标", "亮灯"}
        assert (restored["files"], restored["months"]) == (1, 6)
        after = members(again)
        changed = {name for name in before | after if before.get(name) != after.get(name)}
        assert changed == {"tables/kit.auditline.jsonl"}
        told = rows(again, "kit.auditline")
        assert told[:-1] == rows(backup, "kit.auditline"), "the trail goes on where it stood"
        assert "restore" in told[-1]


@pytest.mark.django_db(transaction=True)
def test_a_backup_taken_while_others_write_is_of_one_moment(laid: House, tmp_path: Path) -> None:
    settle()
    stop, going, file = threading.Event(), threading.Event(), tmp_path / "busy.bak"
    [area] = Area.objects.filter(code="990001").values_list("id", flat=True)

    def write() -> None:
        for step in count(1):
            with entry(at=AT + timedelta(seconds=step), by="east", action="report") as writer:
                [project] = registry.enrol(1, writer=writer)
                registry.describe([ProfileCard(project_id=project, name=f"新项目{step}", area_id=area)], writer=writer)
            if step == 3:
                going.set()
            if stop.is_set():
                break
        connections.close_all()

    writing = threading.Thread(target=write)
    before = Entry.objects.count()
    writing.start()
    try:
        assert going.wait(PATIENCE)
        keeping.back_up(file, passphrase="", at=AT + timedelta(days=1), by="office")
    finally:
        stop.set()
        writing.join()
    kept = len(rows(file, "kit.entry"))
    assert before + 3 <= kept <= Entry.objects.count()
    assert len(rows(file, "registry.project")) == len(rows(file, "registry.profile")) == kept - before + 2
    house = laid.copy(tmp_path / "house")
    [_, verified] = house.answers(["restore", str(file)], ["verify"])
    assert verified["findings"] == []


def test_an_encrypted_backup_brings_the_key_and_opens_by_its_passphrase_alone(
    transactional_db: None, laid: House, tmp_path: Path
) -> None:
    settle()
    word, file = tmp_path / "word", tmp_path / "locked.bak"
    word.write_text(f"{WORD}\nsecond line")
    environment.secret()
    assert keeping.back_up(file, passphrase=WORD, at=AT, by="office").key
    assert file.stat().st_mode & 0o077 == 0 and "东港".encode() not in file.read_bytes()
    for wrong in ("", "wrong"):
        with pytest.raises(WrongPassphrase):
            keeping.restore(file, passphrase=wrong, at=AT, by="x")
    house = laid.copy(tmp_path / "to")
    said = house.ballast("restore", str(file), "--passphrase-file", str(word)).stdout
    assert "✓ 台账" in said and "台账完好" in said
    assert (house.folder / "secret").read_text() == (environment.DATA / "secret").read_text()


def test_a_machine_that_holds_anything_is_left_as_it_is(backup: Path) -> None:
    before = AuditLine.objects.count()
    with pytest.raises(BackupRefused, match="只能恢复到空的机器上"):
        keeping.restore(backup, passphrase="", at=AT, by="x")
    assert AuditLine.objects.count() == before


@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_a_damaged_backup_is_refused_before_the_machine_is_looked_at(backup: Path, damage: str) -> None:
    data = bytearray(backup.read_bytes())
    middle = len(data) // 2
    backup.write_bytes(data[:middle] if damage == "cut" else data[:middle] + b"?" + data[middle + 1 :])
    with pytest.raises(BackupDamaged, match="没有写入任何内容"):
        keeping.restore(backup, passphrase="", at=AT, by="x")


def test_a_newer_version_s_backup_is_refused(backup: Path) -> None:
    with keeping.opened(backup, "") as archive:
        newer = [*archive.manifest["migrations"], ["kit", "9999_from_the_future"]]
    backup.write_bytes(changed_manifest(backup.read_bytes(), migrations=newer))
    with pytest.raises(BackupRefused, match="升级"):
        keeping.restore(backup, passphrase="", at=AT, by="x")


def test_a_file_that_is_gone_is_told_and_the_rest_is_kept(backup: Path, data_folder: Path) -> None:
    [gone] = [path for path in (data_folder / "files").rglob("*") if path.is_file()]
    gone.write_bytes(b"changed")
    again = backup.with_name("again.bak")
    done = keeping.back_up(again, passphrase="", at=AT, by="office")
    assert done.lacking == ("重点项目.xlsx",) and done.files == 0
    assert members(backup).keys() - members(again).keys() == {f"files/{gone.name}"}


def test_a_backup_of_another_hand_is_refused(backup: Path, tmp_path: Path) -> None:
    """Names that lead out of the data folder, whatever their hashes say."""
    for name in ("data/../../evil", "data/months/../../evil", "files/../x", "files/" + "0" * 64, "tables/a/b", "evil"):
        file = tmp_path / "evil.bak"
        with file.open("wb") as into, Writing(into) as archive:
            with archive.member(name) as member:
                member.write(b"x")
            archive.finish({"made_at": "", "tables": [], "migrations": [], "lacking": []})
        with pytest.raises(BackupDamaged):
            keeping.restore(file, passphrase="", at=AT, by="x")


def test_the_backup_is_noted_and_never_written_over(backup: Path) -> None:
    line = AuditLine.objects.get(act="backup")
    assert (line.actor, line.object, line.detail["locked"]) == ("office", "city.bak", False)
    with pytest.raises(FileExistsError):
        keeping.back_up(backup, passphrase="", at=AT, by="office")
    assert Reading(backup.open("rb"), "x").prove() and not list(backup.parent.glob(".*"))
    assert AuditLine.objects.filter(act="backup").count() == 1
