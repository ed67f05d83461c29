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
_PROGRESS = (
    "续建|续建类|新开工|计划新开工|新建|在建|预备|储备|前期|前期工作|谋划|竣工|投产|建成|建成投产|竣工投产|完工|开工|签约|落地|在谈|已签约"
    "|未开工|推进|加快推进|收尾|扩建|改建|改扩建|技改|技术改造|达产|达产达效|结转|转化|实施|计划开工|计划竣工|拟开工|拟建|正式|备选|加快|加快前期"
)
_SORT = (
    "产业发展|产业|基础设施|重大基础设施|城乡基础设施|城市基础设施|民生|民生保障|民生改善|社会民生|社会事业|社会发展|公共服务|生态环保|生态环境|生态建设|生态文明"
    "|生态|环保|环境|环境保护|工业|农业|农林水利|农林水|农林|农业农村|农村|林业|交通|交通运输|能源|新能源|电力|水利|服务业|现代服务业|先进制造业|制造业|高端制造"
    "|装备制造|城建|城市建设|城镇建设|城镇化|市政|市政公用|文化|旅游|文化旅游|文旅|教育|卫生|体育|卫生健康|医疗|医疗卫生|科技|科技创新|创新|科技产业"
    "|商贸|商贸物流|物流|现代物流|房地产|现代农业|高新技术|高新技术产业|战略性新兴产业|新兴产业|数字经济|新基建|新型基础设施|乡村振兴|城市更新|园区|安居|保障性安居|棚改"
    "|信息|信息化|通信|电子信息|新材料|生物医药|化工|建材|冶金|食品|纺织|轻工|矿业|铁路|公路|机场|港口|水运|航空|住房|安全|公共安全|政法|养老|其他|综合|重点|重大|城乡|铁路工程"
    "|平台|产业平台|公共设施|创新能力|创新平台|农田水利|防灾减灾|补短板|强基础|促转型|招商引资|外资|民间投资|央企|国企|政府投资|社会投资|企业投资|专项债券?|PPP|二产|三产|一产"
    "|第一产业|第二产业|第三产业|公铁水空|轨道交通|城市轨道交通|土地收储|资源能源|供水|供热|燃气|大健康|健康|数字|人才|金融|消费"
)
_LEAD = r"(?:\d{4}年度?)?(?:计划|拟|当年|年度|重点|重大|关键|主要|省级?|市级?|县级?|区级?|国家级?|自治区|新增|本年|今年|第[一二三四五]批)*"
_END = r"(?:类|类别|项目|工程|建设|发展|领域|方面|板块|行业|阶段|部分|清单|建设项目|重点项目|重大项目|重点工程|重大工程|工程项目|类项目|行业类)*"
_JOIN = r"[、和及与/,，()（）\-—]*"
STATUS = re.compile(rf"{_LEAD}(?:(?:{_PROGRESS}){_JOIN}(?:项目)?{_JOIN})+(?:(?:{_SORT}){_JOIN})*{_END}[)）]?")
CATEGORY = re.compile(rf"{_LEAD}(?:(?:{_SORT}){_JOIN})+{_END}|(?!.*(?:有限|公司|县|镇|乡|路))[\u4e00-\u9fff、和及与/]{{2,16}}(?:类|类项目|领域|板块|产业集群|产业链)")
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
    """True when ``text`` names a category of projects (基础设施类, 交通项目) rather than one project."""
    return len(text) <= 26 and bool(CATEGORY.fullmatch(text))


@lru_cache(maxsize=20_000)
def is_status(text: str) -> bool:
    """True for titles by progress: 续建项目, 2021年新开工, 储备类."""
    return len(text) <= 26 and bool(STATUS.fullmatch(text))
