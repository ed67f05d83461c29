"""Typing: the grid of an area's whole list, one project's form, and the saving both do by themselves."""

import json
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Edit
from ballast.rooms.reporting.views import asked, plain
from ballast.rooms.reporting.views.words import typing_words
from ballast.rulebook.powers import Power


class Unreadable(Refusal):
    """What was sent to be saved is not what the pages send."""


class AnotherPerson(Refusal):
    """The page was opened by somebody else than who is signed in now."""


@require_safe
def grid(request: HttpRequest, month: str, code: str) -> HttpResponse:
    """An area's whole list on one sheet."""
    official, today = asked.official(request), clock.today()
    found = queries.sheet(month, code, official, on=today)
    told = {
        "columns": plain.columns(month), "rows": [plain.report(card) for card in found.reports],
        "words": typing_words(), "by": request.user.get_username(), "month": month,
    }  # fmt: skip
    return render(request, "reporting/grid.html", {"page": found, "told": told, "key": uuid4().hex})


@require_safe
def one(request: HttpRequest, month: str, serial: str) -> HttpResponse:
    """One project's report: to be typed into by who may, reviewed by who must, read by the others."""
    found = queries.desk(month, serial, asked.official(request), on=clock.today())
    asked.noted(found.report.project_id, serial)
    told = {
        "row": plain.report(found.report), "words": typing_words(), "by": request.user.get_username(), "month": month,
    }  # fmt: skip
    panel = request.headers.get("HX-Request") == "true"
    template = "reporting/one_panel.html" if panel else "reporting/one.html"
    kept = {name: request.GET.get(name, "")[:40] for name in ("area", "state")}
    return render(request, template, {"page": found, "told": told, "key": uuid4().hex, **kept})


@require_POST
def save(request: HttpRequest, month: str) -> HttpResponse:
    """Save what was typed, and answer how the reports now stand."""
    official = people.require(asked.official(request), Power.REPORT)
    said = _said(request, official)
    edits = [_edit(one) for one in said["edits"]]
    key = str(said.get("key", ""))
    done = actions.save(month, edits, official=official, at=timezone.now(), key=key)
    serials = [moved.serial for moved in done.moved]
    cards = queries.reports_of(month, serials, official, on=clock.today())
    return JsonResponse({"at": f"{timezone.localtime(done.at):%H:%M:%S}", "rows": [plain.report(one) for one in cards]})


def _said(request: HttpRequest, official: OfficialCard) -> dict[str, Any]:
    try:
        said = json.loads(request.body)
    except (ValueError, RawPostDataException):
        said = None
    if not isinstance(said, dict) or not isinstance(said.get("edits"), list) or not said["edits"]:
        raise _unreadable()
    if said.get("by") != official.username:
        raise AnotherPerson(
            Sentence(f"这一页由“{str(said.get('by'))[:50]}”打开，现在登录的是“{official.username}”，没有保存；请刷新页面",
                     f"This page is not {official.username}'s; nothing was saved, load it anew"),
            where=month_of(request), code="another_person",
        )  # fmt: skip
    return said


def _edit(said: object) -> Edit:
    match said:
        case {"serial": str(serial), "version": int(version), "cells": dict(cells)}:
            return Edit(serial, cells, version)
    raise _unreadable()


def month_of(request: HttpRequest) -> str:
    """The month of the address."""
    return str(request.resolver_match.kwargs.get("month", "")) if request.resolver_match else ""


def _unreadable() -> Unreadable:
    return Unreadable(
        Sentence("要保存的内容读不懂，没有保存；请刷新页面重试",
                 "What was sent could not be read and was not saved; load the page anew"),
        code="unreadable",
    )  # fmt: skip
