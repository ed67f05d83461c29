"""A county's whole list through the loop: each verb in one act, with its time and its questions to the database."""

import json
import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ballast.rooms.people import queries as who
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Chosen, Edit
from plugins.counties import lay

CODE = "980001"


def measure(projects: int) -> None:
    """Type, submit, accept twice and list ``projects`` reports; prints JSON lines' list."""
    month, serials = lay(1, projects)
    clerk, county, city = (_official(name) for name in (CODE, f"{CODE}-xmb", "office"))
    said = {
        "month_completed": 100,
        "year_to_date": 100,
        "to_date": 100,
        "form_progress": "主体施工",
        "explanation": "如实",
    }
    edits = [Edit(serial, said) for serial in serials]
    chosen = [Chosen(serial, 1) for serial in serials]
    now = timezone.now
    acts: list[tuple[str, Callable[[], Any]]] = [
        ("type", lambda: actions.save(month, edits, official=clerk, at=now())),
        ("submit", lambda: actions.submit(month, chosen, official=clerk, at=now())),
        ("worklist of the county's office", lambda: queries.worklist(month, county, on=timezone.localdate())),
        ("accept (county)", lambda: actions.accept(month, chosen, official=county, at=now())),
        ("accept (city, recorded as facts)", lambda: actions.accept(month, chosen, official=city, at=now())),
        ("list with findings and differences",
         lambda: queries.reports(month, CODE, clerk, on=timezone.localdate())),
        ("the blank form", lambda: queries.form(month, CODE)),
    ]  # fmt: skip
    print(json.dumps([_said(name, act, projects) for name, act in acts]))


def _said(name: str, act: Callable[[], Any], projects: int) -> str:
    with CaptureQueriesContext(connection) as asked:
        began = time.perf_counter()
        act()
        taken = time.perf_counter() - began
    return f"{projects} reports, {name}: {taken * 1000:,.0f} ms, {len(asked)} questions"


def _official(username: str) -> OfficialCard | None:
    return who.official_of(get_user_model().objects.get(username=username), on=timezone.localdate())
