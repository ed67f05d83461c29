"""The monthly loop under a crowd, and whole lists: ``python tools/postgres.py -- python bench/loop.py [--small]``.

On SQLite and on the PostgreSQL of DATABASE_URL: 2,000 hand-ins from 200 sessions at once by real requests to ``ballast
serve``; the same again with the server killed by -9 ten times in the middle; each hand-in taken exactly once, counted
and hashed. Then a county's 500 reports typed, submitted and accepted, each verb in one act, and listed.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parent)]
SERVER = os.environ.pop("DATABASE_URL", "")

from plugins import crowd  # noqa: E402 - the fixtures of the tests, outside of any test
from plugins.houses import BALLAST, House, new_database  # noqa: E402

LISTS = """
import django; django.setup()
from against.lists import measure
measure({projects})
"""


def main() -> None:
    """Measure on each database there is, and say it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--small", action="store_true", help="20 sessions, three kills, 50 projects: to try it out")
    options.add_argument("--only", choices=("SQLite", "PostgreSQL"), help="one of the databases")
    chosen = options.parse_args()
    small = chosen.small
    sessions, projects, kills, whole = (20, 5, 3, 50) if small else (200, 10, 10, 500)
    for database in [chosen.only] if chosen.only else ["SQLite", *(["PostgreSQL"] if SERVER else [])]:
        folder = Path(tempfile.mkdtemp(prefix="ballast-loop-"))
        try:
            print(f"\n{database}: {sessions * projects:,} hand-ins from {sessions} sessions", flush=True)
            under_a_crowd(folder, database, sessions, projects, kills)
            whole_lists(folder, database, whole)
        finally:
            shutil.rmtree(folder)


def empty(folder: Path, database: str) -> House:
    """An installation with tables and nothing in them."""
    house = House(folder, new_database(SERVER) if database == "PostgreSQL" else "")
    house.migrate()
    return house


def under_a_crowd(folder: Path, database: str, sessions: int, projects: int, kills: int) -> None:
    """The crowd at a server that lives, and at one that dies."""
    house = empty(folder / "house", database)
    people = crowd.settle(house.environment, folder / "forms", counties=sessions, projects=projects)
    twin = house.copy(folder / "twin", server=SERVER)
    again = crowd.Crowd(people.month, people.sessions, people.expected)
    server = crowd.Mortal(BALLAST, house.environment, folder / "serve.log")
    people.press(server.address)
    server.kill()
    each = len(people.expected) / people.seconds
    print(f"    living: {people.seconds:.1f} s, {each:.0f} a second; {said(people, house)}", flush=True)
    server = crowd.Mortal(BALLAST, twin.environment, folder / "serve.log")
    crowd.trouble(again, server, kills=kills, between=lambda: nothing_half(twin))
    server.kill()
    print(f"    killed {kills} times: {again.seconds:.1f} s, {again.cut_off} requests cut off; {said(again, twin)}")


def nothing_half(house: House) -> None:
    """Stop here if a death left anything half written."""
    stands = crowd.taken(house.environment)
    if stands["half"] or stands["twice"] or stands["health"] != "ok":
        raise SystemExit(f"half written: {stands}")


def said(people: crowd.Crowd, house: House) -> str:
    """What came of it, read back; stops where a hand-in was lost, taken twice or refused."""
    stands = crowd.taken(house.environment)
    facts = crowd.accept_all(house.environment)
    house.ballast("verify")
    right = (crowd.hashed(stands["amounts"]), crowd.hashed(facts)) == (people.hash(), people.hash())
    if not right or people.refused or stands["half"] or stands["twice"]:
        told = {name: stands[name] for name in ("half", "twice", "steps", "submissions", "health")}
        raise SystemExit(f"lost or refused: {people.refused[:5]} {told}")
    count = stands["submissions"]["submitted"]
    return f"{count:,} taken once each, hash equal, all accepted as facts, ledger verified"


def whole_lists(folder: Path, database: str, projects: int) -> None:
    """A county's whole list through every verb, in a process of its own."""
    house = empty(folder / "lists", database)
    began = time.monotonic()
    for line in crowd.run(house.environment, LISTS.format(projects=projects), beside=Path(__file__).parent):
        print(f"    {line}")
    print(f"    (in {time.monotonic() - began:.0f} s)")


if __name__ == "__main__":
    main()
