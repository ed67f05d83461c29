"""Drawing one project by lot: what it is, who owns it, where it stands. Names never come twice."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from ballast.kit.money import WAN, YI
from ballast.rulebook.terms import AreaKind, LandMode, Nature
from ballast.site.golden import codes, faces
from ballast.site.golden.landmarks import Landmark
from ballast.site.golden.lives import Life
from ballast.site.golden.places import AREAS, BY_CODE, CITY, COUNTIES, Place, county_of
from ballast.site.golden.plain_trades import PLAIN
from ballast.site.golden.shapes import Ring, somewhere
from ballast.site.golden.trades import LEADING, PARKS_OF_TRADE, Trade
from ballast.site.golden.works import WORKS, Work

INDUSTRY = (*LEADING, *PLAIN)
QUARTERS = ("东部", "西部", "新城", "老城", "北片", "南片", "临港", "滨海")
BUREAUS = {"C": "工业和信息化局", "D": "发展和改革局", "E": "住房和城乡建设局", "G": "交通运输局", "P": "教育和体育局",
           "Q": "卫生健康局", "R": "文化和旅游局", "F": "商务局", "A": "海洋发展局", "M": "科学技术局"}  # fmt: skip
COUNTY_WEIGHTS = [place.weight for place in COUNTIES]
AREA_WEIGHTS = [place.weight for place in AREAS]


@dataclass
class Draw:
    """The lot-drawer: its chance, the map it places projects on, and the names already given."""

    chance: Random
    map: dict[str, Ring]
    names: set[str] = field(default_factory=set)
    credit_codes: dict[str, str] = field(default_factory=dict)
    first_phases: list[tuple[Trade, tuple[str, int, str], Life]] = field(default_factory=list)
    serial: int = 10_000

    def factory(self, total: int, *, renovation: float = 0.16) -> Life:
        """An industrial project of a size: the second phase of an earlier one, or something new."""
        if self.first_phases and self.chance.random() < 0.1:
            return self._second_phase(total)
        for _ in range(500):
            life = self._new_factory(total, renovation)
            if life.name not in self.names:
                return self._settle(life)
        raise RuntimeError("every industrial name is taken")

    def work(self, total: int) -> Life:
        """A project of roads, water, schools, housing, services or tourism."""
        kinds = [kind for kind in WORKS if total <= kind.most * YI]
        for _ in range(2000):
            kind = self.chance.choices(kinds, [kind.weight for kind in kinds])[0]
            life = self._new_work(kind, total)
            if life.name not in self.names:
                return self._settle(life)
        raise RuntimeError("every name of a work is taken")

    def landmark(self, known: Landmark) -> Life:
        """A project of the written cast."""
        life = Life(
            name=known.name, place=BY_CODE[known.area], industry=known.industry, lead_industry=known.lead_industry,
            owner=known.owner, total=round(known.total * 10_000) * WAN, content=known.content, public=known.public,
            nature=known.nature, months=known.months, key=known.key,
            linked_leader=self.chance.choice(faces.LEADERS[:5]),
        )  # fmt: skip
        return self._settle(life)

    def _new_factory(self, total: int, renovation: float) -> Life:
        chance = self.chance
        trade = chance.choices(INDUSTRY, [trade.weight for trade in INDUSTRY])[0]
        thing = chance.choice(trade.products)
        brand, line = faces.brand(chance), chance.choice(trade.firms)
        product, quantity, unit = thing
        made = max(1, round(quantity * chance.choice((0.5, 1, 1, 1.5, 2))))
        nature, made_said = Nature.NEW, f"{made}{unit}{product}"
        if trade.industry.startswith("D"):
            name = f"{brand}{made_said}项目"
        elif chance.random() < renovation:
            name = f"{brand}{line}{product}生产线技术改造项目"
            nature = Nature.RENOVATION
        else:
            tail = chance.choice((f"年产{made_said}项目", f"{product}生产基地项目", f"{product}产业化项目"))
            name = f"{brand}{line}{tail}"
            nature = Nature.EXPANSION if chance.random() < 0.12 else Nature.NEW
        phased = nature is Nature.NEW and chance.random() < 0.14
        life = Life(
            name=f"{name}（一期）" if phased else name, place=self._place_of(trade), industry=trade.industry,
            lead_industry=trade.lead_industry, owner=faces.company(brand, line, chance), total=total, nature=nature,
            investor=faces.investor(brand, chance) if chance.random() < 0.6 else "",
            content=self._content(trade, made_said, total, nature),
        )  # fmt: skip
        if phased and life.name not in self.names:
            self.first_phases.append((trade, thing, life))
        return life

    def _second_phase(self, total: int) -> Life:
        trade, thing, first = self.first_phases.pop(self.chance.randrange(len(self.first_phases)))
        said = f"{thing[1]}{thing[2]}{thing[0]}"
        life = Life(
            name=first.name.replace("（一期）", "（二期）"), place=first.place, industry=first.industry,
            lead_industry=first.lead_industry, owner=first.owner, investor=first.investor, total=total,
            content=self._content(trade, said, total, Nature.NEW),
        )  # fmt: skip
        return self._settle(life)

    def _new_work(self, kind: Work, total: int) -> Life:
        chance = self.chance
        place = self._any_place(kind)
        short = place.aliases[0] if place.kind is AreaKind.PARK else place.name[:-1]
        other = chance.choice([county for county in COUNTIES if county is not county_of(place)])
        name = chance.choice(kind.names).format(p=short, q=other.name[:-1], r=chance.choice(QUARTERS))
        size = total // (6_000 * 10_000) + 1
        content = kind.content.format(
            n=max(2, size * chance.randint(2, 5)), m=f"{size * chance.randint(8, 14) / 10 + 0.6:.1f} 万",
            k=1 + size // 4, s=200 + size * chance.randint(4, 9) * 10,
        )  # fmt: skip
        seat = county_of(place).name
        owner = f"{seat}{kind.owner}" if kind.owner.endswith("局") else f"北溟市{short}{kind.owner}"
        return Life(
            name=name if name.endswith(("项目", "工程")) else f"{name}建设项目", place=place, industry=kind.industry,
            lead_industry=kind.lead_industry, owner=owner, total=total, content=content, public=kind.public,
        )  # fmt: skip

    def _any_place(self, kind: Work) -> Place:
        if kind.public or self.chance.random() < 0.75:
            return self.chance.choices(COUNTIES, COUNTY_WEIGHTS)[0]
        return self.chance.choices(AREAS, AREA_WEIGHTS)[0]

    def _place_of(self, trade: Trade) -> Place:
        parks = PARKS_OF_TRADE.get(trade.lead_industry, ())
        if parks and self.chance.random() < 0.5:
            return BY_CODE[self.chance.choice(parks)]
        if trade.industry.startswith("D"):
            return self.chance.choice([BY_CODE[code] for code in ("379921", "379925", "379926", "379927", "379905")])
        return self.chance.choices(COUNTIES, COUNTY_WEIGHTS)[0]

    def _content(self, trade: Trade, made: str, total: int, nature: Nature) -> str:
        chance = self.chance
        machines = "、".join(chance.sample(trade.machines, min(2, len(trade.machines))))
        count = max(12, total // (2_000 * WAN)) + chance.randint(0, 30)
        if nature is Nature.RENOVATION:
            saved = chance.randint(8, 22)
            return f"利用现有厂房，更新{machines}等设备 {count} 台（套），改造后{made}生产线单位能耗下降 {saved}%。"
        if trade.industry.startswith("D"):
            beside = "供热管网" if trade.industry == "D4430" else "升压站、集电线路和储能设施"
            return f"建设{made}，购置{machines}，配套{beside}。"
        floor = max(0.6, total / 100_000_000 * chance.uniform(0.9, 1.6))
        return f"新建厂房及配套用房 {floor:.1f} 万平方米，购置{machines}等设备 {count} 台（套），建成后年产{made}。"

    def _settle(self, life: Life) -> Life:
        """Give a drawn project its codes, ground, people and place on the map."""
        chance = self.chance
        self.names.add(life.name)
        county = county_of(life.place)
        if life.owner not in self.credit_codes:
            self.credit_codes[life.owner] = codes.credit_code(CITY.code, life.owner.endswith(("局", "学院")), chance)
        life.credit_code = self.credit_codes[life.owner]
        life.strategic = life.lead_industry in ("new_electronics", "biopharma", "aerospace", "new_materials") and (
            chance.random() < 0.8
        )
        self._ground(life)
        around = self.map[life.place.code]
        parks = [self.map[place.code] for place in AREAS if place.parent == life.place.code]
        life.point = somewhere(around, chance, parks)
        street = chance.choice(life.place.streets)
        life.site = f"{county.name}{street}" if life.place is county else f"{life.place.name}{street}"
        life.site += chance.choice(
            ("", f" {chance.choice('ABCDEFH')}-{chance.randint(1, 40):02d} 地块", "以东", "产业大道北侧")
        )
        life.responsible = f"{county.name}{BUREAUS.get(life.industry[0], '发展和改革局')}"
        life.responsible_person = faces.person(chance)
        if not life.linked_leader and life.total >= 30_000 * WAN and chance.random() < 0.5:
            life.linked_leader = chance.choice(faces.LEADERS)
        return life

    def _ground(self, life: Life) -> None:
        chance = self.chance
        if life.public or life.nature is Nature.RENOVATION:
            life.land_mode = None if life.public else LandMode.EXISTING
            return
        life.land_mode = chance.choices(
            (LandMode.NEW, LandMode.EXISTING, LandMode.FACTORY, LandMode.EQUITY), (58, 24, 14, 4)
        )[0]
        if life.land_mode in (LandMode.NEW, LandMode.EXISTING):
            intensity = chance.uniform(280, 620) if life.industrial else chance.uniform(180, 420)
            life.land_mu = Decimal(round(life.total / WAN / intensity * 10)) / 10

    def file(self, life: Life, on: date) -> None:
        """Give a project its code in the month it was filed."""
        self.serial += self.chance.randint(1, 7)
        life.project_code = codes.project_code(county_of(life.place).code, on, life.public, self.serial, self.chance)
