"""Which codes of GB/T 4754-2017 count as high-tech manufacturing, and which services serve whom.

High-tech manufacturing: 国家统计局《高技术产业（制造业）分类（2017）》, 国统字〔2017〕200 号; six groups, given
here by the shortest code that covers each.

Services: the divisions that 《三次产业划分规定》 (2018 revision) counts as the third sector, split after
《生产性服务业统计分类（2019）》 and 《生活性服务业统计分类（2019）》. Both go down to four-digit classes and
overlap; a division that both claim goes where most of its classes go, and what a public body mostly provides
(water and environment works, roads and parks of a town, schools, hospitals, government) is a social service,
as a city's project lists use the word. The split by division is our default, not the statisticians' own.
"""

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word


class ServiceKind(Word):
    """Whom a service serves."""

    PRODUCER = "producer", "生产性服务业", "producer services"
    CONSUMER = "consumer", "生活性服务业", "consumer services"
    SOCIAL = "social", "社会服务业", "social services"


HIGH_TECH: dict[str, tuple[Sentence, tuple[str, ...]]] = {
    "pharmaceutical": (Sentence("医药制造业", "Pharmaceuticals"), ("27",)),
    "aerospace": (Sentence("航空、航天器及设备制造业", "Aircraft and spacecraft"), ("374", "4343")),
    "electronics": (
        Sentence("电子及通信设备制造业", "Electronic and communication equipment"),
        ("3562", "3563", "3569", "3832", "3833", "3841",
         "392", "393", "394", "395", "396", "397", "398", "399"),
    ),
    "computers": (Sentence("计算机及办公设备制造业", "Computers and office machines"), ("391", "3474", "3475")),
    "instruments": (
        Sentence("医疗仪器设备及仪器仪表制造业", "Medical equipment and instruments"),
        ("358", "401", "402", "404", "409"),
    ),
    "chemicals": (Sentence("信息化学品制造业", "Information chemicals"), ("2664", "2665")),
}  # fmt: skip
# Division 39 consists of 391-399 alone, so its two digits are enough to know.
HIGH_TECH_WHOLE = ("39",)
HIGH_TECH_PREFIXES: tuple[str, ...] = (*HIGH_TECH_WHOLE, *(code for _, codes in HIGH_TECH.values() for code in codes))

_PRODUCER = "05 11 43 51 53 54 55 56 57 58 59 60 63 64 65 66 67 68 69 71 72 73 74 75"
_CONSUMER = "52 61 62 70 80 81 82 86 87 88 89 90 786"
_SOCIAL = "76 77 78 79 83 84 85 91 92 93 94 95 96 97"
# 786, management of scenic areas, is tourism though its division (public facilities) is a social service.
SERVICE_KINDS: dict[str, ServiceKind] = {
    **dict.fromkeys(_PRODUCER.split(), ServiceKind.PRODUCER),
    **dict.fromkeys(_CONSUMER.split(), ServiceKind.CONSUMER),
    **dict.fromkeys(_SOCIAL.split(), ServiceKind.SOCIAL),
}
