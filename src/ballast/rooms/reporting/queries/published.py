"""What the statistics office publishes, by name."""

from ballast.rooms.policy import queries as policy
from ballast.rooms.reporting.models import Indicator
from ballast.rulebook.terms import AreaIndicator


def figure_name(code: str) -> str:
    """A statistical figure by its code: 固定资产投资, 生物医药产值."""
    name, _, industry = code.partition(".")
    said = AreaIndicator(name).zh if name in list(AreaIndicator) else name
    known = policy.latest().lead_industries
    return f"{known[industry].zh if industry in known else industry}{said}" if industry else said


def published_figures() -> list[tuple[str, str]]:
    """Every kind of statistical figure there is one of, by its code and name."""
    found = Indicator.objects.current().values_list("indicator", "lead_industry").distinct()
    codes = sorted({f"{code}.{industry}" if industry else code for code, industry in found})
    return [(code, figure_name(code)) for code in codes]
