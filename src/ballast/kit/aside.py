"""A DuckDB in a process of its own, to read an SQLite file that this process has open.

Two copies of the SQLite library in one process undo each other's file locks (sqlite.org/howtocorrupt.html, 2.2.1),
and DuckDB brings a copy of its own: inside this process it must never open the application's database. What it
reads aside comes back as Parquet files.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb

from ballast.kit import engine


def read(file: Path, check: str, wanted: dict[Path, str]) -> Any:
    """Write the rows of queries over ``file`` (its tables under ``application.main``) to Parquet files.

    ``check`` is a query of one value, answered from the same moment as the rest; its value is given back.
    """
    order = {"file": str(file), "check": check, "wanted": {str(path): sql for path, sql in wanted.items()}}
    command = [sys.executable, "-m", "ballast.kit.aside"]
    done = subprocess.run(command, input=json.dumps(order), capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"reading {file} aside failed: {done.stderr[-2000:]}")
    return json.loads(done.stdout)


def main() -> None:
    """Carry out the order on standard input."""
    order = json.load(sys.stdin)
    with duckdb.connect(":memory:", config=engine.CLOSED) as on:  # type: ignore[arg-type]
        engine.load(on, "sqlite")
        on.execute(f"ATTACH {engine.quoted(order['file'])} AS {engine.APPLICATION} (TYPE SQLITE, READ_ONLY)")
        on.begin()
        [(value,)] = on.execute(order["check"]).fetchall()
        for path, sql in order["wanted"].items():
            on.execute(f"COPY ({sql}) TO {engine.quoted(path)} (FORMAT parquet)")
    print(json.dumps(value))


if __name__ == "__main__":
    main()
