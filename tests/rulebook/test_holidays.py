"""The notices as the State Council published them, read from their text and held against the calendar brought along."""

from datetime import date, timedelta

import pytest

from ballast.kit.workdays.calendar import PUBLISHED, Calendar
from ballast.rulebook.holidays import FaultyNotice, read

NOTICES = {
    2023: """一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。""",
    2024: """国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2025: """各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
据此对放假调休原则进一步优化，春节自农历除夕起放假调休8天，国庆节自10月1日起放假调休7天，劳动节放假调休5天，元旦、清明节、端午节、
中秋节分别放假调休或连休3天（如逢周三则只在当日放假）。国庆节放假如逢中秋节，放假8天。
经国务院批准，现将2025年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
    2026: """一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。""",
}


@pytest.mark.parametrize("year", NOTICES)
def test_a_published_notice_gives_the_year_the_package_has(year: int) -> None:
    read_off = Calendar(read(NOTICES[year], year).days, frozenset({year}))
    day = date(year, 1, 1)
    while day.year == year:
        assert read_off.is_workday(day) == PUBLISHED.is_workday(day), day
        day += timedelta(days=1)


def test_what_is_only_recommended_is_left_and_shown() -> None:
    assert read(NOTICES[2024], 2024).left == ("鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息",)


def test_a_notice_cut_short_is_refused_though_its_opening_names_every_holiday() -> None:
    with pytest.raises(FaultyNotice, match="国庆节"):
        read(NOTICES[2025].partition("六、")[0], 2025)


def test_days_line_by_line_are_read_too() -> None:
    found = read("2027-10-01 休\n2027/10/9，上班\n２０２７年１０月２日 放假", 2027)
    assert found.days == {date(2027, 10, 1): False, date(2027, 10, 2): False, date(2027, 10, 9): True}


def _but(old: str, new: str) -> str:
    assert old in NOTICES[2026]
    return NOTICES[2026].replace(old, new)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_but("共9天", "共8天"), "写的是 8 天，日期算来是 9 天"),
        (_but("5月9日（周六）", "5月9日（周日）"), "2026-05-09 是周六"),
        (_but("2月14日（周六）", "2月30日（周六）"), "没有 2026年2月30日"),
        (_but("9月20日（周日）", "9月21日"), "不是周末"),
        (_but("10月10日（周六）", "10月4日（周日）"), "既放假又上班"),
        (_but("三、清明节：4月4日（周六）至6日（周一）放假，共3天。", ""), "没有写到清明节"),
        (_but("至23日（农历正月初七、周一）", "至3日"), "起止日期不对"),
        ("关于2025年部分节假日安排的通知。" + NOTICES[2026], "这是 2025 年的通知"),
        ("2025-05-01 休", "不在 2026 年"),
        ("春天来了", "粘贴通知全文"),
    ],
)  # fmt: skip
def test_a_notice_that_contradicts_itself_is_refused(text: str, told: str) -> None:
    with pytest.raises(FaultyNotice, match=told):
        read(text, 2026)


def test_a_day_said_over_the_year_s_end_needs_its_year() -> None:
    found = read(NOTICES[2023], 2023).days
    assert found[date(2022, 12, 31)] is False
