"""Invented people and firms: officials, persons responsible, brands of companies."""

from random import Random

SURNAMES = "陆沈顾闻人司屈柏苗费岑薛雷倪汤滕殷罗毕郝邬安常乐于傅卞齐康伍余元卜顿平黄"
GIVEN = "明远 知行 海宁 承泽 若川 景行 怀瑾 慕青 书言 立群 望舒 启航 守拙 清和 云舟 建业 兆丰 思齐 定邦 向阳 文澜 自强"
FIRST = "溟澜砺沐璟朔桅峤鲸汀屿澹岬漪鸥泓衡岚霁湛"
SECOND = "舟岳泰川晟瀚远璞铎渊韬霖驰序图"
HOMES = ("北溟", "北溟", "北溟", "沧屿", "江浔", "岭临", "渝汀", "洛岬")
LEADERS = (
    "市委书记 滕定邦", "市长 安知行", "常务副市长 顾承泽", "副市长 沈清和", "副市长 柏兆丰", "副市长 岑慕青",
    "市人大常委会副主任 雷立群", "市政协副主席 倪守拙", "市委秘书长 殷书言", "市政府秘书长 薛海宁",
)  # fmt: skip


def person(chance: Random) -> str:
    """A name for somebody."""
    return chance.choice(SURNAMES) + chance.choice(GIVEN.split())


def brand(chance: Random) -> str:
    """A two-character brand."""
    return chance.choice(FIRST) + chance.choice(SECOND)


def company(brand: str, line: str, chance: Random) -> str:
    """The full name of the firm that owns a project of a line of business."""
    home = chance.choice(HOMES)
    if home == "北溟":
        return f"北溟{brand}{line}有限公司"
    return chance.choice((f"{brand}{line}（北溟）有限公司", f"北溟{brand}{line}股份有限公司"))


def investor(brand: str, chance: Random) -> str:
    """The firm behind the owner, of an invented city."""
    return f"{chance.choice(HOMES)}{brand}{chance.choice(('控股', '投资', '产业'))}集团有限公司"
