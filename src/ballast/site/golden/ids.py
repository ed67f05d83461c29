"""The numbers under which the house keeps the city's places, lists and projects."""

from dataclasses import dataclass, field


@dataclass
class Ids:
    """Areas by code, named lists by code, projects by name (as the story knows them), officials by account."""

    areas: dict[str, int] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)
    projects: dict[str, int] = field(default_factory=dict)
    officials: dict[str, int] = field(default_factory=dict)
