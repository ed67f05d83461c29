"""The city's thirteen counties and four parks; names, codes and seats are invented.

Codes begin with 3799: a province that exists, a city number that GB/T 2260 has never given.
"""

from dataclasses import dataclass

from ballast.rulebook.terms import AreaKind


@dataclass(frozen=True, slots=True)
class Place:
    """One area: ``seat`` is where it lies on the map's grid, ``vigour`` how well it does (1 is the city's middle),
    ``weight`` its share of projects, ``keeps_word`` how surely it keeps start-on-land promises."""

    code: str
    name: str
    slug: str
    kind: AreaKind
    parent: str = ""
    aliases: tuple[str, ...] = ()
    seat: tuple[float, float] = (0.0, 0.0)
    vigour: float = 1.0
    weight: float = 1.0
    keeps_word: float = 0.9
    streets: tuple[str, ...] = ()


CITY = Place("379900", "北溟市", "beiming", AreaKind.CITY, aliases=("市本级", "北溟"))

COUNTIES = (
    Place("379902", "溟湾区", "mingwan", AreaKind.COUNTY, "379900", ("溟湾",), (68, 47), 1.06, 8.2, 0.95,
          ("海晏路街道", "听涛街道", "钟楼街道")),
    Place("379903", "望潮区", "wangchao", AreaKind.COUNTY, "379900", ("望潮",), (84, 45), 1.09, 8.6, 0.93,
          ("科创大道街道", "云帆街道", "观澜街道")),
    Place("379904", "镇溟区", "zhenming", AreaKind.COUNTY, "379900", ("镇溟",), (56, 33), 1.03, 8.4, 0.9,
          ("铁港街道", "新埠街道", "镇海楼街道")),
    Place("379905", "银礁区", "yinjiao", AreaKind.COUNTY, "379900", ("银礁",), (39, 20), 1.01, 7.6, 0.9,
          ("盐滩街道", "东礁街道", "炼塔街道")),
    Place("379921", "青岬县", "qingjia", AreaKind.COUNTY, "379900", ("青岬",), (89, 66), 0.97, 4.0, 0.82,
          ("青岬镇", "灯塔镇", "鸥屿镇")),
    Place("379922", "白砾县", "baili", AreaKind.COUNTY, "379900", ("白砾",), (72, 78), 0.88, 3.6, 0.42,
          ("白砾镇", "双砬镇", "石人沟镇")),
    Place("379923", "临槎县", "lincha", AreaKind.COUNTY, "379900", ("临槎",), (53, 86), 0.94, 4.2, 0.8,
          ("临槎镇", "槎口镇", "北关镇")),
    Place("379924", "桐汀县", "tongting", AreaKind.COUNTY, "379900", ("桐汀",), (51, 62), 1.02, 5.4, 0.9,
          ("桐汀镇", "柳汊镇", "杏林镇")),
    Place("379925", "石漪县", "shiyi", AreaKind.COUNTY, "379900", ("石漪",), (33, 80), 0.82, 3.0, 0.38,
          ("石漪镇", "松岭镇", "矿山镇")),
    Place("379926", "云栈县", "yunzhan", AreaKind.COUNTY, "379900", ("云栈",), (13, 78), 0.86, 2.6, 0.6,
          ("云栈镇", "雾岭镇", "栈道镇")),
    Place("379927", "归帆县", "guifan", AreaKind.COUNTY, "379900", ("归帆",), (20, 32), 0.98, 4.4, 0.85,
          ("归帆镇", "渔火镇", "大盐镇")),
    Place("379981", "鹤渚市", "hezhu", AreaKind.COUNTY, "379900", ("鹤渚",), (31, 54), 1.07, 7.2, 0.92,
          ("鹤渚街道", "芦洲镇", "机场镇")),
    Place("379982", "松砚市", "songyan", AreaKind.COUNTY, "379900", ("松砚",), (11, 54), 0.95, 4.8, 0.78,
          ("松砚街道", "墨池镇", "砚湖镇")),
)  # fmt: skip

PARKS = (
    Place("379971", "北溟经济技术开发区", "jingkai", AreaKind.PARK, "379904", ("经开区", "经济技术开发区"),
          (52, 37), 1.06, 9.4, 0.95, ("装备产业片区", "综合保税片区", "临港片区")),
    Place("379972", "北溟高新技术产业开发区", "gaoxin", AreaKind.PARK, "379903", ("高新区", "高新技术开发区"),
          (87, 49), 1.1, 9.0, 0.95, ("生物谷片区", "集成电路片区", "软件园片区")),
    Place("379973", "银礁化工新材料产业园", "huagong", AreaKind.PARK, "379905", ("化工园区", "化工园"),
          (41, 15), 1.04, 6.4, 0.88, ("炼化片区", "精细化工片区", "仓储物流片区")),
    Place("379974", "鹤渚空港经济区", "konggang", AreaKind.PARK, "379981", ("空港区", "空港经济区"),
          (36, 57), 1.08, 5.6, 0.92, ("航空制造片区", "临空物流片区", "通航片区")),
)  # fmt: skip

AREAS = COUNTIES + PARKS
BY_CODE = {place.code: place for place in AREAS}
BY_SLUG = {place.slug: place for place in AREAS}


def county_of(place: Place) -> Place:
    """The county a place belongs to: a park's parent, else the county itself."""
    return BY_CODE[place.parent] if place.kind is AreaKind.PARK else place
