"""The projects everybody in the city talks about, written by hand; the rest of the cast is drawn by lot."""

from dataclasses import dataclass
from datetime import date

from ballast.rulebook.terms import Nature


@dataclass(frozen=True, slots=True)
class Landmark:
    """One project known by name: ``total`` in 亿元, ``months`` it takes to build."""

    name: str
    area: str
    industry: str
    lead_industry: str
    owner: str
    total: float
    started: date
    months: int
    content: str
    nature: Nature = Nature.NEW
    public: bool = False
    key: bool = False
    provincial: bool = True


LANDMARKS = (
    Landmark(
        "北溟航空航天产业园",
        "379974",
        "C3742",
        "aerospace",
        "北溟空天产业发展有限公司",
        52.0,
        date(2025, 2, 18),
        34,
        "建设商业火箭总装测试、卫星批量制造和试验检测三大中心，"
        "总建筑面积 62 万平方米，建成后年产商业火箭 12 发、卫星 120 颗。",
        key=True,
    ),
    Landmark(
        "北溟国际生物医药产业园",
        "379972",
        "C2762",
        "biopharma",
        "北溟国际生物医药港有限公司",
        46.0,
        date(2025, 3, 12),
        30,
        "建设抗体与细胞治疗药物生产基地、国际临床研究中心和冷链供应中心，"
        "总建筑面积 48 万平方米，引进生物药企业 40 家。",
        key=True,
    ),
    Landmark(
        "溟海石化炼油转型升级技术改造",
        "379973",
        "C2511",
        "green_chemicals",
        "北溟溟海石化有限公司",
        128.6,
        date(2025, 3, 26),
        40,
        "对 1000 万吨/年炼油装置实施减油增化改造，新建 150 万吨/年催化裂解和 60 万吨/年芳烃装置，能效达到标杆水平。",
        Nature.RENOVATION,
        key=True,
    ),
    Landmark(
        "溟钢特种钢宽厚板生产线升级技术改造",
        "379971",
        "C3130",
        "new_materials",
        "北溟溟钢特种材料股份有限公司",
        106.2,
        date(2024, 9, 18),
        36,
        "改造 4300 毫米宽厚板轧机及热处理线，新增海工、核电、极地船舶用特种钢板 120 万吨/年产能，填补省内空白。",
        Nature.RENOVATION,
        key=True,
    ),
    Landmark(
        "高端制剂产业园",
        "379972",
        "C2720",
        "biopharma",
        "北溟澜泰高端制剂有限公司",
        10.0,
        date(2025, 4, 16),
        22,
        "建设缓控释、吸入、复杂注射剂三条高端制剂生产线和共享中试平台，上接原料药、下连医药流通，带动配套企业 18 家。",
        key=True,
    ),
    Landmark(
        "银礁化工物流园",
        "379973",
        "G5942",
        "modern_services",
        "银礁港化供应链管理有限公司",
        8.6,
        date(2025, 4, 9),
        18,
        "建设危险化学品仓库 12 万平方米、储罐 46 座、铁路装卸线 2 条和智慧调度平台，为园区企业提供一站式化工物流服务。",
    ),
    Landmark(
        "钟楼海晏步行商业街改造提升",
        "379902",
        "F5211",
        "modern_services",
        "溟湾区海晏商业管理有限公司",
        2.4,
        date(2025, 3, 5),
        12,
        "改造历史街区 9.6 万平方米，引入首店和老字号 120 家，完善慢行系统与夜间照明。",
        Nature.RENOVATION,
        provincial=False,
    ),
    Landmark(
        "青岬渔灯文旅小镇",
        "379921",
        "N7861",
        "modern_services",
        "青岬县渔灯文化旅游有限公司",
        5.8,
        date(2025, 5, 20),
        20,
        "建设渔灯民俗街区、灯塔公园、海景民宿群和游客中心，总建筑面积 8.2 万平方米，年接待能力 150 万人次。",
        provincial=False,
    ),
    Landmark(
        "北溟职业技术学院新校区",
        "379903",
        "P8341",
        "",
        "北溟职业技术学院",
        12.5,
        date(2025, 2, 26),
        24,
        "总建筑面积 36 万平方米，建设公共实训中心、教学楼和学生公寓，"
        "新增在校生规模 9000 人，面向先进制造业培养技能人才。",
        public=True,
    ),
)
