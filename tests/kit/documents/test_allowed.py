"""Which numbers need a tag and which do not."""

import pytest

from ballast.kit.documents.allowed import untagged_numbers

NAMES = ("3号智能仓", "5G产业园", "二期", "十大工程")


@pytest.mark.parametrize(
    "text",
    [
        "2025年1—7月，进展平稳",
        "1-7月",
        "7月31日前",
        "2025年7月份",
        "2024年—2026年",
        "2024-2026年",
        "7月1日—31日",
        "2025年第3季度",
        "2025-07 期",
        "海重点办〔2025〕7号",
        "1.抓开工",
        "（2）抓入库",
        "①抓开工；②抓入库",
        "占地若干m²",
        "3号智能仓与5G产业园",
        "推进十大工程，三个方面、两个专班",
        "亿元以上项目、万元以下",
        "一是抓进度，二是抓质量",
    ],
)
def test_allowed(text):
    assert list(untagged_numbers(text, NAMES)) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("完成180个", "180"),
        ("完成1,500.3亿元", "1,500.3"),
        ("增长9.8%", "9.8%"),
        ("１８０个", "１８０"),
        ("二百三十个", "二百三十个"),
        ("一点五亿元", "一点五亿元"),
        ("百分之六十", "百分之六十"),
        ("高出三个百分点", "三个百分点"),
        ("增长两倍", "两倍"),
        ("20日内办结", "20"),
        ("7个月", "7"),
        ("13月", "13"),
        ("12.7月", "12.7"),
        ("32日", "32"),
        ("3025年", "3025"),
        ("1.5亿元", "1.5"),
        ("13号智能仓", "13"),
        ("抓1.开工", "1."),
        ("½以上", "½"),
    ],
)
def test_needs_a_tag(text, number):
    assert list(untagged_numbers(text, NAMES)) == [number]


def test_a_name_of_digits_alone_hides_nothing():
    assert list(untagged_numbers("完成180个", ("180",))) == ["180"]
