"""The facts of a golden city as plain rows, read through a connection of their own, on SQLite and PostgreSQL."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db import connections

from plugins.houses import House

KINDS = (
    "people.Area", "registry.Project", "registry.Profile", "registry.AnnualPlan", "registry.Membership",
    "registry.NamedList", "registry.Promise", "registry.Funding", "lifecycle.Milestone", "reporting.Progress",
    "reporting.Output", "reporting.Indicator", "reporting.Submission", "resources.ResourceCase", "kit.Source",
    "registry.Evidence", "reporting.Question", "reporting.Filing", "tours.Ballot", "tours.Place", "kit.StoredFile",
    "kit.Entry", "kit.Seal", "figures.Edition", "supervision.LitMonth", "supervision.LitProject",
)  # fmt: skip
Row = dict[str, Any]


def known(rows: list[Row], moment: Any) -> list[Row]:
    """The rows known at a moment; rows that are no facts as they are."""
    if not rows or "recorded_at" not in rows[0]:
        return rows
    return [
        row
        for row in rows
        if row["recorded_at"] <= moment and (row["superseded_at"] is None or row["superseded_at"] > moment)
    ]


def read(house: House, blocker: Any, names: Sequence[str] = KINDS) -> SimpleNamespace:
    """Read a house's tables through a connection of their own."""
    with blocker.unblock():
        connections.settings["golden"] = connections.settings["default"] | _address(house)
        try:
            kinds = {name.split(".")[1].lower(): apps.get_model(name) for name in names}
            return SimpleNamespace(
                **{
                    kind: list(model._default_manager.using("golden").order_by("pk").values())
                    for kind, model in kinds.items()
                }
            )
        finally:
            connections["golden"].close()
            del connections["golden"]
            del connections.settings["golden"]


def _address(house: House) -> dict[str, object]:
    if not house.database_url:
        return {"NAME": str(house.folder / "ballast.sqlite3")}
    url = urlsplit(house.database_url)
    return {
        "NAME": url.path[1:],
        "USER": url.username,
        "PASSWORD": url.password or "",
        "HOST": url.hostname,
        "PORT": url.port,
    }
