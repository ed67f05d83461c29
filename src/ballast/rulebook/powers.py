"""Who may decide what: the one table (a chapter of the policy; a view asks, it never decides)."""

from ballast.kit.words import Word
from ballast.rulebook.terms import Role


class Power(Word):
    """One thing a person may be allowed to do."""

    READ = "read", "查看", "read"
    REPORT = "report", "报送月报", "hand in the monthly report"
    IMPORT = "import", "导入名单", "import lists"
    REVIEW = "review", "核对疑似重复", "review near-duplicates"
    SEAL = "seal", "封账", "seal a month"
    CORRECT = "correct", "封账后更正", "correct after the seal"
    ISSUE = "issue", "出通报", "issue the bulletin"
    MAP = "map", "换地图", "load the map"


HOLDERS: dict[Power, frozenset[Role]] = {
    Power.READ: frozenset(Role),
    Power.REPORT: frozenset({Role.PROJECT_OFFICE, Role.REPORTER}),
    Power.IMPORT: frozenset({Role.PROJECT_OFFICE}),
    Power.REVIEW: frozenset({Role.PROJECT_OFFICE}),
    Power.SEAL: frozenset({Role.PROJECT_OFFICE}),
    Power.CORRECT: frozenset({Role.PROJECT_OFFICE}),
    Power.ISSUE: frozenset({Role.PROJECT_OFFICE}),
    Power.MAP: frozenset({Role.PROJECT_OFFICE}),
}

OWN_AREA_ONLY = frozenset({Role.REPORTER})


def holds(role: Role, power: Power) -> bool:
    """Whether ``role`` holds ``power``."""
    return role in HOLDERS[power]
