"""The field's standard terms, as closed vocabularies."""

from ballast.kit.words import Word


class Basis(Word):
    """口径: whose figure it is."""

    DECLARED = "declared", "申报", "declared"
    VERIFIED = "verified", "核验", "verified"
    STATISTICAL = "statistical", "统计", "statistical"


class AreaKind(Word):
    """The three kinds of place that answer for projects."""

    CITY = "city", "市", "city"
    COUNTY = "county", "县（市、区）", "county"
    PARK = "park", "园区", "park"


class Nature(Word):
    """建设性质."""

    NEW = "new", "新建", "new"
    EXPANSION = "expansion", "扩建", "expansion"
    RENOVATION = "renovation", "技改", "technical renovation"
    RELOCATION = "relocation", "迁建", "relocation"


class LandMode(Word):
    """How a signed project gets its ground; the clock of 签约不开工 depends on it."""

    EXISTING = "existing", "存量用地", "existing land"
    NEW = "new_land", "新增用地", "new land"
    FACTORY = "factory", "现成厂房", "ready-built factory"
    EQUITY = "equity", "股权合作", "equity deal"


class AreaIndicator(Word):
    """What the statistics office publishes for an area, January to the month."""

    FAI = "fai", "固定资产投资", "fixed-asset investment"
    INDUSTRIAL_VALUE_ADDED = "industrial_value_added", "规上工业增加值", "value added of industry above scale"
    OUTPUT = "output", "产值", "output"


class Resource(Word):
    """要素: what a project needs from the city."""

    LAND = "land", "用地指标", "land quota"
    FOREST = "forest", "林地", "forest land"
    SEA = "sea", "用海", "sea use"
    ENERGY = "energy", "能耗指标", "energy quota"
    EMISSION = "emission", "排放指标", "emission quota"
    WATER = "water", "用水", "water"
    POWER = "power", "用电", "power"
    GAS = "gas", "用气", "gas"
    FUNDS = "funds", "资金", "funds"
    LABOUR = "labour", "用工", "labour"
    SAND = "sand", "砂石", "sand and gravel"


class FundChannel(Word):
    """资金来源 of a project's investment."""

    CENTRAL = "central", "中央预算内", "central budget"
    LOCAL = "local", "地方财政", "local budget"
    BOND = "bond", "专项债券", "special bonds"
    LOAN = "loan", "银行贷款", "bank loans"
    OWN = "own", "企业自筹", "owner's funds"
    FOREIGN = "foreign", "利用外资", "foreign capital"
    OTHER = "other", "其他", "other"


class Role(Word):
    """What a person who signs in answers for."""

    PROJECT_OFFICE = "project_office", "市项目办", "city project office"
    COUNTY_OFFICE = "county_office", "县区项目办", "county project office"
    REPORTER = "reporter", "填报员", "county reporter"
    OWNER = "owner", "项目业主", "project owner"
    STEWARD = "steward", "项目管家", "steward"
    DEPARTMENT = "department", "市直部门", "department"
    LEADER = "leader", "市领导", "leader"
    SYSTEM_ADMIN = "system_admin", "系统管理员", "system administrator"
    SECURITY_ADMIN = "security_admin", "安全管理员", "security administrator"
    AUDIT_ADMIN = "audit_admin", "审计管理员", "audit administrator"


class ProposalState(Word):
    """What became of a list a county sent to the city office."""

    WAITING = "waiting", "待确认", "waiting"
    ACCEPTED = "accepted", "已入账", "imported"
    RETURNED = "returned", "已退回", "sent back"


class ProjectRoleKind(Word):
    """How a person answers for one project."""

    LINKED_LEADER = "linked_leader", "包联领导", "linked leader"
    TASK_FORCE = "task_force", "专班", "task force"
    STEWARD = "steward", "首席服务员", "steward"
    OWNER_CONTACT = "owner_contact", "业主联系人", "owner contact"


ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
