"""What the city builds besides industry: roads, water, schools, hospitals, services and tourism."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of project that is no industry: its class, who owns it, its names, and what is built.

    ``most`` is the size in 亿元 that no such project exceeds.
    """

    industry: str
    owner: str
    names: tuple[str, ...]
    content: str
    public: bool = True
    lead_industry: str = ""
    weight: float = 1.0
    most: float = 6.0


WORKS = (
    Work(
        "E4812",
        "交通建设投资集团",
        ("{p}环城快速路", "{p}至{q}公路改线工程", "{p}{r}路网提升工程", "{p}疏港公路工程"),
        "新建道路 {n} 公里，含桥梁、管线及附属设施。",
        weight=2.0,
        most=60,
    ),
    Work(
        "G5442",
        "交通建设投资集团",
        ("{p}综合客运枢纽", "{p}公交换乘中心及充电场站"),
        "建设枢纽站房 {m}平方米及配套场站。",
        most=16,
    ),
    Work(
        "G5532",
        "港口集团",
        ("{p}{r}作业区通用泊位", "{p}散货码头改造工程"),
        "建设万吨级泊位 {k} 个及后方堆场。",
        False,
        "modern_services",
        most=70,
    ),
    Work(
        "G5990",
        "供应链管理有限公司",
        ("{p}冷链物流园", "{p}智慧仓储基地", "{p}临空物流分拨中心", "{p}跨境电商物流园"),
        "建设高标准仓库 {m}平方米及信息系统。",
        False,
        "modern_services",
        1.6,
        most=28,
    ),
    Work(
        "E4852",
        "水务集团",
        ("{p}城乡供水一体化工程", "{p}河道综合治理工程", "{p}防潮堤加固工程", "{p}再生水利用工程"),
        "治理河道（铺设管网）{n} 公里，新建泵站 {k} 座。",
        weight=1.7,
        most=36,
    ),
    Work(
        "N7721",
        "生态环境发展有限公司",
        ("{p}海岸带生态修复工程", "{p}矿山生态修复工程", "{p}生活垃圾焚烧发电提标工程"),
        "修复面积 {n} 公顷，同步建设监测设施。",
        most=8,
    ),
    Work(
        "K7010",
        "置业有限公司",
        ("{p}{r}城市更新项目", "{p}{r}安置住房项目", "{p}保障性租赁住房项目", "{p}{r}老旧片区改造项目"),
        "总建筑面积 {m}平方米，含住宅、社区服务用房及地下车库。",
        False,
        weight=3.0,
        most=60,
    ),
    Work(
        "N7810",
        "城市建设投资有限公司",
        ("{p}地下管网更新改造工程", "{p}海绵城市示范工程", "{p}{r}滨水公园工程"),
        "更新管网 {n} 公里，同步恢复路面和绿化。",
        weight=1.6,
        most=14,
    ),
    Work(
        "P8334",
        "教育和体育局",
        ("{p}第二高级中学新校区", "{p}实验学校扩建工程", "{p}青少年实践基地"),
        "总建筑面积 {m}平方米，新增学位 {s} 个。",
        most=7,
    ),
    Work(
        "Q8411",
        "卫生健康局",
        ("{p}人民医院{r}院区", "{p}中医院迁建工程", "{p}妇幼保健院综合楼"),
        "总建筑面积 {m}平方米，设床位 {s} 张。",
        most=24,
    ),
    Work(
        "Q8514", "康养产业有限公司", ("{p}滨海康养中心", "{p}医养结合示范园"), "建设养老床位 {s} 张及康复用房。", False
    ),
    Work(
        "R9090",
        "文化旅游投资有限公司",
        ("{p}滨海度假区", "{p}渔文化体验园", "{p}非遗文化街区", "{p}海上运动中心"),
        "建设游客中心、主题街区和配套设施 {m}平方米。",
        False,
        "modern_services",
        1.5,
        most=32,
    ),
    Work(
        "F5211",
        "商业管理有限公司",
        ("{p}城市商业综合体", "{p}农产品批发市场迁建项目", "{p}海鲜美食广场"),
        "总建筑面积 {m}平方米，设商铺 {s} 间。",
        False,
        "modern_services",
    ),
    Work(
        "I6550",
        "大数据有限公司",
        ("{p}城市算力中心", "{p}数字政府云平台扩容工程", "{p}工业互联网平台"),
        "建设机架 {s} 个及配套供配电、制冷系统。",
        False,
        "modern_services",
        1.2,
        most=26,
    ),
    Work(
        "M7320",
        "科技发展有限公司",
        ("{p}海洋装备中试基地", "{p}新药安全评价中心", "{p}科技企业孵化器二区"),
        "建设研发用房 {m}平方米，购置仪器 {s} 台（套）。",
        False,
        "modern_services",
        1.3,
        most=9,
    ),
    Work(
        "A0412",
        "海洋牧场有限公司",
        ("{p}现代化海洋牧场", "{p}深水网箱养殖基地", "{p}设施农业示范园"),
        "建设养殖（种植）设施 {n} 万平方米及配套管护设施。",
        False,
    ),
)
