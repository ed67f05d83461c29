"""A backup made by an older version: restored into this one and brought up to date, or refused with what to do.

The older version is this one before the rooms of the league, of meetings and of tours: what its migrations did not lay
is taken out of a backup of today, column by column, and nothing that holds anything may be among it.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from ballast.kit.backup import tables, versions
from ballast.kit.backup.container import Writing
from ballast.site import keeping
from kit.backup.test_round_trip import AT
from pages.cast import settle
from plugins.houses import SERVER, House, new_database

ROOMS = {"league", "meetings", "tours"}
SINCE = {("registry", "0006_tasks"), ("reporting", "0005_targets")}
RANKED = "league."  # the older version's seal ranked nobody: what today's ranked is left out


@pytest.fixture
def older(tmp_path: Path, transactional_db: None) -> Path:
    """The smallest city, sealed, as the older version would have backed it up."""
    settle(sealed=True)
    today, file = tmp_path / "today.bak", tmp_path / "older.bak"
    keeping.back_up(today, passphrase="", at=AT, by="office")
    _downgraded(today, file)
    return file


def _downgraded(today: Path, file: Path) -> None:
    known = _columns_then()
    with keeping.opened(today, "") as archive, file.open("wb") as into, Writing(into) as older:
        manifest = dict(archive.manifest)
        manifest["migrations"] = [one for one in manifest["migrations"] if _was_there(one)]
        told = []
        for table in manifest["tables"]:
            kept = known.get(table["table"])
            with archive.open(f"tables/{table['table']}.jsonl") as lines:
                rows = [json.loads(line) for line in lines]
            if kept is None:
                assert not rows or table["table"].startswith(RANKED), f"{table['table']}: rows of the newer version"
                continue
            told.append({"table": table["table"], "columns": kept, "rows": len(rows)})
            with older.member(f"tables/{table['table']}.jsonl", packed=True) as member:
                for row in rows:
                    member.write(_narrowed(row, table["columns"], kept))
        for member_ in archive.listed():
            if not member_["name"].startswith("tables/"):
                with archive.open(member_["name"]) as data, older.member(member_["name"]) as member:
                    member.write(data.read())
        older.finish(manifest | {"tables": told})


def _narrowed(row: list[Any], columns: list[str], kept: list[str]) -> bytes:
    said = dict(zip(columns, row, strict=True))
    lost = {name: value for name, value in said.items() if name not in kept and value not in (None, "", [], {})}
    assert not lost, f"the older version had no column for {lost}"
    return json.dumps([said[name] for name in kept], ensure_ascii=False).encode() + b"\n"


def _was_there(migration: list[str]) -> bool:
    app, name = migration
    return app not in ROOMS and (app, name) not in SINCE


def _columns_then() -> dict[str, list[str]]:
    """The columns of every table after the older version's migrations."""
    loader = MigrationExecutor(connection).loader
    names = {node for node in loader.graph.nodes if _was_there(list(node))}
    leaves = sorted(
        node for node in names if not any(child.key in names for child in loader.graph.node_map[node].children)
    )
    then = loader.project_state(leaves).apps
    return {model._meta.label_lower: tables.columns(model) for model in tables.kinds(then)}


def test_it_is_restored_into_an_empty_database_and_into_no_other(older: Path, laid: House, tmp_path: Path) -> None:
    """Where tables of this version stand already, the refusal says what is wanted; else it is brought up to date."""
    house = House(tmp_path / "house", new_database(SERVER) if SERVER else "")
    house.folder.mkdir()
    again = tmp_path / "again.bak"
    [restored, verified, kept] = house.answers(["restore", str(older)], ["verify"], ["backup", "-o", str(again)])
    assert verified["findings"] == [] and restored["rows"] > 50
    with keeping.opened(again, "") as archive:
        assert sorted(map(tuple, archive.manifest["migrations"])) == versions.applied(connection)
        names = {table["table"]: table["rows"] for table in archive.manifest["tables"]}
    assert {"tours.tour", "league.ranking"} <= {*names} and names["league.ranking"] == 0
    assert kept["rows"] == restored["rows"] + 1, "nothing but the line that says it was restored"
    refused = laid.copy(tmp_path / "laid").ballast("restore", str(older), check=False)
    assert refused.returncode != 0
    assert "数据库已建表且版本与备份不同，请换一个空库" in refused.stdout + refused.stderr
