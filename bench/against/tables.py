"""The measurement as tables: the median of each family of figures, and the ten farthest from each aim."""

from statistics import median

from ballast.rooms.figures import queries
from ballast.rulebook.figures.vocabulary import Growth, HowMany, Latest, Published, Share, ToDate, Total, Written

Times = dict[str, dict[str, float]]
SEALED, OPEN = 10, 2  # the aims: PostgreSQL over sealed at least, open over DuckDB at most
WHO = ("sealed", "open", "PostgreSQL", "SQLite", "DuckDB", "pandas")


def family(code: str) -> str:
    """What kind of figure it is."""
    formula = queries.declaration(code).formula
    if isinstance(formula, Growth) and isinstance(formula.of, Published):
        return "growth of what is published"
    kinds = {HowMany: "counts", Latest: "sums", Total: "sums", ToDate: "sums", Share: "shares", Growth: "growth",
             Written: "differences"}  # fmt: skip
    return kinds[type(formula)]


def gain(times: dict[str, float]) -> float:
    """How many times faster a sealed month is than PostgreSQL."""
    return times["PostgreSQL"] / times["sealed"] if "PostgreSQL" in times else float("nan")


def ratio(times: dict[str, float]) -> float:
    """How long the open month takes, DuckDB by hand being 1."""
    return times["open"] / times["DuckDB"]


def say(times: Times) -> None:
    """Print everything."""
    families: dict[str, list[str]] = {}
    for code in times:
        families.setdefault(family(code), []).append(code)
    print(f"| family | figures | {' | '.join(WHO)} | PostgreSQL ÷ sealed, least | open ÷ DuckDB, most |")
    print("|---|" + "---|" * (len(WHO) + 3))
    for name, codes in [*families.items(), ("all", list(times))]:
        cells = [_middle([times[code][who] for code in codes if who in times[code]], len(codes)) for who in WHO]
        least, most = min(gain(times[code]) for code in codes), max(ratio(times[code]) for code in codes)
        print(f"| {name} | {len(codes)} | {' | '.join(cells)} | {least:.0f}× | {most:.2f} |")
    fast = sum(gain(one) >= SEALED for one in times.values())
    near = sum(ratio(one) <= OPEN for one in times.values())
    print(f"\nsealed at least {SEALED} times faster than PostgreSQL: {fast} of {len(times)}")
    print(f"open within {OPEN} of DuckDB by hand: {near} of {len(times)}")
    print("\nthe ten with the least gain over PostgreSQL, sealed\n")
    _rows(times, sorted(times, key=lambda code: gain(times[code]))[:10])
    print("\nthe ten farthest from DuckDB by hand, open\n")
    _rows(times, sorted(times, key=lambda code: -ratio(times[code]))[:10])


def _middle(taken: list[float], asked: int) -> str:
    if not taken:
        return "–"
    unanswered = f" ({asked - len(taken)} –)" if len(taken) < asked else ""
    return f"{_said(median(taken))}{unanswered}"


def _said(taken: float) -> str:
    return f"{taken:.1f}" if taken >= 1 else f"{taken:.3f}"


def _rows(times: Times, codes: list[str]) -> None:
    print(f"| figure | {' | '.join(WHO)} | PostgreSQL ÷ sealed | open ÷ DuckDB |")
    print("|---|" + "---|" * (len(WHO) + 2))
    for code in codes:
        one = times[code]
        cells = [_said(one[who]) if who in one else "–" for who in WHO]
        print(f"| {code} | {' | '.join(cells)} | {gain(one):.0f}× | {ratio(one):.2f} |")
