"""The 20 sections (门类) of GB/T 4754-2017 with the divisions (大类) each holds.

Source: GB/T 4754-2017《国民经济行业分类》, table 1, in force since 2017-10-01. The English names are ours,
after ISIC Rev. 4 where the section has its like there.
"""

from dataclasses import dataclass

from ballast.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its letter, its names, its first and last division."""

    letter: str
    name: Sentence
    first: int
    last: int

    @property
    def divisions(self) -> list[str]:
        """The two-digit codes of its divisions."""
        return [f"{number:02d}" for number in range(self.first, self.last + 1)]


TABLE = (
    Section("A", Sentence("农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"), 1, 5),
    Section("B", Sentence("采矿业", "Mining"), 6, 12),
    Section("C", Sentence("制造业", "Manufacturing"), 13, 43),
    Section("D", Sentence("电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water supply"), 44, 46),
    Section("E", Sentence("建筑业", "Construction"), 47, 50),
    Section("F", Sentence("批发和零售业", "Wholesale and retail trade"), 51, 52),
    Section("G", Sentence("交通运输、仓储和邮政业", "Transport, storage and post"), 53, 60),
    Section("H", Sentence("住宿和餐饮业", "Accommodation and catering"), 61, 62),
    Section("I", Sentence("信息传输、软件和信息技术服务业", "Information, software and IT services"), 63, 65),
    Section("J", Sentence("金融业", "Finance"), 66, 69),
    Section("K", Sentence("房地产业", "Real estate"), 70, 70),
    Section("L", Sentence("租赁和商务服务业", "Leasing and business services"), 71, 72),
    Section("M", Sentence("科学研究和技术服务业", "Scientific research and technical services"), 73, 75),
    Section("N", Sentence("水利、环境和公共设施管理业", "Water, environment and public facilities management"), 76, 79),
    Section("O", Sentence("居民服务、修理和其他服务业", "Resident services, repair and other services"), 80, 82),
    Section("P", Sentence("教育", "Education"), 83, 83),
    Section("Q", Sentence("卫生和社会工作", "Health and social work"), 84, 85),
    Section("R", Sentence("文化、体育和娱乐业", "Culture, sports and entertainment"), 86, 90),
    Section("S", Sentence("公共管理、社会保障和社会组织", "Public administration and social organisations"), 91, 96),
    Section("T", Sentence("国际组织", "International organisations"), 97, 97),
)
SECTIONS: dict[str, Section] = {section.letter: section for section in TABLE}
LETTER_OF: dict[str, str] = {division: section.letter for section in TABLE for division in section.divisions}
