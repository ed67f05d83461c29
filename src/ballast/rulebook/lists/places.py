"""Names of areas, offices and kinds of project, by which a lone title row is known for what it is."""

import re
from collections.abc import Collection
from functools import lru_cache

_AREA_END = (
    "自治区|自治州|自治县|自治旗|特别行政区|开发区|高新区|经开区|工业园区?|产业园区?|园区|新区|示范区|保税区|合作区"
    "|集聚区|度假区|风景区|管理区|城区|矿区|林区|省|市|区|县|旗|州|盟|镇|乡|街道|市直|县直|市本级|本级|省直"
)
AREA = re.compile(rf"[\u4e00-\u9fff]{{1,12}}?(?:{_AREA_END})(?:管委会|政府|人民政府)?")
NOT_AREA = re.compile(r"小区$|校区$|景区$|灌区$|库区$|厂区$|片区$|社区$|城市$|夜市$|超市$|菜市$|公园$|病区$|服务区$|项目")
AREA_PREFIX = re.compile(rf"[\u4e00-\u9fff]{{1,8}}?(?:自治区|自治州|自治县|开发区|高新区|经开区|新区|市|县|旗|盟|州|区)")
SELF = frozenset(["市直", "县直", "省直", "市本级", "县本级", "省本级", "区本级", "跨区域", "跨市", "跨县区", "全市", "全省", "各县区"])
OFFICE = re.compile(
    r"[\u4e00-\u9fff()（）、]{1,28}(?:局|委|厅|办|办公室|公司|集团|中心|院|处|署|站|政府|管委会|委员会|指挥部|总队|支队"
    r"|部|学院|学校|大学|医院|银行|社|联社|分局|发改委|城投|国资委)"
)
STATUS = re.compile(
    r"(?:(?:\d{4}年)?(?:计划|拟|当年|年度|重点|重大|省|市|县|区|级|新增|结转|加快|确保)*"
    r"(?:续建|新开工|新建|在建|预备|储备|前期|谋划|竣工|投产|建成|完工|开工|签约|落地|在谈|已签约|未开工|推进|扩建|改建"
    r"|技改|达产|收尾|产业|基础设施|民生|社会事业|社会民生|生态|工业|农业|交通|能源|水利|服务业|城建|文化|旅游|教育|卫生"
    r"|科技|商贸|物流|房地产|城市建设|先进制造业?|现代服务业|现代农业|高新技术)"
    r"[\u4e00-\u9fff、和及与(（)）]{0,16}?(?:项目|类|工程|阶段|类项目|领域|方面|板块)?)"
)
CATEGORY = re.compile(r"[\u4e00-\u9fff、和及与/()（）]{1,20}(?:类|类项目|领域|方面|板块|产业|行业|业|设施|事业|阶段|批次?|清单)")
STEM = re.compile(r"(?:市|县|区|旗|自治县|自治州)$")


@lru_cache(maxsize=20_000)
def _area_like(text: str) -> bool:
    return text in SELF or bool(AREA.fullmatch(text) and len(text) >= 2 and not NOT_AREA.search(text))


def is_area(text: str, known: Collection[str] = ()) -> bool:
    """True when ``text`` is the name of an area: a known one (also without 市/县/区) or one by its ending."""
    return bool(text) and (text in known or _stem(text) in _stems(tuple(known)) or _area_like(text))


@lru_cache(maxsize=64)
def _stems(known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_stem(name) for name in known)


def _stem(text: str) -> str:
    return STEM.sub("", text) if len(text) > 2 else text


def area_of_site(site: str, known: Collection[str] = ()) -> str | None:
    """The area a building site names: the site itself, a known area in it, or the area it begins with."""
    if len(site) <= 14 and is_area(site, known):
        return site
    for name in known:
        if name in site:
            return name
    found = AREA_PREFIX.match(site)
    return found[0] if found and not NOT_AREA.search(found[0]) else None


def area_in_brackets(name: str, known: Collection[str] = ()) -> str | None:
    """The area in the brackets that end a project's name: ``…项目（银川市）``."""
    found = re.search(r"[(（]([^()（）]{2,12})[)）]$", name)
    return found[1] if found and is_area(found[1], known) else None


@lru_cache(maxsize=20_000)
def is_office(text: str) -> bool:
    """True when ``text`` ends like an office, a company or an institution and holds no word of a project."""
    return bool(OFFICE.fullmatch(text)) and "项目" not in text and "工程" not in text


@lru_cache(maxsize=20_000)
def is_kind(text: str) -> bool:
    """True when ``text`` names a status or category of projects (续建项目, 基础设施类) rather than one project."""
    return len(text) <= 26 and bool(STATUS.fullmatch(text) or CATEGORY.fullmatch(text))
