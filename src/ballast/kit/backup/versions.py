"""Which migrations a database has, and bringing an empty one to where another was."""

from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from ballast.kit.backup.refusals import BackupRefused
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

Names = list[tuple[str, str]]


def applied(on: BaseDatabaseWrapper) -> Names:
    """Every migration the database has had."""
    return sorted(MigrationRecorder(on).applied_migrations())


def require_current(on: BaseDatabaseWrapper) -> None:
    """Refuse a database that lacks a migration of this version: its tables are not those the models describe."""
    executor = MigrationExecutor(on)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refusal(
            Sentence("数据库版本旧，请先运行 ballast migrate 再备份",
                     "The database is of an older version; run ballast migrate first"),
            code="not_migrated",
        )  # fmt: skip


def require_layable(wanted: Names) -> None:
    """Refuse migrations this version does not know, and a database that has others already."""
    executor = MigrationExecutor(connection)
    names = _told(wanted)
    unknown = sorted(names - set(executor.loader.graph.nodes))
    if unknown:
        raise _refused(
            "备份出自更新的版本，请先升级本系统再恢复", "made by a newer version; upgrade", ".".join(unknown[0])
        )
    others = sorted(set(executor.loader.applied_migrations) - names)
    if others:
        raise _refused("数据库已建表且版本与备份不同，请换一个空库", "other tables stand; take an empty database",
                       ".".join(others[0]))  # fmt: skip


def lay(wanted: Names) -> Any:
    """Lay an empty database's tables as they were after exactly the migrations ``wanted``; the models of then."""
    executor = MigrationExecutor(connection)
    names, graph = _told(wanted), executor.loader.graph
    leaves = sorted(node for node in names if not any(child.key in names for child in graph.node_map[node].children))
    executor.migrate(leaves)
    return MigrationExecutor(connection).loader.project_state(leaves).apps


def _told(wanted: Names) -> set[tuple[str, str]]:
    return {(str(app), str(name)) for app, name in wanted}


def bring_up_to_date() -> None:
    """Apply every migration made since."""
    call_command("migrate", interactive=False, verbosity=0)


def _refused(zh: str, en: str, where: str) -> BackupRefused:
    return BackupRefused(Sentence(zh, en), where=where, code="backup_refused")
