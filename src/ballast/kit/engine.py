"""One in-process DuckDB in memory: reads Parquet files and, read-only, the application's own database.

It never goes to the network: extensions come from the wheels installed beside it. One database a process; every
thread has a cursor of its own on it. A query takes one core: what is asked here is small, the others have questions
of their own, and to share a small table out costs more than it brings (see ``every_core``).
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb

CLOSED = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
SCANNERS = {"sqlite": "duckdb_extension_sqlite_scanner", "postgresql": "duckdb_extension_postgres_scanner"}
KINDS = {"sqlite": "SQLITE", "postgresql": "POSTGRES"}
APPLICATION = "application"

_lock = threading.Lock()
_local = threading.local()
_databases: dict[int, duckdb.DuckDBPyConnection] = {}
_attached: dict[int, str] = {}


def cursor() -> duckdb.DuckDBPyConnection:
    """This thread's cursor on this process's database."""
    if getattr(_local, "process", None) != os.getpid():
        with _lock:
            _local.cursor = _database().cursor()
        _local.process = os.getpid()
    found: duckdb.DuckDBPyConnection = _local.cursor
    return found


def query(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Every row of the answer."""
    return cursor().execute(sql, list(values)).fetchall()


def records(sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Every row of the answer by column name."""
    answer = cursor().execute(sql, list(values))
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


@contextmanager
def transaction() -> Iterator[duckdb.DuckDBPyConnection]:
    """Everything read inside is of one moment, in the attached database too."""
    on = cursor()
    on.begin()
    try:
        yield on
    except BaseException:
        on.rollback()
        raise
    on.commit()


@contextmanager
def every_core() -> Iterator[None]:
    """Inside, a query takes every core of the machine: for reading a whole ledger."""
    cursor().execute(f"SET threads = {os.cpu_count() or 1}")
    try:
        yield
    finally:
        cursor().execute("SET threads = 1")


def attach(database: dict[str, Any]) -> str:
    """Attach the PostgreSQL of a Django setting for reading; the name its tables stand under.

    Never an SQLite file: see ``kit.aside``.
    """
    if vendor(database) != "postgresql":
        raise ValueError(f"{vendor(database)} is read aside, not attached")
    where = address(database)
    with _lock:
        main = _database()
        if _attached.get(os.getpid()) != where:
            main.execute(f"DETACH DATABASE IF EXISTS {APPLICATION}")
            load(main, "postgresql")
            main.execute(f"ATTACH {quoted(where)} AS {APPLICATION} (TYPE POSTGRES, READ_ONLY)")
            _attached[os.getpid()] = where
    return f"{APPLICATION}.public"


def detach() -> None:
    """Let go of the attached database, if any."""
    with _lock:
        if _attached.pop(os.getpid(), None):
            _database().execute(f"DETACH DATABASE IF EXISTS {APPLICATION}")


def write_parquet(sql: str, path: Path) -> None:
    """Write the rows of a query to a new Parquet file; a file cut short is never left under the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        cursor().execute(f"COPY ({sql}) TO {quoted(str(draft))} (FORMAT parquet, COMPRESSION zstd)")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def parquet(path: Path) -> str:
    """A Parquet file as a table in SQL."""
    return f"read_parquet({quoted(str(path))})"


def quoted(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def _database() -> duckdb.DuckDBPyConnection:
    process = os.getpid()
    if process not in _databases:
        _databases[process] = duckdb.connect(":memory:", config=CLOSED | {"threads": 1})  # type: ignore[arg-type]
    return _databases[process]


def load(main: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Load the extension that reads a kind of database, from the wheel that carries it."""
    spec = find_spec(SCANNERS[kind])
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{SCANNERS[kind]} is not installed: make setup")
    [extension] = Path(spec.origin).parent.rglob("*.duckdb_extension")
    main.execute(f"LOAD {quoted(str(extension))}")


def vendor(database: dict[str, Any]) -> str:
    """The kind of a database: ``sqlite`` or ``postgresql``."""
    return str(database["ENGINE"]).rsplit(".", 1)[-1].replace("sqlite3", "sqlite")


def address(database: dict[str, Any]) -> str:
    """Where the database of a Django setting is, as the engine's extensions want it."""
    if vendor(database) == "sqlite":
        return str(database["NAME"])
    keys = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    said = {key: str(database.get(name) or "") for key, name in keys.items()}
    return " ".join(f"{key}='{_escaped(value)}'" for key, value in said.items() if value)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")
