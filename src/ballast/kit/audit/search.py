"""The trail searched: by time, actor, act, object, result and any text, newest first, page by page by key."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from ballast.kit.audit.chain import FIELDS, Link
from ballast.kit.audit.models import AuditLine

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is searched for; empty is anything. ``text`` is looked for in the object and in the detail."""

    since: datetime | None = None
    until: datetime | None = None
    actor: str = ""
    act: str = ""
    object: str = ""
    result: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """One page, newest first; ``older`` and ``newer`` are the keys of its neighbours, None where there is none."""

    lines: list[Link]
    newer: int | None
    older: int | None


def page(asked: Asked, *, before: int | None = None, after: int | None = None, size: int = PAGE) -> Lines:
    """The newest lines asked for; ``before`` a line (by its number) those older, ``after`` it those newer."""
    kept = _found(asked)
    forward = before is None and after is not None
    edge = _moment(after if forward else before)
    if edge is not None:
        kept = _beyond(kept, edge, forward=forward)
    order = ("moment", "id") if forward else ("-moment", "-id")
    found = [Link._make(values) for values in kept.order_by(*order).values_list(*FIELDS)[: size + 1]]
    more, lines = len(found) > size, found[:size]
    if forward:
        lines.reverse()
    came_from_newer = edge is not None if not forward else more
    goes_on = more if not forward else True
    return Lines(
        lines,
        newer=lines[0].id if lines and came_from_newer else None,
        older=lines[-1].id if lines and goes_on else None,
    )


def count(asked: Asked, *, most: int) -> int:
    """How many lines are asked for, counted up to ``most``."""
    return _found(asked).order_by()[:most].count()


def newest() -> int:
    """The number of the last line; 0 while there is none."""
    return AuditLine.objects.order_by("-id").values_list("id", flat=True).first() or 0


def every(asked: Asked, *, until: int) -> Iterator[Link]:
    """Every line asked for up to the line ``until``, oldest first, a few at a time."""
    found = _found(asked).filter(id__lte=until).order_by("moment", "id")
    yield from map(Link._make, found.values_list(*FIELDS).iterator(chunk_size=2_000))


def said(field: str) -> list[str]:
    """Every word that stands in ``field`` (act or result), read by jumping from one to the next in its index."""
    words: list[str] = []
    while True:
        rest = AuditLine.objects.filter(**{f"{field}__gt": words[-1]}) if words else AuditLine.objects.all()
        following = rest.order_by(field).values_list(field, flat=True).first()
        if following is None:
            return words
        words.append(following)


def _found(asked: Asked) -> "QuerySet[AuditLine]":
    named = {
        "moment__gte": asked.since, "moment__lte": asked.until, "actor": asked.actor, "act": asked.act,
        "result": asked.result, "object__contains": asked.object,
    }  # fmt: skip
    kept = AuditLine.objects.filter(**{name: value for name, value in named.items() if value})
    if not asked.text:
        return kept
    # SQLite keeps the detail as JSON was written: in ASCII, other letters as \\uXXXX.
    written = asked.text if connection.vendor == "postgresql" else json.dumps(asked.text)[1:-1]
    told = kept.annotate(told=Cast(F("detail"), TextField()))
    return told.filter(Q(object__contains=asked.text) | Q(told__contains=written))


def _moment(line: int | None) -> tuple[datetime, int] | None:
    found = AuditLine.objects.filter(id=line).values_list("moment", "id").first() if line is not None else None
    return found if found else None


def _beyond(kept: "QuerySet[AuditLine]", edge: tuple[datetime, int], *, forward: bool) -> "QuerySet[AuditLine]":
    moment, line = edge
    if forward:
        return kept.filter(moment__gte=moment).filter(Q(moment__gt=moment) | Q(id__gt=line))
    return kept.filter(moment__lte=moment).filter(Q(moment__lt=moment) | Q(id__lt=line))
