"""Typing into a county's whole list in a real browser: ``python bench/grid.py [--projects 500]``.

A county of 500 projects with every column shown, served by ``ballast serve``. In one run and one browser, turn by
turn: the grid of Ballast, and two peers of the same size that do nothing: a bare table of inputs, and one of cells that
may be edited, filled with the same texts. A key is timed from the browser's own stamp of it until the frame that shows
it has been drawn; what the page's process itself spent on it is counted beside. Saved is from the key that leaves a
cell until the sheet has the server's findings of it.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parent)]
os.environ.pop("DATABASE_URL", None)

from playwright.sync_api import Page, sync_playwright  # noqa: E402 - the fixtures of the tests, outside of any test

from plugins import crowd  # noqa: E402
from plugins.browser import FLAGS  # noqa: E402
from plugins.houses import BALLAST, House  # noqa: E402
from plugins.serving import serving  # noqa: E402

COUNTY, PASSWORD = "980001", "long-enough-2025"  # as `plugins.counties` lays them
CELLS, DIGITS, SAVED = 40, "1250", 8
SETTLE = """
import django; django.setup()
from plugins.counties import lay
print('["' + lay(1, {projects})[0] + '"]')
"""
# Each key with what it is and the milliseconds until its frame was drawn.
WATCH = """() => {
  window.keys = [];
  addEventListener("keydown", (event) => {
    const kind = event.key === "Enter" || event.key === "Tab" || event.key.startsWith("Arrow") ? event.key : "digit";
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => window.keys.push([kind, performance.now() - event.timeStamp]);
      drawn.port2.postMessage(0);
    });
  }, true);
}"""
WATCH_SAVED = """() => {
  window.saves = [];
  let left = 0;
  addEventListener("keydown", (event) => { if (event.key === "Enter") left = event.timeStamp; }, true);
  new MutationObserver(() => {
    const dirty = document.querySelector("td.dirty");
    if (!left || dirty) return;
    const since = left;
    left = 0;
    requestAnimationFrame(() => window.saves.push(performance.now() - since));
  }).observe(document.querySelector("table.typing"), { subtree: true, attributeFilter: ["class"] });
}"""
PEERS = {
    "a bare table of inputs": '<td><input value="{}"></td>',
    "a bare table of editable cells": '<td contenteditable="plaintext-only">{}</td>',
}


def main() -> None:
    """Measure and print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--projects", type=int, default=500)
    chosen = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="ballast-grid-"))
    try:
        house = House(folder / "house")
        house.migrate()
        [month] = crowd.run(house.environment, SETTLE.format(projects=chosen.projects), beside=Path(__file__).parent)
        with serving(BALLAST, house.environment, folder / "serve.log") as address, browsing() as page:
            report(measure(page, address, month))
    finally:
        shutil.rmtree(folder)


@contextmanager
def browsing() -> Iterator[Page]:
    """A page on a desk, in the machine's own Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which("chromium"), headless=True, args=FLAGS)
        yield running.new_page(viewport={"width": 1440, "height": 900})
        running.close()


def measure(page: Page, address: str, month: str) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of every key by what was typed into, and of every save."""
    page.goto(f"{address}/sign-in/")
    page.fill("[name=username]", COUNTY)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.goto(f"{address}/month/{month}/grid/{COUNTY}/")
    page.check("#grid-wide")
    rows = page.eval_on_selector_all(
        "table.typing tbody tr", "all => all.map(one => [...one.cells].map(of => of.textContent))"
    )
    print(f"    {len(rows)} rows × {len(rows[0])} columns = {len(rows) * len(rows[0]):,} cells", flush=True)
    taken = {"the grid of Ballast": in_the_grid(page)}
    for name, cell in PEERS.items():
        taken[name] = in_a_peer(page, rows, cell)
    return taken


def spent() -> float:
    """Milliseconds of processor time the pages of our browser have taken so far, whatever else runs on the machine."""
    ours, ticks = {str(os.getpid())}, 0
    for process in sorted(
        (one for one in Path("/proc").iterdir() if one.name.isdigit()), key=lambda one: int(one.name)
    ):
        try:
            said, words = (process / "stat").read_text().rpartition(")")[2].split(), (process / "cmdline").read_text()
        except OSError:
            continue
        if said[1] in ours:
            ours.add(process.name)
            ticks += int(said[11]) + int(said[12]) if "--type=renderer" in words else 0
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def in_the_grid(page: Page) -> dict[str, list[float]]:
    """Digits and Enter down the column of this month's amounts, arrows back up; then saves, one cell at a time."""
    first = page.locator("table.typing tbody tr").first.locator("td:not(.pin):not(.locked)").first
    first.click()
    page.evaluate(WATCH)
    since = spent()
    typed(page, "Enter")
    each = [(spent() - since) / CELLS]
    for _ in range(CELLS):
        press(page, "ArrowUp")
    page.wait_for_function("() => !document.querySelector('td.dirty')", timeout=60_000)
    taken = gathered(page)
    page.evaluate(WATCH_SAVED)
    for turn in range(SAVED):
        press(page, "7")
        press(page, "Enter")
        page.wait_for_function(f"() => window.saves.length > {turn}", timeout=60_000)
    return taken | {"saved": page.evaluate("window.saves"), "processor": each}


def in_a_peer(page: Page, rows: list[list[str]], cell: str) -> dict[str, list[float]]:
    """The same digits into a table that does nothing; Tab leaves a cell, for Enter does not there."""
    body = "".join(f"<tr>{''.join(cell.format(text) for text in row)}</tr>" for row in rows)
    page.set_content(f"<!doctype html><table><tbody>{body}</tbody></table>")
    page.locator("td input, td[contenteditable]").nth(2).click()
    page.evaluate(WATCH)
    since = spent()
    typed(page, "Tab")
    return gathered(page) | {"processor": [(spent() - since) / CELLS]}


def typed(page: Page, leaving: str) -> None:
    """The digits into one cell after another, each left by a key."""
    for _ in range(CELLS):
        for key in (*DIGITS, leaving):
            press(page, key)


def press(page: Page, key: str) -> None:
    """One key, and the frame that shows it."""
    before = page.evaluate("window.keys.length")
    page.keyboard.press(key)
    page.wait_for_function(f"() => window.keys.length > {before}", polling=5)


def gathered(page: Page) -> dict[str, list[float]]:
    """The times by kind of key."""
    taken: dict[str, list[float]] = {}
    for kind, each in page.evaluate("window.keys"):
        taken.setdefault(kind, []).append(each)
    return taken


def at_95(times: list[float]) -> float:
    """The time that 95 of 100 do not exceed."""
    return sorted(times)[int(len(times) * 0.95)]


SAID = {
    "processor": "processor time of a cell: four digits and leaving it",
    "digit": "a digit",
    "Enter": "leaving the cell",
    "Tab": "leaving the cell",
    "ArrowUp": "an arrow",
}
LAST = "left until saved and judged"


def report(taken: dict[str, dict[str, list[float]]]) -> None:
    """The tables: what each key takes, and how often the bare table's."""
    print("\n| typed into | key | times | median, ms | 95th, ms |\n|---|---|---|---|---|")
    for name, kinds in taken.items():
        for kind, each in kinds.items():
            told = f"{len(each)} | {median(each):,.1f} | {at_95(each):,.1f}"
            print(f"| {name} | {SAID.get(kind, LAST)} | {told} |")
    grid = taken["the grid of Ballast"]
    for name in PEERS:
        digit = median(grid["digit"]) / median(taken[name]["digit"])
        leaving = median(grid["Enter"]) / median(taken[name]["Tab"])
        print(f"\n{name}: a digit {digit:.1f}×, leaving {leaving:.1f}×", end="")
    print()


if __name__ == "__main__":
    main()
