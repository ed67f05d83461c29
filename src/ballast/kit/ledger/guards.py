"""Database triggers that keep the ledger append-only, on SQLite and PostgreSQL alike.

A fact may change once, when ``superseded_at`` is set, and never goes; a journal line, a seal and an audit
line never change at all. Nothing may be recorded or closed at or before the moment of the last seal.
A table's guards are laid by ``Guard`` in a migration, anew whenever its columns change.
"""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

WORDS = "ballast ledger: facts are never changed or deleted"
SEALED = "ballast ledger: nothing is recorded at or before the last seal"


class Guard(Operation):
    """Lay the guards of one table; put last in every migration that makes or alters a ledger table."""

    reversible = True

    def __init__(self, name: str) -> None:
        self.name = name

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.name], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Guards change no model."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        model = to_state.apps.get_model(app_label, self.name)
        for statement in guards(model, schema_editor.connection.vendor):
            schema_editor.execute(statement)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """The table's own removal takes its guards along."""

    def describe(self) -> str:
        return f"Guard {self.name} against change"


def names(table: str, closable: bool) -> list[str]:
    """The triggers a guarded table has."""
    kinds = ["frozen", "kept"] + (["after_seal"] if closable else [])
    return [f"{table}_{kind}" for kind in kinds]


def guards(model: type[models.Model], vendor: str) -> list[str]:
    """The statements that guard the table of ``model``."""
    table = model._meta.db_table
    columns = [field.column for field in model._meta.concrete_fields]
    closable = "superseded_at" in columns
    build = _sqlite if vendor == "sqlite" else _postgresql
    return build(table, columns, closable)


def _sqlite(table: str, columns: list[str], closable: bool) -> list[str]:
    frozen, kept, *after = names(table, closable)
    same = " AND ".join(f'OLD."{name}" IS NEW."{name}"' for name in columns if name != "superseded_at")
    allowed = f"OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL AND {same}"
    if closable:
        allowed += f" AND NEW.superseded_at > COALESCE(({_last_seal()}), '')"
    when = f"WHEN NOT ({allowed})" if closable else ""
    statements = [
        f"DROP TRIGGER IF EXISTS {frozen}",
        f"DROP TRIGGER IF EXISTS {kept}",
        f"CREATE TRIGGER {frozen} BEFORE UPDATE ON \"{table}\" {when} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
        f"CREATE TRIGGER {kept} BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
    ]
    for name in after:
        statements += [
            f"DROP TRIGGER IF EXISTS {name}",
            f'CREATE TRIGGER {name} BEFORE INSERT ON "{table}" '
            f"WHEN NEW.recorded_at <= COALESCE(({_last_seal()}), '') "
            f"BEGIN SELECT RAISE(ABORT, '{SEALED}'); END",
        ]
    return statements


def _postgresql(table: str, columns: list[str], closable: bool) -> list[str]:
    frozen, kept, *after = names(table, closable)
    same = " AND ".join(
        f'OLD."{name}" IS NOT DISTINCT FROM NEW."{name}"' for name in columns if name != "superseded_at"
    )
    allowed = "FALSE"
    if closable:
        allowed = (
            f"OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL AND {same}"
            f" AND NEW.superseded_at > COALESCE(({_last_seal()}), '-infinity')"
        )
    statements = [
        *_procedure(frozen, f"IF NOT ({allowed}) THEN RAISE EXCEPTION '{WORDS}'; END IF; RETURN NEW;"),
        *_trigger(frozen, f"BEFORE UPDATE ON {table} FOR EACH ROW"),
        *_procedure(kept, f"RAISE EXCEPTION '{WORDS}'; RETURN NULL;"),
        *_trigger(kept, f"BEFORE DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT"),
    ]
    for name in after:
        refuse = f"IF NEW.recorded_at <= COALESCE(({_last_seal()}), '-infinity') THEN"
        statements += [
            *_procedure(name, f"{refuse} RAISE EXCEPTION '{SEALED}'; END IF; RETURN NEW;"),
            *_trigger(name, f"BEFORE INSERT ON {table} FOR EACH ROW"),
        ]
    return statements


def _last_seal() -> str:
    return "SELECT moment FROM kit_seal ORDER BY id DESC LIMIT 1"


def _procedure(name: str, body: str) -> list[str]:
    head = f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
    return [f"{head} $guard$ BEGIN {body} END $guard$"]


def _trigger(name: str, event: str) -> list[str]:
    table = event.split(" ON ")[1].split()[0]
    return [
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION {name}()",
    ]
