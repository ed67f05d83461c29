"""The ground the golden city is built on: an empty house, or an earlier golden city that makes way."""

from django.core.management import call_command
from django.db import connection

from ballast.kit.ledger.models import Entry
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

MARK = "golden "  # how the first line of a golden city's journal is told: by whom, or of an older one, what


class AlreadyLivedIn(Refusal):
    """The database keeps the ledger of a real city."""


def clear(*, again: bool) -> bool:
    """Lay the tables; whether the ground is free to build on.

    A golden city that stands is left as it is, with whatever was done in it since; with ``again`` it is taken
    down. Raises AlreadyLivedIn where anything else stands.
    """
    if _laid():
        golden = stands()
        if Entry.objects.exists() and not golden:
            raise AlreadyLivedIn(
                Sentence(
                    "数据库里已有项目台账，演示城市不会覆盖它；请用 BALLAST_DATA 或 DATABASE_URL 指向一个空库",
                    "The database keeps a ledger already; the demo never overwrites it: "
                    "point BALLAST_DATA or DATABASE_URL at an empty one",
                ),
                code="already_lived_in",
            )
        if golden and again:
            _take_down()
        elif golden:
            return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def stands() -> bool:
    """Whether the ledger is a golden city's; no real one begins like it, and none can be made to."""
    return _laid() and Entry.objects.filter(action__startswith=MARK).exists()


def _laid() -> bool:
    return Entry._meta.db_table in connection.introspection.table_names()


def _take_down() -> None:
    """Drop every table; the guards watch rows, not the demolition of the whole house."""
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            names = ", ".join(quoted(name) for name in connection.introspection.table_names(cursor))
            cursor.execute(f"DROP TABLE {names} CASCADE")
            return
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TABLE {quoted(name)}")
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {quoted(name)}")
        cursor.execute("PRAGMA foreign_keys = ON")
