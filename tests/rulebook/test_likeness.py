"""One project or two: identities, phases kept apart, likeness for a person's eye, and the speed of a large roll."""

import random

import pytest

from ballast.rulebook.likeness import Roll, Subject, Verdict, apart, judge

CREDIT = "91110000600037341L"


def subject(name: str, area: str = "370101", **more: str) -> Subject:
    return Subject(name=name, area=area, **more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("▲金州市城东区 污水处理厂建设项目", "金州市城东区污水处理厂项目"),
        ("年产10万吨钛白粉项目", "年产１０万吨钛白粉 工程"),
        ("华泰电子有限公司芯片封装项目", "华泰电子芯片封装项目"),
        ("高端制剂产业园（一期）", "高端制剂产业园一期项目"),
        ("炼化一体化项目二期", "炼化一体化（II期）"),
        ("1#机组改造", "1号机组改造工程"),
        ("安置房（二标段）", "安置房第二标段"),
    ],
)
def test_one_name_in_one_county_is_one_project(one: str, other: str) -> None:
    assert judge(subject(one), subject(other)).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("高端制剂产业园一期", "高端制剂产业园二期"),
        ("高端制剂产业园", "高端制剂产业园二期"),
        ("高端制剂产业园I期", "高端制剂产业园II期"),
        ("高端制剂产业园（一）", "高端制剂产业园（二）"),
        ("热电厂1#机组", "热电厂2#机组"),
        ("安置房一标段", "安置房二标段"),
        ("安置房A区", "安置房B区"),
        ("金州市第一中学新校区", "金州市第二中学新校区"),
        ("环城路东段改造", "环城路西段改造"),
        ("首期厂房", "三期厂房"),
    ],
)
@pytest.mark.parametrize("credit", ["", CREDIT])
def test_phases_lots_and_numbers_are_kept_apart(one: str, other: str, credit: str) -> None:
    pair = subject(one, credit_code=credit), subject(other, credit_code=credit)
    assert judge(*pair).verdict is Verdict.DIFFERENT
    assert judge(*reversed(pair)).verdict is Verdict.DIFFERENT


def test_a_code_tells_more_than_a_name() -> None:
    code = "2406-370102-04-01-123456"
    assert judge(subject("甲项目", project_code=code), subject("乙工程", project_code=code)).verdict is Verdict.SAME
    other = judge(
        subject("污水处理厂", project_code=code), subject("污水处理厂", project_code="2407-370102-04-01-000001")
    )
    assert other.verdict is Verdict.LIKE
    assert "项目代码不同" in [reason.zh for reason in other.reasons]


def test_one_owners_name_is_one_project_wherever_the_list_puts_it() -> None:
    pair = subject("芯片封装项目", credit_code=CREDIT), subject("芯片封装", area="370102", credit_code=CREDIT)
    assert judge(*pair).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            subject("年产10万吨钛白粉项目", credit_code=CREDIT),
            subject("年产20万吨钛白粉项目", credit_code=CREDIT),
            "数字",
        ),
        (subject("高端制剂产业园"), subject("高端制剂产业园一期"), "期次"),
        (subject("高端制剂产业园一期"), subject("高端制剂产业园一、二期"), "期次"),
        (subject("新一代显示面板生产基地"), subject("新一代显示面板生产基地", area="370102"), "县区不同"),
        (subject("新一代显示面板生产基地建设"), subject("新一代显示面板的生产基地"), "相似度"),
        (
            subject("显示面板厂房扩建", site="城东区科技路 18 号"),
            subject("显示面板厂扩建工程", site="城东区科技路18号", area="370102"),
            "地点相同",
        ),
    ],
)
def test_likeness_goes_to_a_person_with_its_reason(one: Subject, other: Subject, reason: str) -> None:
    found = judge(one, other)
    assert found.verdict is Verdict.LIKE
    assert any(reason in said.zh for said in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (subject("年产10万吨钛白粉项目"), subject("年产20万吨钛白粉项目")),
        (subject("污水处理厂"), subject("自来水厂")),
        (
            subject("城东片老旧小区改造一条街工程", owner="城东区住建局"),
            subject("城东片老旧小区改造二条街工程", owner="华泰电子"),
        ),
    ],
)
def test_different_projects_stay_different(one: Subject, other: Subject) -> None:
    assert judge(one, other).verdict is Verdict.DIFFERENT


def test_words_that_only_look_like_phases_are_left_in_the_name() -> None:
    assert apart("十四五期间道路工程").marks == frozenset()
    assert apart("长期护理中心").core == "长期护理中心"
    assert apart("一至三期厂房").marks == {"期1", "期2", "期3"}
    assert apart("项目").core == "项目"


@pytest.mark.slow
def test_a_roll_finds_what_pairwise_judging_finds() -> None:
    subjects = many(400, seed=7)
    roll = Roll(subjects)
    for position, one in enumerate(subjects):
        by_roll = {m.position for m in roll.matches(position) if m.judgement.verdict is Verdict.SAME}
        by_hand = {i for i, other in enumerate(subjects[:position]) if judge(one, other).verdict is Verdict.SAME}
        assert by_roll == by_hand


def many(count: int, *, seed: int) -> list[Subject]:
    """Invented projects whose names share most of their words, as real lists do."""
    pick = random.Random(seed)
    firms = [a + b for a in "华泰金海东方宏远盛达" for b in "瑞恒信德辉腾科创通联"]
    goods = [
        "显示面板",
        "芯片封装",
        "钛白粉",
        "特种钢板",
        "高端制剂",
        "锂电池",
        "污水处理",
        "热电联产",
        "冷链物流",
        "职业学院",
    ]
    kinds = ["生产线建设项目", "产业园", "技术改造项目", "扩建工程", "研发中心", "基地项目一期", "基地项目二期"]
    return [
        subject(
            f"{pick.choice(firms)}{pick.choice(firms)}年产{pick.randrange(1, 60)}万吨"
            f"{pick.choice(goods)}{pick.choice(kinds)}",
            area=f"3701{pick.randrange(13):02d}",
        )
        for _ in range(count)
    ]
