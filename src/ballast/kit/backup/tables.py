"""Rows out of one database and into another, in a form of neither: a line of JSON a row, its values as text says them.

Read inside one snapshot: of PostgreSQL by a repeatable-read transaction, of SQLite from a copy its own backup call
made. Written in one transaction; keys stay as they were.
"""

import base64
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.utils.duration import duration_iso_string

Kind = type[models.Model]
# Laid by the migrations themselves, or of the moment: who is signed in, what waits to be done.
LEFT_OUT = {
    "contenttypes.contenttype", "auth.permission", "auth.group_permissions", "auth.user_user_permissions",
    "sessions.session", "django_tasks_db.dbtaskresult",
}  # fmt: skip
LAST = ("kit.seal",)  # the guards refuse whatever is recorded before the last seal
CHUNK = 500


def kinds(registry: Any = apps) -> list[Kind]:
    """Every table that is kept, in the order it is written back."""
    found = [
        model
        for model in registry.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.label_lower not in LEFT_OUT
    ]
    return sorted(found, key=lambda model: (model._meta.label_lower in LAST, model._meta.label_lower))


@contextmanager
def snapshot() -> Iterator[BaseDatabaseWrapper]:
    """One moment of the database, whatever is written meanwhile: the connection that reads it."""
    if connection.vendor == "sqlite":
        with TemporaryDirectory(prefix=".backup-", dir=settings.DATA) as folder:
            yield from _copied(Path(folder) / "snapshot.sqlite3")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield connection


def _copied(file: Path) -> Iterator[BaseDatabaseWrapper]:
    connection.ensure_connection()
    copy = sqlite3.connect(file)
    try:
        connection.connection.backup(copy)
    finally:
        copy.close()
    reader = connection.copy()
    reader.settings_dict["NAME"] = str(file)
    try:
        yield reader
    finally:
        reader.close()


def columns(model: Kind) -> list[str]:
    """The names of a table's values, in their order."""
    return [field.attname for field in model._meta.concrete_fields]


def lines(model: Kind, on: BaseDatabaseWrapper) -> Iterator[bytes]:
    """Every row of a table as a line."""
    rows: QuerySet[Any, Any] = QuerySet(model).order_by("pk").values_list(*columns(model))
    for row in rows.query.get_compiler(connection=on).results_iter(chunked_fetch=True, chunk_size=2_000):
        yield json.dumps([_plain(value) for value in row], ensure_ascii=False).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def write(model: Kind, names: list[str], rows: Iterable[bytes]) -> int:
    """Write the rows of a table back as they were; how many. ``names`` say which value is which."""
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    fields = [by_name[name] for name in names]
    quoted = connection.ops.quote_name
    said = ", ".join(quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quoted(model._meta.db_table)} ({said}) VALUES ({places})"
    count, waiting = 0, []
    with connection.cursor() as cursor:
        for line in rows:
            row = zip(fields, json.loads(line), strict=True)
            waiting.append([field.get_db_prep_save(field.to_python(value), connection) for field, value in row])
            if len(waiting) == CHUNK:
                cursor.executemany(sql, waiting)
                count, waiting = count + len(waiting), []
        if waiting:
            cursor.executemany(sql, waiting)
    return count + len(waiting)


def count_on(written: Iterable[Kind]) -> None:
    """Let the next new row of each table have a number no row has."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(written)):
            cursor.execute(statement)


def standing() -> list[str]:
    """The tables that hold anything worth keeping, by name."""
    there = set(connection.introspection.table_names())
    return [model._meta.label for model in kinds() if model._meta.db_table in there and QuerySet(model).exists()]
