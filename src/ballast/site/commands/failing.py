"""What keeps a command from running, said as a refusal: the words it was given, its files, its database."""

import argparse
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError, ProgrammingError

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

UNDEFINED = ("42P01", "42703", "42P07")  # PostgreSQL: no such table, no such column, a table that stands already
EXPECTED = (OSError, OperationalError, ProgrammingError, ImproperlyConfigured)


class Misspoken(Refusal):
    """The words of the command line are not the command's; ``usage`` says which are."""

    def __init__(self, message: str, usage: str) -> None:
        said = Sentence(f"命令写法不对：{message}；用 --help 查看用法", f"{message}; --help shows what may be said")
        super().__init__(said, code="usage")
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """A parser that refuses as everything else here does."""

    def error(self, message: str) -> NoReturn:
        raise Misspoken(message, self.format_usage())


def refusal_of(error: BaseException) -> Refusal:
    """The refusal that an error outside of us (one of ``EXPECTED``) comes to."""
    if isinstance(error, OSError):
        return Refusal(
            Sentence(f"文件读写失败（{error.strerror or error}），请核对路径和权限",
                     f"A file cannot be read or written ({error.strerror or error}); check its path and rights"),
            where=str(error.filename or ""), code="file",
        )  # fmt: skip
    if isinstance(error, DatabaseError):
        return _of_database(error)
    return Refusal(Sentence(f"设置有误：{error}", f"The settings are wrong: {error}"), code="settings")


def _of_database(error: DatabaseError) -> Refusal:
    text = str(error).strip()
    if getattr(error.__cause__, "sqlstate", "") in UNDEFINED or "no such table" in text or "no such column" in text:
        said = Sentence("数据库还没有建好或版本旧，请先运行 ballast migrate",
                        "The database is empty or of an older version; run ballast migrate first")  # fmt: skip
        return Refusal(said, where=text, code="not_migrated")
    if "locked" in text:
        said = Sentence("数据库正被另一个程序写入，请稍后再试", "Another program is writing to the database; try again")
        return Refusal(said, where=text, code="database_locked")
    said = Sentence("数据库打不开，请核对 BALLAST_DATA 或 DATABASE_URL",
                    "The database cannot be used; check BALLAST_DATA or DATABASE_URL")  # fmt: skip
    return Refusal(said, where=text, code="database")
