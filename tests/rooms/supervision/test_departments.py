"""Departments lit with the seal: by the responsible unit's projects, kept and hashed, opened to the reasons."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ballast import month
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry.cards import EVERYWHERE, Reach
from ballast.rooms.supervision import queries
from ballast.rulebook import books
from rooms.supervision.cast import BOOKS, HANDED_IN, JUNE, settle

pytestmark = pytest.mark.django_db
SEALED = HANDED_IN + timedelta(days=8)
OFFICE = "区发改局"


def test_a_department_is_lit_kept_and_explained() -> None:
    settle()
    data = (BOOKS / "departments" / "book.toml").read_bytes()
    policy.adopt(data, "book.toml", effective=date(2025, 1, 1), at=HANDED_IN, by="office")
    month.seal(JUNE, at=SEALED, by="office")
    told = queries.lines(JUNE, held=EVERYWHERE)
    assert told.departments == {OFFICE: {"department": "yellow"}}
    mine = Reach(areas=frozenset({"990001"}))
    assert queries.lines(JUNE, held=mine).departments == {}, "it tells of projects in every county"
    [why] = queries.why_department(OFFICE, JUNE, held=EVERYWHERE) or []
    assert why.code == "lights.department" and "1 个" in why.reckoned[0].sentence.zh
    assert queries.why_department(OFFICE, JUNE, held=mine) is None
    assert queries.why_department("没有这个部门", JUNE, held=EVERYWHERE) is None
    assert queries.past_department_lights(OFFICE) == {JUNE: {"department": "yellow"}}
    assert not list(queries.verify())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE supervision_litdepartment SET lights = '{}'")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER supervision_litdepartment_frozen")
        else:
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE supervision_litdepartment SET department = '另一个部门'")
    [found] = queries.verify()
    assert JUNE in found.where


def test_replay_lights_areas_and_departments_too() -> None:
    settle()
    month.seal(JUNE, at=SEALED, by="office")
    told = queries.replay(books.load(BOOKS / "departments" / "book.toml"), JUNE)
    assert told.after["department"] == {"yellow": 1} and sum(told.before["area_progress"].values()) == 1
    [change] = [one for one in told.changes if one.light == "department"]
    assert (change.name, change.serial, change.after) == (OFFICE, "", "yellow") and change.sums
