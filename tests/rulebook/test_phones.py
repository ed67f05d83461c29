"""Phone numbers in free text: found as people write them, and nothing else taken for one."""

import pytest

from ballast.kit.phones import masked, phones, veiled, whole_again
from ballast.kit.sentence import Sentence
from ballast.rulebook.stages import Stage


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("张三 13812345678", "张三 138****5678"),
        ("张三（１３８１２３４５６７８）", "张三（１３８****５６７８）"),
        ("张三:138-1234-5678、李四 139 8765 4321", "张三:138****5678、李四 139****4321"),
        ("区发改局 0531-86012345", "区发改局 0531-****2345"),
        ("(0535)6612345转802", "(0535)****转802"),
        ("联系人王五，电话：6612345", "联系人王五，电话：****45"),
        ("+86 13812345678", "+86****5678"),
        ("张三13812345678李四13912345678", "张三138****5678李四139****5678"),
    ],
)
def test_a_number_is_shown_by_its_ends(text: str, shown: str) -> None:
    assert masked(text) == shown
    assert phones(text) and not phones(shown)


@pytest.mark.parametrize(
    "text",
    [
        "", "安知行", "总投资 138000 万元", "2501-370600-04-01-123456", "91370600MA3C13812345678X",
        "信用代码913706001381234567", "合同 20250113812345678 号", "完成 1381234567.5 元", "2025-03-18 开工",
    ],
)  # fmt: skip
def test_what_is_no_phone_stays_as_it_is(text: str) -> None:
    assert masked(text) == text and phones(text) == ()


def test_what_is_sent_back_without_its_phones_loses_none() -> None:
    stood = "张三 13812345678、区局 0531-86012345，电话：6612345"
    assert whole_again(masked(stood), stood) == stood
    assert (
        whole_again("区局 0531-****2345 已联系；改找李四 13900001111", stood)
        == "区局 0531-86012345 已联系；改找李四 13900001111"
    )
    assert whole_again("138****9999", stood) == "138****9999", "what never stood is nobody's phone"


def test_a_card_is_veiled_wherever_a_text_stands_in_it() -> None:
    shown = veiled({"a": ["张三 13812345678", 13812345678], "b": Sentence("电话 0531-86012345", "0531-86012345")})
    assert shown == {"a": ["张三 138****5678", 13812345678], "b": Sentence("电话 0531-****2345", "0531-****2345")}
    assert veiled(Stage.BUILDING) is Stage.BUILDING
