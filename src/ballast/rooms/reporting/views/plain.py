"""A report as JSON for the scripts of the pages: cells, sums, marks and what may be done, in the reader's language."""

from typing import Any

from ballast.kit.speech import spoken
from ballast.rooms.reporting.cards import CellFinding, Conflict, ReportCard
from ballast.rulebook.forms import COLUMNS, Column, Kind

# What a county looks at first; the rest of the form comes on demand.
MAIN = ("month_completed", "year_to_date", "to_date", "node", "form_progress", "problems", "explanation")
BESIDE = ("annual_plan", "last_year_to_date")


def columns(month: str) -> list[dict[str, Any]]:
    """The columns of the grid: a few grey ones, then every white one."""
    shown = [column for column in COLUMNS if column.editable or column.key in BESIDE]
    return [_column(column, month) for column in shown]


def _column(column: Column, month: str) -> dict[str, Any]:
    return {
        "key": column.key, "heading": column.heading(month), "group": column.parent, "kind": str(column.kind),
        "editable": column.editable, "main": column.key in (*BESIDE, *MAIN), "money": column.kind is Kind.MONEY,
        "choices": [word.zh for word in column.choices],
    }  # fmt: skip


def report(card: ReportCard) -> dict[str, Any]:
    """One report as the scripts take it."""
    return {
        "serial": card.serial, "name": card.name, "due": card.due, "version": card.version,
        "state": str(card.state or ""), "state_said": spoken(card.state.label) if card.state else "",
        "shown": {key: card.shown.get(key) for key in BESIDE}, "cells": dict(card.cells),
        "proposed": dict(card.proposed), "last": dict(card.last), "remarks": dict(card.remarks),
        "verbs": [str(verb) for verb in card.verbs], "findings": [finding(found) for found in card.findings],
        "conflicts": [conflict(one) for one in card.conflicts],
    }  # fmt: skip


def finding(found: CellFinding) -> dict[str, Any]:
    """One finding with its sentence."""
    return {
        "serial": found.serial, "column": found.column, "severity": found.severity, "code": found.code,
        "said": spoken(found.sentence), "stops": found.stops, "explained": found.explained,
    }  # fmt: skip


def conflict(one: Conflict) -> dict[str, Any]:
    """One cell with both values."""
    return {
        "column": one.column, "heading": one.heading, "base": one.base, "mine": one.mine, "theirs": one.theirs,
        "mine_by": one.mine_by, "theirs_by": one.theirs_by,
    }  # fmt: skip
