"""Who may decide what: a chapter of the policy book. A view asks, it never decides.

A city's book may give a power to other roles (``[powers]``, a power and its roles), within two rules that no book
can lift: administrators hold no power over business, and the powers of administrators are theirs alone (三员分立).
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from ballast.kit.words import Word
from ballast.rulebook.terms import ADMINISTRATORS, Role


class Power(Word):
    """One thing a person may be allowed to do."""

    READ = "read", "查看", "read"
    BOARDS = "boards", "看全市数据", "read the figures of the whole city"
    REPORT = "report", "填报月报", "fill in and submit monthly reports"
    TASKS = "tasks", "分解项目任务", "set the monthly tasks of projects and their developed land"
    TARGETS = "targets", "下达地区目标", "set the targets of areas"
    COUNTY_REVIEW = "county_review", "县级审核", "accept or return reports for the county"
    CITY_REVIEW = "city_review", "市级审核", "accept or return reports for the city"
    IMPORT = "import", "导入名单", "import lists"
    PROPOSE = "propose", "报送名单", "send a list of the own area to the city office"
    REVIEW = "review", "核对疑似重复", "review near-duplicates"
    SEAL = "seal", "封账", "seal a month"
    CORRECT = "correct", "提出更正单", "file a correction slip"
    APPROVE = "approve", "批准更正单", "approve a correction slip"
    ISSUE = "issue", "出通报", "issue the bulletin"
    MEET = "meet", "组织会议", "prepare and hold meetings"
    PUBLISH = "publish", "公布排名", "publish rankings and answer appeals"
    NOTE_DEED = "note_deed", "登记加减分", "note bonus and penalty events"
    APPEAL = "appeal", "排名申诉", "appeal against a score"
    MAP = "map", "换地图", "load the map"
    CALENDAR = "calendar", "维护工作日历", "edit the working calendar"
    ADOPT = "adopt", "采用规则手册", "adopt a policy book"
    EXCUSE = "excuse", "批准例外", "grant a justified exception"
    SUPERVISE = "supervise", "督办发函", "send letters and settle them"
    ANSWER_ITEM = "answer_item", "办理会议事项", "report on action items of the own office and submit them"
    CONFIRM_ITEM = "confirm_item", "企业确认事项", "confirm for the enterprise that a matter is solved"
    SETTLE_ITEM = "settle_item", "销号、延期、撤销事项", "settle, extend and withdraw action items"
    EXPLAIN_STALL = "explain_stall", "说明停滞原因", "give the reason of a stall"
    TOUR = "tour", "组织观摩", "organise site tours"
    NOMINATE = "nominate", "报送观摩项目", "put projects forward for a site tour"
    ROLES = "roles", "指定项目责任人", "name who answers for a project"
    ACCOUNTS = "accounts", "管理账号", "manage accounts"
    APPOINT = "appoint", "任免授权", "appoint officials and give powers"
    RESET = "reset", "重置登录凭证", "reset passwords and second factors"
    AUDIT = "audit", "查阅审计", "read the audit trail"


_OFFICE = frozenset({Role.PROJECT_OFFICE})
_COUNTY = _OFFICE | {Role.COUNTY_OFFICE}
_REPORTERS = _COUNTY | {Role.REPORTER, Role.OWNER, Role.STEWARD}

HOLDERS: dict[Power, frozenset[Role]] = {
    Power.READ: frozenset(Role) - ADMINISTRATORS,
    Power.BOARDS: frozenset(Role) - ADMINISTRATORS - {Role.OWNER},
    Power.REPORT: _REPORTERS,
    Power.TASKS: _COUNTY,
    Power.TARGETS: _OFFICE,
    Power.COUNTY_REVIEW: frozenset({Role.COUNTY_OFFICE}),
    Power.CITY_REVIEW: _OFFICE,
    Power.IMPORT: _OFFICE,
    Power.PROPOSE: frozenset({Role.COUNTY_OFFICE, Role.REPORTER}),
    Power.REVIEW: _OFFICE,
    Power.SEAL: _OFFICE,
    Power.CORRECT: _COUNTY,
    Power.APPROVE: _OFFICE,
    Power.ISSUE: _OFFICE,
    Power.MEET: _OFFICE,
    Power.PUBLISH: _OFFICE,
    Power.NOTE_DEED: _OFFICE,
    Power.APPEAL: frozenset({Role.COUNTY_OFFICE}),
    Power.MAP: _OFFICE,
    Power.CALENDAR: _OFFICE,
    Power.ADOPT: _OFFICE,
    Power.EXCUSE: _OFFICE,
    Power.SUPERVISE: _OFFICE,
    Power.ANSWER_ITEM: (_REPORTERS - {Role.OWNER}) | {Role.DEPARTMENT, Role.LEADER},
    Power.CONFIRM_ITEM: frozenset({Role.OWNER}),
    Power.SETTLE_ITEM: _OFFICE | {Role.LEADER},
    Power.EXPLAIN_STALL: _REPORTERS | {Role.DEPARTMENT},
    Power.TOUR: _OFFICE,
    Power.NOMINATE: frozenset({Role.COUNTY_OFFICE}),
    Power.ROLES: _COUNTY,
    Power.ACCOUNTS: frozenset({Role.SYSTEM_ADMIN}),
    Power.APPOINT: frozenset({Role.SECURITY_ADMIN}),
    Power.RESET: frozenset({Role.SECURITY_ADMIN}),
    Power.AUDIT: frozenset({Role.AUDIT_ADMIN}),
}


# The powers of the three administrators: each is one administrator's, and no one else's.
ADMINISTRATIVE = frozenset({Power.ACCOUNTS, Power.APPOINT, Power.RESET, Power.AUDIT})


def whole(said: dict[Power, frozenset[Role]]) -> dict[Power, frozenset[Role]]:
    """The whole table where a book says only some of it. Raises ValueError for what no book may decide."""
    for power, roles in said.items():
        if power in ADMINISTRATIVE and roles != HOLDERS[power]:
            [owner] = HOLDERS[power]
            raise ValueError(
                f"“{power.zh}”只属于{owner.zh} / {power} belongs to {owner} alone: 三员分立 cannot be changed by a book"
            )
        if power not in ADMINISTRATIVE and roles & ADMINISTRATORS:
            wrong = "、".join(sorted(role.zh for role in roles & ADMINISTRATORS))
            raise ValueError(f"{wrong}不得有业务权限“{power.zh}” / administrators never hold {power}")
        if not roles:
            raise ValueError(f"“{power.zh}”没有人持有 / nobody would hold {power}")
    return {**HOLDERS, **said}


Powers = Annotated[dict[Power, frozenset[Role]], AfterValidator(whole)]


class Scope(Word):
    """How far a role sees: whose projects are its to read."""

    NOTHING = "nothing", "不看业务", "no business data"
    NAMED = "named", "指定项目", "named projects"
    OWN = "own", "本地区", "the own area"
    OWN_AND_BELOW = "own_and_below", "本地区及下辖", "the own area and below"
    ALL = "all", "全市", "everything"


SCOPES: dict[Role, Scope] = {
    Role.PROJECT_OFFICE: Scope.ALL,
    Role.COUNTY_OFFICE: Scope.OWN_AND_BELOW,
    Role.REPORTER: Scope.OWN_AND_BELOW,
    Role.OWNER: Scope.NAMED,
    Role.STEWARD: Scope.NAMED,
    Role.DEPARTMENT: Scope.ALL,
    Role.LEADER: Scope.ALL,
    Role.SYSTEM_ADMIN: Scope.NOTHING,
    Role.SECURITY_ADMIN: Scope.NOTHING,
    Role.AUDIT_ADMIN: Scope.NOTHING,
}


def holds(role: Role, power: Power, table: Mapping[Power, frozenset[Role]] = HOLDERS) -> bool:
    """Whether ``role`` holds ``power``, by the table of a book (else the default one)."""
    return role in table[power]


def scope(role: Role) -> Scope:
    """How far ``role`` sees."""
    return SCOPES[role]
