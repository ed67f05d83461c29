"""The overview of a sealed month, against a static Django page of the same size plus the reading of its figures.

    .venv/bin/python bench/pages.py [--data FOLDER]

In one run, turn by turn, through Django's own request handling (no network): the overview of the last sealed month;
a page of the same bytes that Django serves ready-made, behind the same middleware and sign-in; and the bare reading
of the figures the overview shows. The ratio is overview / (static + figures), medians: as served (a sealed month's
board is kept once drawn) and drawn anew.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

TURNS = 30


def main() -> None:
    """Measure and print one table."""
    chosen = argparse.ArgumentParser(description=__doc__)
    chosen.add_argument("--data", type=Path, default=Path("var"), help="a folder with the golden city")
    os.environ["BALLAST_DATA"] = str(chosen.parse_args().data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ballast.site.settings")
    import django

    django.setup()
    print_table(measure())


def measure() -> dict[str, list[float]]:
    """Seconds of every turn, by what was done."""
    turns = acts()
    taken: dict[str, list[float]] = {name: [] for name in turns}
    for turn in range(TURNS + 2):
        for name, act in turns.items():
            start = time.perf_counter()
            act()
            if turn >= 2:
                taken[name].append(time.perf_counter() - start)
    return taken


def acts() -> dict[str, Callable[[], object]]:
    """What is done in turn, by name."""
    from django.contrib.auth import get_user_model
    from django.core.cache import cache
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    from ballast.rooms.figures import queries as figures
    from ballast.site import urls
    from ballast.site.boards.overview import CODES, overview

    sealed = [state.month for state in figures.months() if state.sealed_edition]
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(username="xmb"))
    address = f"/?month={sealed[-1]}"
    page = client.get(address).content

    def ready(_: HttpRequest) -> HttpResponse:
        return HttpResponse(page)

    def drawn_anew() -> None:
        cache.clear()
        client.get(address)

    urls.urlpatterns.append(path("static-page/", ready))
    return {
        "overview page, drawn anew": drawn_anew,
        "overview page": lambda: client.get(address),
        "static page": lambda: client.get("/static-page/"),
        "its figures, one reading": lambda: figures.figures(CODES, month=sealed[-1], by="county"),
        "its figures, all three months": lambda: overview(sealed[-1], sort="", ranked=""),
    }


def print_table(taken: dict[str, list[float]]) -> None:
    """Medians and spread in milliseconds, then the ratio."""
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    for name, seconds in taken.items():
        print(f"{name:32} {medians[name] * 1000:8.1f} ms  ({min(seconds) * 1000:.1f}–{max(seconds) * 1000:.1f})")
    whole = medians["static page"] + medians["its figures, all three months"]
    for name in ("overview page", "overview page, drawn anew"):
        print(f"{name} / (static page + its figures) = {medians[name] / whole:.2f}")


if __name__ == "__main__":
    main()
