"""Names of areas, offices and kinds of project, by which a lone title row is known for what it is."""

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache

from ballast.rulebook.lists.columns import PROGRESS, SORT

_AREA_END = (
    "自治区|自治州|自治县|自治旗|特别行政区|开发区|高新区|经开区|工业园区?|产业园区?|园区|新区|示范区"
    "|保税区|合作区|集聚区|度假区|风景区|管理区|城区|矿区|林区|省|市|区|县|旗|州|盟|镇|乡|街道|市直|县直|市本级|本级|省直"
)
SEAT = r"(?:党工委|管委会|管理委员会|人民政府|政府)"
AREA = re.compile(rf"[\u4e00-\u9fff]{{1,12}}?(?:{_AREA_END}){SEAT}?")
# A committee always has an area of its own; a government where its name ends like one.
SEATED = re.compile(
    rf"([\u4e00-\u9fff]{{1,12}}?(?:{_AREA_END})){SEAT}(?:办公室)?|([\u4e00-\u9fff]{{2,16}}?)(?:管委会|管理委员会)"
)
# Who reports a list speaks for its county: 填报单位：永山县发展和改革局.
REPORTING = re.compile(
    r"^(?:填报|报送|申报|编制|制表)(?:单位|部门)(?:\([签盖]章\))?[:：]"
    rf"([\u4e00-\u9fff]{{1,12}}?(?:{_AREA_END}))(?=[\u4e00-\u9fff]{{2,}}|{SEAT})"
)
PROVINCE = re.compile(r"^(?:[\u4e00-\u9fff]{2,6}?(?:省|自治区)|北京市|天津市|上海市|重庆市)(?=[\u4e00-\u9fff]{2})")
NOT_AREA = re.compile(r"(?:小区|校区|景区|灌区|库区|厂区|片区|社区|城市|夜市|超市|菜市|公园|病区|服务区)$|项目")
AREA_PREFIX = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:自治区|自治州|自治县|开发区|高新区|经开区|新区|市|县|旗|盟|州|区)")
# The divisions and regiments of a corps are its counties.
DIVISION = re.compile(r"第[一二三四五六七八九十]{1,3}师(?:[\u4e00-\u9fff]{2,6}市)?")
# A county's town: the county is the area, the town only where in it.
TOWN = re.compile(r"([\u4e00-\u9fff]{1,16}(?:县|区|旗|市))[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|街道办|办事处|村|社区)")
# 永山市贺山区: a city over the district, county or park that follows it; some words for parts of a city are no name.
CITY = re.compile(r"(?:(?![区县旗街路村])[\u4e00-\u9fff]){2,8}?(?:自治州|市|盟)(?=[\u4e00-\u9fff]{2})")
# 路北区 and 西乡县 are districts, 青河镇工业区 and 建设路小区 lie in none.
DISTRICT = re.compile(
    r"[\u4e00-\u9fff]{2,4}市(?![场民政区直级委内容])"
    r"|[\u4e00-\u9fff](?:(?![路街道村]|[镇乡](?![县区]))[\u4e00-\u9fff]){0,7}?(?:自治县|自治旗|县|旗|(?<![镇乡])区)"
)
PARK = re.compile(r"(?:园|新|开发|经开|高新|集聚|集中|示范|保税|合作|度假|风景|管理|工业|产业|城|市)区$")
NAMELESS = re.compile(
    r"(?:市|主城|中心城|老城|城|镇|新|县城|(?:工业|产业|经济|技术|科技|化工|物流|农业|现代)*(?:园|开发|集聚|集中|示范|工业))区"
)
# Where in a city, and no area of its own.
WITHIN = frozenset(["市区", "主城区", "中心城区", "老城区", "城区", "县城", "县城区", "园区", "开发区", "新区", "镇区"])
SELF = frozenset(
    ["市直", "县直", "省直", "市本级", "县本级", "省本级", "区本级", "跨区域", "跨市", "跨县区", "全市", "全省"]
)
OFFICE = re.compile(
    r"[\u4e00-\u9fff()（）、]{1,28}(?:局|委|厅|办|办公室|公司|集团|中心|院|处|署|站|政府|管委会|委员会|指挥部|总队|支队"
    r"|部|学院|学校|大学|医院|银行|社|联社|分局|发改委|城投|国资委)"
)
_PROGRESS, _SORT = "|".join(PROGRESS), "|".join(SORT)
_LEAD = (
    r"(?:\d{4}年度?)?(?:计划|拟|当年|年度|重点|重大|关键|主要|省级?|市级?|县级?|区级?|国家级?|自治区|新增"
    r"|本年|今年|第[一二三四五]批)*"
)
_END = r"(?:重点|重大)?(?:类别?|建设|发展)?(?:项目|工程)*(?:类|领域|方面|板块|行业|阶段|部分|清单)?"
_JOIN = r"[、和及与/,，()（）\-—]*"
STATUS = re.compile(rf"{_LEAD}(?:(?:{_PROGRESS}){_JOIN}(?:项目)?{_JOIN})+(?:(?:{_SORT}){_JOIN})*{_END}[)）]?")
CATEGORY = re.compile(
    rf"{_LEAD}(?:(?:{_SORT}){_JOIN})+{_END}"
    r"|(?!.*(?:有限|公司|县|镇|乡|路))[\u4e00-\u9fff、和及与/]{2,16}(?:类|类项目|领域|板块|产业集群|产业链)"
)
LIST_COVER = re.compile(
    r"^关于(?:印发|下达|公布|调整)*[《“]?|^(?:附件?|附表|表)[\d一二三四五六七八九十]*[:：、.\-]*|^(?:\d{4}年?度?)|^\d+[、.\-]?"
)
LIST_AREA = re.compile(
    r"((?!全|各|本|我|跨|省|自治区|区县|市县|县区)[\u4e00-\u9fff]{1,10}?(?:自治州|自治县|开发区|高新区|经开区|产业园区?|工业园区?"
    r"|园区|新区|示范区|市|县|区|旗|盟|州|镇|乡|街道))(?=$|[省市县区]?(?:级|重点|重大|项目|招商|入库|签约|在建|年度|“|十|政府|委|人民|发展|集中|领导|百|千|亿元|工业|农业|技|产业|投资"
    r"|基础|交通|城建|城乡|民生|社会|续建|新开工|开工|前期|储备|谋划|推进|专项|债券|中央|三个|固定|第[一二三四五六]批))"
)
# The brackets that end a name, and words in them that may be the short name of an area: no phase, section or kind.
BEHIND = re.compile(r"[(（]([^()（）]{2,12})[)）]$")
SHORT = re.compile(r"(?!.*[期段批标类号线项建设改扩迁含个])[\u4e00-\u9fff]{2,4}")
LEAST_BEHIND = 3
STEM = re.compile(r"(?:市|县|区|旗|自治县|自治州)$")


@lru_cache(maxsize=20_000)
def _area_like(text: str) -> bool:
    named = bool(AREA.fullmatch(text)) and len(text) >= 2 and not NOT_AREA.search(text)
    return named or text in SELF or bool(DIVISION.fullmatch(text))


def is_area(text: str, known: Collection[str] = ()) -> bool:
    """True when ``text`` is the name of an area: a known one (also without 市/县/区) or one by its ending."""
    return bool(text) and (text in known or _stem(text) in _stems(tuple(known)) or _area_like(text))


@lru_cache(maxsize=64)
def _stems(known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_stem(name) for name in known)


def _stem(text: str) -> str:
    return STEM.sub("", text) if len(text) > 2 else text


def area_of_site(site: str, known: Collection[str] = ()) -> str | None:
    """The area a building site names: several, a known one, or the innermost of those it begins with."""
    site = PROVINCE.sub("", site)
    if town := TOWN.fullmatch(site):
        site = town[1]
    if site in WITHIN:
        return None
    several = re.split(r"[、，,/和及;；]", site)
    if len(several) > 1 and len(site) <= 40 and all(is_area(part, known) for part in several):
        return site
    if name := max((one for one in known if one in site), key=lambda one: (_end(site, one), len(one)), default=None):
        inner = DISTRICT.match(site, _end(site, name))
        return inner[0] if inner and not PARK.search(inner[0]) else name
    if (city := CITY.match(site)) and not NOT_AREA.search(city[0]):
        inner = DISTRICT.match(site, city.end())
        return inner[0] if inner and not (NOT_AREA.search(inner[0]) or NAMELESS.fullmatch(inner[0])) else city[0]
    if len(site) <= 40 and is_area(site, known):
        return site
    found = AREA_PREFIX.match(site) or DIVISION.match(site)
    return found[0] if found and not NOT_AREA.search(found[0]) else None


def _end(text: str, part: str) -> int:
    """Where the last ``part`` of ``text`` ends."""
    return text.rfind(part) + len(part)


def area_of_office(text: str) -> str | None:
    """The areas whose governments or committees are named: 永山县人民政府 is 永山县; a bureau speaks for none."""
    seats = [found[1] or found[2] for part in re.split(r"[、，,/；;\s]", text) if (found := SEATED.fullmatch(part))]
    return "、".join(dict.fromkeys(seats)) or None


def area_of_reporter(text: str) -> str | None:
    """The area whose office hands a list in."""
    found = REPORTING.match(text)
    return found[1] if found else None


def area_of_list(text: str, known: Collection[str] = ()) -> str | None:
    """The area a title or a sheet's name is about: 永山县2024年重点项目清单; a province or the whole city is none."""
    text = PROVINCE.sub("", re.split(r"\d{4}|[(（]", LIST_COVER.sub("", text))[0] or "")
    if text in known:
        return text
    found = LIST_AREA.match(text)
    return found[1] if found and is_area(found[1], known) and not found[1].endswith("自治区") else None


def area_in_brackets(name: str, known: Collection[str] = ()) -> str | None:
    """The area in the brackets that end a project's name: ``…项目（银川市）``."""
    found = BEHIND.search(name)
    return found[1] if found and is_area(found[1], known) else None


def areas_behind(names: Collection[str], known: Collection[str]) -> tuple[str, ...]:
    """What stands behind several names where most have their area there: （宁东） beside （银川市） and （吴忠市）."""
    told = Counter(found[1] for name in names if name[-1:] in ")）" and (found := BEHIND.search(name)))
    areas = sum(times for text, times in told.items() if is_area(text, known))
    if areas < LEAST_BEHIND or areas * 2 < told.total():
        return ()
    return tuple(text for text, times in told.items() if times > 1 and SHORT.fullmatch(text))


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
